import type { Block } from './blocks.ts'
import { textOf } from './document.ts'

/** In UTF-16 units: shorter paragraphs may come again by chance. */
const LONG = 30
/** The share of a text's paragraphs that its copy has, too. */
const MOST = 0.9

/** The blocks of a copy of the whole text behind it, as a page for printing leaves one. */
export function copyOf(text: string, blocks: readonly Block[]): ReadonlySet<number> {
  const words = blocks.map(({ span }) => textOf({ text }, span).replace(/\s+/gu, ''))
  const first = words.findIndex(({ length }) => length >= LONG)
  const again = first < 0 ? -1 : words.indexOf(words[first] ?? '', first + 1)
  if (again < 0) return new Set()
  // The copy goes as far up as what stands before the text, its title with it.
  let start = again
  while (start > first + 1 && words[start - 1] === words[first - (again - start) - 1]) start--
  const copied = new Set(words.slice(start))
  const own = words.slice(first, start).filter(({ length }) => length >= LONG)
  const found = own.filter((paragraph) => copied.has(paragraph)).length
  return own.length > 1 && found >= own.length * MOST ? new Set([...words.keys()].slice(start)) : new Set()
}
