import type { Place } from '../fault.ts'

/**
 * What one rendering knows and learns, handed by markdown-it to every rule as `env`.
 * A slide's body and its notes are rendered one by one, each with an environment of its own.
 */
export interface Environment {
  /** BCP 47 tag of the deck's language. */
  readonly language: string
  readonly part: 'body' | 'notes'
  /** The sentences of the slide's notes, in order; the notes are rendered first. */
  readonly sentences: string[]
  /** What the document says in the place of words that a person edited, by those words without white space. */
  readonly originals: ReadonlyMap<string, string>
  readonly file: string
  /** Line of the file, one-based, on which the rendered text begins. */
  readonly line: number
  /** Tells of something that can't be shown as it is written; the slide is rendered all the same. */
  readonly remark: (message: string, place: Place) => void
}

export type Attribute = readonly [name: string, value: string]

/** Where in the deck a token stands. */
export function placeOf(env: Environment, map: readonly [number, number] | null): Place {
  return { file: env.file, line: env.line + (map?.[0] ?? 0) }
}
