import type MarkdownIt from 'markdown-it'
import type { Remark } from '../fault.ts'
import type { SlideSource } from '../markdown/cut.ts'
import type { OfficeTheme } from '../theme/office.ts'
import type { AuthorStyle } from './foreign/styles.ts'
import type { Review } from './review/review.ts'
import type { DeckSettings } from './settings.ts'

/** Why a file can't be had: it is not there, outside the deck's folder, no plain file, over 20 MB. */
export type Lack = 'missing' | 'outside' | 'notFile' | 'large'
/** What stands beside a deck's Markdown; of a file that is too large for the page, its path in the deck's folder. */
export type Beside =
  | {
      readonly bytes: Uint8Array
      /** Its path in the deck's folder, where that is not as it is written. */
      readonly name?: string
    }
  | { readonly lack: Exclude<Lack, 'large'> }
  | { readonly lack: 'large'; readonly name: string }
/** Reads a file by its path, counted from the Markdown file that names it. */
export type ReadBeside = (path: string, from: string) => Beside

/** One file of a deck: its slides stand in one or more columns. */
export interface DeckFile {
  readonly path: string
  readonly stacks: readonly (readonly SlideSource[])[]
}

/** An office's theme and where it was found, from which its logo is counted. */
export interface OfficeDeckTheme extends OfficeTheme {
  readonly file: string
  /** As it is written. */
  readonly text: string
  readonly beside: ReadBeside
}

/** A deck as its files have it. */
export interface Deck {
  readonly slug: string
  readonly folder: string
  /** With its language, found from the text where the front matter does not say. */
  readonly settings: DeckSettings
  readonly files: readonly DeckFile[]
  /** The names of all decks that stand beside each other, its own among them. */
  readonly siblings: readonly string[]
  /** Reads pictures and other media beside the Markdown. */
  readonly beside: ReadBeside
  /** The theme that its office has, where its front matter asks for no other. */
  readonly office: OfficeDeckTheme | null
  /** The style sheets in its Markdown; none of a deck that was derived, whose theme decides how it looks. */
  readonly styles: readonly AuthorStyle[]
  /** What was signed and said of its slides. */
  readonly review: Review
  /** What of its front matter, and of the program that it was written for, should be known. */
  readonly remarks: readonly Remark[]
  /** Its type may be smaller than ours: it was written for another program. */
  readonly hasSmallType: boolean
  /** The parser with what this deck's slides need. */
  readonly parser: MarkdownIt
  /** The same for parsers that make the same of a text. */
  readonly parserKey: string
}
