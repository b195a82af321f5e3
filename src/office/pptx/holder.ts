import type { Slot } from './design.ts'
import type { LevelStyle } from './text-style.ts'
import type { Box } from './units.ts'

/** A placeholder of a layout: what stands in it on a slide inherits its place and its look. */
export interface Holder {
  readonly type: 'title' | 'ctrTitle' | 'subTitle' | 'body' | 'obj' | 'ftr' | 'dt' | 'sldNum'
  readonly index: number
  readonly box: Box
  readonly anchor: 't' | 'ctr' | 'b'
  /** Its words run downwards. */
  readonly isVertical?: boolean
  readonly levels: readonly LevelStyle[]
  /** The box that it stands on, and the room between the two. */
  readonly ground?: Slot
  readonly inset?: { readonly x: number; readonly y: number }
}
