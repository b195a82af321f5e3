import type { Ratio } from '../../deck/settings.ts'
import { shapeOf } from '../../deck/slide-size.ts'
import type { Layout, ListLayout } from '../../layouts/layout.ts'
import {
  attribute,
  classes,
  type Element,
  isElement,
  isText,
  type Node,
  textOf,
} from '../../markdown/html-tree.ts'
import type { TextFace } from '../fonts/faces.ts'
import type { Widths } from '../fonts/widths.ts'
import { type Declared, declared } from './declared.ts'
import { countLines, lay, type Run } from './lines.ts'
import { formulaHeight, isFormula, isPicture, pictureBox } from './pictures.ts'
import { headingSizes, smallest, smallPrint, tallestPicture } from './sizes.ts'

export type Rulers = Readonly<Record<TextFace, Widths>>

/** Where a part of a slide stands: what decides how high it becomes. Lengths in CSS pixels. */
export interface Frame {
  readonly layout: Layout
  readonly rulers: Rulers
  readonly ratio: Ratio
  readonly scale: number
  /** No text is smaller. */
  readonly least: number
  readonly width: number
  readonly size: number
  /** Line height in em. */
  readonly line: number
  readonly face: TextFace
  /** Lines break between phrases only, which are marked. */
  readonly phrases: boolean
  /** How many lists are around. */
  readonly depth: number
}

/** On a tall slide nothing stands side by side but what its author puts so. */
export const isTall = ({ ratio }: Frame): boolean => shapeOf(ratio) === 'tall'

const blocks = new Set(
  'address blockquote details div dl dt dd figure figcaption h1 h2 h3 h4 h5 h6 hr li ol p pre summary table ul center'.split(
    ' ',
  ),
)

const known = new WeakMap<Element, boolean>()

/** Blocks, and whatever has one in it, which parts what is around it: `<font>` around paragraphs. */
export function isBlock(node: Node): node is Element {
  if (!isElement(node)) return false
  const found = known.get(node)
  if (found !== undefined) return found
  const isOne =
    blocks.has(node.tagName) ||
    classes(node).some((name) => name === 'katex-display' || name === 'own-line') ||
    (!isFormula(node) && node.tagName !== 'svg' && node.childNodes.some(isBlock))
  known.set(node, isOne)
  return isOne
}

export const isList = (node: Node): node is Element =>
  isElement(node) && (node.tagName === 'ul' || node.tagName === 'ol')

export const isHeading = (node: Node): node is Element => isElement(node) && /^h[1-6]$/.test(node.tagName)

/** A heading in the margin stands beside what it heads, and takes no height of its own: src/page/fit/marks.ts. */
export const isMarginal = (node: Node): node is Element =>
  isHeading(node) && classes(node).includes('marginal')

/** The least height of what stands beside a heading in the margin; 0 behind anything else. */
export function heightBeside(before: Node | null, frame: Frame): number {
  const margin = frame.layout.margin?.(shapeOf(frame.ratio))
  if (!before || !margin || !isMarginal(before) || classes(before).includes('whole')) return 0
  const runs = inlineRuns(before.childNodes, { ...frame, size: margin.size, face: 'serif' })
  return lay(runs, margin.width - margin.gap, margin.size * 1.32, true).height
}

/** What takes room by itself: no comments, no white space. */
export const isSeen = (node: Node): boolean =>
  isElement(node) ? node.tagName !== 'wbr' : isText(node) && node.value.trim() !== ''

/** The height of nodes one below the other. @param first whether they begin the slide */
export function heightOf(nodes: readonly Node[], frame: Frame, first = false): number {
  let height = 0
  let before: Node | null = null
  for (const part of parts(nodes)) {
    const begins = Array.isArray(part) ? part[0] : part
    if (before && begins) height += gapBetween(before, begins, frame, first && before === nodes.find(isSeen))
    const own = Array.isArray(part) ? inlineHeight(part, frame) : blockHeight(part, frame, first && !before)
    height += Math.max(own, heightBeside(before, frame))
    before = begins ?? null
  }
  return height
}

