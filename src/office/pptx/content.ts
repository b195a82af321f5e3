import {
  attribute,
  classes,
  type Element,
  isElement,
  type Node,
  withAttributes,
} from '../../markdown/html-tree.ts'
import { frameOf } from '../../page/fit/fit.ts'
import { type Frame, heightBeside, heightOf, isMarginal, isSeen } from '../../page/fit/measure.ts'
import { flowOf, heightOfFlow, isBand, type Piece } from '../content/flow.ts'
import type { PageSlide } from '../content/page-slide.ts'
import { isWords } from '../content/paragraphs.ts'
import { runsOf } from '../content/runs.ts'
import { element } from '../xml.ts'
import type { Canvas } from './canvas.ts'
import type { Design } from './design.ts'
import { drawHeld } from './draw-words.ts'
import { isCover, type SlideLayout } from './layouts.ts'
import { drawList, hasShapes, heightOfList } from './list-shapes.ts'
import { drawPiece } from './pieces.ts'
import { boxed } from './shapes.ts'
import type { SlideContext } from './slide-context.ts'
import { noInset, runXml, textBody } from './text.ts'

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

export function drawContent(
  slide: PageSlide,
  layout: SlideLayout,
  canvas: Canvas,
  context: SlideContext,
): void {
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

  if (layout.room === 'margin') {
    drawBesideMargin(content, layout, canvas, context, frame)
    return
  }
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
      } else drawPiece(piece, box, canvas, context)
      y += piece.height * squeeze
    }
  }
}

/** What stands below several headings in the margin, each of which stands beside its own. */
function drawBesideMargin(
  content: readonly Node[],
  layout: SlideLayout,
  canvas: Canvas,
  context: SlideContext,
  frame: Frame,
): void {
  const { title, area } = layout
  const [{ size = 0 } = {}] = title.levels
  let y = area.y
  let [bodies, heading]: [SlideLayout['bodies'], Element | null] = [layout.bodies, null]
  for (const nodes of sectionsIn(content)) {
    const [first, ...others] = nodes
    if (first && isMarginal(first)) heading = first
    const own = heading ? others : nodes
    if (heading) {
      const runs = runsOf(heading.childNodes).map((run) => ({ ...run, bold: true }))
      const words = element(
        'a:p',
        runs.map((run) => runXml(run, canvas.context, { face: 'major' })),
      )
      const box = { ...title.box, y }
      canvas.add(
        boxed(
          { id: canvas.nextId(), name: canvas.words.title, box, isText: true },
          textBody([words], {
            inset: noInset,
            levels: [{ size, slot: context.design.headingInk, line: 1.1 }],
          }),
        ),
      )
    }
    const height = Math.max(heightOf(own, frame), heading ? heightBeside(heading, frame) : 0)
    const place = { ...layout, bodies, area: { ...area, y, height } }
    drawFlow(own, place, canvas, context, frame, { left: 0, free: 0 })
    bodies = []
    y += height + 40 * frame.scale
  }
}

/** Parts of a slide, each from a heading in the margin to the next. */
function sectionsIn(content: readonly Node[]): Node[][] {
  const sections: Node[][] = []
  for (const node of content.filter(isSeen)) {
    const last = sections.at(-1)
    if (last && !isMarginal(node)) last.push(node)
    else sections.push([node])
  }
  return sections
}
