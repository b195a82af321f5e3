import { existsSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { installedAssets } from '../../src/assets/installed.ts'
import { deckToPptx } from '../../src/office/pptx/deck-to-pptx.ts'
import { buildPage } from '../../src/page/build-page.ts'
import { launchBrowser, type PrintingBrowser } from '../../src/print/browser.ts'
import { drawDeck } from '../../src/print/drawings.ts'
import { usualPlaces } from '../../src/print/find-browser.ts'
import { deckOf, fonts } from './decks.ts'
import { partsOf, slidesOf } from './read-office.ts'

const path = process.env['CHROME_PATH'] ?? usualPlaces(process.platform, process.env).find(existsSync)

const markdown = `---
lang: zh-CN
---

### 公式

质能方程：

$$E = mc^2$$

行内的 $x^2$。

---

### 流程

\`\`\`mermaid
graph LR
  A[起草] --> B[审核]
\`\`\`

---

### 图

<svg viewBox="0 0 20 10" width="400" height="200"><rect width="20" height="10"/></svg>
`

describe('what only a browser draws', () => {
  it('stands as its words where there is no browser', async () => {
    const [formula, diagram] = slidesOf((await deckToPptx(await deckOf(markdown), { fonts })).bytes)
    expect(formula?.words.slice(0, 2)).toEqual(['公式', '质能方程：'])
    expect(formula?.words[2]).toMatch(/^E ?=/)
    expect(diagram?.words.join()).toContain('A[起草]')
  })

  describe.skipIf(!path)('with a browser', () => {
    let browser: PrintingBrowser
    beforeAll(async () => {
      browser = await launchBrowser(path)
    })
    afterAll(() => browser.close())

    it('is a picture that is described by its words', async () => {
      const deck = await deckOf(markdown)
      const { html } = await buildPage(deck, null, true, installedAssets())
      const drawings = await drawDeck(browser, html)
      expect(drawings.size).toBe(3)
      const { bytes } = await deckToPptx(deck, { fonts, drawings })
      const slides = slidesOf(bytes)
      for (const { xml } of slides) expect(xml.match(/<p:pic>/g)).toHaveLength(1)
      expect(slides[1]?.xml).toContain('A[起草]')
      expect(slides[0]?.words.join('')).toMatch(/^公式质能方程：行内的/)
      expect(Object.keys(partsOf(bytes)).filter((one) => one.startsWith('ppt/media/'))).toHaveLength(3)
      // Twice as wide as high, as it was drawn.
      const [, cx = '', cy = ''] = /<p:pic>.*<a:ext cx="(\d+)" cy="(\d+)"/.exec(slides[2]?.xml ?? '') ?? []
      expect(Number(cx) / Number(cy)).toBeCloseTo(2, 1)
    })
  })
})
