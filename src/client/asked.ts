/**
 * What a page's address asks of it, in its query. The address of a Blob, as the desk presents a deck, can have none: there
 * it stands behind the place, `#/2/1?view=notes`.
 */
export function askedOf({
  protocol,
  search,
  hash,
}: Pick<Location, 'protocol' | 'search' | 'hash'>): URLSearchParams {
  if (protocol !== 'blob:' && protocol !== 'about:') return new URLSearchParams(search)
  // The speaker view of such a page is written into a window of that name.
  return new URLSearchParams(
    /^study-deck-speaker-/.test(window.name) ? 'view=speaker' : (hash.split('?')[1] ?? ''),
  )
}

/**
 * The address of this page that asks something else of it.
 *
 * @param place the slide, as `/2/1`; '' for none
 */
export function addressAsking(asked: URLSearchParams, place = ''): string {
  const address = new URL(location.href)
  const query = String(asked)
  if (address.protocol === 'blob:') address.hash = query ? `${place}?${query}` : place
  else {
    address.search = query
    address.hash = place
  }
  return address.href
}

/** Goes there; another place of the same Blob is the same page to a browser, which is then loaded again. */
export function go(address: string): void {
  location.assign(address)
  if (location.protocol === 'blob:') location.reload()
}