const partsOf = new WeakMap<readonly Node[], readonly (Element | Node[])[]>()

/** Blocks, and the inline nodes between them together, with the white space that parts their words. */
export function parts(nodes: readonly Node[]): readonly (Element | Node[])[] {
  const known = partsOf.get(nodes)
  if (known) return known
  const found: (Element | Node[])[] = []
  for (const node of nodes) {
    const last = found.at(-1)
    if (isBlock(node)) found.push(node)
    else if (Array.isArray(last)) last.push(node)
    else if (isSeen(node)) found.push([node])
  }
  partsOf.set(nodes, found)
  return found
}

const isBand = (node: Node): boolean => isElement(node) && classes(node).includes('band')

/** Between a block and the next one. @param ownHeading whether the first is the slide's own heading */
export function gapBetween(
  before: Node,
  after: Node,
  { layout, scale, depth }: Frame,
  ownHeading: boolean,
): number {
  if (depth > 0) return 12 * scale
  if (isMarginal(before) || (isBand(before) && isBand(after))) return 0
  if (isHeading(after)) return 40 * scale
  return (ownHeading && isHeading(before) ? Math.max(36, layout.gap) : layout.gap) * scale
}

export function blockHeight(node: Element, outer: Frame, first: boolean): number {
  const own = declared(node, outer.size, outer.width)
  if (own.isOut || isMarginal(node)) return 0
  const frame = framed(outer, own)
  const height = innerHeight(node, outer, frame, own, first)
  return own.block + Math.max(own.height ?? 0, height)
}

/** The frame that an element's own style leaves to what is in it. */
export function framed(frame: Frame, { size, line, width, inline }: Declared): Frame {
  return {
    ...frame,
    size,
    line: line ?? frame.line,
    width: Math.max(1, Math.min(frame.width, width ?? frame.width) - inline),
  }
}

function innerHeight(node: Element, outer: Frame, frame: Frame, own: Declared, first: boolean): number {
  const { layout, scale, rulers } = frame
  const { tagName } = node
  if (/^h[1-6]$/.test(tagName)) {
    const heading = layout.heading
    // Headings shrink with what they head but do not grow with it.
    const usual = (first ? heading.size : (headingSizes[tagName] ?? 40)) * Math.min(1, scale)
    const size = own.size === outer.size ? usual : own.size
    const line = own.line ?? (first ? heading.line : 1.32)
    const width = frame.width - (first ? heading.inline * Math.min(1, scale) : 0)
    const marked = attribute(node, 'data-continued')
    const runs = inlineRuns(node.childNodes, { ...frame, size, line, face: 'serif' })
    if (marked) runs.push({ text: `\u200b${marked}`, size: size * 0.62, widths: rulers.sans })
    const below = first ? heading.below * Math.min(1, scale) : 0
    return lay(runs, width - 1, size * line, true).height + below
  }
  if (tagName === 'ul' || tagName === 'ol') return listHeight(node, frame)
  if (tagName === 'table') return tableHeight(node, frame)
  if (tagName === 'pre') return codeHeight(node, frame)
  if (tagName === 'hr') return 2
  if (classes(node).includes('katex-display')) return formulaHeight(node, frame.size)
  if (classes(node).includes('columns') && !isTall(frame)) {
    const columns = node.childNodes.filter(isElement)
    const within = columnFrame(columns.length, frame)
    const least = frame.layout.name === 'contrast' ? frame.layout.list.least * frame.scale : 0
    return Math.max(least, ...columns.map((column) => blockHeight(column, within, false)))
  }
  if (own.columns !== 1) {
    const within = own.columns ? columnFrame(own.columns, frame) : frame
    const heights = parts(node.childNodes).map((part) => heightOf([part].flat(), within))
    const [rows, across] = own.columns
      ? [Math.ceil(heights.length / own.columns), own.columns]
      : [1, heights.length]
    let height = 0
    for (let row = 0; row < rows; row++)
      height += Math.max(0, ...heights.slice(row * across, (row + 1) * across))
    return height
  }
  return heightOf(node.childNodes, inside(node, outer)) + around(node, outer) - own.block
}

