import { expect, it } from 'vitest'
import { openDeck } from '../../src/deck/deck-files.ts'
import { render } from '../page/render.ts'

/** The slides of a deck of one file as HTML, without what differs from slide to slide, and what is told of it. */
async function open(text: string, files: Readonly<Record<string, string>> = {}) {
  const bytes = Object.entries({ '01.md': text, 'a.png': 'x', ...files }).map(
    ([name, text]) => [name, new TextEncoder().encode(text)] as const,
  )
  const { stacks, remarks } = await render(await openDeck('a', new Map(bytes)))
  return {
    html: stacks.flat().map(({ html }) =>
      html
        .replace(/src="data:[^"]*"/g, 'src')
        .replace(/<\/?section[^>]*>|\sdata-sentence="\d+"/g, '')
        .replace(/>\s+/g, '>')
        .replace(/\s+</g, '<'),
    ),
    sections: stacks.flat().map(({ html }) => /<section[^>]*>/.exec(html)?.[0] ?? ''),
    told: remarks.map(({ place, message }) => `${place.line} ${message}`),
  }
}

const columns = (...sides: readonly string[]): string =>
  `<div class="columns">${sides.map((side) => `<div class="column">${side}</div>`).join('')}</div>`

it('shows the sides of a Slidev slide as columns, its heading above them', async () => {
  const { html, told } = await open(
    [
      '---\nmdc: true\nlayout: two-cols\n---\n\n# A\n\nleft\n\n::right::\n\nright',
      '---\nlayout: two-cols-header\n---\n\n# A\n\nabove\n::left::\nleft\n::right::\nright\n::bottom::\nbelow',
      '---\nlayout: image-right\nimage: ./a.png\n---\n\n# A\n\nwords\n\n<!-- said -->',
      '---\nlayout: image-left\nimage: a.png\n---\n\nwords',
      '---\nlayout: iframe-right\nurl: https://example.com\n---\n\nwords',
      '---\nlayout: center\n---\n\n```\n::right::\n```',
    ].join('\n\n'),
  )
  expect(html[0]).toBe(`<h1>A</h1>${columns('<p>left</p>', '<p>right</p>')}`)
  expect(html[1]).toBe(`<h1>A</h1><p>above</p>${columns('<p>left</p>', '<p>right</p>')}<p>below</p>`)
  expect(html[2]).toMatch(/<div class="column"><p>words<\/p><\/div><div class="column"><p><img [^>]*><\/p>/)
  expect(html[2]).toMatch(/<aside class="notes"><p>(?:<span>)?said/)
  expect(html[3]).toMatch(/<div class="column"><p><img [^>]*><\/p><\/div><div class="column"><p>words/)
  expect(html[4]).toMatch(/words.*class="gap"><a href="https:\/\/example.com"/)
  expect(html[5]).toContain('::right::')
  expect(told.join('\n')).toMatch(/example\.com/)
})

it('puts pictures of layouts behind the words, where Slidev does', async () => {
  const { sections } = await open(
    '---\nmdc: true\nbackground: "#123456"\n---\n# A\n\n---\nlayout: cover\nbackground: /a.png\n---\n\n# B\n\n---\nlayout: image\nimage: a.png\n---\n',
    { 'public/a.png': 'x' },
  )
  expect(sections[0]).toContain('data-background="#123456"')
  expect(sections[1]).toContain('data-background-image="data:')
  expect(sections[2]).toContain('data-background-image="data:')
})

