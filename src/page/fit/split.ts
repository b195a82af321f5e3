import {
  attribute,
  classes,
  around as cloned,
  type Element,
  element,
  isElement,
  isText,
  marksOf,
  type Node,
  textNode,
  withAttributes,
} from '../../markdown/html-tree.ts'
import { closing } from '../typography/phrases.ts'
import { declared } from './declared.ts'
import {
  around,
  blockHeight,
  captionOf,
  codeLines,
  columnFrame,
  columnShares,
  type Frame,
  framed,
  gapBetween,
  heightBeside,
  heightOf,
  inside,
  insideItem,
  isBlock,
  isSeen,
  isTall,
  itemFrame,
  itemHeight,
  parts,
  rowHeight,
  rowsOf,
  tableFrame,
} from './measure.ts'
import { isFormula, isPicture } from './pictures.ts'

/** What fits, and what is left; either may be nothing. */
export interface Cut {
  readonly head: readonly Node[]
  readonly tail: readonly Node[]
}

/**
 * Cuts blocks after `room` pixels of height. A block goes whole to the tail where `page`, the height of an empty slide,
 * can hold it; one that can't is cut itself. Where nothing fits and nothing can be cut, the head is empty.
 *
 * @param first whether the blocks begin their slides
 */
export function cut(nodes: readonly Node[], room: number, page: number, frame: Frame, first = false): Cut {
  const all = parts(nodes)
  const left = (from: number): Node[] => all.slice(from).flat()
  let used = 0
  for (const [i, part] of all.entries()) {
    const before = [all[i - 1] ?? []].flat()[0]
    const begins = [part].flat()[0]
    const gap = before && begins ? gapBetween(before, begins, frame, first && i === 1) : 0
    const height = Math.max(heightOfPart(part, frame, first && i === 0), heightBeside(before ?? null, frame))
    if (used + gap + height <= room) {
      used += gap + height
      continue
    }
    const inner = cutPart(part, height, room - used - gap, page, frame, first && i === 0)
    return { head: [...all.slice(0, i).flat(), ...inner.head], tail: [...inner.tail, ...left(i + 1)] }
  }
  return { head: left(0), tail: [] }
}

function heightOfPart(part: Element | Node[], frame: Frame, first: boolean): number {
  // What no slide can hold is not measured again for each slide that it fills.
  if ([part].flat().reduce(lengthLeft, mostOnSlide) < 0) return Number.POSITIVE_INFINITY
  if (Array.isArray(part)) return heightOf(part, frame)
  return isTooMany(part) ? Number.POSITIVE_INFINITY : blockHeight(part, frame, first)
}

function cutPart(
  part: Element | Node[],
  height: number,
  room: number,
  page: number,
  frame: Frame,
  first: boolean,
): Cut {
  if (Array.isArray(part)) {
    if (height <= page) return { head: [], tail: part }
    const { head, tail } = cutText(
      element('span', part),
      ({ childNodes }) => heightOf(childNodes, frame) <= room,
    )
    const within = (nodes: readonly Node[]): Node[] =>
      nodes.filter(isElement).flatMap(({ childNodes }) => childNodes)
    return { head: within(head), tail: within(tail) }
  }
  // A list goes on where it stands: its items are whole.
  const mayCut = height > page || /^(?:ul|ol|table|pre)$/.test(part.tagName)
  return mayCut ? cutNode(part, room, page, frame, first) : { head: [], tail: [part] }
}

/** No slide holds so many items, rows or lines: they are cut without measuring them all each time. */
const mostParts = 100

function isTooMany(node: Node): boolean {
  if (!isElement(node)) return false
  const holdsParts = /^(?:ul|ol|table|tbody|pre|code)$/.test(node.tagName)
  return holdsParts && (node.childNodes.length > mostParts || node.childNodes.some(isTooMany))
}

