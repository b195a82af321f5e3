import {
  attribute,
  classes,
  type Element,
  isElement,
  isText,
  type Node,
  textOf,
} from '../../markdown/html-tree.ts'
import { captionOf, codeSize, type Frame, heightOf } from '../../page/fit/measure.ts'
import type { Words } from '../../words.ts'
import { type Piece, pictureGap, pictureRows } from '../content/flow.ts'
import { formulaWords, type Run, runsOf } from '../content/runs.ts'
import { element } from '../xml.ts'
import type { Canvas } from './canvas.ts'
import { type Design, type Slot, slots } from './design.ts'
import { drawWords } from './draw-words.ts'
import { bar, boxed, pictureXml } from './shapes.ts'
import type { SlideContext } from './slide-context.ts'
import { tableXml } from './table.ts'
import { noInset, runXml, textBody } from './text.ts'
import type { Box } from './units.ts'

/** Draws a part of a slide in its place. */
export function drawPiece(piece: Piece, box: Box, canvas: Canvas, context: SlideContext): void {
  const { frame } = piece
  switch (piece.kind) {
    case 'words':
      drawWords(piece.nodes, box, canvas, frame)
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
          drawPiece(one, { x: box.x + i * (width + gap), y, width, height: one.height }, canvas, context)
          y += one.height
        }
      })
    }
  }
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
      textBody(text, {
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
    runs.map((run) => runXml(run, canvas.context)),
  )
  canvas.add(
    boxed(
      { id: canvas.nextId(), name: canvas.words.text, box, isText: true },
      textBody([words], {
        anchor: 'ctr',
        inset: noInset,
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
