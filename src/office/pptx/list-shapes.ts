import { classes, type Element, isElement, textOf } from '../../markdown/html-tree.ts'
import { countLines } from '../../page/fit/lines.ts'
import { type Frame, heightOf, isSeen, itemFrame, itemHeight } from '../../page/fit/measure.ts'
import { type Paragraph, paragraphsOf, type Step } from '../content/paragraphs.ts'
import { type Run, stepOf, wordsOf } from '../content/runs.ts'
import type { Xml } from '../xml.ts'
import type { Canvas } from './canvas.ts'
import { type Design, type Slot, slots } from './design.ts'
import type { LayoutName } from './layouts.ts'
import { bar, boxed, drawnAround } from './shapes.ts'
import { paragraphsXml, type RunStyle, textBody } from './text.ts'
import { belowPoint, type LevelStyle } from './text-style.ts'
import type { Box } from './units.ts'

/** A point, and the box that it gets on the slide. */
interface Item {
  readonly paragraphs: readonly Paragraph[]
  readonly step: Step | null
  readonly box: Box
  readonly number: number
  /** The words that stand beside the others, as on the page; '' for none. */
  readonly lead: string
}

/** How the points of a form look: a bar at one side of the box, its thickness and the room around the words in CSS pixels. */
interface Form {
  readonly side: 'left' | 'top'
  readonly thick: number
  readonly slot: Slot
  readonly inset: readonly [left: number, top: number, right: number, bottom: number]
  readonly strong?: RunStyle['strong']
  /** In bold, in the face of headings; numbers stay. */
  readonly isHeading?: boolean
}

function formOf(layout: LayoutName, list: Element, number: number, size: number, design: Design): Form {
  const { accent, gold } = design
  const isRow = classes(list).includes('rows')
  switch (layout) {
    case 'agenda':
    case 'recap':
      return isDense(list)
        ? { side: 'left', thick: 3, slot: slots.line, inset: [12, 0, 12, 0], isHeading: true }
        : { side: 'left', thick: 6, slot: slots.line, inset: [24, 8, 24, 8], isHeading: true }
    case 'contrast':
      return { side: 'top', thick: 6, slot: number % 2 ? gold : accent, inset: [34, 32, 34, 24] }
    case 'figures': {
      const strong = { slot: accent, face: 'major', size: size * 1.6 } as const
      return { side: 'top', thick: 5, slot: gold, inset: [24, 12, 24, 8], strong }
    }
    case 'cards':
      return isRow
        ? { side: 'left', thick: 6, slot: accent, inset: [34, 12, 32, 12] }
        : { side: 'top', thick: 6, slot: accent, inset: [28, 16, 24, 16] }
    default:
      return {
        side: 'left',
        thick: 7,
        slot: accent,
        inset: [26, 8, 24, 8],
        strong: { slot: accent, face: 'major' },
      }
  }
}

const shaped: ReadonlySet<LayoutName> = new Set([
  'agenda',
  'recap',
  'panels',
  'steps',
  'cards',
  'contrast',
  'figures',
  'timeline',
])

/** Whether the points of a layout stand in shapes of their own. */
export const hasShapes = (layout: LayoutName): boolean => shaped.has(layout)

/** Draws each point of a list in a shape of its own. @param box the place of the whole list */
export function drawList(list: Element, layout: LayoutName, box: Box, canvas: Canvas, frame: Frame): void {
  const isAcross = classes(list).includes('across')
  const items = itemsOf(list)
  const boxes = isAcross
    ? columnsOf(belowAir(box, list, frame), items.length)
    : cellsOf(list, box, frame, layout)
  if (layout === 'timeline') drawLine(boxes, isAcross, canvas, frame)
  items.forEach((element, i) => {
    const own = boxes[i]
    if (!own) return
    const item = itemOf(list, element, own, i + 1)
    if (isAcross) drawAcross(item, canvas, frame)
    else if (layout === 'timeline') drawStation(item, canvas, frame)
    else drawBox(item, formOf(layout, list, i + 1, frame.size, canvas.context.design), canvas, frame)
  })
}

