import { expect, it } from 'vitest'
import { parseDeck } from '../../src/deck/parse.ts'
import { render } from './render.ts'

const slidesOf = async (slides: readonly string[]) => {
  const deck = await parseDeck({
    slug: 'a',
    folder: 'a',
    siblings: ['a'],
    beside: () => ({ lack: 'missing' }),
    files: [{ path: 'a/01.md', text: slides.join('\n\n---\n\n') }],
    isDerived: false,
  })
  return (await render(deck)).stacks.flat()
}
/** Without the keys that tell them apart. */
const shown = async (slides: readonly string[]) =>
  (await slidesOf(slides)).map(({ key, html }) => html.replaceAll(key, ''))

it('shows a slide as it is alone, whatever slides share its notes', async () => {
  const notes = [
    '要坚持原则。要学习。\n\n- 一\n- **二**',
    '要坚持原则[^1]。\n\n[^1]: 见文件',
    '要坚持原则。<!-- .slide: class="center" -->',
    '要坚持原则。![图](a.png)',
    '要坚持原则。<b>要学习',
  ]
  const slides = notes.flatMap((text) =>
    ['# 要学习', '- 要坚持原则\n- 要', '<aside class="notes">另说</aside>'].map(
      (body) => `${body}\n\nNote:\n${text}`,
    ),
  )
  const alone = await Promise.all(slides.map(async (slide) => (await shown([slide]))[0]))
  expect(await shown(slides)).toEqual(alone)
})

it('tells slides apart that are written alike', async () => {
  const keys = (await slidesOf(['# A', '# B', '# A', '# A'])).map(({ key }) => key)
  expect(new Set(keys).size).toBe(4)
})