function cutNode(node: Element, room: number, page: number, outer: Frame, first: boolean): Cut {
  const { tagName } = node
  const own = declared(node, outer.size, outer.width)
  const frame = framed(outer, own)
  if (/^(?:ul|ol|table|pre)$/.test(tagName)) {
    const cutThis = tagName === 'table' ? cutTable : tagName === 'pre' ? cutCode : cutList
    return cutThis(node, room - own.block, page - own.block, frame)
  }
  if (classes(node).includes('columns') && !isTall(frame)) {
    const columns = node.childNodes.filter(isElement)
    return cutSides(node, columns, room, page, columnFrame(columns.length, frame))
  }
  const sides = node.childNodes.filter(isSeen).filter(isElement)
  if (own.columns > 1 && sides.length > 1)
    return cutRows(node, sides, room - own.block, page - own.block, own.columns, frame)
  // What its author has put over each other stays as it is.
  if (own.columns !== 1 || isFormula(node)) return { head: [], tail: [node] }
  const left = room - around(node, outer)
  if (node.childNodes.some(isBlock))
    return rewrapped(node, cut(node.childNodes, left, page - around(node, outer), inside(node, outer)))
  return cutText(node, (part) => blockHeight(part, outer, first) <= room)
}

function rewrapped(outer: Element, { head, tail }: Cut): Cut {
  const wrap = (nodes: readonly Node[]): Node[] => (nodes.length ? [cloned(outer, nodes)] : [])
  return { head: wrap(head), tail: wrap(tail) }
}

function cutList(list: Element, room: number, page: number, frame: Frame): Cut {
  const { frame: within, columns, own } = itemFrame(list, frame)
  const items = itemsOf(list)
  const block = own.block * frame.scale
  const heightOfItem = (item: Element): number => itemHeight(item, within, own, frame.scale)
  let used = 0
  for (let i = 0; i < items.length; i += columns) {
    const row = items.slice(i, i + columns)
    const gap = i > 0 ? own.gap * frame.scale : 0
    const height = Math.max(...row.map(heightOfItem))
    if (used + gap + height <= room) {
      used += gap + height
      continue
    }
    let head = items.slice(0, i)
    let tail = items.slice(i)
    // Only an item that no slide can hold is cut itself; two sides of a matter stay side by side.
    if (height > page) {
      const parts = row.map((item) =>
        cutItem(item, room - used - gap - block, page - block, insideItem(item, within, own).frame),
      )
      if (parts.every(({ head }) => head.length)) {
        head = [...head, ...parts.flatMap(({ head }) => head).filter(isElement)]
        tail = [...parts.flatMap(({ tail }) => tail).filter(isElement), ...items.slice(i + columns)]
      }
    }
    if (head.length === 0) {
      const count = fewerAcross(list, items.slice(0, columns), room, frame)
      head = items.slice(0, count)
      tail = items.slice(count)
    }
    return {
      head: head.length ? [cloned(list, head)] : [],
      tail: tail.length ? [numberedFrom(cloned(list, tail), list, items.indexOf(tail[0] as Element))] : [],
    }
  }
  return { head: [list], tail: [] }
}

/** How many items of a row have room where, being fewer, they stand in fewer columns; 0 for none. */
function fewerAcross(list: Element, row: readonly Element[], room: number, frame: Frame): number {
  const whole = itemFrame(list, frame).columns
  for (let count = row.length - 1; count > 0; count--) {
    const part = cloned(list, row.slice(0, count))
    if (itemFrame(part, frame).columns < whole && heightOf([part], frame) <= room) return count
  }
  return 0
}

/** The items of a list; what stands between them is one, too. */
function itemsOf(list: Element): Element[] {
  return list.childNodes.filter(isSeen).map((node) => (isElement(node) ? node : element('li', [node])))
}

/** An ordered list goes on with its numbers. */
function numberedFrom(tail: Element, { tagName, attrs }: Element, at: number): Element {
  if (tagName !== 'ol' || at <= 0) return tail
  const start = Number(attrs.find(({ name }) => name === 'start')?.value ?? 1) + at
  const others = tail.attrs.filter(({ name }) => name !== 'start')
  return { ...tail, attrs: [...others, { name: 'start', value: String(start) }] }
}

