import fc from 'fast-check'
import { expect, it } from 'vitest'
import { parseDeck } from '../../src/deck/parse.ts'
import { readSheet } from '../../src/page/author-style/sheet.ts'
import { contrast, readColour } from '../../src/theme/colour.ts'
import { render } from './render.ts'

/** The slides of a deck as HTML, and what is told of it. */
async function open(text: string, isDerived = false) {
  const deck = await parseDeck({
    slug: 'a',
    folder: 'a',
    siblings: ['a'],
    beside: () => ({ lack: 'missing' }),
    files: [{ path: 'a/01.md', text }],
    isDerived,
  })
  const { stacks, remarks } = await render(deck)
  return {
    html: stacks.flat().map(({ html }) => html),
    told: remarks.map(({ place, message }) => `${place.line} ${message}`),
  }
}

it('puts the style of a deck on the elements of all its slides', async () => {
  const { html, told } = await open(
    '<style>\n.reveal h2 { text-align: center }\nsection p.big { font-size: 40px; margin: 0 auto }\nh2 { color: #c00; text-align: left }\n</style>\n\n## A heading of words\n\n---\n\n<p class="big">words of a paragraph</p>\n\n## B\n',
  )
  expect(html[0]).toMatch(/<h2 style="color:#c00;text-align:center">/)
  expect(html[1]).toMatch(/<p class="" style="font-size:40px;margin:0 auto">/)
  expect(html.join('')).not.toContain('<style')
  expect(told).toEqual([])
})

it('keeps a scoped style to its slide, and what an element says of itself', async () => {
  const { html } = await open(
    '## A\n\n<style scoped>\nh2 { text-align: right }\n</style>\n\n---\n\n<h2 style="text-align:center">B</h2>\n\n---\n\n<style>h2 { text-align: left }</style>\n',
  )
  expect(html[0]).toMatch(/<h2 style="text-align:right">/)
  expect(html[1]).toMatch(/<h2 style="text-align:left;text-align:center">/)
})

it.each([
  [
    'ids before classes before names',
    'h2 { text-align: left } #b { text-align: right } .a { text-align: center }',
    'right',
  ],
  [
    'the last of equals',
    '.a { text-align: left } h2.a { text-align: center } h2.c { text-align: right }',
    'right',
  ],
  ['what is important', 'h2 { text-align: left !important } #b { text-align: right }', 'left'],
  ['children only', 'section > h2 { text-align: left } div > h2 { text-align: right }', 'left'],
  [
    'the first of its kind',
    'h2:first-of-type { text-align: left } h2:nth-of-type(2) { text-align: right }',
    'left',
  ],
])('follows the cascade: %s', async (_what, css, align) => {
  const { html } = await open(`<style>${css}</style>\n\n<h2 id="b" class="a c">B</h2>\n`)
  const style = /<h2 [^>]*style="([^"]*)"/.exec(html[0] ?? '')?.[1] ?? ''
  expect(style.split(';').at(-1)).toBe(`text-align:${align}`)
})

it.each([
  'background: url(https://example.org/a.png)',
  'background: URL( "//example.org" )',
  'background-color: u\\72l(a)',
  'color: var(--x)',
  'width: attr(x)',
  'border-image: image-set("a.png" 1x)',
  'content: "words"',
  'position: fixed',
  'position: absolute',
  'display: none',
  'visibility: hidden',
  'opacity: 0',
  'font-size: 1px',
  'transform: translateX(9999px)',
  'clip-path: inset(50%)',
  'margin-left: -2000px',
  'text-indent: -2000px',
  'z-index: 99999',
  'border-radius: url(a)',
  'grid-template-columns: repeat(9999, 1fr)',
  'animation: a 1s',
  'behavior: url(a)',
  '-webkit-text-fill-color: transparent',
  'color: transparent',
])('leaves out %s, and says so', async (declaration) => {
  const { html, told } = await open(
    `<style>\np { ${declaration}; text-align: center }\n</style>\n\nwords of a paragraph in English\n`,
  )
  expect(html[0]).toMatch(/<p style="text-align:center">/)
  expect(told).toEqual([`1 a part of the style here is used; left out: ${declaration.split(':')[0]}`])
})

it('leaves out what is no rule of elements', async () => {
  const { html, told } = await open(
    '<style>\n@import "https://example.org/a.css";\n@font-face { font-family: x; src: url(x) }\n@media print { p { color: red } }\np:hover, p::before { text-align: right }\nb { color: red; & i { color: blue } }\n</style>\n\nwords of a paragraph in English\n',
  )
  expect(html[0]).toMatch(/<p>words/)
  expect(told).toEqual([
    expect.stringMatching(/left out: @import, @font-face, @media, p:hover, p::before, &$/),
  ])
})

