import { stringify } from 'yaml'
import type { Remark } from '../../fault.ts'
import { findCode } from '../../markdown/code-lines.ts'
import type { Passage, SlideSource } from '../../markdown/cut.ts'
import { usual } from '../../markdown/separators.ts'
import { faultWords, spoken } from '../../words.ts'
import type { Deck } from '../deck.ts'

/** A deck of another program as a deck of ours. */
export interface Imported {
  /** The Markdown files, by name. */
  readonly files: ReadonlyMap<string, string>
  /** Lines that are written otherwise than they were, since they would part slides here. */
  readonly remarks: readonly Remark[]
}

/**
 * Writes a deck as ours are written: settings that we have, `---` and `----` between slides, `Note:` before the notes. Read
 * again it has the same slides.
 */
export function ownMarkdown({ files, settings }: Deck): Imported {
  const words = faultWords(spoken(settings.lang ?? ''))
  const remarks: Remark[] = []
  const frontMatter = `---\n${stringify(settings, { lineWidth: 0 })}---\n\n`
  const written = files.map(({ path, stacks }, i): [string, string] => {
    const own = (passage: Passage): string =>
      withoutSeparators(passage, (line, before, after) =>
        remarks.push({ place: { file: path, line }, message: words.rewritten(before, after) }),
      )
        // Not the indentation of code in the first line.
        .replace(/^(?:[^\S\n]*\n)+/, '')
        .trimEnd()
    const text = ({ body, notes }: SlideSource): string =>
      notes ? `${own(body)}\n\nNote:\n${own(notes)}\n` : `${own(body)}\n`
    // A section of several files is one column.
    const isSection = files.length > 1 && stacks.length === 1
    const columns = stacks.map((slides) => slides.map(text).join(isSection ? '\n---\n\n' : '\n----\n\n'))
    const name = `${String(i + 1).padStart(2, '0')}.md`
    return [name, (i === 0 ? frontMatter : '') + columns.join('\n---\n\n')]
  })
  return { files: new Map(written), remarks }
}

/** A part of a slide whose lines part nothing in our form, though they look as if. */
function withoutSeparators(
  { text, line }: Passage,
  changed: (line: number, before: string, after: string) => void,
): string {
  const lines = text.split('\n')
  const parts = (at: number): boolean => usual.across(lines, at) > 0 || usual.down(lines, at) > 0
  const { inside } = findCode(lines, (at) => parts(at) || usual.notes(lines[at] ?? '') !== null)
  const change = (at: number, after: string): void => {
    changed(line + at, lines[at] ?? '', after)
    lines[at] = after
  }
  for (let at = 0; at < lines.length; at++) {
    const written = lines[at] ?? ''
    if (inside[at]) continue
    if (usual.notes(written) !== null)
      change(at, written.replace(/[:：]/, '\\$&').replace('\\：', '&#xff1a;'))
    else if (usual.across(lines, at) > 0 && isWords(lines[at - 1])) {
      // The line above is a heading by the dashes below it.
      change(at - 1, `## ${lines[at - 1]?.trim()}`)
      lines[at] = ''
    } else if (parts(at)) change(at, written.startsWith('---') ? '***' : `\\${written}`)
  }
  return lines.join('\n')
}

/** Whether a line is of a paragraph, as far as one line tells. */
const isWords = (line: string | undefined): boolean =>
  line !== undefined && /^ {0,3}[^\s#>|<`*+\d-]/.test(line)
