/** Reads what a browser stored; where it stores nothing, as some do for files, there is nothing. */
export function recall(storage: 'localStorage' | 'sessionStorage', key: string): string | null {
  try {
    return window[storage].getItem(key)
  } catch {
    return null
  }
}

/** Stores a text where the browser lets us. */
export function remember(storage: 'localStorage' | 'sessionStorage', key: string, text: string): void {
  try {
    window[storage].setItem(key, text)
  } catch {
    // Then it holds for this page only.
  }
}
