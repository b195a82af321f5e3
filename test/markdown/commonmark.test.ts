import { createRequire } from 'node:module'
import { expect, it } from 'vitest'
import { isElement, isText, type Node } from '../../src/markdown/html-tree.ts'
import { parseBody } from '../../src/markdown/parse-body.ts'
import { createParser } from '../../src/markdown/parser.ts'
import { renderSlide } from '../../src/markdown/render.ts'

interface Example {
  readonly markdown: string
  readonly html: string
  readonly number: number
}

// The spec is a script that gives its own examples.
const spec: { readonly tests: readonly Example[] } = createRequire(import.meta.url)('commonmark-spec')

const parser = createParser()
const ours = (markdown: string): string =>
  renderSlide(
    parser,
    { body: { text: markdown, line: 1 }, notes: null },
    { file: '01.md', language: 'en', originals: new Map(), id: 's' },
  ).body

/** What a browser makes of it: elements with their attributes, and words without the white space between blocks. */
function shown(nodes: readonly Node[], inCode = false): string {
  return nodes
    .map((node): string => {
      if (isText(node)) return inCode ? node.value : node.value.replace(/\s+/g, ' ')
      if (!isElement(node)) return ''
      // Code has a frame and colours of ours, and no empty line at its end.
      const isCode = /^(?:pre|code)$/.test(node.tagName)
      const attributes = (isCode ? [] : node.attrs).map(({ name, value }) => ` ${name}=${value}`).sort()
      return `<${node.tagName}${attributes.join('')}>${shown(node.childNodes, inCode || node.tagName === 'pre').trim()}</>`
    })
    .join('')
    .replace(
      inCode ? /$^/ : /\s*(<\/?(?:p|li|ul|ol|h\d|blockquote|hr|pre|div|table|td|tr)\b[^>]*>|<\/>)\s*/g,
      '$1',
    )
}

/** The examples of the spec that read otherwise here, with the reason. */
const meant: ReadonlyMap<number, string> = new Map(
  [602, 606, 608, 611, 612].map((number) => [number, 'an address without marks is a link, as on GitHub']),
)

it('reads the examples of CommonMark, but for what is meant otherwise', () => {
  const differ = spec.tests.filter(({ markdown, html }) => {
    const [text, wanted] = [markdown, html].map((one) => one.replaceAll('→', '\t'))
    return shown(parseBody(ours(text ?? ''))).trim() !== shown(parseBody(wanted ?? '')).trim()
  })
  process.stdout.write(`CommonMark: ${spec.tests.length - differ.length} of ${spec.tests.length} examples\n`)
  expect(differ.map(({ number }) => number)).toEqual([...meant.keys()])
})