it('shows the clicks of Slidev as steps', async () => {
  const { html } = await open(
    '---\nmdc: true\n---\n<v-clicks>\n\n- a\n- b\n\n</v-clicks>\n\n<v-click>\n\nc\n\n</v-click>\n\n<div v-click>d</div><div v-after>e</div>\n\nf <v-click at="1">g</v-click> <b v-click.hide>h</b>\n',
  )
  const steps = [
    ...(html[0] ?? '').matchAll(/class="(fragment[^"]*)" data-fragment-index="(\d)"[^>]*>(?:<p>)?(\w)/g),
  ]
  expect(steps.map(([, name, at, said]) => `${said}${at}${name}`)).toEqual(
    ['a1', 'b2', 'c3', 'd4', 'e4', 'g1', 'h5'].map(
      (one) => `${one}fragment${one === 'h5' ? ' fade-out' : ''}`,
    ),
  )
})

it('shows the boxes of Pandoc, Quarto and VS Code, and hides those for the speaker', async () => {
  const { html } = await open(
    [
      '# A\n\n:::: {.columns}\n::: {.column }\nleft\n:::\n::: {.column}\n- right\n:::\n::::\n\n::: {.notes}\nsay this\n:::\n\n::: notes\nand this\n:::',
      'now\n\n. . .\n\nthen\n\n. . .\n\n- last',
      '::: {.fragment .fade-up}\nstep\n:::\n\n::: block {style="color:#123456"}\nboxed\n\n```\n:::\n```\n:::\n\n:::\n\nplain ::: words',
    ].join('\n\n---\n\n'),
  )
  expect(html[0]).toMatch(
    new RegExp(`^<h1>A</h1>${columns('<p>left</p>', '<ul><li>right</li></ul>')}<aside class="notes">`),
  )
  expect(html[0]).toMatch(/say this.*and this/)
  expect(html[1]).toBe(
    '<p>now</p><div class="fragment"><p>then</p></div><div class="fragment"><ul><li>last</li></ul></div>',
  )
  expect(html[2]).toMatch(/^<div class="fragment fade-up"><p>step<\/p><\/div><div [^>]*><p>boxed<\/p><pre/)
  expect(html[2]).toMatch(/<p>:::<\/p><p>plain ::: words<\/p>$/)
})

it("lays the grids and halves of Obsidian's slides side by side, and keeps words to oneself off the wall", async () => {
  const { html } = await open(
    [
      '## A\n\n<grid drag="40 60" drop="right">\n### Right\n- b\n</grid>\n\n<grid drag="40 60" drop="left">\nleft\n</grid>\n\n<grid drag="100 20" drop="0 80">\nfoot\n</grid>',
      '<split even gap="2">\n\n![[a.png]]\n![[a.png]]\n\n::: block\n#### words\nmore\n:::\n\n</split>',
      'seen %%not seen%%\n\n%%\nnot\n\nseen\n%%\n\n`[[x]]` [[note#part|named]] [[other]]\n\n```mermaid\ngraph TD\n%% one\nA-->B\n%% two\n```',
      '<grid  drag="60 55" drop="5 10" bg="red" />\n\nbehind',
    ].join('\n\n---\n\n'),
  )
  expect(html[0]).toBe(
    `<h2>A</h2>${columns('<div><p>left</p></div>', '<div><h3>Right</h3><ul><li>b</li></ul></div>')}<div><p>foot</p></div>`,
  )
  expect(html[1]?.match(/class="column"/g)).toHaveLength(3)
  expect(html[1]).toMatch(/<h4>words<\/h4><p>more<\/p>/)
  expect(html[2]).toMatch(/^<p>seen<\/p><p><code>\[\[x\]\]<\/code>named other/)
  expect(html[2]).not.toContain('not')
  expect(html[2]).toMatch(/%% one\nA--&gt;B\n%% two/)
  expect(html[3]).toMatch(/<div><\/div><p>behind<\/p>/)
})

it("puts what Obsidian's settings have behind all slides that have nothing there", async () => {
  const { sections, told } = await open(
    '---\nbg: "#1e1e2e"\n---\n![[a.png]]\n\n---\n\n<!-- slide bg="red" -->\n\nB\n',
  )
  expect(sections[0]).toContain('data-background-color="#1e1e2e"')
  expect(sections[1]).toContain('data-background-color="red"')
  expect(told).toEqual([])
})

