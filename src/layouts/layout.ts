import type { Span } from '../document/document.ts'
import type { KeyPoint, Node } from '../keypoints/index.ts'
import type { Scale } from '../keypoints/scale.ts'

/** What of a slide's ratio decides how it is arranged: `narrow` has fewer columns, `tall` one. */
export type Shape = 'wide' | 'narrow' | 'tall'

/**
 * A form that a slide may have, a plain class in the Markdown. Each has a folder of its own: when it is chosen, the
 * sizes by which it is known how much fits, and `style.css`, which has the same numbers (a browser test holds the two
 * together). Lengths in CSS pixels of a slide 720 high, before the slide's scale.
 */
export interface Layout {
  readonly name: string
  /** Font size and line height (in em) of the body. */
  readonly size: number
  readonly line: number
  /** The largest type by how many points share the slide; the last one is for all greater numbers. */
  readonly largest: readonly number[]
  /** Its points belong together: space shrinks on where type may not, down to this share, before they are parted. */
  readonly tightest?: number
  /** Its type grows only where its slide holds one block below the heading. */
  readonly growsAlone?: boolean
  /** Room around the content: above, below, and at the sides by the slide's shape. */
  readonly padding: {
    readonly top: number
    readonly bottom: number
  } & Readonly<Record<Shape, number>>
  readonly heading: {
    readonly size: number
    readonly line: number
    readonly below: number
    readonly inline: number
  }
  readonly list: ListLayout
  /** Where there is room for it by the slide's shape, the column in which headings stand that fit there. */
  readonly margin?: (shape: Shape) => Margin | null
  /** Paragraphs behind its list stand on a band: what follows from the points. */
  readonly hasBand?: boolean
  /** Its bold words have serifs. */
  readonly hasSerifs?: boolean
  /** Beside the text of a paragraph that is no list's. */
  readonly paragraphInline: number
  /** Between two blocks. */
  readonly gap: number
  /** Arranges the points of a paragraph, where they say what this form shows; absent where no points lead to it. */
  readonly choose?: (matter: Matter) => Choice | null
}

/** A column at the left of a slide. */
export interface Margin {
  readonly width: number
  /** Of its width, what parts it from the text. */
  readonly gap: number
  readonly size: number
  /** Its width where one heading has it to itself. */
  readonly whole: number
  /** Its words run downwards. */
  readonly isVertical?: boolean
}

export interface ListLayout {
  readonly gap: number
  /** Around each item. */
  readonly block: number
  readonly inline: number
  /** The least height of an item, and of a column of two sides. */
  readonly least: number
  /** Beside an item's text in an ordered list. */
  readonly numbered: number
  readonly line: number
  readonly face: 'sans' | 'serif'
  /** Columns by how many items there are, on a slide that is wide or narrow; a tall one has no columns. */
  readonly columns: (items: number, shape: Shape) => number
  readonly columnGap: number
  /** Its lines break within no term, as those of headings do: the type is large, or a column narrow. */
  readonly isWhole?: boolean
  /** Bold words of no more characters that open an item stand beside its text, in a column so much wider. */
  readonly lead?: { readonly most: number; readonly inline: number }
  /** Bold words that open an item stand on a line of their own, with the punctuation behind them. */
  readonly hasTerms?: boolean
}

/** What a slide is to say, before it has a form. */
export interface Matter {
  /** The document's. */
  readonly text: string
  readonly scale: Scale
  /** What the paragraph was read as; null where the points are of several. */
  readonly tree: Node | null
  /** In the document's order, those of the second level in the ones they stand below. */
  readonly points: readonly Group[]
}

/** A point of the first level and those below it. */
export interface Group {
  readonly point: KeyPoint
  readonly below: readonly KeyPoint[]
}

/** Points as a form shows them. */
export interface Arrangement {
  /** Paragraphs above the list. */
  readonly above: readonly KeyPoint[]
  readonly items: readonly Item[]
  /** Paragraphs below the list. */
  readonly below: readonly KeyPoint[]
}

export interface Item extends Group {
  /** Words of the document that stand before the point's own: the numeral of an item. */
  readonly opening?: Span | null
  /** What of it stands out, bold in the Markdown; null for nothing, its key phrase unless told. */
  readonly strong?: Span | null
}

export interface Choice {
  readonly arrangement: Arrangement | { readonly quotation: Span }
  /** Other forms say it better: taken where those were shown again and again. */
  readonly isSecond?: boolean
}
