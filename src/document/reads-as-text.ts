/** So many lines are looked at, and so much of each in UTF-16 units: data go on as they begin. */
const MOST_LINES = 400
const LONGEST_LINE = 400
/** Fewer lines are a note, whatever signs it has. */
const LEAST_LINES = 5
/** Of the lines: so many with the signs of a formal language make no text. Programs have them in 55 of 100, texts in 27 at most. */
const MOST_SIGNS = 0.45
/** Of the lines, that are data where a text is none, and that are sentences where it is one. */
const MOSTLY = 0.6
const SOME = 0.2
/** Of the lines, that begin with one and the same time or have one and the same number of cells. */
const OFTEN = 0.3

/**
 * Whether a plain text is there to be read: not a program, a table of values, the lines of a log or of settings, titles
 * of a film, or something packed in letters. Some signs of programs make no program, nor does a list of names.
 */
export function readsAsText(text: string): boolean {
  if (isJson(text)) return false
  const lines: string[] = []
  for (let from = 0; from < text.length && lines.length < MOST_LINES; ) {
    const end = text.indexOf('\n', from)
    const to = end < 0 ? text.length : end
    const line = text.slice(from, Math.min(to, from + LONGEST_LINE)).trim()
    if (line !== '') lines.push(line)
    from = to + 1
  }
  if (lines.length < LEAST_LINES) return true
  const share = (is: (line: string) => boolean): number => lines.filter(is).length / lines.length
  if (share(isSigned) >= MOST_SIGNS) return lines.length < LEAST_SIGNED
  if (mostAlike(lines.map(timeOf)) >= lines.length * OFTEN) return false
  const cells = Math.max(...SEPARATORS.map((separator) => mostAlike(lines.map(cellsBy(separator)))))
  const isData =
    cells >= lines.length * MOSTLY ||
    share((line) => isSigned(line) || DATA.some((sign) => sign.test(line))) >= MOSTLY
  return !isData || share((line) => SENTENCE.test(line)) >= SOME
}

function isJson(text: string): boolean {
  const words = text.trim()
  if (!/^(?:\{[\s\S]*\}|\[[\s\S]*\])$/u.test(words)) return false
  try {
    JSON.parse(words)
    return true
  } catch {
    return false
  }
}

/** How many have the value that most have; what has none does not count. */
function mostAlike(values: readonly (string | null)[]): number {
  const counts = new Map<string, number>()
  for (const value of values) if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1)
  return Math.max(0, ...counts.values())
}

/** A time to the second that the line begins with, its figures alike: of a log, of the titles of a film. */
function timeOf(line: string): string | null {
  const [time = ''] = /^[[(]?[\d\-./:,T Z+>]{8,60}/u.exec(line) ?? []
  return /\d:\d{2}:\d{2}/u.test(time) ? time.trim().replace(/\d+/gu, '9') : null
}

/** What parts the cells of a row, where nothing stands on either side. */
const SEPARATORS = [/\t/u, /,(?!\s)/u, /;(?!\s)/u, /\|/u] as const
const LEAST_CELLS = 3
const LONGEST_CELL = 60

const cellsBy =
  (separator: RegExp) =>
  (line: string): string | null => {
    const cells = line.split(separator)
    const isRow = cells.length >= LEAST_CELLS && cells.every((cell) => cell.length <= LONGEST_CELL)
    return isRow ? String(cells.length) : null
  }

/** Fewer lines may be of a text that shows a program. */
const LEAST_SIGNED = 8
/** What formal languages have on their lines and texts have not: braces, operators, commands, calls, comments. */
const SIGN = /\\[a-z]|[{}<>=\\&@]|[)\]}'"];$|[a-z]\(|\w_\w|^(?:\/\/|%|\* )/iu

/** A line with the marks of Chinese sentences is one, whatever signs stand in it. */
const isSigned = (line: string): boolean => SIGN.test(line) && !/[，。；：？！、]/u.test(line)

/** What other lines of data look like. */
const DATA: readonly RegExp[] = [
  // `key: value` with a name that a program gives
  /^(?:- )?[a-z_][\w.-]{0,40}:(?:\s+\S{1,60}){0,3}$/u,
  /^[A-Z][A-Z;=_-]{1,30}:\S/u,
  // Bytes in letters
  /^[A-Za-z0-9+/]{60,}={0,2}$/u,
]

/** Words up to a full stop, and no signs of programs in it. */
const SENTENCE =
  /^[^{}<>=\\;]*(?:\p{sc=Han}[^{}<>=\\;]{3,}[。！？：；，]|(?:\p{L}+,?\s){4,}[^{}<>=\\;]*[.!?:,])["”’』」）)]?$/u
