import type { Layout, ListLayout } from './layout.ts'

const one = (): number => 1

export const plainList: ListLayout = {
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

/** What all layouts begin with: src/client/styles/slide.css. */
export const plain: Omit<Layout, 'name'> = {
  size: usualSize,
  line: 1.5,
  largest: [],
  padding: { top: 52, bottom: 76, wide: 80, narrow: 60, tall: 48 },
  heading: { size: 47, line: 1.32, below: 18, inline: 0 },
  list: plainList,
  paragraphInline: 0,
  gap: 24,
}
