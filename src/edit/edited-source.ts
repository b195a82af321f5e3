import { escapeEnds } from '../deck/escape.ts'
import { asMarkdown } from './point-lines.ts'
import type { SlidePart } from './slide-parts.ts'
import { isWithinPair } from './spans.ts'

/** The Markdown of a part that is to read otherwise: its numeral and its figures stay as bold as they are. */
export const withWords = ({ plain, source, text }: SlidePart, words: string): string =>
  plain ? editedSource(source, text, words) : asMarkdown(words)

/**
 * The Markdown of some words after a person changed them: what they left alone keeps its markup.
 *
 * @param source the Markdown as it stands, of one line or more
 * @param seen the words that it reads as
 * @param wanted the words that it is to read as
 */
export function editedSource(source: string, seen: string, wanted: string): string {
  if (wanted === seen) return source
  const at = placesOf(source, seen)
  if (!at) return asMarkdown(wanted)
  const most = Math.min(seen.length, wanted.length)
  let start = 0
  while (start < most && seen.charAt(start) === wanted.charAt(start)) start++
  let behind = 0
  while (behind < most - start && seen.at(-1 - behind) === wanted.at(-1 - behind)) behind++
  // No character is taken in halves.
  if (isWithinPair(seen, start) || isWithinPair(wanted, start)) start--
  if (isWithinPair(seen, seen.length - behind) || isWithinPair(wanted, wanted.length - behind)) behind--
  const end = seen.length - behind
  // Markup between two words that both go would be left without words.
  const from = start < seen.length ? (at[start] ?? source.length) : (at[start - 1] ?? 0) + 1
  const to = end > start ? (at[end - 1] ?? 0) + 1 : from
  if (/[*_]/.test(source.slice(from, to))) return asMarkdown(wanted)
  const before = /\\$/.test(source.slice(0, from))
    ? source.slice(0, from).slice(0, -1)
    : source.slice(0, from)
  const put = escapedWithin(wanted.slice(start, wanted.length - behind))
  return escapeEnds(put ? before + put + source.slice(to) : joined(before, source.slice(to)))
}

/** What stood around words that went: marks that were around them alone, `**一是**`, go with them. */
function joined(before: string, behind: string): string {
  const [opening = ''] = /[*_]+$/.exec(before) ?? []
  return opening && behind.startsWith(opening)
    ? before.slice(0, -opening.length) + behind.slice(opening.length)
    : before + behind
}

/** Where each of the words' characters stands in their Markdown; null where they stand there otherwise. */
function placesOf(source: string, seen: string): number[] | null {
  const places: number[] = []
  let at = 0
  for (const character of seen.split('')) {
    while (at < source.length && source.charAt(at) !== character) {
      if (!/[\\*_\s]/.test(source.charAt(at))) return null
      at++
    }
    if (at >= source.length) return null
    places.push(at++)
  }
  return places
}

const escapedWithin = (words: string): string => {
  const marked = `x${words}x`
  return asMarkdown(marked).slice(1, -1)
}
