import { classes, type Element, isElement } from '../../markdown/html-tree.ts'
import { type Frame, heightOf, isSeen, itemFrame, itemHeight } from '../../page/fit/measure.ts'
import { type Paragraph, paragraphsOf, type Step } from '../content/paragraphs.ts'
import { type Run, stepOf } from '../content/runs.ts'
import type { Canvas } from './canvas.ts'
import { type Slot, slots } from './design.ts'
import type { LayoutName } from './layouts.ts'
import { boxed, ring } from './shapes.ts'
import { paragraphXml, type RunStyle, textBody } from './text.ts'
import type { Box } from './units.ts'
import { bar } from './vocabulary.ts'

/** A point, and the box that it gets on the slide. */
interface Item {
  readonly paragraphs: readonly Paragraph[]
  readonly step: Step | null
  readonly box: Box
  readonly number: number
  /** Its first words stand beside the others, as on the page. */
  readonly hasLead: boolean
  /** One of many, close to each other in two columns. */
  readonly isDense: boolean
}

type Draw = (item: Item, canvas: Canvas, frame: Frame) => void

/** The layouts whose points stand in shapes of their own, and how each is drawn. */
const drawn: Partial<Readonly<Record<LayoutName, Draw>>> = {
  agenda: drawSection,
  recap: drawSection,
  panels: drawPanel,
  steps: drawPanel,
  cards: drawCard,
  contrast: drawSide,
  figures: drawFigure,
  timeline: drawStation,
}

export const hasShapes = (layout: LayoutName): boolean => Object.hasOwn(drawn, layout)

/** Draws each point of a list in a shape of its own. @param box the place of the whole list */
export function drawList(list: Element, layout: LayoutName, box: Box, canvas: Canvas, frame: Frame): void {
  const isAcross = classes(list).includes('across')
  const draw = isAcross ? drawAcross : drawn[layout]
  if (!draw) return
  const items = itemsOf(list)
  const boxes = isAcross
    ? columnsOf(belowAir(box, list, frame), items.length)
    : cellsOf(list, box, frame, layout)
  if (layout === 'timeline') drawLine(boxes, isAcross, canvas, frame)
  items.forEach((item, i) => {
    const [own, step] = [boxes[i], stepOf(item)]
    // Its shapes come with it; the paragraphs in them do not come by themselves.
    const paragraphs = paragraphsOf([{ ...list, childNodes: [item] }])
    const lead = item.childNodes.find(isSeen)
    const hasLead = lead !== undefined && isElement(lead) && classes(lead).includes('lead')
    if (own)
      draw({ paragraphs, step, box: own, number: i + 1, hasLead, isDense: isDense(list) }, canvas, frame)
  })
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
  const fillsRow = layout === 'figures' || layout === 'panels'
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
  readonly inset: {
    readonly left: number
    readonly top: number
    readonly right: number
    readonly bottom: number
  }
  readonly run?: RunStyle
  /** In bold, in the face of headings. */
  readonly isHeading?: boolean
  /** How far the words stand from the edge whose number stands before them. */
  readonly hang?: number
  /** Between the first paragraph and those after it. */
  readonly between?: number
}

/** The words of a point in a box of theirs. */
function drawWords(
  { paragraphs, step, box, number }: Item,
  canvas: Canvas,
  frame: Frame,
  style: WordStyle,
): void {
  const { size, scale } = frame
  const { design } = canvas.context
  const {
    ground,
    anchor,
    inset,
    run = { strong: { slot: design.accent } },
    hang = 0,
    between = 12 * scale,
  } = style
  const slot = ground ? design.surfaceInk : design.ink
  const id = canvas.nextId()
  const first = {
    size,
    line: 1.03,
    indent: hang,
    hang,
    before: between,
    mark: 'none',
    slot,
    ...(style.isHeading ? ({ bold: true, face: 'major' } as const) : {}),
  } as const
  const below = {
    size: Math.max(24, size * 0.88),
    line: 1.03,
    before: 10 * scale,
    indent: hang + 36 * scale,
    hang: 36 * scale,
    mark: 'diamond',
    markSlot: design.gold,
    slot,
  } as const
  const text = paragraphs.map((paragraph) =>
    paragraphXml(paragraph, canvas.context, { hasMarks: hang > 0, run }),
  )
  canvas.add(
    boxed(
      { id, name: `${canvas.words.point} ${number}`, box, ...(ground ? { ground } : {}) },
      textBody('p:txBody', text, { anchor, inset, levels: [first, below, below] }),
    ),
  )
  if (step) canvas.enter({ shape: id, step })
}

/** A bar at the edge of a point's box. @returns the point in what is left of it */
function drawBar(item: Item, canvas: Canvas, side: 'left' | 'top', thick: number, slot: Slot): Item {
  const { x, y, width, height } = item.box
  const isLeft = side === 'left'
  const edge = isLeft ? { x, y, width: thick, height } : { x, y, width, height: thick }
  drawBeside(item, canvas, (id) => bar(id, 'bar', edge, slot))
  const box = isLeft
    ? { x: x + thick, y, width: width - thick, height }
    : { x, y: y + thick, width, height: height - thick }
  return { ...item, box }
}

/** What belongs to a point and has no words. */
function drawBeside({ step }: Item, canvas: Canvas, make: (id: number) => ReturnType<typeof bar>): void {
  const id = canvas.nextId()
  canvas.add(make(id))
  if (step) canvas.enter({ shape: id, step })
}

