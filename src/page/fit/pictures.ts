import {
  attribute,
  classes,
  type Element,
  hasAttribute,
  isElement,
  type Node,
} from '../../markdown/html-tree.ts'
import { declared } from './declared.ts'
import { tallestPicture } from './sizes.ts'

/** CSS pixels. */
export interface Box {
  readonly width: number
  readonly height: number
}

const pictures = new Set(['audio', 'img', 'input', 'svg', 'video'])

/** What stands on a line like one large character. */
export const isPicture = ({ tagName }: Element): boolean => pictures.has(tagName)

export const isFormula = (node: Element): boolean =>
  classes(node).some((name) => name === 'katex' || name === 'katex-display')

/** A picture's own size, as `width` and `height` or an SVG's `viewBox` tell it; null where nothing does. */
export function naturalSize(picture: Element): Box | null {
  const side = (name: string): number =>
    Number(/^\s*(\d+(?:\.\d+)?)(?:px)?\s*$/.exec(attribute(picture, name))?.[1] ?? 0)
  const [width, height] = [side('width'), side('height')]
  const [, , boxWidth = 0, boxHeight = 0] = attribute(picture, 'viewBox')
    .split(/[\s,]+/)
    .map(Number)
  if (width && height) return { width, height }
  if (!(boxWidth > 0 && boxHeight > 0)) return null
  const ratio = boxWidth / boxHeight
  if (width) return { width, height: width / ratio }
  return height ? { width: height * ratio, height } : { width: boxWidth, height: boxHeight }
}

/** The room that a picture takes, as the style sheets bound it. */
export function pictureBox(
  picture: Element,
  { width: most, size, scale }: { readonly width: number; readonly size: number; readonly scale: number },
): Box {
  const { tagName } = picture
  if (tagName === 'input') return { width: size * 0.8, height: size * 0.8 }
  if (tagName === 'audio') return { width: 300, height: 54 }
  const own = declared(picture, size, most)
  const tallest = Math.min(tallestPicture * scale, own.tallest ?? Number.POSITIVE_INFINITY)
  const edges = (box: Box): Box => ({ width: box.width + own.inline, height: box.height + own.block })
  if (own.isOut) return { width: 0, height: 0 }
  const natural = naturalSize(picture)
  // A drawing without a size is as wide as it may be; nobody knows a film's size before it is loaded.
  const isOpen = tagName === 'svg' && !hasAttribute(picture, 'width') && !hasAttribute(picture, 'height')
  const free = natural && isOpen ? { width: most, height: (most * natural.height) / natural.width } : natural
  if (!free) return edges({ width: own.width ?? most, height: Math.min(own.height ?? tallest, tallest) })
  const ratio = free.width / free.height
  if (own.width !== null) {
    // A width that is asked for stays, whatever the height is bounded to.
    const width = Math.min(own.width, most)
    return edges({ width, height: Math.min(own.height ?? width / ratio, tallest) })
  }
  const asked = own.height === null ? free : { width: own.height * ratio, height: own.height }
  const share = Math.min(1, most / asked.width, tallest / asked.height)
  return edges({ width: asked.width * share, height: asked.height * share })
}

/** The height of a formula as KaTeX has set it, with the room around one that stands alone. */
export function formulaHeight(formula: Element, size: number): number {
  let tallest = 0
  const visit = (node: Node): void => {
    if (!isElement(node)) return
    if (classes(node).includes('katex-strut'))
      tallest = Math.max(tallest, Number(/height:\s*([\d.]+)em/.exec(attribute(node, 'style'))?.[1] ?? 0))
    node.childNodes.forEach(visit)
  }
  visit(formula)
  const height = tallest * size * 1.21
  return classes(formula).includes('katex-display') ? Math.max(3 * size, height + 2 * size) : height
}
