/** The papers of a meeting, each made of the deck's own words. */
export const paperKinds = ['sign-in', 'minutes', 'quiz'] as const
export type PaperKind = (typeof paperKinds)[number]

export const isPaperKind = (name: string): name is PaperKind => paperKinds.some((kind) => kind === name)

/** Lines to sign, as many as a page has, and questions at most. */
export const usualCounts = { 'sign-in': 17, quiz: 20 } as const

/** As high as a line to write on: points. */
export const line = 27

/** A cell: what it says, over how many columns, and whether it only names what is to be written beside it. */
export interface PaperCell {
  readonly text: string
  readonly columns?: number
  readonly isLabel?: boolean
}

export interface PaperTable {
  readonly kind: 'table'
  /** How its width is shared. */
  readonly shares: readonly number[]
  /** A first row that every page repeats. */
  readonly head: readonly string[]
  readonly rows: readonly { readonly cells: readonly PaperCell[]; readonly height: number }[]
}

/** What stands on a paper, one below the other. Heights in points. */
export type PaperBlock =
  | { readonly kind: 'title' | 'subtitle' | 'heading' | 'line'; readonly text: string }
  | {
      readonly kind: 'list'
      readonly isNumbered: boolean
      /** Levels from 0. */
      readonly items: readonly { readonly text: string; readonly level: number }[]
    }
  | { readonly kind: 'new page' }
  | PaperTable

export interface Paper {
  /** The name of the deck that it is made from. */
  readonly deck: string
  /** What it is. */
  readonly name: string
  /** What it is, and of which meeting. */
  readonly title: string
  /** BCP 47 */
  readonly language: string
  /** At the head of each page: whose meeting it is, and how the paper may be passed on. */
  readonly unit: string
  readonly marking: string
  readonly blocks: readonly PaperBlock[]
}
