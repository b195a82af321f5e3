import {
  attribute,
  classes,
  type Element,
  isElement,
  isText,
  type Node,
  textOf,
  withAttributes,
} from '../../markdown/html-tree.ts'
import { frameOf } from '../../page/fit/fit.ts'
import { captionOf, codeSize, type Frame, heightOf, isSeen, type Rulers } from '../../page/fit/measure.ts'
import { luminance } from '../../theme/colour.ts'
import { signs, type Words } from '../../words.ts'
import { flowOf, heightOfFlow, isBand, type Piece, pictureGap, pictureRows } from '../content/flow.ts'
import type { PageSlide } from '../content/page-slide.ts'
import { isWords, type Paragraph, paragraphsOf } from '../content/paragraphs.ts'
import { wordsIn } from '../content/print.ts'
import { formulaWords, type Run, runsOf } from '../content/runs.ts'
import type { OfficeWords } from '../words.ts'
import { element, type Xml } from '../xml.ts'
import { Canvas } from './canvas.ts'
import { type Design, type Slot, slots } from './design.ts'
import type { FurnitureTexts, Role } from './furniture.ts'
import type { Holder } from './holder.ts'
import { besideBar, hasAside, isCover, type LayoutName, layoutNamed, type SlideLayout } from './layouts.ts'
import { drawList, hasShapes, heightOfList } from './list-shapes.ts'
import { slideNumber } from './master.ts'
import { boxed, held, pictureXml } from './shapes.ts'
import { tableXml } from './table.ts'
import { type BoxStyle, paragraphXml, runXml, type TextContext, textBody } from './text.ts'
import type { LevelStyle } from './text-style.ts'
import { timingXml } from './timing.ts'
import type { Box } from './units.ts'
import { bar, namespaces, shapeTree } from './vocabulary.ts'

export interface SlideContext {
  readonly design: Design
  readonly rulers: Rulers
  readonly words: OfficeWords
  /** What pages say where something is not to be had. */
  readonly gaps: Words['gaps']
  readonly text: TextContext
  /** What stands around what the slide says. */
  readonly furniture: FurnitureTexts
  /** Counted from 1. */
  readonly number: number
  /** A layout for headings of so many lines. */
  readonly layout: (name: LayoutName, lines: number) => SlideLayout
  /** The relation to a picture by its address in the page; null for one that Office does not show. */
  readonly picture: (address: string) => string | null
  /** A picture of what only a browser draws; null where there is none. */
  readonly drawing: (
    element: Element,
  ) => { readonly embed: string; readonly width: number; readonly height: number } | null
}

/** How many lines a heading takes in its layout, in type of the layout's own size. */
function headingLines(heading: Element | null, name: LayoutName, context: SlideContext): number {
  if (!heading || isCover(name) || hasAside(name, context.design)) return heading ? 1 : 0
  const { measures } = context.layout(name, 1)
  const frame = frameOf(measures, { ratio: context.design.ratio, rulers: context.rulers }, 1)
  const { size, line, below } = measures.heading
  return Math.max(1, Math.round((heightOf([heading], frame, true) - below) / (size * line)))
}

/** No heading has a layout for more lines; of more it is set smaller. */
const mostLines = 4

/** The layout that a slide is to have. */
export function layoutOfSlide(slide: PageSlide, context: SlideContext): SlideLayout {
  const name = layoutNamed(slide.classes)
  return context.layout(name, Math.min(mostLines, headingLines(slide.heading, name, context)))
}

/** A slide as it stands in its file, and the words on it, which are not those at its foot. */
export function slideXml(
  slide: PageSlide,
  layout: SlideLayout,
  context: SlideContext,
): { readonly xml: Xml; readonly words: string } {
  const canvas = new Canvas(context.text, context.words, layout.template !== undefined)
  const lines = headingLines(slide.heading, layout.name, context)
  if (slide.heading) drawHeading(slide, layout, lines, canvas, context)
  drawContent(slide, layout, canvas, context)
  if (slide.sections && !layout.template) drawSections(slide.sections, layout, canvas, context)
  const words = canvas.shapes.map(({ xml }) => wordsIn(xml, 'a:t')).join('')
  drawFurniture(layout, canvas, context)
  const ground = backgroundXml(slide, context)
  const xml = element(
    'p:sld',
    namespaces,
    element('p:cSld', {}, ground, shapeTree(canvas.shapes)),
    element('p:clrMapOvr', {}, colourMapFor(slide, context.design)),
    timingXml(canvas.entrances),
  )
  return { xml, words }
}

