import { type DeckState, fileOf, partsOf, replaceLines, slideOf, withText } from '../../edit/index.ts'
import type { Change } from './changes.ts'

const fence = /^\s*(?:`{3,}|~{3,})/

/** Takes a changed or deleted line of code over; null where the slide's code has no such line, or several. */
export function mergeCode(
  state: DeckState,
  id: number,
  change: Exclude<Change, { kind: 'added' }>,
): DeckState | null {
  const [slide, file] = [slideOf(state, id), fileOf(state, id)]
  if (!slide || !file) return null
  const lines = slide.text.split(/\r\n?|\n/)
  const found = partsOf(slide, file).parts.flatMap(({ kind, from, to }) => {
    if (kind !== 'other' || !fence.test(lines[from] ?? '')) return []
    return lines
      .slice(from + 1, to - 1)
      .flatMap((line, i) => (line.trim() === change.before.trim() ? [from + 1 + i] : []))
  })
  const [at, more] = found
  if (at === undefined || more !== undefined) return null
  const indent = /^\s*/.exec(lines[at] ?? '')?.[0] ?? ''
  const put = change.kind === 'gone' ? [] : [`${indent}${change.after.trim()}`]
  return withText(state, id, replaceLines(slide.text, at, at + 1, put, file.form.lineEnd))
}
