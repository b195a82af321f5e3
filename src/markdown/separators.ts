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
  /** Whether what stands above the first separator is a slide, though it says nothing. */
  readonly opens?: boolean
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

/** The parts of a pattern, which may be written with line ends of its own: JSON has made them so. */
const part =
  /(?<end>\((?:\?:)?(?:\\r\\n\?\|\\n|\\r\?\\n)\)|\[[\\rn?|]*\\n[\\rn?|]*\]|\\r\?\\n|\\r\\n|\\n|\r\??\n|\n)(?:\{(?<lines>[1-9])\})?|(?<anchor>[\^$])|(?<space>(?:\\[st]|\[[\\rnst ]+\])[*+?]?)|(?<atom>(?:\\[^a-zA-Z0-9]|\[(?:[^\]\\]|\\.)+\]|[^\\[\](){}*+?|^$.\r\n])(?<times>[+*?]|\{\d{1,2}(?:,\d{0,2})?\})?)/y

/** One line of what a pattern means. */
interface PatternLine {
  readonly words: string
  /** An anchor says that nothing else stands in the line, though the pattern ends here. */
  readonly anchored: boolean
}

/** What a pattern says, line by line; null where that can't be told. */
function linesOf(pattern: string): PatternLine[] | null {
  const lines = [{ words: '', anchored: false }]
  const source = pattern.slice(0, 200)
  let many = 0
  for (part.lastIndex = 0; part.lastIndex < source.length; ) {
    const { end, lines: count = '1', anchor, space, atom, times = '' } = part.exec(source)?.groups ?? {}
    const line = lines.at(-1)
    if (!line || !(end ?? anchor ?? space ?? atom)) return null
    if (end) for (let i = 0; i < Number(count); i++) lines.push({ words: '', anchored: false })
    else if (anchor) line.anchored = true
    else {
      if (/[+*]|,\}/.test(times)) many++
      line.words += atom ?? '[ \\t]*'
    }
  }
  // More would let a long line take long.
  return many <= 2 ? lines.map(({ words, anchored }) => ({ words: trimmed(words), anchored })) : null
}

const trimmed = (words: string): string => words.replace(/^(?:\[ \\t\]\*)+|(?:\[ \\t\]\*)+$/g, '')

function compiled(source: string): RegExp | null {
  try {
    return new RegExp(source)
  } catch {
    return null
  }
}

/** Longer than any line that somebody writes between slides. */
const longest = 100

/**
 * Reads a pattern for separators as reveal.js and reveal-md have them. It is a regular expression over the whole text
 * there; what people write is lines between line ends, or some blank lines, and only that is read: a pattern of
 * somebody else's must not take for ever.
 *
 * @returns null for a pattern that is neither
 */
export function readSeparator(pattern: string): Separator | null {
  const read = linesOf(pattern)
  if (!read) return null
  // Where a pattern begins or ends with a line end, the line beyond it is of the slides.
  const wanted = read.filter(({ words, anchored }, i) => words || anchored || (i > 0 && i < read.length - 1))
  const tests = wanted.map(({ words }) => (words ? compiled(`^${words}\\s*$`) : blank))
  const first = wanted.findIndex(({ words }) => words)
  if (first < 0) return blankLines(wanted.length)
  const length = wanted.findLastIndex(({ words }) => words) - first + 1
  return (lines, at) =>
    tests.every((test, i) => {
      const line = lines[at - first + i] ?? ''
      return line.length <= longest && test?.test(line)
    })
      ? length
      : 0
}

const blank = /^\s*$/

function blankLines(count: number): Separator | null {
  if (count < 1) return null
  return (lines, at) => {
    if (isBlank(lines[at - 1]) || at + count >= lines.length) return 0
    for (let i = at; i < at + count; i++) if (!isBlank(lines[i])) return 0
    return count
  }
}

/** Reads a pattern for the line that begins the notes; null for one that is more than words. */
export function readNotesMark(pattern: string): Separators['notes'] | null {
  const read = linesOf(pattern)?.filter(({ words }) => words) ?? []
  const [line] = read
  const mark = line && read.length === 1 ? compiled(`^\\s*${line.words}`) : null
  if (!mark) return null
  const anyCase = new RegExp(mark.source, 'i')
  return (line) => {
    const found = anyCase.exec(line.slice(0, longest))
    return found && line.slice(found[0].length)
  }
}
