/** A page behind a row of dots. */
const DOTTED = /(?:[.．…·‥⋯]\s?){4,}\s{0,40}(?:\d{1,4}|[ivxlc]{1,6})$/iu

/** An entry of a table of contents, whole with its page: `第一章 总则……3`. */
export function isDottedEntry(line: string): boolean {
  return DOTTED.test(line.slice(-80))
}
