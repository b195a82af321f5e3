import type { Passage } from '../paper/passages.ts'

/** What the check of a deck against its document knows of slides; it was written into the page when it was built. */
export interface Findings {
  /** Words that a person changed: the document's ('' for words of their own), and those on the slide. */
  readonly edited: readonly { readonly original: string; readonly now: string }[]
  /** The document's words that the notes lost. */
  readonly missing: readonly string[]
  /** The document's words where the notes have others. */
  readonly altered: readonly string[]
  /** Words that are in the page but can't be read there. */
  readonly hidden: readonly string[]
  /** Words of differences of which a person said that they are meant. */
  readonly meant: readonly string[]
  /** Open comments, and by whom they are. */
  readonly comments: readonly { readonly by: string; readonly text: string }[]
}

/** What a slide's review says of it, and who signed it. */
export interface SignOff {
  readonly state: 'signed' | 'changed' | 'unsigned'
  readonly by: readonly string[]
}

/** Of slides that stand on the same words: what is not signed of one is not signed. Null in a deck without a review. */
export function signOffOf({ slides }: Passage): SignOff | null {
  const found = slides.flatMap(({ element: { dataset } }) =>
    dataset['review'] === undefined ? [] : [{ state: dataset['review'], by: dataset['signed'] ?? '' }],
  )
  if (found.length === 0) return null
  const by = [...new Set(found.flatMap((one) => (one.by ? one.by.split('\n') : [])))]
  const states = found.map(({ state }) => state)
  if (states.every((state) => state === 'signed')) return { state: 'signed', by }
  return { state: states.includes('changed') ? 'changed' : 'unsigned', by }
}

/** `none` where nothing on the slides was taken out of the notes. */
export type State = 'verbatim' | 'edited' | 'missing' | 'none'

export function findingsOf({ slides }: Passage): Findings {
  const edited = slides.flatMap(({ element }) =>
    [...element.querySelectorAll<HTMLElement>('[data-original]')].map((point) => ({
      original: point.dataset['original'] ?? '',
      now: point.textContent?.trim() ?? '',
    })),
  )
  const said = (name: 'missing' | 'altered' | 'hidden' | 'meant'): string[] => [
    ...new Set(slides.flatMap(({ element }) => element.dataset[name]?.split('\n') ?? [])),
  ]
  return {
    edited,
    missing: said('missing'),
    altered: said('altered'),
    hidden: said('hidden'),
    meant: said('meant'),
    comments: slides.flatMap(({ element }) =>
      (element.dataset['comments']?.split('\n') ?? []).map((line) => {
        const [by = '', text = ''] = line.split('\t')
        return { by, text }
      }),
    ),
  }
}

export function stateOf({ slides }: Passage, { edited, missing, altered, hidden }: Findings): State {
  if (missing.length || altered.length || hidden.length) return 'missing'
  if (edited.length) return 'edited'
  return slides.some(({ element }) => element.querySelector('[data-sentence]')) ? 'verbatim' : 'none'
}
