import { linesOf, textOfLines } from './lines.ts'

/**
 * A text after a person typed in it, in a field that knows one line end only: lines that they left alone keep theirs.
 *
 * @param before with the line ends that it has
 * @param typed with `\n`
 */
export function typedText(before: string, typed: string, lineEnd: string): string {
  const [old, now] = [linesOf(before), linesOf(typed)]
  const most = Math.min(old.length, now.length)
  let start = 0
  while (start < most && old[start]?.text === now[start]?.text) start++
  let behind = 0
  while (behind < most - start && old.at(-1 - behind)?.text === now.at(-1 - behind)?.text) behind++
  const middle = now.slice(start, now.length - behind).map(({ text }) => ({ text, end: '' }))
  return textOfLines([...old.slice(0, start), ...middle, ...old.slice(old.length - behind)], lineEnd)
}
