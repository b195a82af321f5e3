/** Whether two files hold the same. */
export function isSameBytes(
  one: Uint8Array | null | undefined,
  other: Uint8Array | null | undefined,
): boolean {
  if (one === other) return true
  if (!one || !other || one.length !== other.length) return false
  for (let at = 0; at < one.length; at++) if (one[at] !== other[at]) return false
  return true
}
