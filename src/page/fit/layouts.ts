import type { Shape } from '../../deck/slide-size.ts'

/**
 * The sizes of the style sheets that decide how much fits on a slide, in CSS pixels of a slide 720 high, before the
 * slide's scale. src/client/styles has the same numbers; a browser test holds the two together.
 */
export interface Layout {
  readonly name: string
  /** Font size and line height (in em) of the body. */
  readonly size: number
  readonly line: number
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
  /** Beside the text of a paragraph that is no list's. */
  readonly paragraphInline: number
  /** Between two blocks. */
  readonly gap: number
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
}

const one = (): number => 1

const list: ListLayout = {
  gap: 18,
  block: 0,
  least: 0,
  inline: 40,
  numbered: 60,
  line: 1.5,
  face: 'sans',
  columns: one,
  columnGap: 0,
}

/** Of type on a slide that names no layout. */
export const usualSize = 34

const plain: Layout = {
  name: 'list',
  size: usualSize,
  line: 1.5,
  padding: { top: 52, bottom: 76, wide: 80, narrow: 60, tall: 48 },
  heading: { size: 47, line: 1.32, below: 18, inline: 0 },
  list,
  paragraphInline: 0,
  gap: 24,
}

const layouts: Readonly<Record<string, Layout>> = {
  title: {
    ...plain,
    name: 'title',
    padding: { top: 110, bottom: 190, wide: 110, narrow: 90, tall: 64 },
    heading: { size: 66, line: 1.32, below: 32, inline: 0 },
  },
  divider: {
    ...plain,
    name: 'divider',
    padding: { top: 90, bottom: 90, wide: 120, narrow: 90, tall: 64 },
    heading: { size: 58, line: 1.4, below: 0, inline: 44 },
  },
  agenda: {
    ...plain,
    name: 'agenda',
    list: { ...list, gap: 14, block: 24, inline: 54, numbered: 54, line: 1.4, face: 'serif' },
  },
  panels: {
    ...plain,
    name: 'panels',
    size: 32,
    list: {
      ...list,
      gap: 20,
      block: 34,
      inline: 166,
      numbered: 166,
      line: 1.4,
      columns: (items) => (items > 3 ? 2 : 1),
      columnGap: 20,
    },
  },
  definition: {
    ...plain,
    name: 'definition',
    size: 42,
    list: { ...list, block: 168, inline: 108, numbered: 108 },
  },
  cards: {
    ...plain,
    name: 'cards',
    size: 32,
    list: {
      ...list,
      gap: 24,
      block: 97,
      least: 160,
      inline: 52,
      numbered: 52,
      line: 1.45,
      columns: (items, shape) => (shape === 'narrow' || items === 2 || items === 4 ? 2 : 3),
      columnGap: 24,
    },
  },
  contrast: {
    ...plain,
    name: 'contrast',
    size: 38,
    list: {
      ...list,
      gap: 40,
      block: 70,
      least: 240,
      inline: 68,
      numbered: 68,
      columns: () => 2,
      columnGap: 40,
    },
  },
  figures: {
    ...plain,
    name: 'figures',
    list: {
      ...list,
      gap: 20,
      block: 35,
      inline: 50,
      numbered: 50,
      line: 1.85,
      columns: (items) => (items > 1 ? 2 : 1),
      columnGap: 28,
    },
  },
  timeline: { ...plain, name: 'timeline', list: { ...list, gap: 0, block: 22, inline: 52, numbered: 52 } },
  quotation: { ...plain, name: 'quotation', size: 44 },
  article: {
    ...plain,
    name: 'article',
    size: 33,
    line: 1.6,
    list: { ...list, line: 1.6, inline: 35, numbered: 35 },
    paragraphInline: 35,
    gap: 24,
  },
  image: { ...plain, name: 'image', size: 30 },
}

/** The layout that a slide's classes name. */
export function layoutOf(classes: readonly string[]): Layout {
  for (const name of classes) {
    const found = Object.hasOwn(layouts, name) ? layouts[name] : undefined
    if (found) return found
  }
  return plain
}

/** Other headings than the slide's own, by their level. */
export const headingSizes: Readonly<Record<string, number>> = {
  h1: 54,
  h2: 47,
  h3: 47,
  h4: 40,
  h5: 40,
  h6: 40,
}
/** No text is smaller, in CSS pixels. */
export const smallest = 24
export const tallestPicture = 420
/** None is made lower for what stands beside it. */
export const smallestPicture = 60
