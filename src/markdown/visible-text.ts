import type MarkdownIt from 'markdown-it'
import type { Token } from 'markdown-it'
import { takeComments } from './comments.ts'
import type { Attribute, Environment } from './environment.ts'
import { hidingStyle } from './hiding.ts'
import {
  around,
  attribute,
  classes,
  type Element,
  hasAttribute,
  isElement,
  isText,
  type Node,
  textOf,
  withAttributes,
} from './html-tree.ts'
import { parseBody } from './parse-body.ts'
import { backgroundOf, pictureAddress } from './pictures.ts'
import { sanitize } from './sanitize.ts'

/** A block of a passage as a person sees it in the page. */
export interface VisibleBlock {
  /** `other`: table cells, code, diagrams. A picture's `text` is its description or its name. */
  readonly kind: 'heading' | 'item' | 'paragraph' | 'other' | 'picture'
  /** All its words in their order, those too that can't be seen; a line break is `\n`. */
  readonly text: string
  /** Those of its words that are in the page but can't be read there, or not as written: hidden, struck through. */
  readonly hidden: readonly string[]
  /** Where a picture is found, as it is written. */
  readonly address?: string
  /** Of a heading: 1 is the widest. */
  readonly level?: number
  /** The number that the page sets before it, as an item of a numbered list. */
  readonly number?: ListNumber
  /** The words of the item in whose list it stands, for one of a list within another. */
  readonly under?: string
  /** Which row of the passage's tables it is a cell of. */
  readonly row?: number
  /** Line of the passage, zero-based. */
  readonly line: number
}

/** `start` and `value` let a list count otherwise than its items stand. */
export interface ListNumber {
  /** As it is shown: `4.`, `d.`, `IV.` */
  readonly shown: string
  readonly value: number
  /** Which item of its list it is, from 1. */
  readonly place: number
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
  if (isPlain(tokens)) return { blocks: plainBlocks(tokens, part), notes: [], classes: [], hidden: false }
  const { nodes, ofSlide } = treeOf(md, tokens, env)
  const values = (wanted: string): string[] =>
    ofSlide.flatMap(([name, value]) => (name === wanted ? [value] : []))
  const ground = groundOf(ofSlide)
  const behind = ofSlide.flatMap(([name, value]) => backgroundOf(name, value)?.addresses ?? [])
  return {
    blocks: [...blocksOf(nodes, part, ground), ...behind.map((address) => picture(address, address, 0))],
    notes: values('data-notes').map((text) => ({ kind: 'paragraph', text, hidden: [], line: 0 })),
    classes: values('class').flatMap((value) => value.split(/\s+/)),
    hidden:
      values('data-visibility').includes('hidden') ||
      values('data-autoslide').some(passesAtOnce) ||
      values('style').some((style) => hidingStyle(style, ground)),
  }
}

/** A slide that is left again by itself within so many milliseconds is not read. */
const shortest = 1000
const passesAtOnce = (autoslide: string): boolean => Number(autoslide) > 0 && Number(autoslide) < shortest

const picture = (text: string, address: string, line: number): VisibleBlock => ({
  ...{ kind: 'picture', text: text.slice(0, 100), address, hidden: [], line },
})

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

function plainBlocks(tokens: readonly Token[], part: Environment['part']): VisibleBlock[] {
  const blocks: VisibleBlock[] = []
  const lists: (Counter | null)[] = []
  const items = openItems()
  let level = 0
  let number: ListNumber | undefined
  for (const token of tokens) {
    const { type, nesting } = token
    if (type === 'ordered_list_open') lists.push(countFrom(Number(token.attrGet('start') ?? 1)))
    else if (type === 'bullet_list_open') lists.push(null)
    else if (type === 'ordered_list_close' || type === 'bullet_list_close') lists.pop()
    else if (type === 'list_item_open' || type === 'list_item_close') {
      if (nesting === 1) items.open()
      else items.close()
      number = nesting === 1 ? lists.at(-1)?.next() : undefined
    } else if (type === 'heading_open' || type === 'heading_close')
      level = nesting === 1 ? levelOf(token.tag) : 0
    else if (type === 'inline') {
      const text = (token.children ?? [])
        .map(({ type, content }) => (type === 'softbreak' || type === 'hardbreak' ? '\n' : content))
        .join('')
      const kind = level ? 'heading' : items.depth() ? 'item' : 'paragraph'
      const block = {
        kind,
        text,
        hidden: [],
        line: token.map?.[0] ?? 0,
        ...(level && { level }),
        ...items.say(text),
      } as const
      blocks.push(numbered(block, number, part))
      number = undefined
    }
  }
  return blocks
}

