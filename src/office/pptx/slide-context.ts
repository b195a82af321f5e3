import type { Element } from '../../markdown/html-tree.ts'
import type { Rulers } from '../../page/fit/measure.ts'
import type { Words } from '../../words.ts'
import type { OfficeWords } from '../words.ts'
import type { Design } from './design.ts'
import type { FurnitureTexts } from './furniture.ts'
import type { HeadingRoom, LayoutName, SlideLayout } from './layouts.ts'
import type { TextContext } from './text.ts'

/** What a slide needs to know of its deck and its file. */
export interface SlideContext {
  readonly design: Design
  readonly rulers: Rulers
  readonly words: OfficeWords
  /** What pages say where something is not to be had. */
  readonly gaps: Words['gaps']
  readonly text: TextContext
  /** What stands around what the slide says. */
  readonly furniture: FurnitureTexts
  /** Counted from 1. */
  readonly number: number
  readonly layout: (name: LayoutName, room: HeadingRoom) => SlideLayout
  /** The relation to a picture by its address in the page; null for one that Office does not show. */
  readonly picture: (address: string) => string | null
  /** A picture of what only a browser draws; null where there is none. */
  readonly drawing: (
    element: Element,
  ) => { readonly embed: string; readonly width: number; readonly height: number } | null
}
