/**
 * The page as it came, before anything was done to it; only where it is a Blob, as the desk presents a deck. No other
 * window can load that, so the speaker view is written from it.
 */
export const ownPage =
  location.protocol === 'blob:' ? `<!doctype html>${document.documentElement.outerHTML}` : null
