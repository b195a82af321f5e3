import type { Span } from '../document/document.ts'

const order = '一二三四五六七八九十'
const ordinal = /(?<=^|[。；：，！;\s])([一二三四五六七八九十])(?:是|要)/gu

/** The items of each run 一是…；二是… in a span, each from its ordinal to the next one's. */
export function enumeratedItems(text: string, span: Span): Span[] {
  const runs: number[][] = []
  for (const match of text.slice(span.start, span.end).matchAll(ordinal)) {
    const place = order.indexOf(match[1] ?? '')
    const run = runs.at(-1)
    if (run && run.length === place) run.push(span.start + match.index)
    else if (place === 0) runs.push([span.start + match.index])
  }
  return runs
    .filter((run) => run.length > 1)
    .flatMap((run) => run.map((start, i) => ({ start, end: run[i + 1] ?? span.end })))
}
