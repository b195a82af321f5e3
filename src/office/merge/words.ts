import { escapeInline } from '../../deck/escape.ts'

/** How many characters two texts have in common at their beginnings and at their ends. */
export function edges(one: string, other: string): { readonly from: number; readonly behind: number } {
  const most = Math.min(one.length, other.length)
  let from = 0
  while (from < most && one[from] === other[from]) from++
  let behind = 0
  while (behind < most - from && one.at(-1 - behind) === other.at(-1 - behind)) behind++
  return { from, behind }
}

/**
 * Markdown with what was changed in the words that it shows.
 *
 * @returns null where it does not say them in one piece
 */
export function changedWords(source: string, was: string, is: string): string | null {
  const { from, behind } = edges(was, is)
  const put = escapeInline(is.slice(from, is.length - behind))
  // So much of what stands around it that it is one place.
  for (let around = 0; around <= 16; around++) {
    const left = was.slice(Math.max(0, from - around), from)
    const right = was.slice(was.length - behind, was.length - behind + around)
    const sought = left + was.slice(from, was.length - behind) + right
    const at = sought === '' ? -1 : source.indexOf(sought)
    if (at >= 0 && source.indexOf(sought, at + 1) < 0)
      return source.slice(0, at) + left + put + right + source.slice(at + sought.length)
  }
  return null
}
