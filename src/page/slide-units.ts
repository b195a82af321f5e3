import { around, attribute, isElement, type Node, withAttributes } from '../markdown/html-tree.ts'

/** What a hundredth of a slide is in its pixels; `declared` counts with the same. */
const pixels: Readonly<Record<string, number>> = { vh: 7.2, vw: 12.8, vmin: 7.2, vmax: 12.8 }
const length = /(\d+(?:\.\d+)?|\.\d+)(vh|vw|vmin|vmax)\b/gi

/** Whether a text may have lengths by the window. */
export const hasWindowUnits = (text: string): boolean => /\d(?:v[hw]|vmin|vmax)\b/i.test(text)

/**
 * Lengths that are counted by the window are counted by the slide: on the wall it is as large as the window, and on paper or
 * small in an overview it keeps its form.
 */
export function bySlide(nodes: readonly Node[]): Node[] {
  return nodes.map((node) => {
    if (!isElement(node)) return node
    const inner = around(node, bySlide(node.childNodes))
    const style = attribute(node, 'style')
    return hasWindowUnits(style) ? withAttributes(inner, { style: inPixels(style) }) : inner
  })
}

function inPixels(style: string): string {
  return style.replace(length, (_, number: string, unit: string) => {
    const times = Number(number) * (pixels[unit.toLowerCase()] ?? 1)
    return `${Number(times.toFixed(2))}px`
  })
}