/** What columns side by side leave to each. */
export function columnFrame(count: number, frame: Frame): Frame {
  return { ...frame, width: (frame.width - (count - 1) * 48 * frame.scale) / Math.max(1, count) }
}

/** What a block that holds others leaves to them. */
export function inside(node: Element, outer: Frame): Frame {
  const frame = framed(outer, declared(node, outer.size, outer.width))
  const { layout, scale, width } = frame
  const { tagName } = node
  const names = classes(node)
  if (tagName === 'blockquote') {
    const inline = isQuotation(layout) ? 8 + 112 * scale : 6 + 36 * scale
    return {
      ...frame,
      width: width - inline,
      face: 'serif',
      line: 1.6,
      phrases: true,
      layout: { ...layout, gap: 16 },
    }
  }
  if (names.includes('markdown-alert')) return { ...frame, width: width - 6 - 56 * scale }
  if (names.includes('column') && layout.name === 'contrast') return { ...frame, width: width - 68 * scale }
  if (names.includes('footnotes')) return { ...frame, size: Math.max(smallPrint, frame.size * 0.75) }
  if (tagName === 'small') return { ...frame, size: Math.max(smallPrint, frame.size * 0.75) }
  if (tagName === 'dd') return { ...frame, width: width - 40 * scale }
  if (tagName === 'p') {
    const inline = names.includes('band') ? 76 : layout.paragraphInline
    return { ...frame, width: width - inline * scale, phrases: frame.phrases || names.includes('phrased') }
  }
  return frame
}

/** The room that a block takes around what it holds. */
export function around(node: Element, { layout, scale, size, width, line }: Frame): number {
  const names = classes(node)
  const hasName = node.tagName !== 'details' || node.childNodes.some(isSummary)
  const own = declared(node, size, width).block + (hasName ? 0 : size * line)
  // What follows from the panels stands on a band.
  if (names.includes('band')) return own + 36 * scale
  if (node.tagName === 'blockquote') return own + (isQuotation(layout) ? 88 * scale : 0)
  if (names.includes('markdown-alert')) return own + 32 * scale
  if (names.includes('column') && layout.name === 'contrast') return own + 70 * scale
  return own
}

/** Where it is missing, the browser puts a word of its own. */
const isSummary = (node: Node): boolean => isElement(node) && node.tagName === 'summary'

const isQuotation = (layout: Layout): boolean => layout.name === 'quotation'

function inlineHeight(nodes: readonly Node[], frame: Frame): number {
  const runs = inlineRuns(nodes, frame)
  // A line break has a line, also where nothing else stands.
  if (!runs.some(({ text, picture }) => picture !== undefined || text === '\n' || text.trim())) return 0
  return lay(runs, frame.width - 1, frame.size * frame.line, frame.phrases).height
}

/** The text of inline nodes, in the faces and sizes of the style sheets, and the pictures among it. */
export function inlineRuns(nodes: readonly Node[], frame: Frame): Run[] {
  const text = plainText(nodes)
  const { rulers, size, face, line } = frame
  return text === null
    ? addRuns(nodes, frame, [])
    : [{ text, size, widths: rulers[face], leading: size * line }]
}

/** The marks of typesetting that leave the words as they are. */
const isPlain = ({ tagName, attrs: [only, more] }: Element): boolean =>
  tagName === 'span' && !more && only?.name === 'class' && /^(?:spaced|squeezed|joint)$/.test(only.value)

const plainTexts = new WeakMap<readonly Node[], string | null>()

/** The text of inline nodes that are all set alike, and where its lines may end; null where some are set otherwise. */
function plainText(nodes: readonly Node[]): string | null {
  const known = plainTexts.get(nodes)
  if (known !== undefined) return known
  let text: string | null = ''
  for (const node of nodes) {
    if (isText(node)) text += node.value.replaceAll('\n', ' ')
    else if (isElement(node)) {
      const inner = node.tagName === 'wbr' ? '\u200b' : isPlain(node) ? plainText(node.childNodes) : null
      if (inner === null) {
        text = null
        break
      }
      text += inner
    }
  }
  plainTexts.set(nodes, text)
  return text
}

