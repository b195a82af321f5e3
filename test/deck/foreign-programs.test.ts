import { expect, it } from 'vitest'
import { open } from './foreign.ts'

/** What is seen of a slide, without its marks. */
const words = (html = ''): string =>
  html
    .replace(/<aside[\s\S]*?<\/aside>/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()

it("shows the words of Slidev's components, names those that have none, and every state of code that changes", async () => {
  const { html, told } = await open(
    [
      '---\nmdc: true\ntheme: seriph\n---\n# A\n\n::Alert{type="warning"}\nin the **box**\n::\n',
      ':Icon{name="x"} and :Badge[new]{type=info} at 10:30{x}\n\n---\n\n:: header ::\n\ntop\n\n:: left ::\n\none\n\n:: right ::\n\ntwo\n\n:: bottom ::\n\nlow\n\n---\n',
      '````md magic-move\n```ts\nconst a = 1\n```\n```ts\nconst b = 2\n```\n````\n',
    ].join('\n'),
  )
  expect(words(html[0])).toMatch(/^A in the box \[component: &lt;icon&gt;\] and new at 10:30\{x\}$/)
  expect(words(html[1])).toBe('top one two low')
  expect(words(html[2])).toBe('const a = 1 const b = 2')
  expect(told.filter((one) => /theme/.test(one))).toEqual([])
})

it("names what Quarto's shortcodes would show, shows the titles of its boxes and the words of its pictures", async () => {
  const { html, told } = await open(
    [
      '---\ntitle: T\nformat: revealjs\n---\n## A\n\n{{< video https://x.org/a >}}\n\nan {{< fa bell >}} `{{< fa >}}`\n',
      '## B\n\n![what is seen](a.png)\n\n::: {.callout-tip title="Mind"}\nthis\n:::\n\n| a |\n|---|\n| 1 |\n\n: {.striped}\n',
    ].join('\n'),
  )
  expect(words(html[1])).toBe(
    'A [web page: https://x.org/a] an [component: &lt;quarto-fa bell&gt;] {{&lt; fa &gt;}}',
  )
  expect(html[2]).toContain('<figcaption>what is seen</figcaption>')
  expect(words(html[2])).toBe('B what is seen Mind this a 1')
  expect(told).toContainEqual(expect.stringMatching(/quarto-fa bell/))
})

it("reads Pandoc's lines of title, and parts nothing at the head of its tables", async () => {
  const { html } = await open(
    '% My\n  title\n% Jane; John\n% 2024\n\n## A\n\nx\n\n  a     b\n---   ---\n  1     2\n',
  )
  expect(html.map(words)).toEqual(['My title Jane; John 2024', expect.stringMatching(/^A x a b 1 2$/)])
})

it('gives pictures behind slides of Marp the sizes that it has', async () => {
  const { html } = await open(
    '---\nmarp: true\n---\n![bg w:100px height:75pt](a.png)\n\n---\n\n![bg 40%](a.png)\n\n---\n\n![bg](a.png)\n',
  )
  const sizes = html.map((one) => /data-background-size="([^"]*)"/.exec(one)?.[1])
  expect(sizes).toEqual(['100px 100px', '40%', undefined])
})

it("names the notes that Obsidian would show within a slide, and has its boxes' own titles", async () => {
  const { html, told } = await open('# A\n\n![[Other note#Part]] `![[x]]`\n\n> [!tip]- Mind\n> this\n')
  expect(words(html[0])).toBe('A [component: &lt;note-embed Other note#Part&gt;] ![[x]] Mind this')
  expect(told).toHaveLength(1)
})

it("sets the formulas that reveal.js's plugin sets, and leaves other programs' code alone", async () => {
  const body = '# A\n\n`$$ a_1 $$` \\\\(b_1 * c * d\\\\)\n\n\\begin{align}\ne &= f \\\\\n\\end{align}\n'
  const [slide] = (await open(body)).html
  expect(slide?.match(/class="katex"/g)).toHaveLength(3)
  expect(slide).not.toMatch(/<code>|<em>|<p>\\begin/)
  const [other] = (await open(`---\nmarp: true\n---\n${body}`)).html
  expect(other).toContain('<code>$$ a_1 $$</code>')
})

it('tells the characters that no font has in one remark', async () => {
  const { told } = await open('# مقدمة\n\nمرحبا بكم\n')
  expect(told).toEqual([expect.stringMatching(/these 9$/)])
})
