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

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'no such file or folder; check the name',
  ENOTDIR: 'a file is where a folder should be; choose another place',
  EISDIR: 'a folder is where a file should be; choose another name',
  EACCES: 'not allowed; choose another place, or ask for the right to use this one',
  EPERM: 'not allowed; is the file open in another program?',
  EBUSY: 'in use; close the program that has it open',
  EROFS: 'can only be read; choose another place',
  ENOSPC: 'the disk is full; make room',
}

/** What the system refused, in plain words; null for whatever is not a person's to mend. */
export function systemFault(error: unknown): Fault | null {
  if (!(error instanceof Error) || !('code' in error) || !('path' in error)) return null
  const reason = reasons[String(error.code)]
  return reason === undefined ? null : new Fault(reason, { file: String(error.path) })
}

/** `file:line:column` as editors and terminals make it a link. */
export function formatPlace({ file, line, column }: Place): string {
  return [file, line, column].filter((part) => part !== undefined).join(':')
}
