/** So many lines are looked at, and so much of each in UTF-16 units: data go on as they begin. */
const MOST_LINES = 400
const LONGEST_LINE = 400
/** Fewer lines are a note, whatever signs it has. */
const LEAST_LINES = 5
/** Of the lines, that are data where a text is none, and that are sentences where it is one. */
const MOSTLY = 0.6
const SOME = 0.2

/**
 * Whether a plain text is there to be read: not a program, a table of values, the lines of a log or of settings, or
 * something packed in letters. Some signs of programs make no program, nor does a list of names.
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
  const data = lines.filter((line) => DATA.some((sign) => sign.test(line))).length
  const sentences = lines.filter((line) => SENTENCE.test(line)).length
  return data < lines.length * MOSTLY || sentences >= lines.length * SOME
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

/** What a line of data looks like. */
const DATA: readonly RegExp[] = [
  // `</item>`, `<row id="1">`
  /^<\/?[a-z][\w:.-]*(?:\s[^<>]{0,300})?\/?>/iu,
  // The end of a statement, of a block or of what stands between braces.
  /[{};\]]\)?,?;?$|^[}\])]|\)\s?=>|^(?:import|from|export|const|let|var|def|class|function|return|public|private|if|for|while|else|#include|package|print)\b[^.。]{0,200}[:;({\w'"]$/u,
  // `key=value`, `key: value` with a name that a program gives
  /^[\w.-]{1,40}\s?=\s?\S/u,
  /^(?:- )?[a-z_][\w.-]{0,40}:(?:\s+\S{1,60}){0,3}$/u,
  /^[A-Z][A-Z;=_-]{1,30}:\S/u,
  // Values between commas without a space
  /^(?:[^,\s，。]{0,60},){3,}[^,\s，。]{0,60}$/u,
  // A time and what happened then, as programs write it
  /^\[?\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}:\d{2}\S{0,12}\s/u,
  // Bytes in letters
  /^[A-Za-z0-9+/]{60,}={0,2}$/u,
  // `\section{…}`
  /^\\[a-z]+[*[{]/u,
]

/** Words up to a full stop, and no signs of programs in it. */
const SENTENCE =
  /^[^{}<>=\\;]*(?:\p{sc=Han}[^{}<>=\\;]{3,}[。！？：；，]|(?:\p{L}+,?\s){4,}[^{}<>=\\;]*[.!?:,])["”’』」）)]?$/u
