import {
  around,
  attribute,
  classes,
  type Element,
  element,
  isElement,
  type Node,
  textNode,
  withAttributes,
} from '../../markdown/html-tree.ts'
import { declared } from './declared.ts'
import { type Frame, isSeen } from './measure.ts'
import { isFormula, isPicture, pictureBox } from './pictures.ts'
import { tallestPicture } from './sizes.ts'

/** What of a slide is seen in its pictures is still made out at this height; below the second only its outline is. */
const floors = [260, 170]

const isResizable = (node: Element): boolean => /^(?:img|svg|video)$/.test(node.tagName)

function holdsPicture(node: Node): boolean {
  return isElement(node) && !isFormula(node) && (isResizable(node) || node.childNodes.some(holdsPicture))
}

/**
 * A slide with its pictures as much lower as it takes for all of it to fit, to a floor: pictures that stand one below the
 * other stand side by side, where that helps.
 *
 * @param fits at one of several sizes of type, of which the first are tried first
 * @returns null where it has no pictures, or they would be too low
 */
export function withSmallerPictures<Size>(
  body: readonly Node[],
  sizes: readonly Size[],
  frameAt: (size: Size) => Frame,
  fits: (nodes: readonly Node[], size: Size) => boolean,
): { readonly size: Size; readonly nodes: readonly Node[] } | null {
  if (!body.some(holdsPicture)) return null
  const joined = sideBySide(body)
  const ways = joined ? [body, joined] : [body]
  for (const floor of floors)
    for (const way of ways)
      for (const size of sizes) {
        const lower = (height: number): Node[] => withTallest(way, height, frameAt(size))
        if (!fits(lower(floor), size)) continue
        let [low, high] = [floor, tallestPicture]
        while (high - low > 4) {
          const middle = (low + high) / 2
          if (fits(lower(middle), size)) low = middle
          else high = middle
        }
        return { size, nodes: lower(Math.floor(low)) }
      }
  return null
}

/** Blocks of nothing but pictures that follow each other, as one; null where none do. */
function sideBySide(body: readonly Node[]): Node[] | null {
  const rows: Element[][] = []
  const joined: (Node | Element[])[] = []
  for (const node of body) {
    if (!isPictureBlock(node)) {
      if (isSeen(node)) joined.push(node)
      continue
    }
    const last = joined.at(-1)
    if (Array.isArray(last)) last.push(node)
    else {
      const row = [node]
      rows.push(row)
      joined.push(row)
    }
  }
  if (rows.every(({ length }) => length < 2)) return null
  return joined.map((one) => {
    if (!Array.isArray(one)) return one
    const [first] = one
    if (one.length === 1 && first) return first
    return element(
      'p',
      one.flatMap((block) => [...inlineOf(block), textNode(' ')]),
    )
  })
}

/** Pictures without words, to which nobody gave a place. */
const isPictureBlock = (node: Node): node is Element =>
  isElement(node) &&
  !attribute(node, 'style') &&
  classes(node).every((name) => name === 'fragment') &&
  (isResizable(node) || (node.tagName === 'p' && hasOnlyPictures(node)))

function hasOnlyPictures(node: Element): boolean {
  const seen = node.childNodes.filter(isSeen)
  return seen.length > 0 && seen.every((child) => isElement(child) && isPicture(child) && isResizable(child))
}

/** What a block holds; where the block comes step by step, its pictures do. */
function inlineOf(block: Element): Node[] {
  if (isResizable(block)) return [block]
  const names = classes(block)
  return block.childNodes
    .filter(isSeen)
    .map((child) =>
      isElement(child) && names.length
        ? withAttributes(child, { class: [...classes(child), ...names].join(' ') })
        : child,
    )
}

/** Pictures no higher than this, in their own form. */
export function withTallest(nodes: readonly Node[], height: number, frame: Frame): Node[] {
  return nodes.map((node) => {
    if (!isElement(node) || isFormula(node)) return node
    if (!isResizable(node)) return around(node, withTallest(node.childNodes, height, frame))
    const box = pictureBox(node, frame)
    if (box.height <= height) return node
    const own = declared(node, frame.size, frame.width)
    // What its author asks for would stretch it.
    const size =
      own.width === null && own.height === null
        ? `max-height:${height}px`
        : `width:${Math.floor((box.width * height) / box.height)}px;height:${Math.floor(height)}px`
    return withAttributes(node, { style: [attribute(node, 'style'), size].filter(Boolean).join(';') })
  })
}
