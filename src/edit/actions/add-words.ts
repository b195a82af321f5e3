import type { Span } from '../../document/index.ts'
import type { DeckState } from '../deck-state.ts'
import { withWords } from '../edited-source.ts'
import { asMarkdown, withMarkdown, withPoint } from '../point-lines.ts'
import { partsOf } from '../slide-parts.ts'
import { slideWords } from '../source-words.ts'
import { joined, shorn, wordsAt } from '../spans.ts'
import { fileOf, slideOf, withText } from '../within.ts'

/**
 * Puts chosen words of the document on their slide: as a point of their own, or with those of a point that is there,
 * `……` where words between them are left out.
 *
 * @param span of the words of the slide's notes
 * @param part the point that they are added to, by its place among the parts of the slide; null for one of their own
 */
export function addWords(state: DeckState, id: number, span: Span, part: number | null = null): DeckState {
  const [slide, file] = [slideOf(state, id), fileOf(state, id)]
  if (!slide || !file) return state
  const words = slideWords(slide, file)
  const chosen = shorn(words.text, span)
  if (!chosen) return state
  const point = part === null ? undefined : partsOf(slide, file).parts[part]
  const spans = words.shown.find((one) => one.part === part)?.spans
  const text =
    point && spans
      ? withMarkdown(
          slide,
          file,
          point,
          withWords(point, wordsAt(words.text, joined(words.text, [...spans, chosen]))),
        )
      : withPoint(slide, file, chosen.start, asMarkdown(wordsAt(words.text, [chosen])))
  return withText(state, id, text)
}
