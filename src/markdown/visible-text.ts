import type MarkdownIt from 'markdown-it'
import type { Token } from 'markdown-it'
import { takeComments } from './comments.ts'
import type { Attribute, Environment } from './environment.ts'
import { hidingStyle } from './hiding.ts'
import {
  attribute,
  classes,
  type Element,
  hasAttribute,
  isElement,
  isText,
  type Node,
  parseBody,
  textOf,
} from './html-tree.ts'
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
  /** What the passage adds to the speaker notes as an attribute of the slide. */
  readonly notes: readonly VisibleBlock[]
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
  if (isPlain(tokens)) return { blocks: plainBlocks(tokens), notes: [], classes: [], hidden: false }
  const { nodes, ofSlide } = treeOf(md, tokens, env)
  const values = (wanted: string): string[] =>
    ofSlide.flatMap(([name, value]) => (name === wanted ? [value] : []))
  const ground = groundOf(ofSlide)
  const other = (kind: VisibleBlock['kind'], names: readonly string[]): VisibleBlock[] =>
    names.flatMap(values).map((text) => ({ kind, text: text.slice(0, 100), hidden: [], line: 0 }))
  return {
    blocks: [...blocksOf(nodes, part, ground), ...other('picture', pictures)],
    notes: other('paragraph', ['data-notes']),
    classes: values('class').flatMap((value) => value.split(/\s+/)),
    hidden:
      values('data-visibility').includes('hidden') ||
      values('style').some((style) => hidingStyle(style, ground)),
  }
}

/** What of a slide shows a picture behind its words. */
const pictures = ['data-background-image', 'data-background-video', 'data-background-iframe']

/** The slide's own background for `hidingStyle`. */
function groundOf(ofSlide: readonly Attribute[]): string | undefined {
  const [colour] = ofSlide.findLast(([name]) => name === 'data-background-color')?.slice(1) ?? []
  return ofSlide.some(([name]) => name.startsWith('data-background')) ? (colour ?? '') : undefined
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
  asWritten(tokens)
  for (const token of tokens)
    if (token.map && token.nesting === 1) token.attrSet('data-line', String(token.map[0]))
  const nodes = parseBody(md.renderer.render(tokens, md.options, env))
  const ofSlide = takeComments(nodes)
  return { nodes: sanitize(nodes), ofSlide }
}

/**
 * What is drawn of words stands for itself here: a formula as its source, a footnote's mark as nothing. Whatever looks
 * like one of them in the tree was then written as HTML by somebody, and is nothing special.
 */
function asWritten(tokens: readonly Token[]): void {
  for (const token of tokens) {
    if (token.type === 'math_inline' || token.type === 'math_block') token.meta = null
    if (token.type === 'footnote_ref' || token.type === 'footnote_anchor') {
      token.type = 'text'
      token.content = ''
    }
    if (token.children) asWritten(token.children)
  }
}

/** Elements that do not begin a block of their own. */
const inline = new Set(
  'a abbr b bdi bdo big cite code data del dfn em font i ins kbd label mark q rp rt ruby s samp small span strike strong sub sup svg text tspan time tt u var wbr'.split(
    ' ',
  ),
)
const struck = new Set(['del', 's', 'strike'])
/** Steps of a slide that take words away again, and the names by which KaTeX hides what is not for eyes. */
const passing = /^(?:fade-out|fade-in-then-out|current-visible|strike|katex.*)$/
const rightToLeft = /\p{Script=Hebrew}|\p{Script=Arabic}/u
const bracket = /^\s*[()（）[\]〔〕]\s*$/

/** Whether words in an element can't be read as they stand there. */
function hides(node: Element, part: Environment['part'], ground: string | undefined): boolean {
  const { tagName: name } = node
  const names = classes(node)
  const colour = attribute(node, 'color')
  return (
    struck.has(name) ||
    name === 'bdo' ||
    (attribute(node, 'dir').toLowerCase() === 'rtl' && !rightToLeft.test(textOf(node))) ||
    names.some((one) => passing.test(one)) ||
    // Nothing steps through notes.
    (part === 'notes' && names.includes('fragment')) ||
    hasAttribute(node, 'hidden') ||
    hidingStyle([attribute(node, 'style'), colour && `color:${colour}`].filter(Boolean).join(';'), ground)
  )
}
const headings = /^h[1-6]$/

/** What stands around a node. */
interface Around {
  readonly kind: VisibleBlock['kind']
  readonly hidden: boolean
}

function blocksOf(
  nodes: readonly Node[],
  part: Environment['part'],
  ground: string | undefined,
): VisibleBlock[] {
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
    if (name === 'br') text += '\n'
    // Brackets stand there for browsers without ruby.
    if (name === 'br' || name === 'wbr' || (name === 'rp' && bracket.test(textOf(node)))) return
    // How a drawing shows its words can't be told.
    if (name === 'img' || name === 'svg' || name === 'math') {
      const words = name === 'img' ? attribute(node, 'alt') || attribute(node, 'src') : `<${name}>`
      blocks.push({ kind: 'picture', text: words.slice(0, 100), hidden: [], line })
      const written = name === 'svg' ? textOf(node).trim() : ''
      if (written) blocks.push({ kind: 'other', text: written, hidden: [], line })
      return
    }
    const isOwn = hides(node, part, ground)
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
    const before = text
    const within = { kind, hidden: around.hidden || isOwn || name === 'rp' }
    const isClosed = name === 'details' && !hasAttribute(node, 'open')
    if (name === 'q') text += '“'
    for (const child of node.childNodes) {
      if (begins) kind = within.kind
      const isShut = isClosed && !(isElement(child) && child.tagName === 'summary')
      visit(child, { hidden: within.hidden || isShut, kind: begins ? within.kind : around.kind })
    }
    if (name === 'q') text += '”'
    // A box without words may stand over those of others.
    if (isOwn && textOf(node).trim() === '' && text === before)
      hidden.push(`<${name} style="${attribute(node, 'style')}">`)
    if (begins) {
      finish()
      kind = around.kind
    }
  }
  for (const node of nodes) visit(node, { kind: 'paragraph', hidden: false })
  finish()
  return blocks
}
