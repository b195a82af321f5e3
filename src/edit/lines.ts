/** A line and what ends it: '' for the last of a text. */
export interface Line {
  readonly text: string
  readonly end: string
}

export function linesOf(text: string): Line[] {
  const lines: Line[] = []
  let from = 0
  for (const { 0: end, index } of text.matchAll(/\r\n?|\n/g)) {
    lines.push({ text: text.slice(from, index), end })
    from = index + end.length
  }
  return [...lines, { text: text.slice(from), end: '' }]
}

/** Lines as a text: those that are new end as the file's others do, the last one with nothing. */
export function textOfLines(lines: readonly Line[], lineEnd: string): string {
  return lines.map(({ text, end }, i) => (i === lines.length - 1 ? text : text + (end || lineEnd))).join('')
}

/**
 * Puts lines in the place of others; all others stay as they are. Blank lines that would come to stand at the edge of the
 * text, or beside blank ones where something was taken out, go.
 *
 * @param from the first line to replace, `to` the one behind the last
 */
export function replaceLines(
  text: string,
  from: number,
  to: number,
  added: readonly string[],
  lineEnd: string,
): string {
  const lines = linesOf(text)
  const isBlank = (line: Line | undefined): boolean => line === undefined || line.text.trim() === ''
  let end = to
  if (added.length === 0 && isBlank(lines[from - 1])) while (end < lines.length && isBlank(lines[end])) end++
  const result = [...lines.slice(0, from), ...added.map((text) => ({ text, end: '' })), ...lines.slice(end)]
  while (result.length > 1 && isBlank(result.at(-1))) result.pop()
  return textOfLines(result, lineEnd)
}
