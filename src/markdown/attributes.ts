import type { Attribute } from './environment.ts'

/** A comment of reveal.js's that gives attributes: `<!-- .slide: … -->`, `<!-- .element: … -->`. */
export interface AttributeComment {
  readonly of: 'slide' | 'element'
  readonly attributes: readonly Attribute[]
}

/** `.element` goes without its colon too, as reveal.js has it; what stands before is any comment's. */
const kind = /\.(?:(slide):|(element)\s*:?)\s*/g
const pair = /([^\s"'=,;<>]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>,]+)))?/g

/**
 * Reads what a comment says of its slide or element; null for any other comment. What is no attribute is passed over,
 * as reveal.js does. Nothing is judged here: see `safeAttributes`.
 *
 * @param text what stands between `<!--` and `-->`
 */
export function readAttributeComment(text: string): AttributeComment | null {
  kind.lastIndex = 0
  const found = kind.exec(text)
  if (!found) return null
  const attributes = [...text.slice(kind.lastIndex).matchAll(pair)].map(
    ([, name = '', double, single, bare]): Attribute => [name.toLowerCase(), double ?? single ?? bare ?? ''],
  )
  return { of: found[1] ? 'slide' : 'element', attributes }
}

/** The comments in raw HTML, in order: what stands in each, up to the first `-->`. One that has no end is none. */
export function commentsIn(html: string): string[] {
  const found: string[] = []
  for (let start = html.indexOf('<!--'); start >= 0; ) {
    const end = html.indexOf('-->', start + 4)
    if (end < 0) break
    found.push(html.slice(start + 4, end))
    start = html.indexOf('<!--', end + 3)
  }
  return found
}
