/** The bookmark of a slide: what its words were, and a number that makes it one of its kind. */
export const slideBookmark = (print: string, number: number): string => `slide_${print}_${number}`

/** What the words of the slide were that a bookmark names; null for any other bookmark. */
export const printInBookmark = (name: string): string | null =>
  /^slide_([\da-f]+)_\d+$/.exec(name)?.[1] ?? null
