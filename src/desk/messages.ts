import type { Texts } from '../words.ts'

/** A line of an outline: how deep it stands, and what it is. */
export interface OutlineLine {
  readonly depth: number
  readonly kind: 'title' | 'byline' | 'section' | 'heading' | 'point'
  readonly text: string
}

/** What the page asks of its worker. */
export type Request =
  | { readonly kind: 'read'; readonly name: string; readonly bytes: Uint8Array }
  /** Builds the page of the document that was read last. */
  | { readonly kind: 'build' }
  /** The answer to `need`; null where the page does not carry it. */
  | { readonly kind: 'have'; readonly name: string; readonly bytes: Uint8Array | null }

/** What the worker tells its page. */
export type Answer =
  /** A file that the page carries. */
  | { readonly kind: 'need'; readonly name: string }
  | { readonly kind: 'outline'; readonly lines: readonly OutlineLine[]; readonly slides: number }
  | { readonly kind: 'page'; readonly name: string; readonly html: string }
  /** A person's mistake, in each language. */
  | { readonly kind: 'fault'; readonly texts: Texts }
