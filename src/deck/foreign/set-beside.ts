import type { Attribute } from '../../markdown/environment.ts'
import { forwarded, isPage, separatorsSet, shownBy } from './page.ts'

/** What another file sets for a file of slides, by the names that front matter has for it. */
export interface SetBeside {
  readonly file: string
  readonly values: Readonly<Record<string, unknown>>
  /** How a page of reveal.js shows the file: what it does not set is as reveal.js has it. */
  readonly shown?: {
    /** For each of its slides. */
    readonly attributes: readonly Attribute[]
    /** It stands in a column with others. */
    readonly inColumn: boolean
  }
}

/** The name of reveal-md's settings beside the slides. */
export const revealMdName = 'reveal-md.json'

/**
 * What is set for a file of slides beside it: by the page of reveal.js that shows it, else by reveal-md's
 * `reveal-md.json`. What can't be read sets nothing.
 *
 * @param texts the files beside the slides, by name
 * @param place what the owner of the files calls one
 */
export function setBeside(
  texts: ReadonlyMap<string, string>,
  place: (name: string) => string,
): (name: string) => SetBeside | undefined {
  const all = revealMdIn(texts.get(revealMdName) ?? '', place(revealMdName))
  const shown = new Map<string, SetBeside>()
  for (const [page, text] of texts) {
    if (!isPage(page)) continue
    for (const { name, section, column } of shownBy(text))
      if (name !== null && !shown.has(name))
        shown.set(name, {
          file: place(page),
          values: separatorsSet(section),
          shown: { attributes: forwarded(section), inColumn: column !== null },
        })
  }
  return (name) => shown.get(name) ?? all
}

/** What reveal-md would run over the slides, or put into their page, by the names of its settings. */
export function notRunBy(revealMd: SetBeside | undefined): string[] {
  return ['preprocessor', 'scripts', 'css', 'template', 'listingTemplate'].filter(
    (name) => revealMd?.values[name] !== undefined,
  )
}

export function revealMdIn(text: string, file: string): SetBeside | undefined {
  try {
    const values: unknown = JSON.parse(text)
    return typeof values === 'object' && values !== null ? { file, values: { ...values } } : undefined
  } catch {
    return undefined
  }
}
