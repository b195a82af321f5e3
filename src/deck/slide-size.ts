import type { Shape } from '../layouts/layout.ts'
import type { Ratio } from './settings.ts'

/** Slides are 720 CSS pixels high, those for a phone held upright as wide; A4 lies on its side, as in PowerPoint. */
const sizes: Readonly<
  Record<Ratio, { readonly width: number; readonly height: number; readonly shape: Shape }>
> = {
  '16:9': { width: 1280, height: 720, shape: 'wide' },
  '4:3': { width: 960, height: 720, shape: 'narrow' },
  A4: { width: 1018, height: 720, shape: 'narrow' },
  '9:16': { width: 720, height: 1280, shape: 'tall' },
}

/** Width and height in CSS pixels on which slides are laid out, before they are scaled to a screen or a page. */
export function slideSize(ratio: Ratio = '16:9'): { width: number; height: number } {
  const { width, height } = sizes[ratio]
  return { width, height }
}

export function shapeOf(ratio: Ratio): Shape {
  return sizes[ratio].shape
}