/** @param runs takes them in: of elements in elements without end, each level would else copy all that is in it */
function addRuns(nodes: readonly Node[], frame: Frame, runs: Run[]): Run[] {
  const { rulers, size, face, layout, depth, line } = frame
  const run = (text: string): Run => ({ text, size, widths: rulers[face], leading: size * line })
  const addRun = (node: Node): unknown => {
    if (isText(node)) return runs.push(run(node.value.replaceAll('\n', ' ')))
    if (!isElement(node)) return null
    const { tagName } = node
    if (tagName === 'br') return runs.push(run('\n'))
    if (tagName === 'wbr') return runs.push(run('\u200b'))
    if (isPicture(node)) {
      const { width, height } = pictureBox(node, frame)
      // It stands on the line, below which letters reach down.
      return runs.push({ ...run('\ufffc'), picture: width, leading: height + size * line * 0.35 })
    }
    if (isFormula(node)) {
      // It stands on the line too, deeper than letters do.
      const leading = Math.max(size * line * 1.12, formulaHeight(node, size) + size * 0.35)
      const html = node.childNodes.find((child) => isElement(child) && classes(child).includes('katex-html'))
      return runs.push({ text: textOf(html ?? node), size: size * 1.21, widths: rulers[face], leading })
    }
    // A gap has room around it on each of its lines, which end between any two characters.
    if (classes(node).includes('gap'))
      return runs.push({
        ...run([...textOf(node)].join('\u200b')),
        size: size * 1.08,
        leading: size * line,
      })
    if (classes(node).includes('held')) return runs.push({ ...run(textOf(node)), isHeld: true })
    const own = declared(node, size, frame.width)
    if (own.isOut) return null
    const within = { ...frame, size: own.size, line: own.line ?? line }
    if (tagName === 'strong' || tagName === 'b') {
      if (depth > 0 && layout.name === 'figures') return runs.push(largeFigure(node, within))
      const strong = face === 'serif' ? face : depth > 0 ? face : 'strong'
      return addRuns(node.childNodes, { ...within, face: strong }, runs)
    }
    if (tagName === 'code')
      return addRuns(
        node.childNodes,
        { ...within, face: 'mono', size: Math.max(smallPrint, within.size * 0.92) },
        runs,
      )
    if (tagName === 'small')
      return addRuns(node.childNodes, { ...within, size: Math.max(smallPrint, within.size * 0.75) }, runs)
    return addRuns(node.childNodes, within, runs)
  }
  nodes.forEach(addRun)
  return runs
}

/** A figure that is broken only where it is longer than a line. */
export function largeFigure(node: Element, { rulers, size }: Pick<Frame, 'rulers' | 'size'>): Run {
  const large = size * 1.6
  return { text: textOf(node), size: large, widths: rulers.serif, leading: size * 1.95, isOne: true }
}

/** What a list leaves to its items: its columns and what is around each item's text. */
export function itemFrame(list: Element, frame: Frame): { frame: Frame; columns: number; own: ListLayout } {
  const { layout, scale, ratio, depth } = frame
  const items = list.childNodes.filter(isSeen).length
  const own = arranged(list, items, frame)
  const columns = isTall(frame) ? 1 : own.columns(items, shapeOf(ratio))
  const inline = (list.tagName === 'ol' ? own.numbered : own.inline) * scale
  const width = (frame.width - (columns - 1) * own.columnGap * scale) / columns - inline
  // What its author asks for stands in the place of our step from level to level.
  const isAsOutside = depth === 0 || /(?:^|;)\s*font-size\s*:/i.test(attribute(list, 'style'))
  const size = isAsOutside ? frame.size : Math.max(frame.least, frame.size * 0.88)
  const phrases = layout.list.isWhole === true
  const within = { ...frame, width, size, line: own.line, face: own.face, phrases, depth: depth + 1 }
  return { frame: within, columns, own }
}

