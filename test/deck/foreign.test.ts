import { expect, it } from 'vitest'
import { openDeck } from '../../src/deck/deck-files.ts'
import { render } from '../page/render.ts'
import { open } from './foreign.ts'

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
    expect.stringMatching(/there is no theme black here/),
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
  expect(told).toEqual([expect.stringMatching(/Marp/)])
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
  expect(html[3]).toContain('./pages/e.md')
  expect(told[1]).toMatch(/the file .\/pages\/e.md, which is not there/)
})

/** A deck of several files. */
async function openFiles(files: Readonly<Record<string, string>>) {
  const bytes = Object.entries(files).map(([name, text]) => [name, new TextEncoder().encode(text)] as const)
  const deck = await openDeck('a', new Map(bytes))
  const { stacks, remarks } = await render(deck)
  const slides = deck.files.flatMap(({ path, stacks }) =>
    stacks.flat().map((slide) => `${path.slice(2)} ${slide.body.text.match(/[A-Z]\b/)?.[0] ?? ''}`),
  )
  return {
    deck,
    slides,
    html: stacks.flat().map(({ html }) => html),
    told: remarks.map(({ place, message }) => `${place.file.slice(2)}:${place.line} ${message}`),
  }
}

it('reads the files that slides of Slidev stand for, with their notes, as many slides as are asked for', async () => {
  const { slides, html, told } = await openFiles({
    'slides.md':
      '---\nmdc: true\n---\n# A\n\n---\nsrc: ./pages/b.md\n---\n\n---\nsrc: ./pages/c.md#2-3\nhide: false\n---\n\nnot shown\n\n---\n\n# D\n\n---\nhide: true\nsrc: ./pages/b.md\n---\n',
    'pages/b.md': '# B\n\n![](b.png)\n\n<!-- say b -->\n\n---\nsrc: ../more/e.md\n---\n',
    'pages/c.md':
      '---\ntitle: c\ntheme: x\n---\n# F\n\n----\n\n# G\n\n---\nlayout: two-cols\n---\n\n# H\n\n---\n\n# I\n',
    'more/e.md': '# E\n\n---\nsrc: ../pages/b.md\n---\n\n---\nsrc: ../../out.md\n---\n',
    'pages/b.png': 'x',
  })
  expect(slides).toEqual([
    ...['slides.md A', 'pages/b.md B', 'more/e.md E', 'more/e.md ', 'more/e.md '],
    ...['pages/c.md G', 'pages/c.md H', 'slides.md D', 'slides.md '],
  ])
  // The hidden one is not shown.
  expect(html).toHaveLength(8)
  expect(html[1]).toMatch(/src="data:image[\s\S]*<aside class="notes">[\s\S]*say b/)
  expect(html.join('')).not.toContain('not shown')
  expect(told.slice(1)).toEqual([
    expect.stringMatching(/^slides.md:22 Slidev does not show/),
    expect.stringMatching(/^more\/e.md:4 .*leads back here/),
    expect.stringMatching(/^more\/e.md:8 .*outside the deck's folder/),
  ])
})

it('takes the files of a deck, their order and what parts them from its page of reveal.js', async () => {
  const files = {
    'z.md': '# A\n\n---\n\n# B\n\n--\n\nwords\n',
    'text/a.md': '# C\n\n===\n\n# D\n\nSay: this\n',
    'other.md': '# X\n',
    'index.html':
      '<!doctype html><html><body><div class="reveal"><div class="slides"><section>own</section><section data-markdown="z.md"></section><section><section data-markdown="./text/a.md" data-separator="^\\n===\\n" data-separator-notes="^Say:" data-background-color="#123456" onclick="x()"></section><section data-markdown="gone.md"></section></section></div></div></body></html>',
  }
  const { deck, slides, html, told } = await openFiles(files)
  expect(slides).toEqual(['z.md A', 'z.md B', 'text/a.md C', 'text/a.md D'])
  expect(deck.files.map(({ stacks }) => stacks.length)).toEqual([2, 1])
  expect(html[3]).toMatch(/data-background-color="#123456"[\s\S]*<aside[\s\S]*this/)
  expect(html.join('')).not.toContain('onclick')
  expect(told.slice(0, 3)).toEqual([
    expect.stringMatching(/^index.html:1 .*gone.md, which is not there/),
    expect.stringMatching(/^index.html:1 .*not read: 1;/),
    expect.stringMatching(/^index.html:1 .*does not show other.md/),
  ])
})

it('tells what reveal-md would run', async () => {
  const { told } = await openFiles({
    'a.md': '# A\n',
    'reveal-md.json': '{"preprocessor": "./p.js", "css": "a.css"}',
  })
  expect(told).toEqual([expect.stringMatching(/^reveal-md.json:1 preprocessor, css/)])
})

it('shows code of files beside a deck of Slidev, and tells of what it can not draw', async () => {
  const { html, told } = await openFiles({
    'slides.md':
      '---\nmdc: true\n---\n<<< @/code/a.ts {1}\n\n---\n\n<<< ./code/a.ts#part\n\n---\n\n<<< ./none.js\n\n---\n\n<Tweet id="20" />\n\nwords <carbon-logo-github />\n',
    'code/a.ts': 'const a = 1\n// #region part\nconst b = 2\n// #endregion\n',
  })
  expect(html[0]).toMatch(/const[\s\S]*region/)
  expect(html[1]).toContain('2')
  expect(html[1]).not.toContain('region')
  expect(html[3]).toMatch(/class="gap">\[component: &lt;tweet 20&gt;\][\s\S]*words/)
  expect(told.join('\n')).toMatch(/slides.md:12 no code file .\/none.js/)
  expect(told.join('\n')).toMatch(/the component <tweet 20>/)
  expect(told.join('\n')).toMatch(/left out: <carbon-logo-github>/)
})

it('has what formulas of other slides define, and characters by their names in decks of Marp', async () => {
  const { html, told } = await open(
    '# A\n\n$\\newcommand{\\R}{\\mathbb{R}} \\DeclareMathOperator{\\tr}{tr}$\n\n---\n\n$x \\in \\R, \\tr x$ and $\\newcommand{\\R}{r}\\R$\n\n---\n\n$\\none$ :smile:\n',
  )
  expect(html[1]).toContain('mathbb')
  expect(html[1]).not.toMatch(/<code>/)
  expect(html[2]).toContain(':smile:')
  expect(told).toEqual([expect.stringMatching(/can't read the formula/)])
  const marp = await open(
    '---\nmarp: true\n---\n# :smile: at 10:30:00\n\n![w:300 h:2cm words](a.png) ![blur](b.png)\n',
  )
  expect(marp.html[0]).toMatch(/😄 at 10:30:00[\s\S]*alt="words"[^>]*style="width:300px;height:76px"/)
})

it('tells what Slidev and Marp show otherwise, with the lines', async () => {
  const slidev = await open(
    '---\nsrc: ./first.md\nmdc: true\n---\n\n---\nhide: true\n---\n# A\n\n<style>\nh1 { font-style: italic }\n</style>\n\n---\nlayout: iframe\nurl: https://example.org/\n---\n\n# B\n',
  )
  expect(slidev.told).toEqual([
    expect.stringMatching(/Slidev deck/),
    expect.stringMatching(/does not show this slide/),
    expect.stringMatching(/the file .\/first.md, which is not there/),
    expect.stringMatching(/the web page https:\/\/example.org\/ is not opened/),
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

it('opens slides of Obsidian: pictures and links to notes, what its comments set, none of its words to oneself', async () => {
  const { html } = await open(
    '# A\n<!-- element class="fragment" -->\n\n%%\nsecret\n%%\n\n![[a.png|300]] [[Some note|shown]] and [[other]]\n--\n<!-- slide bg="[[b.png]]" -->\n## B\n\n::: title\nC\n:::\n\n---\n\n<!-- slide bg="aquamarine" -->\n\nD\n\nnotes: say\n',
  )
  expect(html).toHaveLength(3)
  expect(html[0]).toMatch(/<h1 class="fragment">A[\s\S]*<img[\s\S]*width:300px[\s\S]*shown and other/)
  expect(html[0]).not.toContain('secret')
  expect(html[1]).toMatch(/data-background-image="data:[\s\S]*B[\s\S]*C/)
  expect(html[1]).not.toContain(':::')
  expect(html[2]).toMatch(/data-background-color="aquamarine"[\s\S]*<aside[\s\S]*say/)
})

it.each(['^(?:\\r?\\n){3}', '^\\n\\n\\n'])('parts slides by blank lines, as %s says', async (separator) => {
  expect((await open('# A\n\nwords\n\n\n\n# B\n', { separator })).html).toHaveLength(2)
})

it('takes a deck that only Marp has settings for as one of Marp', async () => {
  expect((await open('---\nheadingDivider: 2\n---\n# A\n\n## B\n\n## C\n')).html).toHaveLength(3)
})
