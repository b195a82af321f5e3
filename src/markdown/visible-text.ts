import type MarkdownIt from 'markdown-it'
import type { Token } from 'markdown-it'
import { takeComments } from './comments.ts'
import type { Attribute, Environment } from './environment.ts'
import { hidingStyle } from './hiding.ts'
import { attribute, classes, hasAttribute, isElement, isText, type Node, parseBody } from './html-tree.ts'
import { sanitize } from './sanitize.ts'

/** A block of a passage as a person sees it in the page. */
export interface VisibleBlock {
  /** `other`: table cells, code, diagrams. A picture's `text` is its description or its name. */
  readonly kind: 'heading' | 'item' | 'paragraph' | 'other' | 'picture'
  /** All its words in their order, those too that can't be seen; a line break is `\n`. */
  readonly text: string
  /** Those of its words that are in the page but can't be read there, or not as written: hidden, struck through. */
  readonly hidden: readonly string[]
  /** Line of the passage, zero-based. */
  readonly line: number
}

export interface VisibleText {
  readonly blocks: readonly VisibleBlock[]
  /** What the passage gives its slide: `class`, `style`, `data-visibility`. */
  readonly classes: readonly string[]
  /** The slide itself is not shown. */
  readonly hidden: boolean
}

/**
 * The words of a passage as the page shows them, block by block. Plain Markdown is read off its tokens; whatever else
 * there is (HTML, tables, code, attributes) off the cleaned HTML that goes into the page.
 */
export function visibleText(md: MarkdownIt, text: string, part: Environment['part']): VisibleText {
  const env: Environment = {
    language: '',
    part,
    sentences: [],
    originals: new Map(),
    file: '',
    line: 1,
    remark: () => {},
  }
  const tokens = md.parse(text, env)
  if (isPlain(tokens)) return { blocks: plainBlocks(tokens), classes: [], hidden: false }
  const { nodes, ofSlide } = treeOf(md, tokens, env)
  const onGround = ofSlide.some(([name]) => name.startsWith('data-background'))
  const values = (wanted: string): string[] =>
    ofSlide.flatMap(([name, value]) => (name === wanted ? [value] : []))
  return {
    blocks: blocksOf(nodes, onGround),
    classes: values('class').flatMap((value) => value.split(/\s+/)),
    hidden:
      values('data-visibility').includes('hidden') ||
      values('style').some((style) => hidingStyle(style, onGround)),
  }
}

/** Tokens that become just the words that they hold. */
const plain = new Set([
  ...['paragraph_open', 'paragraph_close', 'heading_open', 'heading_close', 'inline', 'text', 'text_special'],
  ...['bullet_list_open', 'bullet_list_close', 'ordered_list_open', 'ordered_list_close'],
  ...['list_item_open', 'list_item_close', 'softbreak', 'hardbreak', 'strong_open', 'strong_close'],
  ...['em_open', 'em_close', 'sentence_open', 'sentence_close'],
])
const harmless = /^(?:class|start|data-(?:sentence|original)|id)$/

function isPlain(tokens: readonly Token[]): boolean {
  return tokens.every(
    (token) =>
      plain.has(token.type) &&
      (token.attrs === null || token.attrs.every(([name]) => harmless.test(name))) &&
      (token.children === null || isPlain(token.children)),
  )
}

function plainBlocks(tokens: readonly Token[]): VisibleBlock[] {
  const blocks: VisibleBlock[] = []
  let items = 0
  let heading = false
  for (const token of tokens) {
    if (token.type === 'list_item_open' || token.type === 'list_item_close') items += token.nesting
    else if (token.type === 'heading_open' || token.type === 'heading_close') heading = token.nesting === 1
    else if (token.type === 'inline')
      blocks.push({
        kind: heading ? 'heading' : items ? 'item' : 'paragraph',
        text: (token.children ?? [])
          .map(({ type, content }) => (type === 'softbreak' || type === 'hardbreak' ? '\n' : content))
          .join(''),
        hidden: [],
        line: token.map?.[0] ?? 0,
      })
  }
  return blocks
}

