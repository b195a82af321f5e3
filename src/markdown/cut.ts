import { findCode } from './code-lines.ts'
import { withoutComments } from './comments.ts'
import { type Separators, usual } from './separators.ts'

/** A part of a Markdown file, and the one-based line on which it begins. */
export interface Passage {
  readonly text: string
  readonly line: number
}

/** One slide as it stands in its file. */
export interface SlideSource {
  readonly body: Passage
  readonly notes: Passage | null
  /** The slide as somebody wrote it, where it is read otherwise: what they sign is that. */
  readonly written?: Pick<SlideSource, 'body' | 'notes'>
}

export interface CutFile {
  /** Columns of slides. */
  readonly stacks: readonly (readonly SlideSource[])[]
  /** The languages of fenced code, to be loaded before the slides are rendered. */
  readonly languages: ReadonlySet<string>
}

/**
 * - `across`: as reveal.js has it, a separator begins a new column
 * - `down`: the file is a section, its slides one column, unless it sets columns apart itself
 */
export type Direction = 'across' | 'down'

/**
 * Cuts a file into slides. As in reveal.js a separator is a line of the text, whatever stands around it; but not in code
 * and not in a comment.
 *
 * @param text the Markdown, without front matter
 * @param firstLine the line of the file on which it begins, one-based
 */
export function cutSlides(
  text: string,
  firstLine: number,
  direction: Direction = 'down',
  { across, down, notes, begins = () => false, opens = false }: Separators = usual,
): CutFile {
  const lines = text.replace(/\r\n?/g, '\n').replaceAll('\0', '\ufffd').split('\n')
  const { inside, languages } = findCode(
    lines,
    (at) => across(lines, at) > 0 || down(lines, at) > 0 || notes(lines[at] ?? '') !== null,
  )
  const cuts: { at: number; length: number; isDown: boolean }[] = []
  const noted: { at: number; rest: string }[] = []
  for (let at = 0; at < lines.length; at++) {
    if (inside[at]) continue
    const rest = notes(lines[at] ?? '')
    const length = across(lines, at) || down(lines, at)
    if (rest !== null) noted.push({ at, rest })
    if (length > 0) {
      cuts.push({ at, length, isDown: across(lines, at) === 0 })
      at += length - 1
    } else if (begins(at)) cuts.push({ at, length: 0, isDown: false })
  }
  const isAcross = direction === 'across' || cuts.some(({ isDown }) => isDown)

  const passage = (from: number, to: number, head: readonly string[] = []): Passage => ({
    text: [...head, ...lines.slice(from, to)].join('\n'),
    line: firstLine + from - head.length,
  })
  const stacks: SlideSource[][] = [[]]
  let start = 0
  let next = 0
  const finish = (end: number): void => {
    while ((noted[next]?.at ?? end) < start) next++
    const note = noted[next]
    const own = note && note.at < end ? note : null
    stacks.at(-1)?.push({
      body: passage(start, own?.at ?? end),
      notes: own && passage(own.at + 1, end, [own.rest]),
    })
  }
  const saysNothing = (from: number, to: number): boolean =>
    withoutComments(lines.slice(from, to).join('\n')).trim() === ''
  for (const { at, length, isDown } of cuts) {
    // A slide that has not begun need not begin once more.
    const isOpening = opens && start === 0
    if (length === 0 && !isOpening && saysNothing(start, at)) continue
    // Before the first slide there may be a separator, which separates nothing.
    const isFirst = !isOpening && start === 0 && lines.slice(0, at).every((line) => line.trim() === '')
    if (!isFirst) {
      finish(at)
      if (isAcross && !isDown) stacks.push([])
    }
    start = at + length
  }
  finish(lines.length)
  return { stacks, languages }
}