/** A block behind its number: in the notes that is read as a word of theirs, on a slide it may be the presenter's own. */
function numbered(
  block: VisibleBlock,
  number: ListNumber | undefined,
  part: Environment['part'],
): VisibleBlock {
  if (!number) return block
  return part === 'notes' ? { ...block, text: `${number.shown} ${block.text}` } : { ...block, number }
}

/** The items that are open where a passage is read, one in the list of another, by their first words. */
function openItems() {
  const open: string[] = []
  return {
    open: (): void => void open.push(''),
    close: (): void => void open.pop(),
    depth: (): number => open.length,
    /** What words are said under that stand in the last of them. */
    say: (words: string): Pick<VisibleBlock, 'under'> => {
      if (open.at(-1) === '') open[open.length - 1] = words
      const under = open.at(-2)
      return under ? { under } : {}
    },
  }
}

/** The numbers of a list. */
interface Counter {
  next(value?: number): ListNumber
}

/** @param type of HTML: `1`, `a`, `A`, `i`, `I` */
function countFrom(start: number, step = 1, type = ''): Counter {
  let [value, place] = [start - step, 0]
  return {
    next: (own = value + step) => {
      value = own
      return { shown: `${figure(value, type)}.`, value, place: ++place }
    },
  }
}

const romans: readonly (readonly [number, string])[] = [
  ...([
    [1000, 'm'],
    [900, 'cm'],
    [500, 'd'],
    [400, 'cd'],
    [100, 'c'],
    [90, 'xc'],
  ] as const),
  ...([
    [50, 'l'],
    [40, 'xl'],
    [10, 'x'],
    [9, 'ix'],
    [5, 'v'],
    [4, 'iv'],
    [1, 'i'],
  ] as const),
]

/** A number as a list shows it; what letters can't count is in Arabic figures. */
function figure(value: number, type: string): string {
  const kind = type.toLowerCase()
  let [left, said] = [value, '']
  if (kind === 'i' && value > 0 && value < 4000)
    for (const [worth, sign] of romans) for (; left >= worth; left -= worth) said += sign
  else if (kind === 'a' && value > 0 && value < 1e6)
    for (; left > 0; left = Math.floor((left - 1) / 26))
      said = String.fromCharCode(97 + ((left - 1) % 26)) + said
  else return String(value)
  return kind === type ? said : said.toUpperCase()
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
  return { nodes: sanitize(nodes.map(withPictures)), ofSlide }
}

/** A tree whose pictures have their address where every page has it. */
function withPictures(node: Node): Node {
  if (!isElement(node)) return node
  if (node.tagName === 'img') return withAttributes(node, { src: pictureAddress(node) })
  return around(node, node.childNodes.map(withPictures))
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
  const face = attribute(node, 'face')
  const style = [attribute(node, 'style'), colour && `color:${colour}`, face && `font-family:${face}`]
  return (
    struck.has(name) ||
    name === 'bdo' ||
    (attribute(node, 'dir').toLowerCase() === 'rtl' && !rightToLeft.test(textOf(node))) ||
    names.some((one) => passing.test(one)) ||
    // Nothing steps through notes.
    (part === 'notes' && names.includes('fragment')) ||
    hasAttribute(node, 'hidden') ||
    // Whoever listens to the page does not hear it.
    attribute(node, 'aria-hidden') === 'true' ||
    hidingStyle(style.filter(Boolean).join(';'), ground)
  )
}
const headings = /^h[1-6]$/
const levelOf = (tag: string): number => Number(tag.slice(1))
const digit = /\d/u
const beginsWithDigit = /^\s*\d/u
const lastOf = (words: string): string => words.trimEnd().slice(-1)
/** Words that show only to a pointer, or are heard in place of those that are seen. */
const saidOtherwise = ['title', 'aria-label', 'aria-labelledby', 'aria-describedby'] as const

/** What stands around a node. */
interface Around {
  readonly kind: VisibleBlock['kind']
  readonly hidden: boolean
  /** Counts the list that it is an item of. */
  readonly list: Counter | null
}

function counterOf(list: Element): Counter | null {
  if (list.tagName !== 'ol') return null
  const reversed = hasAttribute(list, 'reversed')
  const items = list.childNodes.filter((node) => isElement(node) && node.tagName === 'li').length
  return countFrom(
    integer(attribute(list, 'start')) ?? (reversed ? items : 1),
    reversed ? -1 : 1,
    attribute(list, 'type'),
  )
}

