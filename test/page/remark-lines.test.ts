import { expect, it } from 'vitest'
import { parseDeck } from '../../src/deck/parse.ts'
import { render } from './render.ts'

async function open(text: string) {
  const deck = await parseDeck({
    slug: 'a',
    folder: 'a',
    siblings: ['a'],
    beside: () => ({ lack: 'missing' }),
    files: [{ path: 'a/01.md', text }],
    isDerived: false,
  })
  const { stacks, remarks } = await render(deck)
  return {
    html: stacks.flat().map(({ html }) => html),
    told: remarks.map(({ place, message }) => `${place.line} ${message}`),
  }
}

it('tells of each address where it stands, not where a longer one or code has it', async () => {
  const { told } = await open(
    '# A\n\n![](data.png)\n\n```html\n<img src="a.png">\n```\n\n![](a.png) words ![](b/a.png)\n\n![](a.png)\n\n---\n\n<!-- .slide: class="x" -->\n\n## B\n\n[lost](#nowhere-else) and [lost](#nowhere)\n',
  )
  const shown = told.map((one) => one.replace(/^(\d+) .*?(\S*a\.png|#\S+).*?( \(also .*)?$/, '$1 $2$3'))
  expect(shown).toEqual([
    '3 data.png',
    // What is lacking twice is told once.
    '9 a.png (also 01.md:11)',
    '9 b/a.png',
    '19 #nowhere-else',
    '19 #nowhere',
  ])
})

it('leads from a footnote on the second part of a slide to the first and back', async () => {
  const points = Array.from({ length: 24 }, (_, i) => `- point number ${i} with a few more words`).join('\n')
  const { html, told } = await open(`# A\n\nsaid[^1]\n\n${points}\n\n[^1]: by somebody\n`)
  expect(html.length).toBeGreaterThan(1)
  expect(told.filter((one) => one.includes('nowhere'))).toEqual([])
  const ids = html.flatMap((one) => [...one.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id))
  expect(new Set(ids).size).toBe(ids.length)
})

it('has a footnote once, where it is referred to; a slide of sources keeps its list', async () => {
  const { html } = await open(
    '# A\n\nsaid[^1]\n\n---\n\n# B\n\nwords\n\n[^1]: by somebody\n\n---\n\n# Sources\n\n[^2]: a book\n[^1]: by another\n',
  )
  expect(html[0]).toContain('by somebody')
  expect(html[1]).not.toContain('by somebody')
  expect(html[2]).toContain('a book')
})

it('tells what takes the room: words, or pictures', async () => {
  const svg = '<svg width="900" height="400" viewBox="0 0 900 400"><rect width="900" height="400"/></svg>'
  const words = 'a line of words that is long enough to stand for itself on a slide of a talk\n\n'
  const { told } = await open(`# A\n\n${words.repeat(3)}${svg}\n\n---\n\n# B\n\n${words.repeat(14)}`)
  expect(told).toEqual([
    expect.stringMatching(/^1 its pictures need room/),
    expect.stringMatching(/^\d+ much text/),
  ])
})

it('tells where a picture of a comment of several lines stands, and an address as people write it', async () => {
  const { told } = await open(
    '# A\n\n---\n\n<!-- .slide:\n data-background-image="a.png"\n-->\n\n## B\n\n[附件](%E9%99%84%E4%BB%B6.pdf)\n',
  )
  expect(told.map((one) => one.replace(/^(\d+).*? (\S*(?:png|pdf)).*$/, '$1 $2'))).toEqual([
    '6 a.png',
    '11 附件.pdf',
  ])
})
