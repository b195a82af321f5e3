import { expect, it } from 'vitest'
import { parseDeck } from '../../src/deck/parse.ts'
import { render } from './render.ts'

it('lets no block of words fill its slide by a mark: code takes the room that it needs', async () => {
  const lines = Array.from({ length: 40 }, (_, i) => `line number ${i}`).join('\n')
  const deck = await parseDeck({
    slug: 'a',
    folder: 'a',
    siblings: ['a'],
    beside: () => ({ lack: 'missing' }),
    files: [
      { path: 'a/01.md', text: `## A\n\n\`\`\`js\n${lines}\n\`\`\`\n<!-- .element: class="stretch" -->\n` },
    ],
    isDerived: false,
  })
  const { stacks } = await render(deck)
  expect(stacks.flat().length).toBeGreaterThan(2)
  expect(
    stacks
      .flat()
      .map(({ html }) => html)
      .join(''),
  ).not.toContain('stretch')
})
