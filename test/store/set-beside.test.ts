import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { loadDeck } from '../../src/store/load.ts'
import { render } from '../page/render.ts'

const slides = mkdtempSync(join(tmpdir(), 'study-deck-test-'))
afterAll(() => rmSync(slides, { recursive: true, force: true }))

const text = 'A\n\n===\n\nB\n\nSpeaker: say\n\n===\n\nC\n'
function deck(name: string, files: Readonly<Record<string, string>>): Promise<number> {
  mkdirSync(join(slides, name))
  for (const [file, content] of Object.entries({ 'talk.md': text, ...files }))
    writeFileSync(join(slides, name, file), content)
  return count(name)
}

const count = async (name: string): Promise<number> =>
  (await loadDeck(slides, name)).files.flatMap(({ stacks }) => stacks.flat()).length

it('parts a file as the page of reveal.js beside it says, or reveal-md.json', async () => {
  expect(await deck('plain', {})).toBe(1)
  const page = (name: string) =>
    `<!doctype html><div class="slides"><section data-markdown="${name}"\n data-separator="^\\n===\\n" data-separator-notes="^Speaker:"></section></div>`
  expect(await deck('page', { 'index.html': page('talk.md') })).toBe(3)
  expect(await deck('other', { 'index.html': page('another.md') })).toBe(1)
  expect(await deck('json', { 'reveal-md.json': '{"separator": "^===$"}' })).toBe(3)
  expect(await deck('broken', { 'reveal-md.json': '{"separator": "^===$",}' })).toBe(1)
})

it('reads no page through a link', async () => {
  expect(await deck('linked', {})).toBe(1)
  symlinkSync(join(slides, 'page/index.html'), join(slides, 'linked/index.html'))
  expect(await count('linked')).toBe(1)
})

it('tells of a pattern that it can not read where that stands', async () => {
  await deck('pattern', { 'reveal-md.json': '{"separator": "a|b"}' })
  const { remarks } = await loadDeck(slides, 'pattern')
  expect(remarks).toEqual([
    {
      place: { file: join(slides, 'pattern/reveal-md.json'), line: 1 },
      message: expect.stringMatching(/separator can't be read/),
    },
  ])
})

it('opens the slides that stand in a page of reveal.js itself', async () => {
  const open = async (name: string, files: Readonly<Record<string, string>>) => {
    mkdirSync(join(slides, name))
    for (const [file, content] of Object.entries(files)) writeFileSync(join(slides, name, file), content)
    const deck = await loadDeck(slides, name)
    const { stacks } = await render(deck)
    const plain = (html: string): string =>
      `${/data-background-color="[^"]*"/.exec(html) ?? ''}${html
        .replace(/<\/?section[^>]*>/g, '')
        .replace(/>\s+</g, '><')
        .trim()}`
    return stacks.map((column) => column.map(({ html }) => plain(html)))
  }
  const page = (sections: string): string =>
    `<!doctype html>\n<html><body><section>no slide</section><div class="reveal"><div class="slides">${sections}</div></div><script>var a = '<section>'</script></body></html>`
  expect(
    await open('own', {
      'README.md': '# The project\n',
      'index.html': page(`
        <section data-background-color="#123456">
          <h2>One *two*</h2>

          <p>$a$ &lt;b&gt;</p>
          <aside class="notes">

            say
            Note: this
          </aside>
        </section>
        <section>
          <section><img src="x.svg"> words</section>
          <section><pre><code data-trim>
            a

              b
            ---
          </code></pre><script>alert(1)</script></section>
        </section>
        <section data-markdown><textarea data-template>
          ## Three
          ---
          - four

          Note:
          five
        </textarea></section>
        <section data-markdown data-separator="^---$"><script type="text/template">
          six
          ---
          seven
        </script></section>`),
      'x.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>',
    }),
  ).toEqual([
    [
      expect.stringMatching(
        /^data-background-color="#123456"<h2>One \*two\*<\/h2>\s*<p>\$a\$ &lt;b&gt;<\/p>\s*<aside class="notes">\s*say\s+Note: this/,
      ),
    ],
    [
      expect.stringMatching(/<img[^>]*data:image[^>]*> words/),
      expect.stringMatching(
        /^<div><pre class="code" tabindex="0"><code[^>]*>a\n\n {2}b\n---<\/code><\/pre><\/div>$/,
      ),
    ],
    [expect.stringMatching(/^<h2>Three<\/h2><hr><ul>\s*<li>four<\/li>\s*<\/ul><aside class="notes">.*five/s)],
    ['<p>six</p>'],
    ['<p>seven</p>'],
  ])
  const mixed = { 'a.md': 'A\n\n---\n\nB\n' }
  const both = page('<section>first</section><section data-markdown="a.md"></section><section>last</section>')
  expect((await open('both', { ...mixed, 'index.html': both })).flat()).toEqual(
    ['first', '<p>A</p>', '<p>B</p>', 'last'].map((one) => expect.stringContaining(one)),
  )
  // It may be made of the Markdown.
  expect(
    await open('made', { ...mixed, 'index.html': page('<section>A</section><section>B</section>') }),
  ).toEqual([['<p>A</p>'], ['<p>B</p>']])
})
