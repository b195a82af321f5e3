import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { installedAssets } from '../../src/assets/installed.ts'
import { outline, readText } from '../../src/document/index.ts'
import { Fault } from '../../src/fault.ts'
import { keyPoints } from '../../src/keypoints/index.ts'
import { renderDeck } from '../../src/page/render-deck.ts'
import { loadDeck } from '../../src/store/load.ts'

/** Twice the text may take so many times the time. */
const most = 2.5
/** Less time than this tells nothing, in milliseconds. */
const least = 60

/** Texts that patterns may go over again and again, each of about so many characters. */
const texts: Readonly<Record<string, (size: number) => string>> = Object.fromEntries(
  [
    '0',
    '1.',
    '1,',
    '9 ',
    ' ',
    '\n',
    '\t',
    '　',
    '。',
    '，',
    '、',
    '（',
    '）',
    '“',
    '”',
    '《',
    '一、',
    '第一',
    '（一）',
    '- ',
    '> ',
    '# ',
    '*',
    '_',
    '`',
    '~',
    '$',
    '[',
    '![',
    '](',
    '<',
    '</',
    '<a ',
    '<!--',
    '<!-- .slide:',
    '<!-- .element: ',
    '&',
    '\\',
    '|',
    '---\n',
    'Note:\n',
    'a',
    '甲',
    '甲。',
    '甲，乙',
  ].map((unit) => [unit, (size: number) => unit.repeat(size / unit.length)]),
)
Object.assign(texts, {
  'front matter of spaces': (size: number) => `---\ntitle: ${' '.repeat(size)}\n# 甲\n`,
  'front matter without end': (size: number) => `---\n${'a: b\n'.repeat(size / 5)}`,
  'one attribute after another': (size: number) => `# 甲\n\n<!-- .slide: ${'a=b '.repeat(size / 4)}`,
})

const ways: Readonly<Record<string, (text: string) => unknown>> = {
  document: (text) => outline(readText({ name: 'a.txt', bytes: Buffer.from(text) })),
  keypoints: (text) =>
    keyPoints(outline(readText({ name: 'a.txt', bytes: Buffer.from(`标题\n一、甲\n${text}甲是乙。`) }))),
  page: async (text) => {
    const folder = mkdtempSync(join(tmpdir(), 'study-deck-test-'))
    try {
      mkdirSync(join(folder, 'a'))
      writeFileSync(join(folder, 'a/01.md'), text)
      await renderDeck(await loadDeck(folder, 'a'), { fonts: installedAssets().fonts, withNotes: true })
    } finally {
      rmSync(folder, { recursive: true })
    }
  },
}

/** The least processor time of several runs, in milliseconds: what else the machine does only ever adds to it. */
async function timeOf(way: (text: string) => unknown, text: string): Promise<number> {
  let best = Number.POSITIVE_INFINITY
  for (let run = 0; run < 3; run++) {
    const before = process.cpuUsage()
    try {
      await way(text)
    } catch (error) {
      if (!(error instanceof Fault)) throw error
    }
    const { user, system } = process.cpuUsage(before)
    best = Math.min(best, (user + system) / 1000)
  }
  return best
}

describe.skipIf(!process.env['GROWTH'])('time grows as the text does', () => {
  for (const [name, way] of Object.entries(ways))
    it.each(Object.entries(texts))(
      `${name}: %j`,
      async (_, make) => {
        for (let size = 4000; size <= 32_000; size *= 2) {
          const [once, twice] = [await timeOf(way, make(size)), await timeOf(way, make(size * 2))]
          if (twice > least) expect(twice / Math.max(once, least / most)).toBeLessThan(most)
        }
      },
      60_000,
    )
})
