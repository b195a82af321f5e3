import fc from 'fast-check'
import { expect, it } from 'vitest'
import { isComment, isElement, isText, type Node } from '../../src/markdown/html-tree.ts'
import { parseAny } from '../../src/markdown/parse-body.ts'
import { createParser } from '../../src/markdown/parser.ts'
import { parsePlain } from '../../src/markdown/plain-html.ts'
import { renderSlide } from '../../src/markdown/render.ts'

/** All that a tree says, without who stands in whom, which only one of the two tells. */
const told = (nodes: readonly Node[]): unknown =>
  nodes.map((node) =>
    isElement(node)
      ? [node.nodeName, node.tagName, node.namespaceURI, node.attrs, told(node.childNodes)]
      : isText(node)
        ? node.value
        : [node.nodeName, isComment(node) ? node.data : node],
  )

const names = ['p', 'h1', 'h3', 'ul', 'ol', 'li', 'span', 'strong', 'em']
const tag = fc.oneof(
  fc.constantFrom(...names.flatMap((name) => [`<${name}>`, `</${name}>`])),
  fc.constantFrom('<!-- a-b -->', '<!---->', '<!--->', '<!-- -- -->', '<!-->', '<!-- < --!>', '-->'),
  fc.constantFrom('<div>', '<p', '<br>', '</', '<a>', '<P>', '<p/>', '<td>', '<svg>', '<p x>'),
  fc.constantFrom('<li class="a">', '<ol start="3">', '<p id="<>">', '<p a="1" a="2">', '<p title="&lt;">'),
)
const words = fc.oneof(
  fc.constantFrom('文', '\n', ' ', '&quot;', '&amp;lt;', '&lt', '&#60;', '&copy', '\0', '\r\n', '\ud800'),
  fc.string({ maxLength: 4 }),
)
/** Mostly elements that end, in whatever stands around them. */
const { html } = fc.letrec<{ html: string; nested: string }>((tie) => ({
  html: fc.oneof({ maxDepth: 6 }, words, tag, tie('nested')),
  nested: fc
    .tuple(fc.constantFrom(...names), fc.array(tie('html'), { maxLength: 4 }))
    .map(([name, inner]) => `<${name}>${inner.join('')}</${name}>`),
}))

it('reads plain HTML as a browser does, and leaves all other HTML', () => {
  let read = 0
  fc.assert(
    fc.property(fc.array(html, { maxLength: 5 }), (parts) => {
      const text = parts.join('')
      const plain = parsePlain(text)
      if (!plain) return
      read++
      expect(told(plain)).toEqual(told(parseAny(text)))
    }),
    { numRuns: Number(process.env['FUZZ_RUNS'] ?? 3000) },
  )
  expect(read).toBeGreaterThan(500)
})

it('reads a slide of words so, and no slide with more', () => {
  const render = (text: string): string =>
    renderSlide(
      createParser(),
      { body: { text, line: 1 }, notes: null },
      { file: '', language: 'zh-CN', id: 'a', originals: new Map() },
    ).body
  const slide = '# 总则\n\n- “**第一条**” A & B\n  1. 甲\n\n末段 <!-- .element: class="fragment" -->'
  expect(parsePlain(render(slide))).not.toBeNull()
  expect(parsePlain(render(`${slide}\n\n<div>`))).toBeNull()
  expect(parsePlain('<b>'.repeat(50_000))).toBeNull()
  expect(parsePlain('<ul><li>'.repeat(50_000))).toBeNull()
})
