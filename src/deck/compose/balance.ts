/** Cuts a list into as few parts of at most `most` as will do, none longer than another by more than one. */
export function balanced<T>(list: readonly T[], most: number): T[][] {
  const count = Math.max(1, Math.ceil(list.length / most))
  return Array.from({ length: count }, (_, i) =>
    list.slice(Math.ceil((i * list.length) / count), Math.ceil(((i + 1) * list.length) / count)),
  )
}
