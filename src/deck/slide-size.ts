import type { Ratio } from './settings.ts'

/** Width and height in CSS pixels on which slides are laid out, before they are scaled to a screen or a page. */
export function slideSize(ratio: Ratio = '16:9'): { width: number; height: number } {
  return { width: ratio === '4:3' ? 960 : 1280, height: 720 }
}