it('narrows the signs of drawings in code to the width of the letters', async () => {
  const { html } = await open('```\n├─ src\n│  a.ts\n```\n')
  expect(html[0]).toMatch(/<span class="cell">├<\/span><span class="cell">─<\/span>src<span class="cell">│</)
})

it('leaves in code what Marp would read elsewhere, and shows a picture beside the words', async () => {
  const { html, sections } = await open(
    '---\nmarp: true\n---\n`![bg](a.png)` ![w:30](a.png)\n\n```md\n![bg](a.png)\n![w:20](a.png)\n```\n\n---\n\n# B\n\n![bg left:40%](a.png)\n\nwords\n',
  )
  expect(html[0]).toMatch(/<code>!\[bg\]\(a\.png\)<\/code>.*<img[^>]*30px.*bg<\/span>.*w:20/)
  expect(sections[0]).not.toContain('background')
  expect(html[1]).toMatch(/<h1>B<\/h1><div class="columns"><div class="column"><p><img.*words/)
})

it('opens a deck of Quarto: its headings part slides, its title is the first, its boxes are read', async () => {
  const { html, sections, told } = await open(
    '---\ntitle: "A talk"\nauthor:\n  - name: Ann\n    email: a@b\n  - Bo\nformat:\n  revealjs:\n    theme: dark\n    incremental: true\n---\n\n# Part\n\n## One {background-color="#123456" .center}\n\nwords\n\n::: {.notes}\n## say this\n:::\n\n## {background-image=a.png}\n\n```{python}\n#| echo: true\nprint(1)\n```\n\n---\n\nno heading\n\n## Two\n\n### Below\n\n:::: {.columns}\n\n::: {.column}\n## not a slide\n:::\n\n::::\n',
  )
  expect(
    html.map((one) =>
      one
        .replace(/<[^>]*>/g, ' ')
        .trim()
        .slice(0, 12)
        .trim(),
    ),
  ).toEqual([...['A talk  Ann,', 'Part', 'One  words', '#| echo: tru', 'no heading', 'Two  Below']])
  expect(sections[0]).toContain('class="title"')
  expect(sections[2]).toMatch(
    /data-background-color="#123456".*class="center"|class="center".*data-background-color="#123456"/,
  )
  expect(html[2]).toMatch(/words<\/p><aside class="notes"><h2>(?:<span>)?say this/)
  expect(sections[3]).toContain('data-background-image')
  expect(html[5]).toContain('not a slide')
  expect(told[0]).toMatch(/^7 .*Quarto/)
  expect(told.join('\n')).not.toMatch(/author|format/)
})

it("finds the level of Pandoc's slides as it does, by its boxes of notes", async () => {
  const { html } = await open(
    '# Part\n\n## One\n\nwords\n\n::: notes\nsay\n:::\n\n### in it\n\n# Part two\n\n## Two\n\n- a\n',
  )
  expect(html.map((one) => /<h\d>(.*?)<\/h/.exec(one)?.[1])).toEqual(['Part', 'One', 'Part two', 'Two'])
  expect(html[1]).toMatch(/in it<\/h3><aside class="notes"><p>.*say/)
})

it('cuts at its headings what nothing else parts, where its settings are those of Pandoc', async () => {
  const text = (settings: string, between = ''): string =>
    `---\n${settings}\n---\n\n# One\n\n## Two\n\na\n${between}\n## Three\n\nb\n`
  const count = async (...of: Parameters<typeof text>): Promise<number> =>
    (await open(text(...of))).html.length
  expect(await count('title: T\nauthor: A')).toBe(4)
  expect(await count('title: T\nauthor: A', '\n---\n')).toBe(2)
  expect(await count('title: T\nauthor: A', '\n. . .\n\nmore\n\n---\n')).toBe(4)
  expect(await count('title: T')).toBe(1)
})