function drawHeading(
  slide: PageSlide,
  layout: SlideLayout,
  lines: number,
  canvas: Canvas,
  context: SlideContext,
): void {
  const { heading } = slide
  if (!heading) return
  const own = layout.title.levels[0]?.size ?? layout.measures.heading.size
  // Covers are set smaller by the page; a heading of more lines than any layout has room for, by how many there are.
  const scale = layout.template
    ? titleScale(heading, layout, own, context)
    : isCover(layout.name)
      ? Math.min(1, slide.scale)
      : Math.min(1, Math.sqrt(mostLines / Math.max(1, lines)))
  const runs = runsOf(heading.childNodes)
  const again = attribute(heading, 'data-continued')
  const words = element(
    'a:p',
    {},
    runs.map((run) => runXml(run, canvas.context)),
    again
      ? runXml({ text: again }, canvas.context, {
          size: own * scale * 0.62,
          slot: canvas.context.design.muted,
        })
      : null,
  )
  const isPlaced = layout.template?.placesTitle === true
  const levels = isPlaced
    ? [{ size: own * scale, slot: context.design.ink }]
    : scale < 1
      ? [{ size: own * scale }]
      : []
  const place = isPlaced ? { box: layout.title.box } : {}
  canvas.add(
    held(
      { id: canvas.nextId(), name: canvas.words.title, holder: layout.title, ...place },
      textBody('p:txBody', [words], { levels }),
    ),
  )
}

/** How much smaller than a template has it a heading is set, so that it fits its box. */
function titleScale(
  heading: Element,
  { title, measures }: SlideLayout,
  size: number,
  context: SlideContext,
): number {
  const { width, height } = title.box
  const frame = frameOf(measures, { ratio: context.design.ratio, rulers: context.rulers }, 1)
  const heightAt = (scale: number): number => {
    const own = { size: size * scale, line: 1.2, below: 0, inline: 0 }
    return heightOf([heading], { ...frame, width, layout: { ...measures, heading: own } }, true)
  }
  let scale = 1
  while (scale > 0.5 && heightAt(scale) > height) scale *= 0.95
  return scale
}

/** A list shares the height that is left by the page's measures; here it is shared anew. */
const unfilled = (node: Node): Node =>
  isElement(node) && classes(node).includes('filled')
    ? withAttributes(node, { style: attribute(node, 'style').replace(/min-height:[^;]*;?/, '') })
    : node

/** The scale that is tried first: the page's, or the one at which type has the size of its template. */
function beginningScale(
  { scale }: PageSlide,
  { template, bodies, measures }: SlideLayout,
  design: Design,
): number {
  const size = bodies[0]?.levels[0]?.size
  if (!template) return scale
  return size === undefined ? (Math.min(1, scale) * design.height) / 720 : size / measures.size
}

/** Steps by which content is set smaller that does not fit its place. */
const smaller = 0.97
const smallestScale = 0.4
/** Of the height that is left, what lists share: no face is quite as high as another. */
const shared = 0.85

function drawContent(slide: PageSlide, layout: SlideLayout, canvas: Canvas, context: SlideContext): void {
  const content = slide.content.map(unfilled)
  if (!content.some(isSeen)) return
  const { area } = layout
  const room = { ratio: context.design.ratio, rulers: context.rulers }
  const frameAt = (scale: number): Frame => ({ ...frameOf(layout.measures, room, scale), width: area.width })
  const known = new Map<number, number>()
  const heightAt = (scale: number): number => {
    const height = known.get(scale) ?? heightOfContent(content, layout, frameAt(scale))
    known.set(scale, height)
    return height
  }
  const begin = beginningScale(slide, layout, context.design)
  let scale = begin
  while (scale > smallestScale && heightAt(scale) > area.height) scale *= smaller
  const frame = frameAt(scale)
  const isFilled =
    !layout.template && slide.content.some((node) => isElement(node) && classes(node).includes('filled'))
  const left = Math.max(0, area.height - heightAt(scale)) * (isFilled ? shared : 0)

  if (layout.type === 'twoObj' && drawSides(content, layout, canvas, frame)) return
  const [holder] = layout.type === 'twoObj' ? [] : layout.bodies
  if (holder && (isCover(layout.name) || content.every((node) => isWords(node) && !isBand(node))))
    drawHeld(content, holder, null, canvas, frame, left)
  else drawFlow(content, layout, canvas, context, frame, { left, free: area.height - heightAt(scale) })
}

