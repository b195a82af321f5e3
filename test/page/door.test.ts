import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { layouts } from '../../src/layouts/index.ts'
import { writeBody } from '../../src/markdown/html-tree.ts'
import { parseBody } from '../../src/markdown/parse-body.ts'
import { sanitize } from '../../src/markdown/sanitize.ts'
import { harmIn, hostileMarkdown, md, throughTheDoor, wordsIn } from './door.ts'

const numRuns = Number(process.env['FUZZ_RUNS'] ?? 400)

it('loses no words between two comments', () => {
  expect(wordsIn(throughTheDoor('<!-- a -->words<!-- b -->').body)).toBe('words')
  expect(wordsIn(throughTheDoor('- one <!-- a -->two<!-- b --> three').body)).toBe('onetwothree')
})

it.each([
  'meta http-equiv="refresh" content="0"',
  'script',
  'style',
  'base href="http://x.test"',
  'iframe src="x"',
])('lets no <%s> through between two comments, wherever they stand', (tag) => {
  const between = `<!-- .element: class="a" --><${tag}><!-- .element: class="b" -->`
  for (const markdown of [between, `- ${between}`, `> ${between}`, `Note: ${between}`, `words ${between}`])
    expect(harmIn(Object.values(throughTheDoor(markdown)).flat().join(''))).toEqual([])
})

it.each([
  'data-background="url(http://x.test/)"',
  'data-background-gradient="linear-gradient(red, blue), URL (http://x.test/)"',
  'data-background-color="red;background:image-set(\'http://x.test/\' 1x)"',
  'data-background-position="0;background:u\\72l(http://x.test/)"',
])('lets no slide fetch its background by %s', (said) =>
  expect(throughTheDoor(`<!-- .slide: ${said} -->\n\nwords`).attributes).toEqual([]),
)

describe('a link', () => {
  const link = (address: string): string =>
    throughTheDoor(`<a href="${address}" target="wall">x</a>`).body.replace(/^<p>|<\/p>\n$/g, '')
  it.each([
    'javascript:x',
    'jav&#9;ascript:x',
    ' javascript:x',
    'data:text/html,x',
    'file:///x',
    'vscode://x',
    'blob:x',
  ])('does not lead by %s, and its words stay', (address) => expect(link(address)).toBe('<a>x</a>'))
  it.each(['#/2', '#/end', '../b/01.md', 'a.pdf', 'mailto:a@x.test', 'tel:1'])('leads to %s', (address) =>
    expect(link(address)).toBe(`<a href="${address}">x</a>`),
  )
  it('out of the deck opens beside it, and what it opens can reach nothing', () => {
    expect(link('https://x.test/')).toBe(
      '<a href="https://x.test/" target="_blank" rel="noopener noreferrer">x</a>',
    )
    // An address without a scheme would be a computer of the network where the page is a file.
    expect(link('//x.test/a')).toBe(
      '<a href="https://x.test/a" target="_blank" rel="noopener noreferrer">x</a>',
    )
  })
})

it.each(['<div>', '<b><i>', '<ul><li>', '<svg><g>', '<math><mrow>'])(
  'keeps the words, and not all the elements, of %s within itself thousands of times',
  (tags) => {
    const { body } = throughTheDoor(`${tags.repeat(2500)}words`)
    expect(wordsIn(body)).toBe('words')
    expect(body.length).toBeLessThan(4000)
  },
)

it('takes the attributes of comments as reveal.js does', () => {
  const body = (markdown: string): string => throughTheDoor(markdown).body.trim()
  expect(body('```js\nlet a\n```\n<!-- .element: class="fragment" -->')).toMatch(
    /^<pre class="code fragment"/,
  )
  expect(body('- a\n- b\n<!-- .element: class="fragment" -->')).toMatch(
    /<ul>\s*<li>a<\/li>\s*<li class="fragment">b/,
  )
  expect(body('- a\n- b\n\n<!-- .element: class="fragment" -->')).toMatch(/<ul class="fragment">\s*<li>a/)
  expect(body('- a <!-- .element: class="fragment", -->')).toMatch(/<li class="fragment">a/)
  expect(body('- a <!-- .element class="fragment" data-fragment-index=2 -->')).toMatch(
    /<li class="fragment" data-fragment-index="2">a/,
  )
  expect(body("<div>a</div>\n<!-- .element: class='cards spaced' -->")).toMatch(
    /^<div class="cards spaced">a/,
  )
  expect(body('$x$ <!-- .element: class="fragment" -->')).toMatch(/<span class="katex fragment">/)
  expect(body('a **b**<!-- .element: class="gap" --> d')).toBe('<p>a <strong class="gap">b</strong> d</p>')
  expect(body('a<br><!-- .element: class="gap" -->')).toBe('<p class="gap">a<br></p>')
  expect(
    throughTheDoor('# A\n\nNote: b\n\n<!-- .slide: data-background="red" id="x" -->').attributes,
  ).toEqual([
    ['data-background', 'red'],
    ['id', 'x'],
  ])
})

