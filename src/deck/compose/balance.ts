/** Cuts a list into as few parts of at most `most` as will do, none longer than another by more than one. */
export function balanced<T>(list: readonly T[], most: number): T[][] {
  const count = Math.max(1, Math.ceil(list.length / most))
  return Array.from({ length: count }, (_, i) =>
    list.slice(Math.ceil((i * list.length) / count), Math.ceil(((i + 1) * list.length) / count)),
  )
}

/**
 * Cuts a list into as few parts as fit, all of about the same size.
 *
 * @param most how many a part has at most
 */
export function packed<T>(
  list: readonly T[],
  fits: (part: readonly T[]) => boolean,
  size: (part: readonly T[]) => number = ({ length }) => length,
  most = list.length,
): T[][] {
  // The best way to cut what stands before each place: few parts first, then even ones.
  const best: { readonly parts: number; readonly squares: number; readonly from: number }[] = [
    { parts: 0, squares: 0, from: 0 },
  ]
  for (let to = 1; to <= list.length; to++) {
    const ways = []
    for (let from = to - 1; from >= Math.max(0, to - most); from--) {
      const part = list.slice(from, to)
      if (from < to - 1 && !fits(part)) break
      const before = best[from]
      ways.push({ parts: (before?.parts ?? 0) + 1, squares: (before?.squares ?? 0) + size(part) ** 2, from })
    }
    const [first] = ways.sort((one, other) => one.parts - other.parts || one.squares - other.squares)
    if (first) best.push(first)
  }
  const parts: T[][] = []
  for (let to = list.length; to > 0; to = best[to]?.from ?? 0) parts.push(list.slice(best[to]?.from, to))
  return parts.reverse()
}