/** Whether the points of a list have shapes of their own: not where a template has a place for them. */
const isShapeList = (node: Node, { name, template, bodies }: SlideLayout): node is Element =>
  isElement(node) &&
  (node.tagName === 'ul' || node.tagName === 'ol') &&
  hasShapes(name) &&
  !(name === 'agenda' && template && bodies.length > 0) &&
  isWords(node)

/** Lists in shapes are measured as the page does; everything else in pieces. */
function heightOfContent(content: readonly Node[], layout: SlideLayout, frame: Frame): number {
  return groupsOf(content, layout).reduce((sum, group, i) => {
    const gap = i > 0 ? frame.layout.gap * frame.scale : 0
    return (
      sum + gap + (Array.isArray(group) ? heightOfFlow(flowOf(group, frame)) : heightOfList(group, frame))
    )
  }, 0)
}

/** Lists whose points have shapes of their own, and what stands between them. */
function groupsOf(content: readonly Node[], layout: SlideLayout): (Element | Node[])[] {
  const groups: (Element | Node[])[] = []
  for (const node of content) {
    const last = groups.at(-1)
    if (isShapeList(node, layout)) groups.push(node)
    else if (Array.isArray(last)) last.push(node)
    else groups.push([node])
  }
  return groups
}

/** Two points, or two columns, in the two boxes of their layout. @returns false for anything else */
function drawSides(content: readonly Node[], layout: SlideLayout, canvas: Canvas, frame: Frame): boolean {
  const [only, more] = content.filter(isSeen)
  if (!only || more || !isElement(only) || !isWords({ ...only, attrs: [] })) return false
  const isColumns = classes(only).includes('columns')
  const sides = only.childNodes.filter(isSeen)
  if (sides.length !== layout.bodies.length || (!isColumns && !/^[uo]l$/.test(only.tagName))) return false
  sides.forEach((side, i) => {
    const holder = layout.bodies[i]
    const nodes = isColumns && isElement(side) ? side.childNodes : [{ ...only, childNodes: [side] }]
    if (holder) drawHeld(nodes, holder, null, canvas, frame, 0)
  })
  return true
}

/** Words in a placeholder; what they inherit is said again only where it differs. */
function drawHeld(
  nodes: readonly Node[],
  holder: Holder,
  box: Box | null,
  canvas: Canvas,
  frame: Frame,
  left: number,
): void {
  const said = pointed(paragraphsOf(nodes), frame)
  const paragraphs = frame.layout.name === 'definition' ? said.map(termAbove) : said
  if (!paragraphs.length) return
  const points = paragraphs.filter(({ level, mark }) => level === 1 && mark).length
  const [first] = holder.levels
  const usual = canvas.isTemplate ? (first?.size ?? frame.size) / frame.layout.size : 1
  const own = scaledLevels(holder.levels, frame.scale / usual, left / Math.max(1, points), canvas.isTemplate)
  const isLong = nodes.some((node) => isElement(node) && classes(node).includes('two-columns'))
  const style: BoxStyle = { levels: own, ...(isLong ? { columns: 2 } : {}) }
  drawParagraphs(paragraphs, canvas, holder.levels[0]?.mark === 'diamond', frame, (id, text) =>
    held({ id, name: canvas.words.text, holder, ...(box ? { box } : {}) }, textBody('p:txBody', text, style)),
  )
}

/** What stands below two sides is said of both, point by point. */
const pointed = (paragraphs: readonly Paragraph[], { layout }: Frame): readonly Paragraph[] =>
  layout.name === 'contrast'
    ? paragraphs.map((one) =>
        one.level === 0 && one.kind === 'text' ? { ...one, level: 1, mark: { kind: 'bullet' } } : one,
      )
    : paragraphs

/** A term stands on a line of its own above what it means. */
function termAbove(paragraph: Paragraph): Paragraph {
  const [term, ...meaning] = paragraph.runs
  return term?.bold && meaning.length
    ? { ...paragraph, runs: [{ ...term, text: `${term.text}\n` }, ...meaning] }
    : paragraph
}

