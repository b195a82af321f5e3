/**
 * Whether a separator stands at a line.
 *
 * @returns how many lines it takes, 0 for none
 */
export type Separator = (lines: readonly string[], at: number) => number

/** What cuts a file into slides and notes. */
export interface Separators {
  /** Between columns of slides. */
  readonly across: Separator
  /** Between the slides of a column. */
  readonly down: Separator
  /** Begins the speaker notes: what the line says of them, null where it is no such line. */
  readonly notes: (line: string) => string | null
  /** Whether a slide begins with a line, without a separator before it. */
  readonly begins?: (at: number) => boolean
}

const isBlank = (line: string | undefined): boolean => line === undefined || line.trim() === ''

const whole =
  (line: RegExp): Separator =>
  (lines, at) =>
    line.test(lines[at] ?? '') ? 1 : 0

const across = whole(/^---[ \t]*$/)
/** `----` as reveal-md has it, `--` as VS Code's preview; the latter right below words underlines a heading. */
const down: Separator = (lines, at) =>
  /^----[ \t]*$/.test(lines[at] ?? '') || (/^--[ \t]*$/.test(lines[at] ?? '') && isBlank(lines[at - 1]))
    ? 1
    : 0
/** `Note:` or `Notes:` as reveal.js has it; an input method may make the colon full-width. */
const notes = (line: string): string | null => {
  const found = /^notes?[:：]/i.exec(line)
  return found && line.slice(found[0].length)
}

/** Those of reveal.js and the programs around it. */
export const usual: Separators = { across, down, notes }

/** Anchors, line ends and white space, which a pattern has around the line that it means. */
const edge =
  /^(?:\^|\$|\\r\?\\n|\\r\\n|\\n|\(\?:\\r\\n\?\|\\n\)|\(\\r\\n\?\|\\n\)|\\r\?|\r?\n|\[[\\rn?|]+\]|\\s[*+?]?|\[ \\t\][*+]?)/
/** One character of a pattern, and how often it stands. */
const atom =
  /^(?!\[[\\rn?|]+\])(?:\\[^a-zA-Z0-9]|\[(?:[^\]\\]|\\.)+\]|[^\\[\](){}*+?|^$.\r\n])([+*?]|\{\d{1,2}(?:,\d{0,2})?\})?/

/** What a pattern says of the words of its line, and the line ends around them; null where that can't be told. */
function wordsOf(pattern: string): { words: string; ends: number; fromStart: boolean } | null {
  let rest = pattern.slice(0, 200)
  let ends = 0
  for (let found = edge.exec(rest); found; found = edge.exec(rest)) {
    if (/n|\n/.test(found[0])) ends++
    rest = rest.slice(found[0].length)
  }
  let words = ''
  let many = 0
  for (let found = atom.exec(rest); found; found = atom.exec(rest)) {
    if (/[+*]$|,\}$/.test(found[1] ?? '')) many++
    words += found[0]
    rest = rest.slice(found[0].length)
  }
  while (rest) {
    const found = edge.exec(rest)
    if (!found) return null
    if (/n|\n/.test(found[0])) ends++
    rest = rest.slice(found[0].length)
  }
  // More would let a long line take long.
  return many <= 2 ? { words, ends, fromStart: pattern.startsWith('^') } : null
}

function compiled(source: string): RegExp | null {
  try {
    return new RegExp(source)
  } catch {
    return null
  }
}

/**
 * Reads a pattern for separators as reveal.js and reveal-md have them. It is a regular expression over the whole text
 * there; what people write is a line between line ends, or some blank lines, and only that is read: a pattern of
 * somebody else's must not take for ever.
 *
 * @returns null for a pattern that is neither
 */
export function readSeparator(pattern: string): Separator | null {
  const read = wordsOf(pattern)
  if (!read) return null
  if (read.words) {
    const line = compiled(`^${read.words}\\s*$`)
    return line && whole(line)
  }
  const blank = read.ends - (read.fromStart ? 0 : 1)
  if (blank < 1) return null
  return (lines, at) => {
    if (isBlank(lines[at - 1]) || at + blank >= lines.length) return 0
    for (let i = at; i < at + blank; i++) if (!isBlank(lines[i])) return 0
    return blank
  }
}

/** Reads a pattern for the line that begins the notes; null for one that is more than words. */
export function readNotesMark(pattern: string): Separators['notes'] | null {
  const read = wordsOf(pattern)
  const mark = read?.words ? compiled(`^\\s*${read.words}`) : null
  if (!mark) return null
  const anyCase = new RegExp(mark.source, 'i')
  return (line) => {
    const found = anyCase.exec(line)
    return found && line.slice(found[0].length)
  }
}
