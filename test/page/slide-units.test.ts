import { expect, it } from 'vitest'
import { parseDeck } from '../../src/deck/parse.ts'
import { render } from './render.ts'

it('counts by the slide what is counted by the window', async () => {
  const deck = await parseDeck({
    slug: 'a',
    folder: 'a',
    siblings: ['a'],
    beside: () => ({ lack: 'missing' }),
    files: [{ path: 'a/01.md', text: '<p style="height: 50vh; margin-top:2.5VW">words 5vh</p>\n' }],
    isDerived: false,
  })
  const { stacks } = await render(deck)
  expect(stacks[0]?.[0]?.html).toMatch(/<p style="height: 360px; margin-top:32px">words 5vh<\/p>/)
})
