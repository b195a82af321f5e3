/** Where in a file something is wrong: `slides/x/01.md:12`. */
export interface Place {
  readonly file: string
  /** One-based. */
  readonly line?: number
  /** One-based, in UTF-16 units. */
  readonly column?: number
}

/**
 * A mistake in what a person gave us. Its message says what is wrong and what to do; the command
 * line prints it as one line behind its place, without a stack, and exits with 1.
 */
export class Fault extends Error {
  override readonly name = 'Fault'
  readonly place: Place | undefined

  constructor(message: string, place?: Place) {
    super(message)
    this.place = place
  }
}

/** `file:line:column` as editors and terminals make it a link. */
export function formatPlace({ file, line, column }: Place): string {
  return [file, line, column].filter((part) => part !== undefined).join(':')
}
