/** What a document is called outside of its own text. */
export interface KnownNames {
  /** One of the names begins with the line, or the line is a name and a little more: its year, whose it is. */
  readonly begin: (line: string) => boolean
  /** One of the names has both lines, one behind the other. */
  readonly join: (line: string, next: string) => boolean
}

/** In letters and figures: less is in a name by chance. */
const LEAST = 4
const LEAST_WHOLE = 6
const MOST_MORE = 10
const MOST_BEFORE = 20
/** What people put before the name of a file: `附件3：`, `01-`, `2023-05-12 `. */
const BEFORE = /^(?:附件[\d一二三四五六七八九十]{0,3}|[\d\s._-]+|[-_：:、，.\s])+/u

/** @param names of the file, of the page, of front matter */
export function knownNames(names: readonly string[]): KnownNames {
  const known = names.flatMap((name) => [essence(name), essence(name.replace(BEFORE, ''))])
  return {
    begin: (line) => {
      const words = essence(line)
      const isMore = (name: string): boolean =>
        name.length >= LEAST_WHOLE &&
        ((words.startsWith(name) && words.length <= name.length + MOST_MORE) ||
          (words.endsWith(name) && words.length <= name.length + MOST_BEFORE))
      return words.length >= LEAST && known.some((name) => name.startsWith(words) || isMore(name))
    },
    join: (line, next) => {
      const [first, second] = [essence(line), essence(next)]
      // `附件1` stands above a title and is none of its lines.
      return first.length >= LEAST && second.length > 1 && known.some((name) => name.includes(first + second))
    },
  }
}

/** Letters and figures alone, for marks and spaces differ. */
function essence(words: string): string {
  return words
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .toLowerCase()
}