/** A list as its layout arranges it, or as src/page/fit/arrange.ts does. */
function arranged(list: Element, items: number, { layout, scale, depth }: Frame): ListLayout {
  const own = layout.list
  if (depth > 0) return { ...own, block: 0, least: 0, inline: 40, numbered: 60, columns: () => 1, gap: 18 }
  const names = classes(list)
  if (names.includes('two-columns'))
    return { ...own, block: 6, gap: 4, inline: 27, numbered: 27, columns: () => 2, columnGap: 24 }
  if (names.includes('rows'))
    return { ...own, block: 24, least: 90, gap: 18, inline: 72, numbered: 72, columns: () => 1 }
  if (names.includes('halves')) return { ...own, columns: () => 2 }
  // Dates do not grow with what stands below them.
  const usual = Math.min(1, 1 / scale)
  if (names.includes('across'))
    return {
      ...own,
      block: 150 * usual,
      inline: 40 * usual,
      numbered: 40 * usual,
      columns: () => items,
      columnGap: 0,
    }
  return own
}

/** What an item leaves to its words: those that open it may stand beside them. */
export function insideItem(item: Element, within: Frame, own: ListLayout): { frame: Frame; nodes: Node[] } {
  const lead = within.depth === 1 ? item.childNodes.find(isSeen) : undefined
  const names = lead && isElement(lead) ? classes(lead) : []
  // Dates along a line stand above it, which is in the height of every item.
  if (names.includes('when')) return { frame: within, nodes: item.childNodes.filter((node) => node !== lead) }
  if (!own.lead || !names.includes('lead')) return { frame: within, nodes: item.childNodes }
  const frame = { ...within, width: within.width - own.lead.inline * within.scale }
  return { frame, nodes: item.childNodes.filter((node) => node !== lead) }
}

export function itemHeight(item: Element, within: Frame, own: ListLayout, scale: number): number {
  const { frame, nodes } = insideItem(item, within, own)
  return Math.max(own.least * scale, heightOf(nodes, frame) + own.block * scale)
}

function listHeight(node: Element, frame: Frame): number {
  const { frame: within, columns, own } = itemFrame(node, frame)
  const heights = node.childNodes
    .filter(isSeen)
    .map((item) => (isElement(item) ? itemHeight(item, within, own, frame.scale) : 0))
  const rows = Math.ceil(heights.length / columns)
  const downwards = classes(node).includes('two-columns')
  const tallest = Array.from({ length: rows }, () => 0)
  for (const [i, height] of heights.entries()) {
    const row = downwards ? i % rows : Math.floor(i / columns)
    tallest[row] = Math.max(tallest[row] ?? 0, height)
  }
  return tallest.reduce((sum, height, row) => sum + height + (row > 0 ? own.gap * frame.scale : 0), 0)
}

/** The rows of a table, head first, with whether each is of the head. */
export function rowsOf(table: Element): { row: Element; head: boolean }[] {
  const rows: { row: Element; head: boolean }[] = []
  const visit = (node: Node, head: boolean): void => {
    if (!isElement(node)) return
    if (node.tagName === 'tr') rows.push({ row: node, head })
    else for (const child of node.childNodes) visit(child, head || node.tagName === 'thead')
  }
  visit(table, false)
  return rows
}

/** The columns that a cell takes; a thousand is as many as HTML knows. */
const spanOf = (cell: Element): number => Math.max(1, Math.min(1000, Number(attribute(cell, 'colspan')) || 1))

const cellsOf = (row: Element): Element[] => row.childNodes.filter(isElement)