/** A point without the mark of its list, its strong beginning apart from the rest by what is given. */
function parted(item: Item, apart: string | null): Item {
  const [first, ...others] = item.paragraphs
  if (!first) return item
  const [strong, ...rest] = first.runs
  const isParted = strong?.bold && rest.length > 0
  const runs = isParted && apart !== null ? [strong, { text: apart }, ...rest] : first.runs
  return { ...item, paragraphs: [{ ...first, runs, mark: { kind: 'bullet' } }, ...others] }
}

/** An item of an enumeration: its numeral in the document's own words, before what it numbers. */
function drawPanel(item: Item, canvas: Canvas, frame: Frame): void {
  const { scale, size } = frame
  const lead = Math.max(38 * scale, size)
  const within = drawBar(item, canvas, 'left', 7 * scale, canvas.context.design.accent)
  const strong = { slot: canvas.context.design.accent, face: 'major' } as const
  drawWords(parted(within, item.hasLead ? '\t' : null), canvas, frame, {
    ground: canvas.context.design.surface,
    anchor: 'ctr',
    inset: { left: 26 * scale, top: 8 * scale, right: 24 * scale, bottom: 8 * scale },
    run: { strong },
    ...(item.hasLead
      ? { hang: Math.max(106 * scale, 2.6 * lead), run: { strong: { ...strong, size: lead } } }
      : {}),
  })
}

/** A section of the agenda. */
function drawSection(item: Item, canvas: Canvas, frame: Frame): void {
  const { scale } = frame
  const [thick, side, above] = item.isDense ? [3, 12 * scale, 0] : [6, 24 * scale, 8 * scale]
  drawWords(drawBar(item, canvas, 'left', thick, slots.line), canvas, frame, {
    ground: canvas.context.design.surface,
    anchor: 'ctr',
    inset: { left: side, top: above, right: side, bottom: above },
    isHeading: true,
  })
}

function drawCard(item: Item, canvas: Canvas, frame: Frame): void {
  const { scale } = frame
  const slot = item.number % 2 ? canvas.context.design.accent : canvas.context.design.gold
  drawWords(parted(drawBar(item, canvas, 'top', 5 * scale, slot), null), canvas, frame, {
    ground: canvas.context.design.surface,
    anchor: 'ctr',
    inset: { left: 22 * scale, top: 16 * scale, right: 20 * scale, bottom: 16 * scale },
  })
}

function drawSide(item: Item, canvas: Canvas, frame: Frame): void {
  const { scale } = frame
  const slot = item.number % 2 ? canvas.context.design.gold : canvas.context.design.accent
  drawWords(parted(drawBar(item, canvas, 'top', 6 * scale, slot), null), canvas, frame, {
    ground: canvas.context.design.surface,
    anchor: 't',
    inset: { left: 34 * scale, top: 32 * scale, right: 34 * scale, bottom: 24 * scale },
  })
}

function drawFigure(item: Item, canvas: Canvas, frame: Frame): void {
  const { scale, size } = frame
  drawWords(
    parted(drawBar(item, canvas, 'top', 5 * scale, canvas.context.design.gold), null),
    canvas,
    frame,
    {
      ground: canvas.context.design.surface,
      anchor: 'ctr',
      inset: { left: 24 * scale, top: 12 * scale, right: 24 * scale, bottom: 8 * scale },
      run: { strong: { slot: canvas.context.design.accent, face: 'major', size: size * 1.6 } },
    },
  )
}

/** White space between a date and what follows it is none at the beginning of a line. */
const trimmed = ([first, ...others]: readonly Run[]): Run[] =>
  first ? [{ ...first, text: first.text.trimStart() }, ...others] : []

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

const dated = ({ context: { design } }: Canvas) => ({ slot: design.accent, face: 'major' }) as const

function drawStation(item: Item, canvas: Canvas, frame: Frame): void {
  const { scale, size } = frame
  const { x, y, width, height } = item.box
  const [wide, slot] = [ringSize * scale, canvas.context.design.accent]
  drawBeside(item, canvas, (id) =>
    ring({
      id,
      name: 'mark',
      slot,
      box: { x: x + 3, y: y + size * 0.72 - wide / 2, width: wide, height: wide },
    }),
  )
  const box = { x: x + besideLine * scale, y, width: width - besideLine * scale, height }
  drawWords({ ...parted(item, null), box }, canvas, frame, {
    anchor: 't',
    inset: { left: 0, top: 0, right: 0, bottom: 0 },
    run: { strong: dated(canvas) },
  })
}

/** A date above the line, and below it what happened. */
function drawAcross(item: Item, canvas: Canvas, frame: Frame): void {
  const { scale } = frame
  const { x, y, width, height } = item.box
  const [wide, slot] = [ringSize * scale, canvas.context.design.accent]
  drawBeside(item, canvas, (id) =>
    ring({
      id,
      name: 'mark',
      slot,
      box: { x, y: y + belowDates * scale + 1.5 - wide / 2, width: wide, height: wide },
    }),
  )
  const [first, ...others] = item.paragraphs
  const [date, ...rest] = first?.runs ?? []
  const paragraphs =
    first && date && rest.length
      ? [{ ...first, runs: [date] }, { ...first, runs: trimmed(rest) }, ...others]
      : item.paragraphs
  const size = 46 * scale
  drawWords(
    { ...item, paragraphs, box: { x, y: y + 16 * scale, width: width - 36 * scale, height } },
    canvas,
    frame,
    {
      anchor: 't',
      inset: { left: 0, top: 0, right: 0, bottom: 0 },
      run: { strong: { ...dated(canvas), size } },
      between: 56 * scale,
    },
  )
}