/** A number as HTML reads it. */
function integer(text: string): number | undefined {
  const [, number] = /^\s*([-+]?\d{1,9})/.exec(text) ?? []
  return number === undefined ? undefined : Number(number)
}

/** Whether the parts of an element lie one upon the other. */
function covers(node: Element): boolean {
  const said = node.childNodes.filter((child) => isElement(child) && textOf(child).trim() !== '')
  return classes(node).includes('r-stack') && said.length > 1
}

function blocksOf(
  nodes: readonly Node[],
  part: Environment['part'],
  ground: string | undefined,
): VisibleBlock[] {
  const blocks: VisibleBlock[] = []
  let line = 0
  let text = ''
  // The last character of it that is no space.
  let last = ''
  let hidden: string[] = []
  let kind: VisibleBlock['kind'] = 'paragraph'
  let number: ListNumber | undefined
  const items = openItems()
  let rows = 0
  let isCell = false
  let level = 0
  // What was raised or lowered just before, and ends in a digit.
  let raised = ''
  const say = (words: string): void => {
    text += words
    last = lastOf(words) || last
  }
  const finish = (): void => {
    if (text.trim() !== '' || hidden.length > 0) {
      const words = text.trim()
      const where = {
        ...items.say(words),
        ...(isCell && { row: rows }),
        ...(kind === 'heading' && { level }),
      }
      blocks.push(numbered({ kind, text: words, hidden, line, ...where }, number, part))
      number = undefined
    }
    text = ''
    last = ''
    hidden = []
    raised = ''
  }
  const visit = (node: Node, around: Around): void => {
    if (isText(node)) {
      // 20²⁴ is not 2024.
      if (raised !== '' && beginsWithDigit.test(node.value)) hidden.push(raised)
      if (node.value !== '') raised = ''
      say(node.value)
      if (around.hidden && node.value.trim() !== '') hidden.push(node.value.trim())
      return
    }
    if (!isElement(node)) return
    const name = node.tagName
    if (name === 'br') say('\n')
    if (name === 'input') say(hasAttribute(node, 'checked') ? '☑' : '☐')
    // Brackets stand there for browsers without ruby.
    if (name === 'br' || name === 'input' || name === 'wbr' || (name === 'rp' && bracket.test(textOf(node))))
      return
    // How a drawing shows its words can't be told.
    if (name === 'img' || name === 'video' || name === 'svg' || name === 'math') {
      const address = pictureAddress(node)
      blocks.push(picture(attribute(node, 'alt') || address || `<${name}>`, address, line))
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
    if (headings.test(name)) level = levelOf(name)
    if (name === 'li') {
      number = around.list?.next(integer(attribute(node, 'value')))
      items.open()
    }
    if (name === 'tr') rows++
    if (name === 'td' || name === 'th') isCell = true
    for (const attr of saidOtherwise) {
      const words = attribute(node, attr).trim()
      if (words !== '' && words !== textOf(node).trim()) hidden.push(words)
    }
    const before = text.length
    const isRaised = name === 'sup' || name === 'sub'
    if (isRaised && digit.test(last) && beginsWithDigit.test(textOf(node))) hidden.push(textOf(node).trim())
    const within = { kind, hidden: around.hidden || isOwn || name === 'rp' || covers(node) }
    const list = counterOf(node)
    const isClosed = name === 'details' && !hasAttribute(node, 'open')
    if (name === 'q') say('“')
    for (const child of node.childNodes) {
      if (begins) kind = within.kind
      const isShut = isClosed && !(isElement(child) && child.tagName === 'summary')
      visit(child, { hidden: within.hidden || isShut, kind: begins ? within.kind : around.kind, list })
    }
    if (isRaised && digit.test(lastOf(textOf(node)))) raised = textOf(node).trim()
    if (name === 'q') say('”')
    // A box without words may stand over those of others.
    if (isOwn && textOf(node).trim() === '' && text.length === before)
      hidden.push(`<${name} style="${attribute(node, 'style')}">`)
    if (begins) {
      finish()
      kind = around.kind
    }
    if (name === 'li') items.close()
    if (name === 'td' || name === 'th') isCell = false
  }
  for (const node of nodes) visit(node, { kind: 'paragraph', hidden: false, list: null })
  finish()
  return blocks
}