/** Levels at another size; none where nothing differs. */
function scaledLevels(
  styles: readonly LevelStyle[],
  scale: number,
  more: number,
  isTemplate: boolean,
): LevelStyle[] {
  if (Math.abs(scale - 1) < 0.005 && more < 1) return []
  // A template's own indents and marks stay.
  if (isTemplate)
    return styles.map(({ size }) => (size === undefined ? {} : { size: Math.max(18, size * scale) }))
  return styles.map(({ size = 34, before = 0, indent, hang, mark }, i) => ({
    size: Math.max(24, size * scale),
    before: before * scale + (i === 0 ? more : 0),
    ...(indent ? { indent: indent * scale, hang: (hang ?? 0) * scale } : {}),
    ...(mark === 'none' ? { mark } : {}),
  }))
}

/** Paragraphs in a shape, each coming when its element does. */
function drawParagraphs(
  paragraphs: readonly Paragraph[],
  canvas: Canvas,
  hasMarks: boolean,
  frame: Frame,
  make: (id: number, text: readonly Xml[]) => Xml,
): void {
  const { design } = canvas.context
  const id = canvas.nextId()
  const small = { size: Math.max(24, frame.size * 0.75) }
  const style = {
    hasMarks,
    kinds: {
      heading: { size: 40 * Math.min(1, frame.scale), slot: design.headingInk, face: 'major' },
      quotation: { face: 'major' },
      term: { slot: design.accent },
      note: { ...small, slot: design.muted },
    },
    run: canvas.isTemplate || isCover(frame.layout.name) ? {} : strongRun(frame, design),
  } as const
  canvas.add(
    make(
      id,
      paragraphs.map((paragraph) => paragraphXml(paragraph, canvas.context, style)),
    ),
  )
  paragraphs.forEach(({ step }, paragraph) => {
    if (step) canvas.enter({ shape: id, paragraph, step })
  })
}

/** What the words that carry a point look like. */
const strongRun = ({ layout, size }: Frame, { accent: slot }: Design) =>
  layout.name === 'definition'
    ? ({ strong: { slot, face: 'major', size: size * 1.4 } } as const)
    : ({ strong: { slot } } as const)

/** Pieces one below the other. What is free of the height: `left` is what lists share of it. */
function drawFlow(
  content: readonly Node[],
  layout: SlideLayout,
  canvas: Canvas,
  context: SlideContext,
  frame: Frame,
  { left, free }: { readonly left: number; readonly free: number },
): void {
  const { area, name } = layout
  const groups = groupsOf(content, layout)
  const lists = groups.filter((group) => !Array.isArray(group)).length
  let [y, isFirst] = [area.y, true]
  // The layout's own box is for the first words; those after them get boxes of their own.
  let [holder] = layout.bodies
  const squeeze = free < 0 ? area.height / (area.height - free) : 1
  // Pictures alone stand in the middle of their place.
  const isShown = ({ kind }: Piece): boolean => /^(?:pictures|formula|diagram)$/.test(kind)
  if (groups.every((group) => Array.isArray(group) && flowOf(group, frame).every(isShown)))
    y += Math.max(0, free) / 2
  for (const group of groups) {
    if (!isFirst) y += frame.layout.gap * frame.scale
    isFirst = false
    if (!Array.isArray(group)) {
      const height = heightOfList(group, frame) * squeeze + left / Math.max(1, lists)
      drawList(group, name, { ...area, y, height }, canvas, frame)
      y += height
      continue
    }
    const flow = flowOf(group, frame)
    for (const [i, piece] of flow.entries()) {
      if (i > 0) y += piece.gap * squeeze
      const box = { x: area.x, y, width: area.width, height: piece.height * squeeze }
      const isHeld = piece.kind === 'words' && layout.type === 'obj'
      if (isHeld && holder) {
        drawHeld(piece.nodes, holder, box, canvas, frame, 0)
        holder = undefined
      } else drawPiece(piece, box, layout, canvas, context)
      y += piece.height * squeeze
    }
  }
}