it('makes colours readable on what they stand on, whatever the theme', async () => {
  const { html, told } = await open(
    '<style>\nh2 { color: navy }\n.box { background: #222 }\n.box p { color: #333 }\n.light { background-color: #fff8dc }\n</style>\n\n## Words of a heading\n\n<div class="box"><p>a</p><h3>b</h3></div>\n\n<p class="light">c</p>\n',
  )
  const colours = [...(html[0] ?? '').matchAll(/[";]color:(#\w+)/g)].map(
    ([, colour]) => colour as `#${string}`,
  )
  const [heading, box, inBox, light] = colours
  for (const ground of ['#ffffff', '#000000'] as const)
    expect(contrast(heading ?? ground, ground)).toBeGreaterThanOrEqual(3)
  for (const one of [box, inBox]) expect(contrast(one ?? '#222222', '#222222')).toBeGreaterThanOrEqual(3)
  expect(contrast(light ?? '#ffffff', '#fff8dc')).toBeGreaterThanOrEqual(3)
  expect(told).toEqual([expect.stringMatching(/nearest that can/)])
})

it('gives a slide its ground and type', async () => {
  const { html } = await open(
    '<style>.reveal { font-size: 30px } section { background: #102030; color: #fff }</style>\n\nwords\n',
  )
  expect(html[0]).toMatch(/<section [^>]*data-background-color="#102030"/)
  expect(html[0]).toMatch(/<section [^>]*style="color:#fff/)
})

it('takes the style of Marp from its settings, and none for a derived deck', async () => {
  const marp = await open(
    '---\nmarp: true\nstyle: |\n  h2 { text-align: center }\n---\n## Words of a heading\n',
  )
  expect(marp.html[0]).toMatch(/<h2 style="text-align:center">/)
  const derived = await open('<style>h2 { text-align: center }</style>\n\n## Words of a heading\n', true)
  expect(derived.html[0]).toMatch(/<h2>/)
  expect(derived.told).toEqual([expect.stringMatching(/^1 .*<style> is left out/)])
  const code = await open('```html\n<style>h2 { text-align: center }</style>\n```\n\n## Words of a heading\n')
  expect(code.html[0]).toMatch(/<h2>/)
})

it('reads any text in good time, and lets nothing through that could load or run', () => {
  const piece = fc.constantFrom(
    ...[
      'a',
      'p',
      '{',
      '}',
      ';',
      ':',
      'color',
      'url(',
      ')',
      '"',
      "'",
      '\\',
      '/*',
      '*/',
      '@import',
      '<!--',
      '-->',
      '!important',
    ],
    ...[
      'background',
      '#fff',
      'expression(',
      ',',
      '>',
      '.a',
      ' ',
      '\n',
      '\u0000',
      '</style>',
      'position:fixed',
      'var(--a)',
      '//x',
    ],
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      for (const { declarations } of readSheet(pieces.join('')).rules)
        for (const { property, value } of declarations) {
          expect(property).toMatch(/^[a-z-]+$/)
          expect(value).not.toMatch(/url|\\|@|[<>{};]|\/\*|expression|var\(|fixed/i)
        }
    }),
    { numRuns: Number(process.env['FUZZ_RUNS'] ?? 500) },
  )
  for (const many of ['a{', 'a,', '((', '/*', 'a{b:c;}', '@a{', ':not(', '[', '{;'])
    readSheet(many.repeat(50_000))
}, 60_000)

it('makes colours that are written where the words stand readable, too', async () => {
  const { html, told } = await open(
    '# A\n\n<span style="color: yellow; font-weight:bold">light</span> <b style="color:#c00">dark</b>\n\n---\n\n<!-- .slide: data-background-color="#000080" -->\n\n<span style="color:yellow">on blue</span> [low]{style="color:#000060"}\n\n---\n\n<!-- .slide: data-background-image="a.png" -->\n\n<span style="color:white">on anything</span>\n',
  )
  const [, light = ''] = /<span style="color:(#\w+);\s*font-weight:bold">light/.exec(html[0] ?? '') ?? []
  expect(contrast(readColour(light) ?? '#ffffff', '#ffffff')).toBeGreaterThanOrEqual(3)
  expect(html[0]).toContain('<b style="color:#c00">dark')
  expect(html[1]).toContain('<span style="color:yellow">on blue')
  expect(html[1]).not.toContain('#000060')
  expect(html[2]).toContain('color:white')
  expect(told[0]).toMatch(/^1 .*nearest that can/)
})
