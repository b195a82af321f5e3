import type { Span } from '../../document/index.ts'
import type { DeckState, EditedFile, EditedSlide } from '../deck-state.ts'
import { withWords } from '../edited-source.ts'
import { withMarkdown, withoutPart, withPoint } from '../point-lines.ts'
import { pointMarkdown } from '../point-markdown.ts'
import { partsOf } from '../slide-parts.ts'
import { pointSpan, shownBy, slideWords } from '../source-words.ts'
import { joined, overlap, without, wordsAt } from '../spans.ts'
import { fileOf, slideOf, withText } from '../within.ts'

/**
 * Puts a clause of the document on its slide, as a point in the document's order, or takes it off: out of the point that
 * shows it, and that with it where nothing else is left of it.
 *
 * @param span of the words of the slide's notes
 */
export function toggleClause(state: DeckState, id: number, span: Span): DeckState {
  const [slide, file] = [slideOf(state, id), fileOf(state, id)]
  if (!slide || !file) return state
  const words = slideWords(slide, file)
  const core = pointSpan(words.text, span)
  const holder = shownBy(words, span)
  if (!holder) return withText(state, id, added(slide, file, core))
  const part = partsOf(slide, file).parts[holder.part]
  if (!part) return state
  const rest = without(words.text, holder.spans ?? [], span)
  const text =
    rest.length === 0
      ? withoutPart(slide, file, part)
      : withMarkdown(slide, file, part, withWords(part, wordsAt(words.text, rest)))
  return withText(state, id, text)
}

/** A clause of which a point shows a few words already completes that point; any other is a point of its own. */
function added(slide: EditedSlide, file: EditedFile, core: Span): string {
  const words = slideWords(slide, file)
  const begun = words.shown.find(
    ({ kind, spans }) => kind === 'point' && spans?.some((span) => overlap(span, core) > 0),
  )
  const part = begun && partsOf(slide, file).parts[begun.part]
  if (part) {
    const all = joined(words.text, [...(begun.spans ?? []), core])
    return withMarkdown(slide, file, part, withWords(part, wordsAt(words.text, all)))
  }
  return withPoint(slide, file, core.start, pointMarkdown(slide, file, [core]))
}
