/** What of a file no separator cuts, and what its code is written in. */
export interface CodeLines {
  /** For each line not 0 within fenced code, an element of code, or a comment of several lines, which is `withinComment`. */
  readonly inside: Uint8Array
  /** The languages that fences name. */
  readonly languages: ReadonlySet<string>
}

/** The lines of a comment. */
const withinComment = 2

/** How a fence begins, in lists and quotations too. */
const fence = /^((?:[ \t>]|[-*+][ \t]|\d{1,9}[.)][ \t])*)(?:(`{3,})([^`]*)|(~{3,})(.*))$/s

interface Fence {
  readonly marks: string
  readonly info: string
  readonly quoted: boolean
}

function fenceAt(line: string): Fence | null {
  const found = fence.exec(line)
  if (!found) return null
  const [, around = '', ticks, tickInfo = '', tildes = '', tildeInfo = ''] = found
  return { marks: ticks ?? tildes, info: ticks ? tickInfo : tildeInfo, quoted: around.includes('>') }
}
const verbatim = /^ {0,3}<(?:script|pre|style|textarea)(?:[\s>]|$)/i
const opensVerbatim = /<(?:script|pre|style|textarea)[\s>]/i
const verbatimEnd = /<\/(?:script|pre|style|textarea)>/i

/**
 * Finds the lines of code and comments. A fence that is never closed ends where the next slide begins; so does one that
 * has a separator and then another opening fence in it, for then somebody forgot to close it; an element likewise.
 *
 * @param separates whether a line would cut the file, if it were not code
 */
export function findCode(lines: readonly string[], separates: (at: number) => boolean): CodeLines {
  const inside = new Uint8Array(lines.length)
  const languages = new Set<string>()
  // Where none ends any more, none need be looked for.
  let comments = true
  let elements = true
  const lineWith = (from: number, end: RegExp): number => {
    for (let at = from; at < lines.length; at++) if (end.test(lines[at] ?? '')) return at
    return -1
  }
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? ''
    const opened = fenceAt(line)
    let end = at
    let kind = 1
    if (opened) {
      const language = /^\s*\{?\.?([\w+#-]+)/.exec(opened.info)?.[1]?.toLowerCase()
      if (language) languages.add(language)
      end = endOfFence(lines, at, opened, separates)
    } else if (comments && /^ {0,3}<!--/.test(line) && !line.includes('-->')) {
      end = lineWith(at, /-->/)
      comments = end >= 0
      kind = withinComment
    } else if (elements && verbatim.test(line) && !verbatimEnd.test(line)) {
      end = lineWith(at, verbatimEnd)
      elements = end >= 0
      end = endOfElement(lines, at, end, separates)
    }
    if (end > at) {
      inside.fill(kind, at + 1, end + 1)
      at = end
    }
  }
  return { inside, languages }
}

/** A text in which everything but the lines of code is changed; those that open a fence are among the others. */
export const outsideCode = (text: string, change: (words: string) => string): string =>
  codeAndWords(text)
    .map(({ part, isCode }) => (isCode ? part : change(part)))
    .join('\n')

/** Whether something holds of a part of a text that is not code. */
export const someOutsideCode = (text: string, test: (words: string) => boolean): boolean =>
  codeAndWords(text).some(({ part, isCode }) => !isCode && test(part))

/** The lines of a text by whether they are code, in its order. */
function codeAndWords(text: string): { readonly part: string; readonly isCode: boolean }[] {
  const lines = text.split('\n')
  const { inside } = findCode(lines, () => false)
  const isCode = (at: number): boolean => (inside[at] ?? 0) > 0 && inside[at] !== withinComment
  const parts: { part: string; isCode: boolean }[] = []
  for (let from = 0, at = 1; at <= lines.length; at++) {
    if (at < lines.length && isCode(at) === isCode(from)) continue
    parts.push({ part: lines.slice(from, at).join('\n'), isCode: isCode(from) })
    from = at
  }
  return parts
}

/** The last line of an element that is closed on a line, if it is not another's end. */
function endOfElement(
  lines: readonly string[],
  at: number,
  end: number,
  separates: (at: number) => boolean,
): number {
  let cut = 0
  for (let line = at + 1; line <= end; line++) {
    if (cut > 0 && opensVerbatim.test(lines[line] ?? '')) return cut - 1
    if (cut === 0 && separates(line)) cut = line
  }
  return end
}

/** The last line of a fence. */
function endOfFence(
  lines: readonly string[],
  at: number,
  { marks, quoted }: Fence,
  separates: (at: number) => boolean,
): number {
  const isClosing = new RegExp(`^[ \\t>]*${marks[0]}{${marks.length},}[ \\t]*$`)
  let cut = 0
  for (let end = at + 1; end < lines.length; end++) {
    const line = lines[end] ?? ''
    if (quoted && !/^ {0,3}>/.test(line)) return end - 1
    if (isClosing.test(line)) return end
    if (cut === 0) {
      if (separates(end)) cut = end
    } else {
      const other = fenceAt(line)
      if (other && other.marks[0] === marks[0] && other.info.trim() !== '') return cut - 1
    }
  }
  return (cut || lines.length) - 1
}