it('leaves a deck the names of our layouts, and none by which the page hides what is its own', () => {
  for (const { name } of layouts.filter(({ name }) => name !== 'list'))
    expect(throughTheDoor(`<!-- .slide: class="${name}" -->`).attributes).toEqual([['class', name]])
  const hidden =
    'toolbar curtain progress pause-overlay unseen-heading overview-place hint every-page notes hidden'
  expect(throughTheDoor(`<i class="${hidden} cards">b</i>`).body).toBe('<p><i class="cards">b</i></p>\n')
})

it('gives nobody the names by which a page finds its own', () => {
  const { body } = throughTheDoor(
    '<div id="study-deck-settings" class="reveal slides toolbar unseen-heading visually-hidden mine cards" data-state="keydown" name="body">a</div><i id="mine">b</i>',
  )
  expect(body).toBe('<div class="cards">a</div><i id="mine">b</i>')
})

it('shows what words for the speaker are in HTML to the speaker only', () => {
  const { body, notes } = throughTheDoor(
    '# A\n\n<aside class="notes">for her</aside>\n\n<!-- .slide: data-notes="too" -->',
  )
  expect(wordsIn(body)).toBe('A')
  expect(wordsIn(notes)).toBe('forhertoo')
})

it('keeps drawings and formulas in HTML, without what runs', () => {
  const { body } = throughTheDoor(
    '<svg viewBox="0 0 9 9" onload="x()"><defs><linearGradient id="g"/></defs><circle r="4" fill="url(#g)"/><script>x()</script><foreignObject><b>w</b></foreignObject></svg>\n\n<math><mfrac><mi>a</mi><mi>b</mi></mfrac></math>',
  )
  expect(body).toContain(
    '<svg viewBox="0 0 9 9"><defs><linearGradient id="g"></linearGradient></defs><circle r="4" fill="url(#g)"></circle>w</svg>',
  )
  expect(body).toContain('<math><mfrac><mi>a</mi><mi>b</mi></mfrac></math>')
})

it('names what it has not, and tells of it', () => {
  const { body, lacks } = throughTheDoor(
    '![two words](none.png)\n\n<iframe src="https://x.test/"></iframe> <video src="none.mp4"></video>',
  )
  expect(wordsIn(body)).toBe('[picture"twowords":none.png][webpage:https://x.test/][film:none.mp4]')
  expect(lacks).toEqual(['none.png', 'https://x.test/', 'none.mp4'])
})

it('leaves no address of a film that stands nowhere', () => {
  const { body } = throughTheDoor('<div><source src="http://x.test/a.mp3" onerror="boom()">words</div>')
  expect(body).not.toContain('x.test')
  expect(wordsIn(body)).toBe('words')
})

it('has pictures and films as data, whichever way they are named', () => {
  const data = (path: string): string => `base64,${btoa(path)}`
  for (const markdown of [
    '![](a.png?v=2)',
    '<img data-src="a.png">',
    '<img srcset="a.png 1x, b.png 2x">',
    '<picture><source srcset="b.webp"><img src="a.png"></picture>',
  ])
    expect(throughTheDoor(markdown).body).toContain(`src="data:image/png;${data('a.png')}"`)
  expect(
    throughTheDoor('<video data-autoplay><source src="none.webm"><source data-src="a.mp4"></video>').body,
  ).toContain(`<video data-autoplay="" src="data:video/mp4;${data('a.mp4')}"></video>`)
  expect(throughTheDoor('<!-- .slide: data-background-image="a%201.png" -->').attributes).toEqual([
    ['data-background-image', `data:image/png;${data('a 1.png')}`],
  ])
})

describe('whatever comments, tags and Markdown are mixed', () => {
  it('nothing raw goes into a page, and it reads the same when it is parsed again', () => {
    fc.assert(
      fc.property(hostileMarkdown, (markdown) => {
        const { attributes, body, notes } = throughTheDoor(markdown)
        expect(attributes.filter(([name]) => /^(?:on|data-state|src|href)/.test(name))).toEqual([])
        for (const html of [body, notes]) {
          expect(harmIn(html)).toEqual([])
          // Written and parsed any number of times it stays harmless: nothing turns into something else.
          const again = writeBody(parseBody(html))
          expect(harmIn(again)).toEqual([])
          expect(harmIn(`<section><div><p>${html}</p></div></section>`.replace(/<\/?section>/g, ''))).toEqual(
            [],
          )
          expect(wordsIn(writeBody(sanitize(parseBody(again))))).toBe(wordsIn(again))
        }
      }),
      { numRuns },
    )
  }, 600_000)

  it('no words are lost that plain markdown-it and a parser see', () => {
    fc.assert(
      fc.property(hostileMarkdown, (markdown) => {
        const env = {
          file: '',
          line: 1,
          language: 'en',
          part: 'body',
          sentences: [],
          originals: new Map(),
          remark: () => {},
          docId: 'x',
        }
        const plain = wordsIn(md.render(markdown, env))
        const { body, notes } = throughTheDoor(markdown)
        const shown = wordsIn(body + notes).replace(
          /\[(?:picture|film|sound|webpage|background)(?:"[^"]*")?:[^\]]*\]/g,
          '',
        )
        expect(shown).toBe(plain)
      }),
      { numRuns },
    )
  }, 600_000)
})
