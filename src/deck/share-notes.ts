import type MarkdownIt from 'markdown-it'
import type { SlideSource } from '../markdown/cut.ts'
import { visibleText } from '../markdown/visible-text.ts'
import { comparable } from './audit/comparable.ts'

/**
 * A slide that a person split by hand leaves one half without speaker notes. Where all that it says stands in the
 * notes of the slide beside it, it was taken out of that paragraph and shares it, so that nobody stands there silent.
 *
 * @param slides of one stack, in order
 */
export function shareNotes(parser: MarkdownIt, slides: readonly SlideSource[]): readonly SlideSource[] {
  // What was split off stands before the notes, and rarely behind them.
  const before = slides.toReversed().reduce(takeFrom(parser), []).reverse()
  return before.reduce(takeFrom(parser), [])
}

const takeFrom =
  (parser: MarkdownIt) =>
  (done: SlideSource[], slide: SlideSource): SlideSource[] => {
    const notes = done.at(-1)?.notes
    done.push(notes && !slide.notes && saysOnly(parser, slide, notes.text) ? { ...slide, notes } : slide)
    return done
  }

/** Whether a slide has points, and each of them stands in these notes. */
function saysOnly(parser: MarkdownIt, { body }: SlideSource, notes: string): boolean {
  const points = visibleText(parser, body.text, 'body').blocks.filter(({ kind }) => kind !== 'heading')
  const said = comparable(notes)
  return points.length > 0 && points.every(({ text }) => said.includes(comparable(text)))
}
