import { expect, it } from 'vitest'
import { parseDeck } from '../../src/deck/parse.ts'
import { render } from '../page/render.ts'

/** A deck of one file: its slides as HTML, and what is told of it. */
async function open(text: string, values = {}) {
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

it('opens a deck of reveal-md with the separators that it names, in its file or beside it', async () => {
  const body = '# One\n\nNote: say\n\n<!--s-->\n\n# Two\n\n<!--v-->\n\n# Three\n'
  const names = { separator: '<!--s-->', verticalSeparator: '<!--v-->' }
  const front = `---\n${Object.entries(names)
    .map((pair) => pair.join(': '))
    .join('\n')}\n---\n`
  for (const { html } of [await open(front + body), await open(body, names)]) {
    expect(html).toHaveLength(3)
    expect(html[0]).toMatch(/<aside class="notes">[\s\S]*say/)
  }
  const { html, told } = await open(
    '---\nseparator: a|b\ntheme: black\nhighlightTheme: x\ncss: a.css\n---\n# A\n\n---\n\n# B\n',
  )
  expect(html).toHaveLength(2)
  expect(told).toEqual([
    expect.stringMatching(/theme must be/),
    expect.stringMatching(/separator can't be read/),
    expect.stringMatching(/css is left out/),
    expect.stringMatching(/highlightTheme: set for other programs/),
  ])
})

it('opens a deck of Marp: its rules and headings part slides, its comments are notes, its directives are looks', async () => {
  const { html, told } = await open(
    '---\nmarp: true\ntheme: gaia\nheadingDivider: 2\n---\n<!-- _backgroundColor: #123456 -->\n# One\n\n<!-- say this -->\n\n## Two\n\nwords\n\n***\n\nThree ![bg](a.png)\n\n```md\n<!-- code -->\n---\n```\n',
  )
  expect(html).toHaveLength(3)
  expect(html[0]).toContain('data-background-color="#123456"')
  expect(html[0]).toMatch(/<aside class="notes">[\s\S]*say this/)
  expect(html[1]).not.toContain('#123456')
  expect(html[2]).toContain('data-background-image')
  expect(html[2]).not.toMatch(/<aside|<img/)
  expect(told[1]).toMatch(/Marp/)
})

it('opens a deck of Slidev with all its words: settings of slides are none, the last comment is the notes', async () => {
  const { html, told } = await open(
    '---\ntitle: T\n---\n# A\n\n<!-- say a -->\n\n---\nlayout: two-cols\nclass: x\n---\n\n# B\n\n::right::\n\n<v-click>\n\nC\n\n</v-click>\n\n---\n\n# D\n\n---\nsrc: ./pages/e.md\n---\n',
  )
  expect(html).toHaveLength(4)
  expect(html[0]).toMatch(/<aside class="notes">[\s\S]*say a/)
  expect(html[1]).toMatch(/B<\/h1>[\s\S]*C/)
  expect(html.join('')).not.toMatch(/layout|::right|class: x/)
  expect(told[0]).toMatch(/Slidev/)
  expect(told[1]).toMatch(/another file, .\/pages\/e.md/)
})

it('tells what Slidev and Marp show otherwise, with the lines', async () => {
  const slidev = await open(
    '---\nsrc: ./first.md\nmdc: true\n---\n\n---\nhide: true\n---\n# A\n\n<style>\nh1 { font-style: italic }\n</style>\n\n---\nlayout: iframe\nurl: https://example.org/\n---\n\n# B\n',
  )
  expect(slidev.told).toEqual([
    expect.stringMatching(/Slidev deck/),
    expect.stringMatching(/another file, .\/first.md/),
    expect.stringMatching(/does not show this slide/),
    expect.stringMatching(/shows https:\/\/example.org\/ on this slide/),
  ])
  const [one] = slidev.deck.styles
  expect(one?.slide?.body.text).toContain('# A')
  const marp = await open(
    '---\nmarp: true\nfooter: mine\n---\n# A\n\n<!-- _header: "above" -->\n\n---\n\n<!--\nfooter: below\n-->\n\n# B\n',
  )
  expect(marp.told.join('\n')).toMatch(/footer[\s\S]*"above"[\s\S]*"below"/)
})

it.each([
  ['# It’s “quoted” and all of the words are English', 'en'],
  ['# 青松镇造林任务\n\n```js\nconst a = "the words of the code are in it"\n```\n', 'zh-CN'],
  ['# 這個鎮的造林任務\n\n- 為人民服務，從現在開始實現\n', 'zh-TW'],
  ['# 林業のけいかく\n', 'ja'],
  ['', 'zh-CN'],
])('finds the language of %j', async (text, language) => {
  expect((await open(text)).deck.settings.lang).toBe(language)
})

it('has what a slide refers to, wherever in the file it is defined', async () => {
  const { html } = await open(
    '## A\n\nA claim[^1], [site] and [Other][o].\n\n---\n\n## Sources\n\n[^1]: The source of the claim.\n[^2]: Never referred to.\n\n[site]: https://example.org/site\n[o]: https://example.org/o "O"\n',
  )
  expect(html[0]).toContain('The source of the claim.')
  expect(html[0]).toContain('href="https://example.org/site"')
  expect(html[0]).toContain('href="https://example.org/o"')
  expect(html[1]).toContain('The source of the claim.')
  expect(html[1]).toContain('Never referred to.')
})

it.each([
  [
    'one below the other',
    '# A\n\n<section data-transition="fade">\n\n## B\n\n</section>\n<section>\n\nC\n\n</section>\n',
    2,
  ],
  [
    'one that begins where another ends',
    '<div>A</div></section><section data-transition="fade"><div>B</div></section><section>\n\nC\n',
    2,
  ],
  [
    'with nothing around them',
    '<!-- two -->\n<div>\n<section>A</section>\n<section\n  data-transition="fade">B</section>\n</div>\n',
    2,
  ],
  ['in code and in words', '`<section>` and\n\n```html\n<section>\n```\n', 1],
])('takes a <section> for a slide: %s', async (_what, text, count) => {
  const { html } = await open(`${text}\nNote: say\n\n---\n\n# Z\n`)
  expect(html).toHaveLength(count + 1)
  expect(html.slice(0, -2).join('')).not.toContain('<aside')
  expect(html.at(-2)).toMatch(/<aside class="notes">[\s\S]*say/)
  if (count > 1) expect(html.join('')).toContain('data-transition="fade"')
})