function cutItem(item: Element, room: number, page: number, within: Frame): Cut {
  if (heightOf(item.childNodes, within) <= room) return { head: [item], tail: [] }
  if (!item.childNodes.some(isBlock))
    return cutText(item, (part) => heightOf(part.childNodes, within) <= room)
  const parts = cut(item.childNodes, room, page, within)
  return rewrapped(item, { ...parts, tail: ledOn(item, parts) })
}

/** What leads up to a list stands above the rest of it, too: 任何组织和个人不得有下列行为. */
function ledOn({ childNodes }: Element, { head, tail }: Cut): readonly Node[] {
  const isList = (node: Node | undefined): boolean =>
    node !== undefined && isElement(node) && /^[uo]l$/.test(node.tagName)
  const list = childNodes.findIndex(isList)
  // Where the lead alone stands on the page before, it would never come to an end.
  if (list < 1 || head.length <= list || !isList(tail[0])) return tail
  return [element('span', childNodes.slice(0, list), { 'data-again': 'lead' }), ...tail]
}

/** Parts that stand side by side are cut at the same height. */
function cutSides(outer: Element, sides: readonly Element[], room: number, page: number, frame: Frame): Cut {
  const parts = sides.map((side) => {
    const left = room - around(side, frame)
    return cut(side.childNodes, left, page - around(side, frame), inside(side, frame))
  })
  const side = (which: 'head' | 'tail'): Node[] =>
    parts.some((part) => part[which].length)
      ? [
          cloned(
            outer,
            parts.map((part, i) => cloned(sides[i] as Element, part[which])),
          ),
        ]
      : []
  return { head: side('head'), tail: side('tail') }
}

/** What stands side by side in rows: between rows; in the first one where that alone is too much. */
function cutRows(
  outer: Element,
  sides: readonly Element[],
  room: number,
  page: number,
  columns: number,
  frame: Frame,
): Cut {
  const within = columnFrame(columns, frame)
  let used = 0
  for (let i = 0; i < sides.length; i += columns) {
    const row = sides.slice(i, i + columns)
    used += Math.max(0, ...row.map((side) => blockHeight(side, within, false)))
    if (used <= room) continue
    if (i > 0) return { head: [cloned(outer, sides.slice(0, i))], tail: [cloned(outer, sides.slice(i))] }
    const { head, tail } = cutSides(outer, row, room, page, within)
    const rest = sides.slice(columns)
    if (rest.length === 0) return { head, tail }
    return { head, tail: [...tail, cloned(outer, rest)] }
  }
  return { head: [cloned(outer, sides)], tail: [] }
}

/** Between rows; the head stands above each part. */
function cutTable(table: Element, room: number, page: number, outer: Frame): Cut {
  const frame = tableFrame(table, outer)
  const shares = columnShares(table)
  const rows = rowsOf(table)
  const heads = rows.filter(({ head }) => head).map(({ row }) => row)
  const body = rows.filter(({ head }) => !head).map(({ row }) => row)
  const above = heads.reduce((sum, row) => sum + rowHeight(row, shares, frame), 6)
  const said = captionOf(table)
  let used = above + (said ? heightOf(said.childNodes, frame) : 0)
  const make = (own: readonly Node[], begins: boolean): Element => {
    const columns = table.childNodes.filter((node) => isElement(node) && node.tagName === 'colgroup')
    const head = heads.length ? [element('thead', heads)] : []
    return cloned(table, [...(begins && said ? [said] : []), ...columns, ...head, element('tbody', own)])
  }
  for (const [i, row] of body.entries()) {
    const height = rowHeight(row, shares, frame)
    if (used + height <= room) {
      used += height
      continue
    }
    let head = body.slice(0, i)
    let tail = body.slice(i)
    if (height + above > page) {
      const parts = cutRow(row, room - used, shares, frame)
      if (parts) {
        head = [...head, parts[0]]
        tail = [parts[1], ...body.slice(i + 1)]
      }
    }
    return {
      head: head.length ? [make(head, true)] : [],
      tail: tail.length ? [make(tail, !head.length)] : [],
    }
  }
  return { head: [table], tail: [] }
}