function itemOf(list: Element, element: Element, box: Box, number: number): Item {
  // Its shapes come with it; the paragraphs in them do not come by themselves.
  const paragraphs = paragraphsOf([{ ...list, childNodes: [element] }])
  const first = element.childNodes.find(isSeen)
  const lead = first && isElement(first) && classes(first).includes('lead') ? textOf(first).trim() : ''
  const isApart = paragraphs[0]?.runs[0]?.text.trim() === lead
  return { paragraphs, step: stepOf(element), box, number, lead: isApart ? lead : '' }
}

/** What stands along a line stands in the middle of its place. */
function belowAir({ y, height, ...box }: Box, list: Element, frame: Frame): Box {
  const air = Math.max(0, height - heightOf([list], frame)) / 2
  return { ...box, y: y + air, height: height - air }
}

function columnsOf({ x, y, width, height }: Box, count: number): Box[] {
  return Array.from({ length: count }, (_, i) => ({
    x: x + (i * width) / count,
    y,
    width: width / count,
    height,
  }))
}

const itemsOf = (list: Element): Element[] => list.childNodes.filter(isSeen).filter(isElement)

/** Many points close to each other, in two columns that are each read downwards. */
const isDense = (list: Element): boolean => classes(list).includes('two-columns')

/** The rows in which a list's items stand: how many, how high each has to be, and in which of them each item is. */
function rowsOf(list: Element, frame: Frame) {
  const items = itemsOf(list)
  const { frame: within, columns, own } = itemFrame(list, frame)
  const count = Math.ceil(items.length / columns)
  const rowOf = (i: number): number => (isDense(list) ? i % count : Math.floor(i / columns))
  const natural = Array.from({ length: count }, () => 0)
  for (const [i, item] of items.entries())
    natural[rowOf(i)] = Math.max(natural[rowOf(i)] ?? 0, itemHeight(item, within, own, frame.scale))
  const [gap, between] = [own.gap * frame.scale, own.columnGap * frame.scale]
  return { count, natural, rowOf, columns, gap, between }
}

/** The height that a list needs; the rows of many points are all as high as the highest. */
export function heightOfList(list: Element, frame: Frame): number {
  if (!isDense(list)) return heightOf([list], frame)
  const { count, natural, gap } = rowsOf(list, frame)
  return count * Math.max(...natural) + (count - 1) * gap
}

/** The boxes of a list's items, in rows that share what height is left. */
function cellsOf(list: Element, box: Box, frame: Frame, layout: LayoutName): Box[] {
  const { count, natural, rowOf, columns, gap, between } = rowsOf(list, frame)
  const items = itemsOf(list)
  const width = (box.width - (columns - 1) * between) / columns
  // Rows are of one height where the highest has room in that, those of many points always.
  const room = box.height - gap * (count - 1)
  const left = room - natural.reduce((sum, one) => sum + one, 0)
  const isEven = isDense(list) || Math.max(...natural) <= room / count
  const heights = natural.map((one) => Math.max(24, isEven ? room / count : one + left / count))
  const tops = heights.map((_, row) => box.y + heights.slice(0, row).reduce((sum, one) => sum + one + gap, 0))
  // The last of an odd number leaves no hole behind it.
  const fillsRow = layout === 'figures' || layout === 'panels' || (layout === 'cards' && columns === 2)
  return items.map((_, i) => {
    const [row, column] = [rowOf(i), isDense(list) ? Math.floor(i / count) : i % columns]
    const isAlone = fillsRow && column === 0 && i === items.length - 1
    return {
      x: box.x + column * (width + between),
      y: tops[row] ?? box.y,
      width: isAlone ? box.width : width,
      height: heights[row] ?? 0,
    }
  })
}

