import type { Span } from '../document/document.ts'

/** Ordinals, connectives and marks with which a point must not begin. */
const lead =
  /^(?:[\s　，。；：、！？,;:.!?]|[一二三四五六七八九十](?:是|要)|第[一二三四五六七八九十]+[，、]|[（(][一二三四五六七八九十\d]+[)）]|[一二三四五六七八九十]+、|并且|而且|以及|因此|所以|为此|但是|同时，|其中，|其次，|首先，|但(?!书)|并(?![重行列举肩存购]))/u
const tail = /(?:[\s　，、：；。！？,;:.]|(?:以及|和|与|及|并)$)$/u

/** The span without what a point must not begin or end with; null where nothing is left. */
export function trim(text: string, { start, end }: Span): Span | null {
  for (let found = lead.exec(text.slice(start, end)); found; found = lead.exec(text.slice(start, end)))
    start += found[0].length
  for (let found = tail.exec(text.slice(start, end)); found; found = tail.exec(text.slice(start, end)))
    end -= found[0].length
  return start < end ? { start, end } : null
}
