import {
  around,
  attribute,
  classes,
  type Element,
  element,
  isElement,
  type Node,
  textOf,
  withAttributes,
} from '../../markdown/html-tree.ts'
import {
  columnFrame,
  type Frame,
  gapBetween,
  heightOf,
  inside,
  isSeen,
  parts,
} from '../../page/fit/measure.ts'
import { isFormula, isPicture, naturalSize, pictureBox, type Box as Size } from '../../page/fit/pictures.ts'
import { isWords } from './paragraphs.ts'

/** Something of a slide that stands below what is before it. Lengths in CSS pixels. */
export type Piece = {
  /** Above it, unless it is the first. */
  readonly gap: number
  readonly height: number
  readonly frame: Frame
} & (
  | { readonly kind: 'words'; readonly nodes: readonly Node[] }
  | { readonly kind: 'table' | 'code' | 'diagram' | 'formula' | 'rule' | 'film'; readonly element: Element }
  | {
      readonly kind: 'pictures'
      readonly pictures: readonly { readonly element: Element; readonly size: Size }[]
    }
  | { readonly kind: 'columns'; readonly columns: readonly (readonly Piece[])[] }
)

/** The content of a slide in pieces, one below the other: words as far as there is nothing else between them. */
export function flowOf(nodes: readonly Node[], frame: Frame): Piece[] {
  const pieces: Piece[] = []
  let before: Node | null = null
  for (const part of parts(nodes)) {
    const begins = Array.isArray(part) ? part[0] : part
    const gap = before && begins ? gapBetween(before, begins, frame, false) : 0
    const found = Array.isArray(part) ? inlinePieces(part, frame) : blockPieces(part, frame)
    found.forEach((piece, i) => {
      pieces.push({ ...piece, gap: i === 0 ? gap : piece.gap })
    })
    before = begins ?? before
  }
  return joined(pieces)
}

/** What follows from the points of a slide stands on a band of its own. */
export const isBand = (node: Node): boolean => isElement(node) && classes(node).includes('band')

/** Words that follow each other are one piece. */
function joined(pieces: readonly Piece[]): Piece[] {
  const found: Piece[] = []
  for (const piece of pieces) {
    const last = found.at(-1)
    const isApart = piece.kind === 'words' && piece.nodes.some(isBand)
    if (last?.kind === 'words' && piece.kind === 'words' && !isApart && !last.nodes.some(isBand))
      found[found.length - 1] = {
        ...last,
        nodes: [...last.nodes, ...piece.nodes],
        height: last.height + piece.gap + piece.height,
      }
    else found.push(piece)
  }
  return found
}

function blockPieces(block: Element, frame: Frame): Piece[] {
  const whole = (kind: 'table' | 'code' | 'diagram' | 'formula' | 'rule'): Piece[] => [
    { kind, element: block, frame, gap: 0, height: heightOf([block], frame) },
  ]
  const { tagName } = block
  const names = classes(block)
  if (isWords(block))
    return [{ kind: 'words', nodes: [block], frame, gap: 0, height: heightOf([block], frame) }]
  if (tagName === 'table') return whole('table')
  if (tagName === 'pre') return whole(names.includes('mermaid') ? 'diagram' : 'code')
  if (tagName === 'hr') return whole('rule')
  if (isFormula(block)) return whole('formula')
  if (names.includes('columns')) {
    const columns = block.childNodes.filter(isElement)
    const within = columnFrame(columns.length, frame)
    const flows = columns.map((column) => flowOf(column.childNodes, inside(column, within)))
    const height = Math.max(0, ...flows.map(heightOfFlow))
    return [{ kind: 'columns', columns: flows, frame: within, gap: 0, height }]
  }
  if (tagName === 'ul' || tagName === 'ol') return listPieces(block, frame)
  return flowOf(block.childNodes, inside(block, frame))
}

/** A list in which more than words stands: its words stay points. */
function listPieces(list: Element, frame: Frame): Piece[] {
  let number = Number(attribute(list, 'start')) || 1
  return list.childNodes
    .filter(isSeen)
    .filter(isElement)
    .flatMap((item) => {
      const value = String(number++)
      const flow = flowOf(item.childNodes, inside(item, frame))
      return flow.map((piece, i): Piece => {
        const gap = piece.gap || frame.layout.list.gap * frame.scale
        if (piece.kind !== 'words') return { ...piece, gap }
        const own = withAttributes(item, i === 0 && list.tagName === 'ol' ? { value } : {})
        return { ...piece, gap, nodes: [around(list, [around(own, piece.nodes)])] }
      })
    })
}

function inlinePieces(nodes: readonly Node[], frame: Frame): Piece[] {
  const pictures = nodes.flatMap(picturesIn)
  const words = nodes.some((node) => textOf(node).trim() !== '')
  const found: Piece[] = []
  if (words) {
    const paragraph = element('p', nodes)
    found.push({ kind: 'words', nodes: [paragraph], frame, gap: 0, height: heightOf(nodes, frame) })
  }
  const films = pictures.filter(({ tagName }) => tagName === 'video' || tagName === 'audio')
  for (const film of films)
    found.push({ kind: 'film', element: film, frame, gap: 12, height: pictureBox(film, frame).height })
  const still = pictures.filter((one) => !films.includes(one))
  const sized = still.map((one) => ({ element: one, size: contained(one, frame) }))
  if (sized.length)
    found.push({
      kind: 'pictures',
      pictures: sized,
      frame,
      gap: 12,
      height: heightOfRows(sized, frame.width),
    })
  return found
}

/** The size of a picture as it is seen: its own shape within the room that it takes. */
function contained(picture: Element, frame: Frame): Size {
  const box = pictureBox(picture, frame)
  const natural = naturalSize(picture)
  if (!natural) return box
  const share = Math.min(box.width / natural.width, box.height / natural.height)
  return { width: natural.width * share, height: natural.height * share }
}

function picturesIn(node: Node): Element[] {
  if (!isElement(node)) return []
  if (node.tagName === 'input' || isFormula(node)) return []
  return isPicture(node) ? [node] : node.childNodes.flatMap(picturesIn)
}

/** Between pictures that stand beside each other. */
export const pictureGap = 12

/** Pictures in rows, each row as full as it can be. */
export function pictureRows<T extends { readonly size: Size }>(pictures: readonly T[], width: number): T[][] {
  const rows: T[][] = []
  let used = 0
  for (const picture of pictures) {
    const last = rows.at(-1)
    if (last && used + pictureGap + picture.size.width <= width) {
      last.push(picture)
      used += pictureGap + picture.size.width
    } else {
      rows.push([picture])
      used = picture.size.width
    }
  }
  return rows
}

function heightOfRows(pictures: readonly { readonly size: Size }[], width: number): number {
  const rows = pictureRows(pictures, width)
  return rows.reduce(
    (sum, row, i) => sum + Math.max(...row.map(({ size }) => size.height)) + (i > 0 ? pictureGap : 0),
    0,
  )
}

export const heightOfFlow = (flow: readonly Piece[]): number =>
  flow.reduce((sum, { gap, height }, i) => sum + height + (i > 0 ? gap : 0), 0)
