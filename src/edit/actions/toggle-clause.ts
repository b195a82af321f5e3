import type { Span } from '../../document/index.ts'
import type { DeckState, EditedFile, EditedSlide } from '../deck-state.ts'
import { withWords } from '../edited-source.ts'
import { withMarkdown, withoutPart, withPoint } from '../point-lines.ts'
import { pointMarkdown } from '../point-markdown.ts'
import { partsOf } from '../slide-parts.ts'
import { pointSpan, type Shown, shownBy, slideWords } from '../source-words.ts'
import { joined, overlap, without, wordsAt } from '../spans.ts'
import { fileOf, slideOf, withText } from '../within.ts'

/**
 * Puts a clause of the document on its slide, as a point in the document's order, or takes it off: out of every point that
 * shows it, and such a point with it where nothing else is left of it.
 *
 * @param span of the words of the slide's notes
 */
export function toggleClause(state: DeckState, id: number, span: Span): DeckState {
  const [slide, file] = [slideOf(state, id), fileOf(state, id)]
  if (!slide || !file) return state
  const words = slideWords(slide, file)
  const first = shownBy(words, span)
  if (!first) return withText(state, id, added(slide, file, pointSpan(words.text, span)))
  const after = withText(state, id, takenOff(slide, file, first, span))
  const next = slideOf(after, id)
  const isOn = next && shownBy(slideWords(next, file), span)?.kind === first.kind
  // The notes stay as they are, and the clause in its place in them.
  return isOn && first.kind !== 'heading' && after !== state ? toggleClause(after, id, span) : after
}

/** The text of a slide without a clause in one of its parts. */
function takenOff(slide: EditedSlide, file: EditedFile, { part: at, spans }: Shown, span: Span): string {
  const part = partsOf(slide, file).parts[at]
  if (!part) return slide.text
  const { text } = slideWords(slide, file)
  const rest = without(text, spans ?? [], span)
  return rest.length === 0
    ? withoutPart(slide, file, part)
    : withMarkdown(slide, file, part, withWords(part, wordsAt(text, rest)))
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
