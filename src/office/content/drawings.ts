import { attribute, classes, type Element, isElement, type Node } from '../../markdown/html-tree.ts'

/** A picture of something that only a browser draws. */
export interface DrawnPicture {
  /** PNG. */
  readonly bytes: Uint8Array
  /** As the slide shows it, in CSS pixels of a slide 720 high. */
  readonly width: number
  readonly height: number
}

/** What a browser drew of a deck, by slide and by its place among what is drawn on it. */
export type Drawings = ReadonlyMap<string, DrawnPicture>

/** @param key of the slide in the page. @param at counts what is drawn on a slide from 0 */
export const drawingName = (key: string, at: number): string => `${key} ${at}`

/** As a browser finds what it has to draw; `isDrawn` is the same for our own trees. */
export const drawnSelector = 'pre.mermaid, .katex-display, svg, img'

const shown = /^data:image\/(?:png|jpeg|gif|bmp)[;,]/i

/** Whether Office needs a picture of it: formulas that stand alone, diagrams, pictures of a kind that it does not show. */
function isDrawn(element: Element): boolean {
  const { tagName } = element
  if (tagName === 'img') return !shown.test(attribute(element, 'src'))
  return (
    tagName === 'svg' ||
    (tagName === 'pre' && classes(element).includes('mermaid')) ||
    classes(element).includes('katex-display')
  )
}

/** What has to be drawn among some nodes, in the order in which it stands there. */
export function drawnIn(nodes: readonly Node[]): Element[] {
  return nodes.flatMap((node) => {
    if (!isElement(node)) return []
    if (isDrawn(node)) return [node]
    // Drawings within a formula are its own.
    return classes(node).includes('katex') ? [] : drawnIn(node.childNodes)
  })
}
