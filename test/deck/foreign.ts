import { parseDeck } from '../../src/deck/parse.ts'
import { render } from '../page/render.ts'

/** A deck of one file: its slides as HTML, and what is told of it. */
export async function open(text: string, values = {}) {
  const deck = await parseDeck({
    slug: 'a',
    folder: 'a',
    siblings: ['a'],
    beside: () => ({ bytes: new Uint8Array() }),
    files: [{ path: 'a/01.md', text, setBeside: { file: 'a/reveal-md.json', values } }],
    isDerived: false,
  })
  const { stacks, remarks } = await render(deck)
  return { deck, html: stacks.flat().map(({ html }) => html), told: remarks.map(({ message }) => message) }
}
