import type { OfficeWords } from '../words.ts'
import type { Xml } from '../xml.ts'
import type { TextContext } from './text.ts'
import type { Entrance } from './timing.ts'

/** A slide that is being drawn: its shapes, and what of them comes on a click. */
export class Canvas {
  readonly context: TextContext
  readonly words: OfficeWords
  /** Its layout is a template's, whose type and marks it has. */
  readonly isTemplate: boolean
  readonly shapes: Xml[] = []
  readonly entrances: Entrance[] = []
  // 1 is the tree that all shapes are in.
  #id = 1

  constructor(context: TextContext, words: OfficeWords, isTemplate: boolean) {
    this.context = context
    this.words = words
    this.isTemplate = isTemplate
  }

  nextId(): number {
    return ++this.#id
  }

  add(shape: Xml): void {
    this.shapes.push(shape)
  }

  enter(entrance: Entrance): void {
    this.entrances.push(entrance)
  }
}
