import type { Remark } from '../../fault.ts'
import type { Part } from '../package.ts'
import type { Design } from './design.ts'
import type { HeadingRoom, LayoutName, SlideLayout } from './layouts.ts'

/** What slides stand on: masters and layouts, ours or those of a template. */
export interface Stage {
  readonly design: Design
  /** The layout for a slide of that form whose heading needs so much room. */
  layout(name: LayoutName, room: HeadingRoom): SlideLayout
  pathOf(layout: SlideLayout): string
  /** The masters of slides, in order, with their numbers, and that of the notes. */
  readonly masters: readonly { readonly path: string; readonly id: number }[]
  readonly notesMaster: string
  readonly theme: string
  /** All parts of it, after the slides are written. */
  parts(): readonly Part[]
  /** What of it does not fit the deck. */
  remarks(): readonly Remark[]
}