interface WordStyle {
  readonly ground?: Slot
  readonly anchor: 't' | 'ctr'
  readonly inset?: Form['inset']
  readonly run?: RunStyle
  readonly first?: LevelStyle
}

/** The words of a point in a box of theirs. */
function drawWords({ paragraphs, step, box, number }: Item, canvas: Canvas, frame: Frame, style: WordStyle) {
  const { size, scale } = frame
  const { design } = canvas.context
  const { ground, anchor, run = { strong: { slot: design.accent } } } = style
  const [left, top, right, bottom] = style.inset ?? [0, 0, 0, 0]
  const first: LevelStyle = {
    size,
    line: 1.03,
    indent: 0,
    before: 12 * scale,
    mark: 'none',
    slot: ground ? design.surfaceInk : design.ink,
    ...style.first,
  }
  const { bold: _bold, face: _face, ...plain } = first
  const below = belowPoint(plain, scale, design.gold)
  const text = paragraphsXml(paragraphs, canvas.context, {
    hasMarks: false,
    run,
    headSlot: ground ? design.headingInk : slots.heading,
  })
  const spare = spareOf(paragraphs, box.width - (left + right) * scale, first, frame)
  draw(step, canvas, (id) =>
    boxed(
      { id, name: `${canvas.words.point} ${number}`, box, ...(ground ? { ground } : {}) },
      textBody(text, {
        anchor,
        inset: { left: left * scale, top: top * scale, right: right * scale + spare, bottom: bottom * scale },
        levels: [first, below, below],
      }),
    ),
  )
}

/** Fewer characters look lost on a last line. */
const fewest = 3

/** How much narrower a paragraph of ideographs is set, so that its last line has more than a character or two. */
function spareOf(
  [only, more]: readonly Paragraph[],
  width: number,
  { size = 0, face }: LevelStyle,
  { rulers }: Frame,
): number {
  const text = only && !more ? wordsOf(only.runs) : ''
  if (!/\p{Script=Han}/u.test(text) || text.includes('\n')) return 0
  const widths = face === 'major' ? rulers.serif : rulers.sans
  const lines = (said: string, room: number): number => countLines([{ text: said, size, widths }], room)
  const count = lines(text, width)
  const isLost = (room: number): boolean => lines(text.slice(0, 1 - fewest), room) < count
  if (count === 1 || !isLost(width)) return 0
  for (let spare = size; spare <= fewest * size; spare += size / 2)
    if (lines(text, width - spare) === count && !isLost(width - spare)) return spare
  return 0
}

/** A shape that comes with its point. */
function draw(step: Step | null, canvas: Canvas, make: (id: number) => Xml): void {
  const id = canvas.nextId()
  canvas.add(make(id))
  if (step) canvas.enter({ shape: id, step })
}

/** A point without the number of its list. */
function unnumbered(item: Item): Item {
  const [first, ...others] = item.paragraphs
  return first ? { ...item, paragraphs: [{ ...first, mark: { kind: 'bullet' } }, ...others] } : item
}

/** A point's first words, and the others behind them. */
function parted(item: Item): readonly [Item, Item] {
  const [first, ...others] = item.paragraphs
  const [opening, ...rest] = first?.runs ?? []
  if (!first || !opening || rest.length === 0) return [item, { ...item, paragraphs: [] }]
  return [
    { ...item, paragraphs: [{ ...first, runs: [opening] }] },
    { ...item, paragraphs: [{ ...first, runs: trimmed(rest) }, ...others] },
  ]
}

/** White space between a date and what follows it is none at the beginning of a line. */
const trimmed = ([first, ...others]: readonly Run[]): Run[] =>
  first ? [{ ...first, text: first.text.trimStart() }, ...others] : []

/** A block for the numeral of an item, and the largest type in it: src/layouts/panels/style.css. */
const blockWidth = 108
const blockSize = 38

