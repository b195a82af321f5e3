import type { Ratio } from '../../deck/settings.ts'
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
import { headingSizes, type Layout, type ListLayout, smallest, tallestPicture } from './layouts.ts'
import { countLines, type Run } from './lines.ts'

export type Rulers = Readonly<Record<TextFace, Widths>>

/** Where a part of a slide stands: what decides how high it becomes. Lengths in CSS pixels. */
export interface Frame {
  readonly layout: Layout
  readonly rulers: Rulers
  readonly ratio: Ratio
  readonly scale: number
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

const blocks = new Set(
  'address blockquote details div dl dt dd figure figcaption h1 h2 h3 h4 h5 h6 hr li ol p pre table ul center'.split(
    ' ',
  ),
)

export const isBlock = (node: Node): node is Element =>
  isElement(node) && (blocks.has(node.tagName) || classes(node).includes('katex-display'))

export const isHeading = (node: Node): node is Element => isElement(node) && /^h[1-6]$/.test(node.tagName)

/** What takes room: no comments, no white space between blocks. */
export const isSeen = (node: Node): boolean =>
  isElement(node) ? node.tagName !== 'wbr' : isText(node) && node.value.trim() !== ''

/** The height of nodes one below the other. @param first whether they begin the slide */
export function heightOf(nodes: readonly Node[], frame: Frame, first = false): number {
  let height = 0
  let before: Node | null = null
  for (const part of parts(nodes)) {
    const begins = Array.isArray(part) ? part[0] : part
    if (before && begins) height += gapBetween(before, begins, frame, first && before === nodes.find(isSeen))
    height += Array.isArray(part) ? inlineHeight(part, frame) : blockHeight(part, frame, first && !before)
    before = begins ?? null
  }
  return height
}

/** Blocks, and the inline nodes between them together. */
export function parts(nodes: readonly Node[]): (Element | Node[])[] {
  const found: (Element | Node[])[] = []
  for (const node of nodes) {
    const last = found.at(-1)
    if (isBlock(node)) found.push(node)
    else if (Array.isArray(last)) last.push(node)
    else if (isSeen(node)) found.push([node])
  }
  return found
}

/** Between a block and the next one. @param ownHeading whether the first is the slide's own heading */
export function gapBetween(
  before: Node,
  after: Node,
  { layout, scale, depth }: Frame,
  ownHeading: boolean,
): number {
  if (depth > 0) return 12 * scale
  if (isHeading(after)) return 40 * scale
  return (ownHeading && isHeading(before) ? Math.max(36, layout.gap) : layout.gap) * scale
}

export function blockHeight(node: Element, frame: Frame, first: boolean): number {
  const { layout, scale, rulers } = frame
  const { tagName } = node
  if (/^h[1-6]$/.test(tagName)) {
    const own = layout.heading
    // Headings shrink with what they head but do not grow with it.
    const size = (first ? own.size : (headingSizes[tagName] ?? 40)) * Math.min(1, scale)
    const line = first ? own.line : 1.32
    const width = frame.width - (first ? own.inline * Math.min(1, scale) : 0)
    const marked = attribute(node, 'data-continued')
    const runs = inlineRuns(node.childNodes, { ...frame, size, line, face: 'serif' })
    if (marked) runs.push({ text: `\u200b${marked}`, size: size * 0.62, widths: rulers.sans })
    return countLines(runs, width - 1, true) * size * line + (first ? own.below * Math.min(1, scale) : 0)
  }
  if (tagName === 'ul' || tagName === 'ol') return listHeight(node, frame)
  if (tagName === 'table') return tableHeight(node, frame)
  if (tagName === 'pre') return codeHeight(node, frame)
  if (tagName === 'hr') return 2
  if (classes(node).includes('katex-display')) return 3 * frame.size
  if (classes(node).includes('columns')) {
    const columns = node.childNodes.filter(isElement)
    const within = columnFrame(columns.length, frame)
    const least = frame.layout.name === 'contrast' ? frame.layout.list.least * frame.scale : 0
    return Math.max(least, ...columns.map((column) => blockHeight(column, within, false)))
  }
  return heightOf(node.childNodes, inside(node, frame)) + around(node, frame)
}

/** What columns side by side leave to each. */
export function columnFrame(count: number, frame: Frame): Frame {
  return { ...frame, width: (frame.width - (count - 1) * 48 * frame.scale) / Math.max(1, count) }
}

/** What a block that holds others leaves to them. */
export function inside(node: Element, frame: Frame): Frame {
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
  if (names.includes('footnotes')) return { ...frame, size: Math.max(smallest, frame.size * 0.75) }
  if (tagName === 'p') return { ...frame, width: width - layout.paragraphInline * scale }
  return frame
}

/** The room that a block takes around what it holds. */
export function around(node: Element, { layout, scale }: Frame): number {
  const names = classes(node)
  if (node.tagName === 'blockquote') return isQuotation(layout) ? 88 * scale : 0
  if (names.includes('markdown-alert')) return 32 * scale
  if (names.includes('column') && layout.name === 'contrast') return 70 * scale
  return 0
}

const isQuotation = (layout: Layout): boolean => layout.name === 'quotation'

function inlineHeight(nodes: readonly Node[], frame: Frame): number {
  const runs = inlineRuns(nodes, frame)
  const pictures = nodes.reduce((sum, node) => sum + picturesIn(node), 0)
  const lines = runs.some(({ text }) => text.trim()) ? countLines(runs, frame.width - 1, frame.phrases) : 0
  return lines * frame.size * frame.line + pictures * tallestPicture * frame.scale
}

function picturesIn(node: Node): number {
  if (!isElement(node)) return 0
  if (node.tagName === 'img' || node.tagName === 'svg') return classes(node).includes('katex') ? 0 : 1
  if (classes(node).includes('katex')) return 0
  return node.childNodes.reduce((sum, child) => sum + picturesIn(child), 0)
}

/** The text of inline nodes, in the faces and sizes of the style sheets. */
export function inlineRuns(nodes: readonly Node[], frame: Frame): Run[] {
  return nodes.flatMap((node): Run[] => {
    const { rulers, size, face, layout, depth } = frame
    if (isText(node)) return [{ text: node.value.replaceAll('\n', ' '), size, widths: rulers[face] }]
    if (!isElement(node)) return []
    const { tagName } = node
    if (tagName === 'br') return [{ text: '\n', size, widths: rulers[face] }]
    if (tagName === 'wbr') return [{ text: '\u200b', size, widths: rulers[face] }]
    if (classes(node).includes('katex'))
      return [{ text: textOf(node), size: size * 1.21, widths: rulers[face] }]
    if (tagName === 'strong' || tagName === 'b') {
      const large = depth > 0 && layout.name === 'figures'
      return inlineRuns(node.childNodes, {
        ...frame,
        face: large || face === 'serif' ? 'serif' : 'strong',
        size: large ? size * 1.5 : size,
      })
    }
    if (tagName === 'code')
      return inlineRuns(node.childNodes, { ...frame, face: 'mono', size: Math.max(smallest, size * 0.92) })
    if (tagName === 'small')
      return inlineRuns(node.childNodes, { ...frame, size: Math.max(smallest, size * 0.75) })
    return inlineRuns(node.childNodes, frame)
  })
}

/** What a list leaves to its items: its columns and what is around each item's text. */
export function itemFrame(list: Element, frame: Frame): { frame: Frame; columns: number; own: ListLayout } {
  const { layout, scale, ratio, depth } = frame
  const own =
    depth === 0
      ? layout.list
      : { ...layout.list, block: 0, least: 0, inline: 40, numbered: 60, columns: () => 1, gap: 18 }
  const columns = own.columns(list.childNodes.filter(isSeen).length, ratio)
  const inline = (list.tagName === 'ol' ? own.numbered : own.inline) * scale
  const width = (frame.width - (columns - 1) * own.columnGap * scale) / columns - inline
  const size = depth === 0 ? frame.size : Math.max(smallest, frame.size * 0.88)
  return { frame: { ...frame, width, size, line: own.line, face: own.face, depth: depth + 1 }, columns, own }
}

function listHeight(node: Element, frame: Frame): number {
  const { frame: within, columns, own } = itemFrame(node, frame)
  const heights = node.childNodes
    .filter(isSeen)
    .map((item) =>
      isElement(item)
        ? Math.max(own.least * frame.scale, heightOf(item.childNodes, within) + own.block * frame.scale)
        : 0,
    )
  let height = 0
  for (let row = 0; row < heights.length; row += columns)
    height += Math.max(...heights.slice(row, row + columns)) + (row > 0 ? own.gap * frame.scale : 0)
  return height
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
    cellsOf(row).forEach((cell, i) => {
      longest[i] = Math.max(longest[i] ?? 2, [...textOf(cell).trim()].length)
    })
  // A power below one lets a column of long text have more without leaving the others none.
  const weights = longest.map((length) => Math.min(length, 120) ** 0.7 + 1)
  const sum = weights.reduce((a, b) => a + b, 0)
  return weights.map((weight) => weight / sum)
}

export function rowHeight(row: Element, shares: readonly number[], frame: Frame): number {
  const size = Math.max(smallest, 30 * frame.scale)
  const heights = cellsOf(row).map((cell, i) =>
    heightOf(cell.childNodes, {
      ...frame,
      size,
      line: 1.4,
      face: cell.tagName === 'th' ? 'strong' : frame.face,
      width: (shares[i] ?? 0) * frame.width - 28 * frame.scale - 1,
    }),
  )
  return Math.max(size * 1.4, ...heights) + 18 * frame.scale + 1
}

function tableHeight(table: Element, frame: Frame): number {
  const shares = columnShares(table)
  return rowsOf(table).reduce((sum, { row }) => sum + rowHeight(row, shares, frame), 6)
}

/** The lines of a block of code, each with the lines that it takes. */
export function codeLines(code: Element, frame: Frame): number[] {
  const size = Math.max(smallest, 26 * frame.scale)
  const width = frame.width - 5 - 52 * frame.scale
  // Where the mono face has no glyph, the sans has.
  const widths = new Map([...frame.rulers.sans, ...frame.rulers.mono])
  return textOf(code)
    .split('\n')
    .map((text) =>
      Math.max(
        1,
        countLines([{ text: text.replaceAll('\t', '    ').replaceAll(' ', '\u00a0'), size, widths }], width),
      ),
    )
}

function codeHeight(node: Element, frame: Frame): number {
  const size = Math.max(smallest, 26 * frame.scale)
  const code = node.childNodes.find((child) => isElement(child) && child.tagName === 'code')
  if (!code || !isElement(code)) return tallestPicture * frame.scale
  return codeLines(code, frame).reduce((sum, lines) => sum + lines, 0) * size * 1.5 + 40 * frame.scale
}