/** The share of the width that each column of a table gets: by the longest text in it, none below a fair part. */
export function columnShares(table: Element): number[] {
  const given = table.childNodes.find((node) => isElement(node) && node.tagName === 'colgroup')
  if (given && isElement(given))
    return given.childNodes
      .filter(isElement)
      .map((column) => Number(/width:([\d.]+)%/.exec(attribute(column, 'style'))?.[1] ?? 0) / 100)
  const longest: number[] = []
  for (const { row } of rowsOf(table))
    cellsOf(row).reduce((at, cell) => {
      const span = spanOf(cell)
      const length = [...textOf(cell).trim()].length / span
      for (let i = at; i < at + span; i++) longest[i] = Math.max(longest[i] ?? 2, length)
      return at + span
    }, 0)
  // A power below one lets a column of long text have more without leaving the others none.
  const weights = longest.map((length) => Math.min(length, 120) ** 0.7 + 1)
  const total = (all: readonly number[]): number => all.reduce((a, b) => a + b, 0)
  // On a narrow slide, too, each has room for a character.
  const least = Math.min(0.12, 1 / weights.length) * total(weights)
  const fair = weights.map((weight) => Math.max(least, weight))
  return fair.map((weight) => weight / total(fair))
}

/** A table's own type, in which it is set unless its author says another size. */
export function tableFrame(table: Element, frame: Frame): Frame {
  const isSized = /(?:^|;)\s*font-size\s*:/i.test(attribute(table, 'style'))
  return isSized ? frame : { ...frame, size: Math.max(frame.least, 30 * frame.scale) }
}

/** @param frame of the table: `tableFrame` */
export function rowHeight(row: Element, shares: readonly number[], frame: Frame): number {
  let at = 0
  const heights = cellsOf(row).map((cell) => {
    const span = spanOf(cell)
    const share = shares.slice(at, at + span).reduce((sum, one) => sum + one, 0)
    at += span
    const width = share * frame.width - 28 * frame.scale - 1
    const { size, line } = declared(cell, frame.size, width)
    const face = cell.tagName === 'th' ? 'strong' : frame.face
    return heightOf(cell.childNodes, { ...frame, size, line: line ?? 1.4, face, width })
  })
  return Math.max(frame.size * 1.4, ...heights) + 18 * frame.scale + 1
}

function tableHeight(table: Element, outer: Frame): number {
  const frame = tableFrame(table, outer)
  const shares = columnShares(table)
  const caption = captionOf(table)
  const above = caption ? heightOf(caption.childNodes, frame) : 0
  return rowsOf(table).reduce((sum, { row }) => sum + rowHeight(row, shares, frame), 6 + above)
}

export const captionOf = (table: Element): Element | undefined =>
  table.childNodes.filter(isElement).find(({ tagName }) => tagName === 'caption')

/** The size of program text: no smaller than `smallPrint`, or less where all type may be smaller. */
export const codeSize = ({ least, scale }: Frame): number =>
  Math.max((smallPrint / smallest) * least, 26 * scale)

/** A line of code as it is set: no white space breaks it, and the signs of drawings have a cell each. */
const inCells = (text: string): string =>
  text
    .replaceAll('\t', '    ')
    .replaceAll(' ', '\u00a0')
    .replace(/[\u2500-\u259f]/g, '0')

/** The lines of a block of code, each with the lines that it takes. */
export function codeLines(code: Element, frame: Frame): number[] {
  const size = codeSize(frame)
  const numbers = classes(code).includes('numbered') ? size * 2.5 : 0
  const width = frame.width - 5 - 52 * frame.scale - numbers
  // Where the mono face has no glyph, the sans has.
  const widths = new Map([...frame.rulers.sans, ...frame.rulers.mono])
  return textOf(code)
    .split('\n')
    .map((text) => Math.max(1, countLines([{ text: inCells(text), size, widths }], width)))
}

function codeHeight(node: Element, frame: Frame): number {
  const size = codeSize(frame)
  const code = node.childNodes.find((child) => isElement(child) && child.tagName === 'code')
  if (!code || !isElement(code)) return tallestPicture * frame.scale
  return codeLines(code, frame).reduce((sum, lines) => sum + lines, 0) * size * 1.5 + 40 * frame.scale
}
