import {
  around,
  attribute,
  classes,
  type Element,
  isElement,
  type Node,
  textOf,
  withAttributes,
} from '../../markdown/html-tree.ts'
import { countLines } from './lines.ts'
import { type Frame, inlineRuns, isHeading, isSeen } from './measure.ts'
import { isFormula, isPicture, naturalSize } from './pictures.ts'

/** Blocks of a slide with one that takes the room that the others leave. */
export interface Stretch {
  readonly at: number
  /** The block in a room of this size. */
  readonly filled: (width: number, height: number) => Node
}

/**
 * Finds what is to fill the slide: what the author marked with reveal.js's `r-stretch`, or a picture that is all there
 * is below the heading.
 */
export function findStretch(body: readonly Node[]): Stretch | null {
  const marked = body.findIndex((block) => isElement(block) && chain(block, isStretch) !== null)
  const below = body.filter((node) => !isHeading(node))
  const [only] = below
  const alone = below.length === 1 && only && isElement(only) && chain(only, isFree) ? body.indexOf(only) : -1
  const at = marked >= 0 ? marked : alone
  const block = body[at]
  if (!block || !isElement(block)) return null
  return {
    at,
    filled: (width, height) =>
      replaced(block, marked >= 0 ? isStretch : isFree, (target) => grown(target, width, height)),
  }
}

/** The only picture to which nobody gave a size, where words stand beside it. */
export function findPicture(body: readonly Node[]): Stretch | null {
  const [only, ...more] = body.filter((block) => isElement(block) && chain(block, isFree) !== null)
  if (
    !only ||
    !isElement(only) ||
    more.length > 0 ||
    body.every((block) => block === only || isHeading(block))
  )
    return null
  return {
    at: body.indexOf(only),
    filled: (width, height) => replaced(only, isFree, (target) => grown(target, width, height)),
  }
}

const isMarked = (element: Element): boolean =>
  classes(element).some((name) => name === 'r-stretch' || name === 'stretch')

/** Words take the room that they need: only what holds none can fill the slide. */
const isStretch = (element: Element): boolean => isMarked(element) && !textOf(element).trim()

/** A block of words without the mark, by which reveal.js would give it a height of its own. */
export function unstretched(block: Element): Element {
  if (!isMarked(block) || isStretch(block)) return block
  const names = classes(block).filter((name) => name !== 'r-stretch' && name !== 'stretch')
  return withAttributes(block, { class: names.join(' ') })
}

/** A picture to which nobody gave a size. */
const isFree = (element: Element): boolean =>
  /^(?:img|svg|video)$/.test(element.tagName) &&
  !/(?:^|[;\s])(?:width|height)\s*:/.test(attribute(element, 'style'))

/** The element that is wanted, where nothing else is seen in this one. */
function chain(element: Element, wanted: (element: Element) => boolean): Element | null {
  if (wanted(element)) return element
  if (isPicture(element) || isFormula(element)) return null
  const [only, more] = element.childNodes.filter(isSeen)
  return only && !more && isElement(only) ? chain(only, wanted) : null
}

function replaced(
  element: Element,
  wanted: (element: Element) => boolean,
  make: (target: Element) => Element,
): Element {
  if (wanted(element)) return make(element)
  return around(
    element,
    element.childNodes.map((child) => (isElement(child) ? replaced(child, wanted, make) : child)),
  )
}

function grown(target: Element, width: number, height: number): Element {
  const own = attribute(target, 'style')
  const rest = classes(target).filter((name) => name !== 'r-stretch' && name !== 'stretch')
  const natural = isPicture(target) ? naturalSize(target) : null
  const share = natural ? Math.min(width / natural.width, height / natural.height) : 0
  const size = natural
    ? `width:${Math.floor(natural.width * share)}px;height:${Math.floor(natural.height * share)}px`
    : `width:100%;height:${Math.floor(height)}px;object-fit:contain`
  const centred = 'display:block;margin-inline:auto;max-width:none;max-height:none'
  const style = [own, size, isPicture(target) ? centred : ''].filter(Boolean).join(';')
  return withAttributes(target, { class: rest.join(' '), style })
}

/** Type so large that each text marked `r-fit-text` just fits on a line, and no higher than half the slide. */
export function fitTexts(nodes: readonly Node[], frame: Frame, tallest: number): Node[] {
  return nodes.map((node) => {
    if (!isElement(node) || isFormula(node)) return node
    const names = classes(node)
    if (!names.includes('r-fit-text')) return around(node, fitTexts(node.childNodes, frame, tallest))
    const face = isHeading(node) ? 'serif' : frame.face
    const lines = (size: number): number =>
      countLines(inlineRuns(node.childNodes, { ...frame, size, face }), frame.width * 0.98)
    let [low, high] = [24, Math.floor(tallest / 1.2)]
    while (low < high && textOf(node).trim()) {
      const middle = Math.ceil((low + high) / 2)
      if (lines(middle) === 1) low = middle
      else high = middle - 1
    }
    const style = [attribute(node, 'style'), `font-size:${low}px;line-height:1.2`].filter(Boolean).join(';')
    return withAttributes(node, { class: names.filter((name) => name !== 'r-fit-text').join(' '), style })
  })
}