function drawPiece(piece: Piece, box: Box, layout: SlideLayout, canvas: Canvas, context: SlideContext): void {
  const { frame } = piece
  switch (piece.kind) {
    case 'words':
      drawWords(piece.nodes, box, layout, canvas, frame)
      break
    case 'table':
      drawTable(piece.element, box, canvas, frame)
      break
    case 'code':
      drawCode(piece.element, box, canvas, frame)
      break
    case 'diagram':
    case 'formula':
      drawDrawing(piece.element, box, canvas, context, frame)
      break
    case 'rule':
      canvas.add(bar(canvas.nextId(), 'rule', { ...box, height: 2 }, slots.line))
      break
    case 'film':
      drawNote(filmWords(piece.element, context.gaps), box, canvas, frame)
      break
    case 'pictures':
      drawPictures(piece.pictures, box, canvas, context, frame)
      break
    case 'columns': {
      const gap = 48 * frame.scale
      const width = (box.width - gap * (piece.columns.length - 1)) / Math.max(1, piece.columns.length)
      piece.columns.forEach((flow, i) => {
        let y = box.y
        for (const [k, one] of flow.entries()) {
          if (k > 0) y += one.gap
          drawPiece(
            one,
            { x: box.x + i * (width + gap), y, width, height: one.height },
            layout,
            canvas,
            context,
          )
          y += one.height
        }
      })
    }
  }
}

/** Words in a box of their own, which look as in the list's. */
function drawWords(
  nodes: readonly Node[],
  box: Box,
  layout: SlideLayout,
  canvas: Canvas,
  frame: Frame,
): void {
  const paragraphs = pointed(paragraphsOf(nodes), frame)
  const isOnBand = nodes.some(isBand)
  const { size, scale } = frame
  const { design } = canvas.context
  const slot = isOnBand ? design.onAccent : design.ink
  const levels: LevelStyle[] = [
    {
      size,
      line: 1.05,
      before: 12 * scale,
      indent: 40 * scale,
      mark: 'diamond',
      markSlot: design.accent,
      slot,
    },
    {
      size: Math.max(24, size * 0.88),
      line: 1.05,
      before: 10 * scale,
      indent: 80 * scale,
      hang: 40 * scale,
      mark: 'diamond',
      markSlot: design.gold,
      slot,
    },
  ]
  const bands = isOnBand
    ? paragraphs.map((one) => ({ ...one, runs: one.runs.map((run) => ({ ...run, bold: true })) }))
    : paragraphs
  const side = isOnBand ? 28 * scale : 0
  drawParagraphs(bands, canvas, true, frame, (id, text) =>
    boxed(
      { id, name: canvas.words.text, box, isText: true, ...(isOnBand ? { ground: design.accent } : {}) },
      textBody('p:txBody', text, {
        levels,
        anchor: isOnBand ? 'ctr' : layout.name === 'image' ? 'ctr' : 't',
        inset: { left: side, top: 0, right: side, bottom: 0 },
      }),
    ),
  )
}

function drawTable(table: Element, box: Box, canvas: Canvas, frame: Frame): void {
  const caption = captionOf(table)
  let { y, height } = box
  if (caption) {
    const high = heightOf(caption.childNodes, frame)
    drawNote(runsOf(caption.childNodes), { ...box, height: high }, canvas, frame)
    y += high
    height -= high
  }
  canvas.add(
    tableXml(canvas.nextId(), canvas.words.table, table, { ...box, y, height }, frame, canvas.context),
  )
}

/** What code is set in: never the marks of a sentence's face. */
function drawCode(block: Element, box: Box, canvas: Canvas, frame: Frame): void {
  const size = codeSize(frame)
  const [code] = block.childNodes.filter(isElement)
  const lines = codeLines(code ? code.childNodes : [], canvas.context.design)
  const text = lines.map((runs) =>
    element(
      'a:p',
      {},
      runs.map(({ run, slot }) => runXml(run, canvas.context, { size, ...(slot ? { slot } : {}) })),
    ),
  )
  const side = canvas.nextId()
  canvas.add(bar(side, 'bar', { ...box, width: 5 }, slots.line))
  const room = 26 * frame.scale
  canvas.add(
    boxed(
      {
        id: canvas.nextId(),
        name: canvas.words.code,
        box: { ...box, x: box.x + 5, width: box.width - 5 },
        ground: canvas.context.design.surface,
        isText: true,
      },
      textBody('p:txBody', text, {
        anchor: 't',
        inset: { left: room, top: 20 * frame.scale, right: room, bottom: 20 * frame.scale },
        levels: [{ size, line: 1.1, mark: 'none', indent: 0 }],
      }),
    ),
  )
}

/** The colours in which code is read. */
const codeSlots = {
  'code-keyword': 'accent',
  'code-string': 'gold',
  'code-function': 'headingInk',
  'code-constant': 'headingInk',
} as const
const isCode = (name: string): name is keyof typeof codeSlots => Object.hasOwn(codeSlots, name)

