/** The address of a link that leads out of the deck, as Office takes it; null for any other. */
export function outsideAddress(href: string): string | null {
  if (!/^(?:https?|mailto|tel):/i.test(href)) return null
  try {
    return encodeURI(decodeURI(href))
  } catch {
    return encodeURI(href)
  }
}
