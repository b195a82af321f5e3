import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { agendaItems } from '../../src/office/papers/agenda.ts'
import { loadDeck } from '../../src/store/load.ts'
import { render } from './render.ts'

let slides: string
beforeEach(() => {
  slides = mkdtempSync(join(tmpdir(), 'study-deck-test-'))
  mkdirSync(join(slides, 'a'))
})
afterEach(() => rmSync(slides, { recursive: true }))

const opening =
  '<!-- .slide: class="cards opening" -->\n\n## 二、任务\n\n### 抓住**重点**\n\n- 甲\n- 乙\n- 丙\n'

it('has the name of its section where other slides have it, apart from what it shows', async () => {
  writeFileSync(join(slides, 'a/01.md'), '<!-- .slide: class="title" -->\n\n# 题\n')
  writeFileSync(join(slides, 'a/02.md'), `${opening}\n---\n\n### 另一页\n\n- 丁\n`)
  const deck = await loadDeck(slides, 'a')
  const [html = '', plain = ''] = (await render(deck)).stacks
    .flatMap((stack) => stack.map((one) => one.html))
    .slice(1)
  expect(html).toMatch(/^<section class="cards opening"[^>]*><h3>抓住/)
  expect(html).toMatch(/<\/ul><h2 class="section-name" role="paragraph">二、任务<\/h2><\/section>/)
  expect(plain).not.toContain('section-name')
  expect(agendaItems(deck).map(({ name, slides }) => [name, slides.map(({ heading }) => heading)])).toEqual([
    ['二、任务', ['抓住重点', '另一页']],
  ])
})

it('shows both headings where the class is not there, and one that stands alone', async () => {
  writeFileSync(
    join(slides, 'a/01.md'),
    `${opening.replace(' opening', '')}\n---\n\n${opening.replace('### 抓住**重点**\n\n', '')}`,
  )
  for (const { html } of (await render(await loadDeck(slides, 'a'))).stacks.flat()) {
    expect(html).toMatch(/^<section[^>]*><h2>二、<wbr>?任务/)
    expect(html).not.toContain('section-name')
  }
})