interface CodeRun {
  readonly run: Run
  readonly slot: Slot | undefined
}

function codeLines(nodes: readonly Node[], design: Design): CodeRun[][] {
  const lines: CodeRun[][] = [[]]
  const visit = (node: Node, slot: Slot | undefined): void => {
    if (isText(node))
      node.value.split('\n').forEach((text, i) => {
        if (i > 0) lines.push([])
        if (text) lines.at(-1)?.push({ run: { text, code: true }, slot })
      })
    else if (isElement(node)) {
      const own = classes(node).find(isCode)
      for (const child of node.childNodes) visit(child, own ? design[codeSlots[own]] : slot)
    }
  }
  for (const node of nodes) visit(node, design.surfaceInk)
  return lines
}

/** What only a browser draws: a picture whose description is its words, or its words alone. */
function drawDrawing(drawing: Element, box: Box, canvas: Canvas, context: SlideContext, frame: Frame): void {
  const isDiagram = drawing.tagName === 'pre'
  const words = isDiagram ? textOf(drawing) : formulaWords(drawing)
  const picture = context.drawing(drawing)
  if (picture) {
    const [id, { embed }] = [canvas.nextId(), picture]
    const own = { id, name: canvas.words.picture, box: within(box, picture), embed, description: words }
    canvas.add(pictureXml(own))
  } else if (isDiagram)
    drawCode({ ...drawing, childNodes: [{ ...drawing, tagName: 'code' }] }, box, canvas, frame)
  else drawNote([{ text: words }], box, canvas, frame, 'ctr')
}

/** The place of a picture of that size in the middle of a box, no larger than it is. */
function within(box: Box, size: { readonly width: number; readonly height: number }): Box {
  const share = Math.min(1, box.width / size.width, box.height / size.height)
  const [width, height] = [size.width * share, size.height * share]
  return { x: box.x + (box.width - width) / 2, y: box.y + (box.height - height) / 2, width, height }
}

function drawNote(
  runs: readonly Run[],
  box: Box,
  canvas: Canvas,
  frame: Frame,
  align: 'l' | 'ctr' = 'l',
): void {
  const words = element(
    'a:p',
    {},
    runs.map((run) => runXml(run, canvas.context)),
  )
  canvas.add(
    boxed(
      { id: canvas.nextId(), name: canvas.words.text, box, isText: true },
      textBody('p:txBody', [words], {
        anchor: 'ctr',
        inset: { left: 0, top: 0, right: 0, bottom: 0 },
        levels: [{ size: frame.size, align, mark: 'none', indent: 0, slot: canvas.context.design.ink }],
      }),
    ),
  )
}

/** A film does not travel in a presentation that is to open everywhere; it is named where it would stand. */
function filmWords(film: Element, gaps: Words['gaps']): Run[] {
  const { names, shown } = gaps
  const title = attribute(film, 'title') || attribute(film, 'aria-label')
  return [{ text: shown(names[film.tagName === 'audio' ? 'audio' : 'video'], '', title || film.tagName) }]
}

function drawPictures(
  pictures: Extract<Piece, { kind: 'pictures' }>['pictures'],
  box: Box,
  canvas: Canvas,
  context: SlideContext,
  frame: Frame,
): void {
  const rows = pictureRows(pictures, box.width)
  const natural = rows.map((row) => Math.max(...row.map(({ size }) => size.height)))
  const whole = natural.reduce((sum, one) => sum + one, 0) + pictureGap * (rows.length - 1)
  const squeeze = Math.min(1, box.height / whole)
  const isCentred = frame.layout.name === 'image' || pictures.length === 1
  let y = box.y
  rows.forEach((row, i) => {
    const width = row.reduce((sum, { size }) => sum + size.width * squeeze, 0) + pictureGap * (row.length - 1)
    let x = box.x + (isCentred ? (box.width - width) / 2 : 0)
    for (const { element: picture, size } of row) {
      const own = { x, y, width: size.width * squeeze, height: size.height * squeeze }
      drawPicture(picture, own, canvas, context, frame)
      x += own.width + pictureGap
    }
    y += (natural[i] ?? 0) * squeeze + pictureGap
  })
}

