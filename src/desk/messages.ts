import type { ToldLeftOut } from '../deck/left-out.ts'
import type { ShownSettings } from '../deck/settings.ts'
import type { Span } from '../document/index.ts'
import type { WantedPoint } from '../edit/index.ts'
import type { OfficeFormat } from '../office/formats.ts'
import type { PaperKind } from '../office/papers/paper.ts'
import type { Texts } from '../words.ts'

/** Files by their names in a deck's folder. */
export type Files = ReadonlyMap<string, Uint8Array>

export interface NamedFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** What a slide's picture depends on beside its own Markdown. */
export interface PictureContext {
  readonly slug: string
  /** The front matter of the deck's first file. */
  readonly opening: string
  readonly lang: string
  /** The Markdown of the slides that list the deck's sections. */
  readonly agenda: readonly string[]
}

export interface SlideText {
  readonly key: string
  readonly text: string
}

/** A slide as it looks on the wall: as many as its words need. */
export interface Picture {
  readonly key: string
  readonly pages: readonly string[]
}

/** A slice of a font that pictures are set in; the page carries its file. */
export interface FontSlice {
  readonly family: string
  readonly weight: number
  readonly file: string
  readonly range: string
}

export interface Pictures {
  readonly pictures: readonly Picture[]
  readonly fonts: readonly FontSlice[]
  /** The deck's settings as the views read them. */
  readonly settings: ShownOnSlides
}

/** What stands around slides and how they look. */
export interface ShownOnSlides {
  readonly title: string
  readonly lang: string
  readonly theme: string
  readonly ratio: string
  readonly shape: string
  readonly settings: ShownSettings
  /** Of an office's own theme: its style sheet, and which cover and dividers it has. */
  readonly office: { readonly style: string; readonly cover: string; readonly divider: string } | null
}

/** What the worker does when it is asked, and what it answers. */
export interface Work {
  /** Makes ready what pictures need, before the first is asked for. */
  readonly ready: { asked: { readonly lang: string }; answer: null }
  /** Reads a document and derives its deck. */
  readonly derive: {
    asked: { readonly name: string; readonly bytes: Uint8Array }
    answer: { readonly slug: string; readonly files: Files; readonly told: readonly ToldLeftOut[] }
  }
  /** Takes the deck out of a page; null for what carries none. */
  readonly unpack: {
    asked: { readonly bytes: Uint8Array }
    answer: { readonly name: string | null; readonly files: Files } | null
  }
  /** Takes the pictures and other files that slides show; null for one that is gone. */
  readonly beside: { asked: { readonly changed: ReadonlyMap<string, Uint8Array | null> }; answer: null }
  readonly pictures: {
    asked: { readonly context: PictureContext; readonly slides: readonly SlideText[] }
    answer: Pictures
  }
  /** The points that paragraphs can have, from few to many. */
  readonly choices: {
    asked: { readonly text: string; readonly paragraphs: readonly Span[] }
    answer: readonly (readonly WantedPoint[])[]
  }
  /** Builds the page of a deck. */
  readonly build: {
    asked: { readonly slug: string; readonly files: Files }
    answer: { readonly html: string; readonly remarks: readonly string[] }
  }
  /** Makes a file of Office of a deck. */
  readonly office: {
    asked: {
      readonly slug: string
      readonly files: Files
      readonly format: OfficeFormat
      /** The office's own template of PowerPoint; null for none. */
      readonly template: NamedFile | null
      /** Word: in the layout of official papers. */
      readonly official: boolean
    }
    answer: { readonly bytes: Uint8Array }
  }
  /** Makes a paper of the meeting at which a deck is shown, as Word and as a page to print. */
  readonly paper: {
    asked: {
      readonly slug: string
      readonly files: Files
      readonly kind: PaperKind
      /** Lines to sign, questions at most; null for the usual number. */
      readonly count: number | null
      readonly official: boolean
    }
    answer: { readonly name: string; readonly docx: Uint8Array; readonly page: string }
  }
}

export type WorkName = keyof Work

export type Request =
  | {
      readonly [Name in WorkName]: {
        readonly id: number
        readonly name: Name
        readonly asked: Work[Name]['asked']
      }
    }[WorkName]
  /** The answer to `need`; null where the page does not carry it. */
  | { readonly have: string; readonly bytes: Uint8Array | null }

export type Answer =
  | { readonly id: number; readonly answer: Work[WorkName]['answer'] }
  /** A person's mistake, in each language. */
  | { readonly id: number; readonly fault: Texts }
  /** A file that the page carries. */
  | { readonly need: string }