/** A point in a box with a bar, or behind a block in which its numeral stands. */
function drawBox(item: Item, form: Form, canvas: Canvas, frame: Frame): void {
  const { scale, size } = frame
  const { design } = canvas.context
  const { x, y, width, height } = item.box
  const isLeft = form.side === 'left'
  const thick = (item.lead ? blockWidth : form.thick) * scale
  const edge = isLeft ? { x, y, width: thick, height } : { x, y, width, height: thick }
  const box = isLeft
    ? { x: x + thick, y, width: width - thick, height }
    : { x, y: y + thick, width, height: height - thick }
  const [numeral, others] = item.lead ? parted(unnumbered(item)) : [null, item]
  if (numeral) {
    const large = Math.min(blockSize, (blockWidth - 12) / [...item.lead].length) * scale
    drawWords({ ...numeral, box: edge }, canvas, frame, {
      ground: form.slot,
      anchor: 'ctr',
      run: { strong: { slot: design.onAccent, face: 'major', size: large } },
      first: { align: 'ctr' },
    })
  } else draw(item.step, canvas, (id) => bar(id, 'bar', edge, form.slot))
  const { inset, strong, isHeading } = form
  drawWords({ ...(isHeading ? others : unnumbered(others)), box }, canvas, frame, {
    ground: design.surface,
    anchor: 'ctr',
    inset,
    ...(strong ? { run: { strong } } : {}),
    ...(isHeading ? { first: { size, bold: true, face: 'major' } } : {}),
  })
}

const ringSize = 24
/** Of the words of a timeline from its line. */
const besideLine = 52
/** Of the line along which dates stand side by side, below their tops. */
const belowDates = 93

/** The line from the first mark to the last. */
function drawLine(boxes: readonly Box[], isAcross: boolean, canvas: Canvas, { scale }: Frame): void {
  const [first, last] = [boxes[0], boxes.at(-1)]
  if (!first || !last || first === last) return
  const at = first.x + 3 + (ringSize * scale) / 2 - 1.5
  const box = isAcross
    ? { x: first.x, y: first.y + belowDates * scale, width: last.x + last.width - first.x, height: 3 }
    : { x: at, y: first.y + 20 * scale, width: 3, height: last.y - first.y }
  canvas.add(bar(canvas.nextId(), 'line', box, isAcross ? canvas.context.design.gold : slots.line))
}

/** A mark on the line. @param middle of its height */
function drawRing({ step }: Item, x: number, middle: number, canvas: Canvas, { scale }: Frame): void {
  const wide = ringSize * scale
  const box = { x, y: middle - wide / 2, width: wide, height: wide }
  const slot = canvas.context.design.accent
  draw(step, canvas, (id) => drawnAround({ id, name: 'mark', box, slot, thick: wide / 5 }, 'ellipse'))
}

function drawStation(item: Item, canvas: Canvas, frame: Frame): void {
  const { scale, size } = frame
  const { x, y, width, height } = item.box
  drawRing(item, x + 3, y + size * 0.72, canvas, frame)
  const box = { x: x + besideLine * scale, y, width: width - besideLine * scale, height }
  const strong = { slot: canvas.context.design.accent, face: 'major' } as const
  drawWords({ ...unnumbered(item), box }, canvas, frame, { anchor: 't', run: { strong } })
}

/** A date above the line, and below it what happened. */
function drawAcross(item: Item, canvas: Canvas, frame: Frame): void {
  const { scale } = frame
  const { x, y, width, height } = item.box
  drawRing(item, x, y + belowDates * scale + 1.5, canvas, frame)
  const paragraphs = parted(item).flatMap((part) => part.paragraphs)
  const box = { x, y: y + 16 * scale, width: width - 36 * scale, height }
  const strong = { slot: canvas.context.design.accent, face: 'major', size: 46 * scale } as const
  drawWords({ ...item, paragraphs, box }, canvas, frame, {
    anchor: 't',
    run: { strong },
    first: { before: 56 * scale },
  })
}