function drawPicture(picture: Element, box: Box, canvas: Canvas, context: SlideContext, frame: Frame): void {
  const description = attribute(picture, 'alt') || attribute(picture, 'title')
  const drawn = context.drawing(picture)
  const embed = context.picture(attribute(picture, 'src')) ?? drawn?.embed
  const own = drawn ? within(box, { width: drawn.width * 1000, height: drawn.height * 1000 }) : box
  if (embed)
    canvas.add(pictureXml({ id: canvas.nextId(), name: canvas.words.picture, box: own, embed, description }))
  else {
    const { names, shown } = context.gaps
    const words = picture.tagName === 'svg' ? textOf(picture).trim() : ''
    drawNote([{ text: words || shown(names.picture, description, names.picture) }], box, canvas, frame)
  }
}

/** Where in the deck a section begins: a strip for all, this one and those before it marked. */
function drawSections(
  { of, at }: NonNullable<PageSlide['sections']>,
  { title }: SlideLayout,
  canvas: Canvas,
  { design: { width, height } }: SlideContext,
): void {
  const [x, gap] = [title.box.x - besideBar, 8]
  const wide = (width - 2 * x - gap * (of - 1)) / Math.max(1, of)
  for (let i = 0; i < of; i++) {
    const box = { x: x + i * (wide + gap), y: height - 131, width: wide, height: 6 }
    const faint = i < at ? [] : [element('a:alpha', { val: 30_000 })]
    canvas.add(bar(canvas.nextId(), 'section', box, slots.coverGold, ...faint))
  }
}

function drawFurniture(layout: SlideLayout, canvas: Canvas, { furniture, number, text }: SlideContext): void {
  const words = canvas.words.furniture
  const put = (role: Role, holder: Pick<Holder, 'type' | 'index'>, inside: Xml): void =>
    canvas.add(
      held(
        { id: canvas.nextId(), name: words[role], holder },
        element('p:txBody', {}, element('a:bodyPr'), element('a:lstStyle'), inside),
      ),
    )
  const said = (one: string): Xml => element('a:p', {}, runXml({ text: one }, text))
  const counted = slideNumber(String(number), text.language)
  const { template } = layout
  if (template) {
    // A template has the places that it has, under numbers of its own.
    const { unit, date, marking, title } = furniture
    const foot = unit || date || marking ? [unit, marking].filter(Boolean).join(signs.gap) : title
    for (const holder of template.foot) {
      if (holder.type === 'sldNum') put('number', holder, counted)
      else if (holder.type === 'dt' ? date : foot)
        put(holder.type === 'dt' ? 'date' : 'unit', holder, said(holder.type === 'dt' ? date : foot))
    }
    return
  }
  for (const { role, holder } of layout.furniture) {
    if (role === 'number') put(role, holder, counted)
    // A cover says the deck's title itself.
    else if (furniture[role] && !(role === 'title' && isCover(layout.name)))
      put(role, holder, said(furniture[role]))
  }
}

function backgroundXml({ background }: PageSlide, context: SlideContext): Xml | null {
  if (!background) return null
  const embed = background.picture ? context.picture(background.picture) : null
  const inside = embed
    ? element(
        'a:blipFill',
        { rotWithShape: true },
        element('a:blip', { 'r:embed': embed }),
        element('a:stretch', {}, element('a:fillRect')),
      )
    : background.colour
      ? element('a:solidFill', {}, element('a:srgbClr', { val: background.colour.slice(1).toUpperCase() }))
      : null
  return inside ? element('p:bg', {}, element('p:bgPr', {}, inside, element('a:effectLst'))) : null
}

/** On a ground of the other kind paper and ink change places, so that words are read. */
function colourMapFor({ background }: PageSlide, { palette: { scheme } }: Design): Xml {
  const isDark = background?.colour ? luminance(background.colour) < 0.18 : scheme === 'dark'
  if (!background?.colour || isDark === (scheme === 'dark')) return element('a:masterClrMapping')
  const [paper, ink, surface, heading] = isDark ? ['dk1', 'lt1', 'dk1', 'lt1'] : ['lt1', 'dk1', 'lt1', 'dk1']
  return element('a:overrideClrMapping', {
    bg1: paper,
    tx1: ink,
    bg2: surface,
    tx2: heading,
    accent1: isDark ? 'accent6' : 'accent5',
    accent2: isDark ? 'accent6' : 'accent5',
    accent3: 'accent3',
    accent4: ink,
    accent5: 'accent5',
    accent6: 'accent6',
    hlink: ink,
    folHlink: ink,
  })
}
