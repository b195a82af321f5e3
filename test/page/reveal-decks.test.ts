import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { loadDeck } from '../../src/store/load.ts'
import { drawPicture } from './foreign-slides.ts'
import { render } from './render.ts'

// What decks written for reveal.js look like here; each was once shown otherwise.
const slides = mkdtempSync(join(tmpdir(), 'study-deck-test-'))
afterAll(() => rmSync(slides, { recursive: true, force: true }))

async function pages(markdown: string): Promise<string[]> {
  const folder = mkdtempSync(join(slides, 'd'))
  for (const size of ['300x200', '800x600', '1600x300', '20x20'])
    writeFileSync(join(folder, `${size}.svg`), drawPicture(size))
  writeFileSync(join(folder, '01.md'), markdown)
  const { stacks } = await render(await loadDeck(slides, folder.slice(slides.length + 1)))
  return stacks.flat().map(({ html }) => html.replace(/data:image[^"]*/g, ''))
}
const one = async (markdown: string): Promise<string> => (await pages(markdown))[0] ?? ''
const picturesIn = (htmls: readonly string[]): number => htmls.join('').match(/<img/g)?.length ?? 0

describe('pictures', () => {
  it.each([
    [
      'two in a block that is too high',
      '## T\n\n<div>\n<img src="800x600.svg">\n<img src="800x600.svg">\n</div>',
      2,
    ],
    ['two behind words', '## T\n\nwords ![](300x200.svg) ![](300x200.svg)', 2],
    ['twelve in an item', `- words${' ![](800x600.svg)'.repeat(12)}`, 12],
    ['six in a quotation', `> words${' ![](800x600.svg)'.repeat(6)}`, 6],
    ['ten in cells', `| a | b |\n|---|---|\n${'| ![](800x600.svg) | ![](300x200.svg) |\n'.repeat(5)}`, 10],
    ['four without words', '![](800x600.svg)\n'.repeat(4), 4],
  ])('are all there: %s', async (_what, markdown, count) =>
    expect(picturesIn(await pages(markdown))).toBe(count),
  )

  it('of their own size stand on one slide that has room for them', async () => {
    expect(await pages('words ![](20x20.svg) ![](20x20.svg) ![](300x200.svg)')).toHaveLength(1)
    expect(
      await pages(`## T\n\n${Array.from({ length: 6 }, () => '- ![](20x20.svg) point').join('\n')}`),
    ).toHaveLength(1)
  })

  it('fill a slide of theirs', async () => {
    expect(await one('![](800x600.svg)')).toContain('width:789px;height:592px')
    expect(await one('![](800x600.svg)\n\nNote: said')).toContain('width:789px;height:592px')
    expect(await one('![](1600x300.svg)')).toContain('width:1120px;height:210px')
    expect(await one('## T\n\n![](800x600.svg)')).toMatch(/width:6\d\dpx;height:4\d\dpx/)
  })

  it('keep the size that their author gives them', async () => {
    expect(await one('<img src="800x600.svg" width="200">')).toContain('style="width:200px"')
    expect(await one('<img src="800x600.svg" style="height:50%">')).toContain('style="height:50%"')
  })

  it('marked r-stretch take what the others leave, within the slide', async () => {
    const html = await one('## T\n\n<img class="r-stretch" src="1600x300.svg">\n\nwords')
    expect(html).toContain('width:1120px;height:210px')
    // reveal.js would stretch it again, over the edge.
    expect(html).not.toContain('r-stretch')
  })
})

describe('sizes', () => {
  it("of a slide's own type count from the usual one", async () => {
    const scale = async (style: string): Promise<number> =>
      Number(/--scale:([\d.]+)/.exec(await one(`<!-- .slide: style="${style}" -->\n## T\n\nwords`))?.[1] ?? 1)
    const usual = await scale('')
    expect(await scale('font-size: 0.9em')).toBeCloseTo(0.9 * usual)
    expect(await scale('font-size: 150%')).toBeCloseTo(1.5 * usual)
    expect(await scale('font-size:34px')).toBeCloseTo(usual)
    // None is so small that it can't be read.
    expect(await scale('font-size: 1px')).toBeGreaterThan(0.7)
  })

  it('of r-fit-text fill the line', async () => {
    const sizeOf = (html: string): number => Number(/font-size:(\d+)px/.exec(html)?.[1])
    const short = sizeOf(await one('<h2 class="r-fit-text">Hi</h2>'))
    const long = sizeOf(await one(`<h2 class="r-fit-text">${'many words '.repeat(6)}</h2>`))
    expect(short).toBeGreaterThan(200)
    expect(long).toBeLessThan(60)
  })
})

describe('program text', () => {
  const long = `${'word '.repeat(300)}\n`
  it.each([
    ['indented', `    ${long}`],
    ['raw', `<pre><code>${long}</code></pre>`],
    ['raw, without code', `<pre>\n${long}</pre>`],
  ])('is wrapped and split: %s', async (_what, markdown) => {
    const found = await pages(`## A\n\n${markdown}`)
    expect(found.length).toBeGreaterThan(1)
    expect(found.join('').match(/\bword\b/g)).toHaveLength(300)
    expect(found[0]).toContain('<pre class="code" tabindex="0"><code>word')
  })

  it('is numbered and stressed as reveal.js has it, in fences and in HTML', async () => {
    const steps =
      /<code style="counter-reset:line 24" class="(?:(?:language-)?js )?numbered"><span class="line">a<\/span>\n<span class="line faded">b<\/span><\/code><code style="counter-reset:line 24" class="(?:(?:language-)?js )?numbered fragment"><span class="line faded">a/
    expect(await one('```js [25: 1|2]\na\nb\n```')).toMatch(steps)
    expect(
      await one(
        '<pre><code class="js" data-trim data-line-numbers="1|2" data-ln-start-from="25">\na\nb\n</code></pre>',
      ),
    ).toMatch(steps)
  })

  it('goes on with its numbers, and each step stays with the page of its lines', async () => {
    const lines = Array.from({ length: 40 }, (_, i) => `line ${i + 1}`).join('\n')
    const found = await pages(`\`\`\`js [1|2|40]\n${lines}\n\`\`\``)
    expect(found.map((html) => html.match(/<code/g)?.length)).toEqual([2, ...found.slice(2).map(() => 1), 1])
    const second = />line (?:<[^>]*>)?(\d+)/.exec(found[1] ?? '')?.[1]
    expect(found[1]).not.toContain('faded')
    expect(found[1]).toContain(`counter-reset:line ${Number(second) - 1}`)
  })
})

it('leaves hidden slides out, as reveal.js does', async () => {
  expect(
    await pages('# A\n\n---\n\n<!-- .slide: data-visibility="hidden" -->\n# B\n\n---\n\n# C'),
  ).toHaveLength(2)
})

it('shows a table right below a list or a quotation', async () => {
  for (const above of ['- item', '> said', '1. item'])
    expect(await one(`${above}\n| a | b |\n|---|---|\n| 1 | 2 |`)).toContain('<td>1</td>')
})
