import { type FaultWords, inEveryLanguage, type Language, type Texts } from './words.ts'

/** Where in a file something is wrong: `slides/x/01.md:12`. */
export interface Place {
  readonly file: string
  /** One-based. */
  readonly line?: number
  /** One-based, in UTF-16 units. */
  readonly column?: number
}

/** Something about a deck that whoever prepares it should know; the deck opens all the same. */
export interface Remark {
  readonly place: Place
  readonly message: string
  /** Its slide holds more than its layout has room for: told together where there are several, and none of a paper's. */
  readonly isTight?: boolean
}

/**
 * A mistake in what a person gave us. It says what is wrong and what to do, in the words of `faults` in src/words.ts;
 * the command line prints it as one line behind its place, in the person's language, and exits with 1.
 */
export class Fault extends Error {
  override readonly name = 'Fault'
  readonly texts: Texts
  readonly place: Place | undefined

  /** @param said chooses from the words of a language; or the texts of a fault that came from another thread */
  constructor(said: ((words: FaultWords) => string) | Texts, place?: Place) {
    const texts = typeof said === 'function' ? inEveryLanguage(said) : said
    super(texts.en)
    this.texts = texts
    this.place = place
  }

  /** The fault as one line behind its place. */
  line(language: Language): string {
    const text = this.texts[language].replace(/(?<!\s)\s*[\r\n]\s*/g, ' ')
    return this.place ? `${formatPlace(this.place)}: ${text}` : text
  }
}

/** Whatever went wrong, as it is told to a person. */
export function asFault(error: unknown): Fault {
  return error instanceof Fault ? error : (systemFault(error) ?? unforeseen(error))
}

/** What the system refused, in plain words; null for whatever is not a person's to mend. */
export function systemFault(error: unknown): Fault | null {
  if (!(error instanceof Error) || !('code' in error)) return null
  const code = String(error.code)
  if (!/^E[A-Z0-9]+$/.test(code) && code !== 'UNKNOWN') return null
  const path = 'path' in error ? { file: String(error.path) } : undefined
  return new Fault(
    ({ system, refused }) => Object.entries(system).find(([known]) => known === code)?.[1] ?? refused(code),
    path,
  )
}

/** A mistake of our own, with the place in the program that whoever mends it needs. */
export function unforeseen(error: unknown): Fault {
  const place = error instanceof Error ? /^ +at .*$/m.exec(error.stack ?? '')?.[0].trim() : undefined
  return new Fault((say) => say.unforeseen([String(error), place].filter(Boolean).join(' ')))
}

/** `file:line:column` as editors and terminals make it a link. */
export function formatPlace({ file, line, column }: Place): string {
  return [file, line, column].filter((part) => part !== undefined).join(':')
}
