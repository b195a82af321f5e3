import { expect, it } from 'vitest'
import { parseDeck } from '../../src/deck/parse.ts'
import { render } from './render.ts'

async function told(text: string): Promise<string[]> {
  const deck = await parseDeck({
    slug: 'a',
    folder: 'a',
    siblings: ['a'],
    beside: () => ({ lack: 'missing' }),
    files: [{ path: 'a/01.md', text }],
    isDerived: false,
  })
  const { remarks } = await render(deck)
  return remarks.map(({ place, message }) => `${place.line} ${message}`)
}

it('tells once of the attributes and elements of a deck that may not stand in its page', async () => {
  const text =
    'words of a slide\n\n---\n\n<!-- .slide: data-state="dark" data-background-color="#fff" -->\n\n<p onclick="x()" class="a" data-preview-link="b">more words</p>\n\n<canvas>data</canvas>\n\n---\n\n<p onclick="y()">and words</p>\n\n<script>z()</script>\n'
  expect(await told(text)).toEqual([
    '7 attributes and elements of HTML that are left out: onclick, data-preview-link, data-state, <script>',
    expect.stringMatching(/^9 the component <canvas> is left out/),
  ])
})

it('tells nothing of what is taken over or means nothing here', async () => {
  const text =
    'words of a slide\n\n<a href="https://example.org" target="_blank" rel="noopener">out</a>\n\n$\\frac{a}{b}$ <!-- .element: class="fragment" data-fragment-index="2" -->\n\n```js [1|2]\na\nb\n```\n\n- [x] done\n\n> [!NOTE]\n> note\n\nfoot[^1]\n\n[^1]: note\n'
  expect((await told(text)).filter((line) => line.includes('HTML'))).toEqual([])
})

it('tells of a picture that is called like what every object of JavaScript has', async () => {
  const names = ['constructor', 'toString', '__proto__']
  const text = names.map((name) => `words of a slide\n\n![](a.${name})`).join('\n\n---\n\n')
  expect(await told(text)).toEqual(names.map((name) => expect.stringContaining(`a.${name} is no picture`)))
})