function cutRow(
  row: Element,
  room: number,
  shares: readonly number[],
  frame: Frame,
): [Element, Element] | null {
  const cells = row.childNodes.filter(isElement)
  const parts = cells.map((cell, i) => {
    const fits = (part: Element): boolean =>
      rowHeight(
        element(
          'tr',
          cells.map((_, k) => (k === i ? part : element('td', []))),
        ),
        shares,
        frame,
      ) <= room
    return fits(cell) ? { head: [cell], tail: [cloned(cell, [])] } : cutText(cell, fits)
  })
  if (!parts.every(({ head }) => head.length)) return null
  return [
    cloned(
      row,
      parts.flatMap(({ head }) => head),
    ),
    cloned(
      row,
      parts.flatMap(({ tail }) => tail),
    ),
  ]
}

/** Between lines, in each step of stressed lines alike. */
function cutCode(pre: Element, room: number, page: number, frame: Frame): Cut {
  const steps = pre.childNodes.filter(isElement)
  const [first] = steps
  if (!first) return { head: [], tail: [pre] }
  const lineHeight = Math.max(24, 26 * frame.scale) * 1.5
  let left = room - 40 * frame.scale
  const lines = codeLines(first, frame)
  let count = 0
  for (const taken of lines) {
    left -= taken * lineHeight
    if (left < 0) break
    count++
  }
  if (count >= lines.length) return { head: [pre], tail: [] }
  if (count > 0) return cutCodeAt(pre, marksOf(first, isWhole).split('\n').slice(0, count).join('\n').length)
  // Only a line that no slide can hold is cut itself.
  const padding = 40 * frame.scale
  const rows = Math.floor((room - padding) / lineHeight)
  if (rows < 1 || (lines[0] ?? 0) * lineHeight + padding <= page) return { head: [], tail: [pre] }
  const perRow = Math.floor((frame.width - 5 - 52 * frame.scale) / (lineHeight / 1.5))
  return cutCodeAt(pre, perRow * rows)
}

function cutCodeAt(pre: Element, at: number): Cut {
  const steps = pre.childNodes.filter(isElement).map((step) => {
    const [head, tail] = cutAt(step, at)
    return [head, numberedOn(withoutFirst(tail), step, marksOf(head, isWhole))] as const
  })
  return {
    head: [cloned(pre, ofPage(steps.map(([head]) => head)))],
    tail: [cloned(pre, ofPage(steps.map(([, tail]) => tail)))],
  }
}

/** Numbered lines go on with their numbers. */
function numberedOn(tail: Element, code: Element, before: string): Element {
  if (!classes(code).includes('numbered')) return tail
  const first = Number(/counter-reset:line (\d+)/.exec(attribute(code, 'style'))?.[1] ?? 0)
  return withAttributes(tail, { style: `counter-reset:line ${first + before.split('\n').length}` })
}

/** Lines that no step stresses, as they are without any. */
function unfaded(step: Element): Element {
  const lines = step.childNodes.map((line) =>
    isElement(line) && classes(line).includes('faded') ? withAttributes(line, { class: 'line' }) : line,
  )
  return cloned(step, lines)
}

/** The steps that stress a line of this page; where none does, its lines as they are. */
function ofPage(steps: readonly Element[]): Element[] {
  const stresses = (node: Node): boolean =>
    isElement(node) &&
    (classes(node).includes('line') ? !classes(node).includes('faded') : node.childNodes.some(stresses))
  const [first, ...others] = steps.filter(stresses)
  const shown = first ?? (steps[0] && unfaded(steps[0]))
  if (!shown) return []
  // What is shown from the beginning is no step.
  const names = classes(shown).filter((name) => name !== 'fragment')
  return [withAttributes(shown, { class: names.join(' ') }), ...others]
}

/** Code without the line break that it begins with after a cut. */
function withoutFirst(code: Element): Element {
  let done = false
  const strip = (node: Node): Node => {
    if (done) return node
    if (isText(node)) {
      if (node.value) done = true
      return textNode(node.value.replace(/^\n/, ''))
    }
    return isElement(node) ? cloned(node, node.childNodes.map(strip)) : node
  }
  return cloned(code, code.childNodes.map(strip))
}

