import fc from 'fast-check'
import { expect, it } from 'vitest'
import { ownMarkdown } from '../../src/deck/foreign/import.ts'
import { parseDeck } from '../../src/deck/parse.ts'
import { foreignSlide } from '../page/foreign-slides.ts'
import { render } from '../page/render.ts'

const parse = (text: string, values = {}) =>
  parseDeck({
    slug: 'a',
    folder: 'a',
    siblings: ['a'],
    beside: () => ({ lack: 'missing' }),
    files: [{ path: 'a/01.md', text, setBeside: { file: 'a/reveal-md.json', values } }],
    isDerived: false,
  })
/** What the slides show, column by column. */
async function shown(text: string, values = {}): Promise<string[][]> {
  const { stacks } = await render(await parse(text, values))
  // A slide's key is of its Markdown.
  return stacks.map((slides) => slides.map(({ key, html }) => html.replaceAll(key.replace(/-\d+$/, ''), '')))
}
async function written(text: string, values = {}): Promise<string> {
  const { files } = ownMarkdown(await parse(text, values))
  return [...files.values()].join('')
}

it.each([
  ['reveal.js', '# A\n\nNote: say\n\n---\n\nB\n\n----\n\nC\n\n***\n\nD\n', {}],
  [
    'reveal-md',
    '# A\n\nnot: said\n\n---\n\nNote: seen\n\nHeading\n---\n\n<!--s-->\n\nB\n\n--\n\n<!--v-->\n\n```\n---\nNote: code\n```\n\nSpeaker: say\n',
    { separator: '<!--s-->', verticalSeparator: '<!--v-->', notesSeparator: 'Speaker:' },
  ],
  [
    'Marp',
    '---\nmarp: true\nheadingDivider: 2\nbackgroundColor: "#123456"\n---\n# A\n\n<!-- say\nthis -->\n\n## B\n\n![bg](a.png)\n\n***\n\nC\n',
    {},
  ],
  [
    'Slidev',
    '---\nlayout: cover\nmdc: true\n---\n# A\n\n<!-- say -->\n\n---\nlayout: two-cols\n---\n\n# B\n\n::right::\n\nC\n',
    {},
  ],
  [
    'sections',
    '<section data-transition="fade">\n\nA\n\n</section>\n<section>\n\nB\n\n</section>\n\n---\n\nC\n',
    {},
  ],
])('writes a deck of %s in our form with the same slides', async (_what, text, values) => {
  const own = await written(text, values)
  expect(await shown(own)).toEqual(await shown(text, values))
  // Written once more it stays as it is.
  expect(await written(own)).toBe(own)
})

it('has the same slides, whatever they hold', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(foreignSlide, { minLength: 1, maxLength: 4 }), async (slides) => {
      const text = slides.join('\n\n===\n\n')
      const values = { separator: '^===$', verticalSeparator: '^%%%$' }
      expect(await shown(await written(text, values))).toEqual(await shown(text, values))
    }),
    { numRuns: 30 },
  )
}, 60_000)

it('tells which lines it had to write otherwise', async () => {
  const text = 'A\n\n---\n\nNote: b\n'
  const { remarks } = ownMarkdown(await parse(text, { separator: '^===$', notesSeparator: 'Say:' }))
  expect(remarks.map(({ place, message }) => `${place.line} ${message}`)).toEqual([
    expect.stringMatching(/^3 "---" .* "\*\*\*"/),
    expect.stringMatching(/^5 "Note: b" /),
  ])
})
