import { expect, it } from 'vitest'
import { cutSlides } from '../../src/markdown/cut.ts'
import { createParser } from '../../src/markdown/parser.ts'
import { renderSlide } from '../../src/markdown/render.ts'

const md = createParser()

function render(markdown: string) {
  const slide = cutSlides(markdown, 1).stacks[0]?.[0]
  if (!slide) throw new Error('no slide')
  return renderSlide(md, slide, { file: 'a.md', language: 'zh-CN', originals: new Map(), id: 'x' })
}

it('tells which sentence of the notes each heading and point is from', () => {
  const { body, notes } = render(
    '### 加强**领导**\n\n- 加强教育\n- 加强（改进）教育。要求\n- 新加的话\n\nNote:\n要加强领导。一是加强教育；二是**加强（改进）教育。**\n\n要求不变。',
  )
  expect(notes).toBe(
    '<p><span data-sentence="0">要加强领导。</span><span data-sentence="1">一是加强教育；</span><span data-sentence="2">二是</span><strong><span data-sentence="2">加强（改进）教育。</span></strong></p>\n' +
      '<p><span data-sentence="3">要求不变。</span></p>\n',
  )
  expect([...body.matchAll(/<(\w+)[^>]* data-sentence="([\d ]+)"/g)].map(([, tag, n]) => [tag, n])).toEqual([
    ['h3', '0'],
    ['li', '1'],
    ['li', '2 3'],
  ])
})

it('finds a point that is said twice where its place in the order is', () => {
  const { body } = render('- 先做\n- 再做\n\nNote:\n先做；再做。先做；再做。')
  expect(body.match(/data-sentence="\d"/g)).toEqual(['data-sentence="0"', 'data-sentence="1"'])
})

it('finds a point that leaves words out by what stands on both sides', () => {
  const { body } = render(
    '- 各部门……依法管理\n- 各部门……没有的话\n- 不得“……”代替\n\nNote:\n各部门要认清形势。为此，各部门要提高认识，依法管理。不得“……”代替。',
  )
  expect(body.match(/<li[^>]*>/g)).toEqual(['<li data-sentence="1">', '<li>', '<li data-sentence="2 3">'])
})
