import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { loadDeck } from '../../src/store/load.ts'
import { render } from './render.ts'

let slides: string
beforeEach(() => {
  slides = mkdtempSync(join(tmpdir(), 'study-deck-test-'))
  mkdirSync(join(slides, 'a'))
})
afterEach(() => rmSync(slides, { recursive: true }))

const names = ['一、甲', '二、乙', '三、丙', '四、丁', '五、戊', '六、己', '七、庚']
const divider = (heading: string): string => `<!-- .slide: class="divider" -->\n\n## ${heading}\n`

async function rendered(...markdown: string[]): Promise<string[]> {
  writeFileSync(join(slides, 'a/01.md'), markdown.join('\n---\n\n'))
  return (await render(await loadDeck(slides, 'a'))).stacks.flat().map(({ html }) => html)
}
const items = (html = ''): string[] =>
  [...html.matchAll(/<li([^>]*) title="(.*?)">/g)].map(
    ([, attributes = '', words]) => `${attributes.includes('aria-current') ? '>' : ''}${words}`,
  )

it('shows all sections on the title of each, that section marked', async () => {
  const agenda = `<!-- .slide: class="agenda" -->\n\n## 目录\n\n${names.map((name) => `- ${name}`).join('\n')}\n`
  const [, first, last, other, plain] = await rendered(
    agenda,
    divider('一、甲'),
    divider('七、**庚**'),
    divider('结语'),
    '## 一、甲\n',
  )
  expect(items(first)).toEqual(['>一、甲', ...names.slice(1)])
  expect(items(last)).toEqual([...names.slice(0, 6), '>七、庚'])
  expect(items(other)).toEqual([])
  expect(items(plain)).toEqual([])
})

it('numbers sections as the document does', async () => {
  const numbers = async (...sections: string[]): Promise<string[]> => {
    const agenda = `<!-- .slide: class="agenda" -->\n\n## 目录\n\n${sections.map((name) => `- ${name.replace('.', '\\.')}`).join('\n')}\n`
    const [, ...slides] = await rendered(agenda, ...sections.map((name) => divider(name.replace('.', '\\.'))))
    const strip = [...(slides[0] ?? '').matchAll(/<li[^>]*>([^<]*)<\/li>/g)].map(([, said]) => said)
    return [strip.join(','), ...slides.map((html) => /data-number="(.*?)"/.exec(html)?.[1] ?? '?')]
  }
  expect(await numbers('Introduction', '1. Basel', '2. Crisis')).toEqual([',1,2', '', '01', '02'])
  expect(await numbers('前言', '一、甲', '二、乙', '结语')).toEqual([',1,2,', '', '01', '02', ''])
  expect(await numbers('三、甲', '四、乙')).toEqual(['3,4', '03', '04'])
  expect(await numbers('A. Basel', 'B. Crisis')).toEqual(['A,B', 'A', 'B'])
  expect(await numbers('第十章 甲', '第十一章 乙')).toEqual(['10,11', '10', '11'])
  // A figure that begins a title is no number of it.
  expect(await numbers('20国集团', '结语')).toEqual(['1,2', '01', '02'])
})

it('shows nothing below it in a deck without an agenda', async () => {
  expect(items((await rendered(divider('一、甲')))[0])).toEqual([])
})

it('says on a further slide of the Markdown that it goes on', async () => {
  const [slide] = await rendered('<!-- .slide: class="continued" -->\n\n### 甲\n\n- 乙\n')
  expect(slide).toContain('<h3 data-continued="（续）">甲</h3>')
})