/** More characters than any slide holds at the smallest size. */
const mostOnSlide = 6000
const leastTried = 64
/** A line break stands for so many of them: no slide holds 60 lines. */
const ofLine = 100

/** What is left of so many characters behind a node's text; below 0 where it is longer, and then not all of it is read. */
function lengthLeft(left: number, node: Node): number {
  if (left < 0) return left
  if (isText(node)) return left - node.value.length
  if (!isElement(node)) return left
  return node.childNodes.reduce(lengthLeft, left - (node.tagName === 'br' ? ofLine : 1))
}

/** What a cut leaves whole: pictures and formulas are seen as one character is. */
const isWhole = (node: Element): boolean => isPicture(node) || isFormula(node) || node.tagName === 'br'

/**
 * The longest beginning of a text that fits, which ends with a sentence if it can, else a clause, else between
 * characters or pictures.
 */
function cutText(outer: Element, fits: (part: Element) => boolean): Cut {
  // Of a long text only the beginning is looked at.
  const [near] = cutAt(outer, mostOnSlide + mostClosing)
  const text = marksOf(near, isWhole)
  let low = 0
  let high = Math.min(text.length, mostOnSlide)
  // From below, so that of very many lines only those of a slide are measured.
  for (let most = leastTried; most < high; most *= 2)
    if (fits(cutAt(near, most)[0])) low = most
    else high = most - 1
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (fits(cutAt(near, middle)[0])) low = middle
    else high = middle - 1
  }
  if (low >= text.length) return { head: [outer], tail: [] }
  const at = lastBreak(text, low)
  if (at <= 0) return { head: [], tail: [outer] }
  const [head, tail] = cutAt(outer, at)
  return { head: [head], tail: shows(tail) ? [tail] : [] }
}

/** Whether there is anything to be seen. */
const shows = (node: Node): boolean =>
  isText(node) ? node.value.trim() !== '' : isElement(node) && (isWhole(node) || node.childNodes.some(shows))

/** No more marks of punctuation than this close one after another: UTF-16 units. */
const mostClosing = 12

function lastBreak(text: string, most: number): number {
  const before = text.slice(0, most)
  for (const [mark, least] of [
    [/[。！？；][”’」』）》]*|[.!?;]["')]*\s/gu, 0.5],
    [/[，、：]|[,:]\s|\s/gu, 0.7],
  ] as const) {
    const ends = [...before.matchAll(mark)].map(({ index, 0: found }) => index + found.length)
    const last = ends.at(-1) ?? 0
    if (last >= most * least) return last
  }
  const isWithin = (at: number): boolean => /[\udc00-\udfff]/.test(text[at] ?? '')
  // Not within a character, and not before closing punctuation, unless there is nothing else.
  for (let at = most; at > Math.max(1, most - mostClosing); at--)
    if (!isWithin(at) && !closing.test(text[at] ?? '')) return at
  return isWithin(most) ? most - 1 : most
}

/** Cuts an element at an offset of its text; the elements around the offset stand on both sides. */
function cutAt(outer: Element, offset: number): [Element, Element] {
  let left = offset
  const heads: Node[] = []
  const tails: Node[] = []
  for (const child of outer.childNodes) {
    if (left <= 0 && tails.length) {
      tails.push(child)
      continue
    }
    const { length } = marksOf(child, isWhole)
    if (left >= length && (left > 0 || length === 0)) {
      heads.push(child)
      left -= length
    } else if (left <= 0) tails.push(child)
    else if (isText(child)) {
      heads.push(textNode(child.value.slice(0, left)))
      tails.push(textNode(child.value.slice(left)))
      left = 0
    } else if (isElement(child)) {
      const [head, tail] = cutAt(child, left)
      heads.push(head)
      tails.push(tail)
      left = 0
    }
  }
  return [cloned(outer, heads), cloned(outer, tails)]
}
