/** Files of editors, of systems and of offices that are open: `._01.md`, `.#01.md`, `~$01.md`, `#01.md#`. */
const junk = /^[.~#]/
const markdown = /\.(?:q?md|markdown)$/i
/** What a project says of itself, which is no slide unless there is nothing else. */
const project =
  /^(?:readme|license|licence|changelog|contributing|code_of_conduct|security)(?:[.-][\w-]+)?\.(?:md|markdown)$/i
const readme = /^readme\.(?:md|markdown)$/i

/**
 * The files of a folder that are the slides of its deck, in their order.
 *
 * @param isOriginal whether a file is the document that the deck was derived from
 */
export function slideFiles(names: readonly string[], isOriginal: (name: string) => boolean): string[] {
  const possible = names.filter((name) => isMarkdown(name) && !name.includes('/') && !isOriginal(name))
  const slides = possible.filter((name) => !project.test(name))
  return (slides.length ? slides : possible.filter(isReadme)).sort(
    new Intl.Collator('en', { numeric: true }).compare,
  )
}

/** The name of a deck that is one file. */
export function deckOfFile(name: string): string {
  return name.replace(markdown, '')
}

export const isMarkdown = (name: string): boolean => markdown.test(name) && !junk.test(name)

/** Whether a file says what a project is, and is slides only where there are no others. */
export const isReadme = (name: string): boolean => readme.test(name)
