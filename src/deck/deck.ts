import type MarkdownIt from 'markdown-it'
import type { SlideSource } from '../markdown/cut.ts'
import type { DeckSettings } from './settings.ts'

/** One file of a deck: its slides stand in one or more columns. */
export interface DeckFile {
  /** As messages name it. */
  readonly path: string
  readonly stacks: readonly (readonly SlideSource[])[]
}

/** Why a file can't be had: it is not there, outside the deck's folder, no plain file, over 20 MB. */
export type Lack = 'missing' | 'outside' | 'notFile' | 'large'
/** Reads a file by its path, counted from the Markdown file that names it. */
export type ReadBeside = (
  path: string,
  from: string,
) => { readonly bytes: Uint8Array } | { readonly lack: Lack }

/** A deck as its Markdown says it. */
export interface Deck {
  readonly slug: string
  /** As messages name it. */
  readonly folder: string
  readonly settings: DeckSettings
  readonly files: readonly DeckFile[]
  /** The parser with what this deck's slides need. */
  readonly parser: MarkdownIt
  /** Reads pictures and other media beside the Markdown. */
  readonly beside: ReadBeside
}