/** The tree that goes into the page, each block with the line on which it began. */
function treeOf(
  md: MarkdownIt,
  tokens: Token[],
  env: Environment,
): { readonly nodes: readonly Node[]; readonly ofSlide: readonly Attribute[] } {
  for (const token of tokens)
    if (token.map && token.nesting === 1) token.attrSet('data-line', String(token.map[0]))
  const nodes = parseBody(md.renderer.render(tokens, md.options, env))
  const ofSlide = takeComments(nodes)
  return { nodes: sanitize(nodes), ofSlide }
}

/** Elements that do not begin a block of their own. */
const inline = new Set(
  'a abbr b bdi bdo big cite code data del dfn em font i ins kbd label mark q rp rt ruby s samp small span strike strong sub sup svg text tspan time tt u var wbr'.split(
    ' ',
  ),
)
const struck = new Set(['del', 's', 'strike'])
const headings = /^h[1-6]$/

/** What stands around a node. */
interface Around {
  readonly kind: VisibleBlock['kind']
  readonly hidden: boolean
}

function blocksOf(nodes: readonly Node[], onGround: boolean): VisibleBlock[] {
  const blocks: VisibleBlock[] = []
  let line = 0
  let text = ''
  let hidden: string[] = []
  let kind: VisibleBlock['kind'] = 'paragraph'
  const finish = (): void => {
    if (text.trim() !== '' || hidden.length > 0) blocks.push({ kind, text: text.trim(), hidden, line })
    text = ''
    hidden = []
  }
  const visit = (node: Node, around: Around): void => {
    if (isText(node)) {
      text += node.value
      if (around.hidden && node.value.trim() !== '') hidden.push(node.value.trim())
      return
    }
    if (!isElement(node)) return
    const name = node.tagName
    const names = classes(node)
    if (name === 'br') text += '\n'
    // A footnote's mark and what stands for browsers without ruby are no words of the text.
    if (name === 'br' || name === 'rp' || name === 'wbr' || names.includes('footnote-ref')) return
    if (name === 'img') {
      const source = attribute(node, 'src').slice(0, 100)
      blocks.push({ kind: 'picture', text: attribute(node, 'alt') || source, hidden: [], line })
      return
    }
    if (names.includes('katex')) {
      // A formula is drawn twice, for eyes and for readers; its source stands for both.
      text += annotation(node) ?? ''
      return
    }
    const begins = !inline.has(name)
    if (begins) {
      finish()
      line = hasAttribute(node, 'data-line') ? Number(attribute(node, 'data-line')) : line
      kind = headings.test(name)
        ? 'heading'
        : name === 'li'
          ? 'item'
          : name === 'td' || name === 'th' || name === 'pre'
            ? 'other'
            : around.kind
    }
    const isHidden =
      around.hidden ||
      struck.has(name) ||
      hasAttribute(node, 'hidden') ||
      hidingStyle(attribute(node, 'style'), onGround)
    // Code that is stressed step by step is drawn once for each step.
    const children = name === 'pre' && names.includes('code') ? node.childNodes.slice(0, 1) : node.childNodes
    const within = { kind, hidden: isHidden }
    for (const child of children) {
      if (begins) kind = within.kind
      visit(child, { ...within, kind: begins ? within.kind : around.kind })
    }
    if (begins) {
      finish()
      kind = around.kind
    }
  }
  for (const node of nodes) visit(node, { kind: 'paragraph', hidden: false })
  finish()
  return blocks
}

/** The source that KaTeX leaves in its MathML. */
function annotation(node: Node): string | null {
  if (!('childNodes' in node)) return null
  if (node.nodeName === 'annotation')
    return node.childNodes.map((one) => ('value' in one ? one.value : '')).join('')
  for (const child of node.childNodes) {
    const found = annotation(child)
    if (found !== null) return found
  }
  return null
}
