import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { textOf } from '../../src/markdown/html-tree.ts'
import { parseBody } from '../../src/markdown/parse-body.ts'
import { loadDeck } from '../../src/store/load.ts'
import { render } from './render.ts'

const slides = mkdtempSync(join(tmpdir(), 'study-deck-test-'))
afterAll(() => rmSync(slides, { recursive: true, force: true }))

const section = ['提高认识', '完善制度', '依法管理', '加强领导', '抓好落实']
  .map((heading) => `### ${heading}\n\n- 一点\n\nNote:\n${heading}的原文。\n`)
  .join('\n---\n\n')

/** Class and words of each slide of a deck with these settings. */
async function shown(settings: string): Promise<string[]> {
  const folder = mkdtempSync(join(slides, 'd'))
  writeFileSync(join(folder, '01.md'), `---\ntitle: 甲\n${settings}---\n\n# 甲\n`)
  writeFileSync(
    join(folder, '02.md'),
    `<!-- .slide: class="divider" -->\n\n## 一、保密工作\n\n---\n\n${section}`,
  )
  const { stacks } = await render(await loadDeck(slides, folder.slice(slides.length + 1)))
  return stacks.flat().map(({ html }) => {
    const names = /^<section[^>]* class="([^"]*)"/.exec(html)?.[1] ?? ''
    return `${names}: ${parseBody(html).map(textOf).join('').replace(/\s+/g, ' ').trim()}`
  })
}

it('ends a long section with its headings, where the deck asks for that', async () => {
  expect(await shown('')).toHaveLength(7)
  const found = await shown('小结：是\n')
  expect(found).toHaveLength(8)
  expect(found.at(-1)).toBe('recap nonincremental: 小结 提高认识 完善制度 依法管理 加强领导 抓好落实')
})

it('ends with the questions that the deck asks', async () => {
  const found = await shown('讨论题:\n  - 怎样落实*保密*责任制？\n  - 本单位还有哪些薄弱环节？\n')
  expect(found.at(-1)).toBe('closing: 讨论题 怎样落实*保密*责任制？ 本单位还有哪些薄弱环节？')
  expect((await shown('questions: 怎样落实？\nlang: en\n')).at(-1)).toContain('For Discussion 怎样落实？')
  // No list of texts is told of, and left out.
  expect(await shown('讨论题:\n  甲: 乙\n')).toHaveLength(7)
})
