import type { Span } from '../../document/index.ts'
import type { DeckState, EditedFile, EditedSlide } from '../deck-state.ts'
import { linesOf, replaceLines } from '../lines.ts'
import { asMarkdown, withMarkdown, withoutPart } from '../point-lines.ts'
import { partsOf, slideComment } from '../slide-parts.ts'
import { pointSpan, shownBy, slideWords } from '../source-words.ts'
import { wordsAt } from '../spans.ts'
import { fileOf, slideOf, withText } from '../within.ts'

/**
 * Makes words of the document the heading of their slide; a point that said just these goes.
 *
 * @param span of the words of the slide's notes
 */
export function setHeading(state: DeckState, id: number, span: Span): DeckState {
  const [slide, file] = [slideOf(state, id), fileOf(state, id)]
  if (!slide || !file) return state
  const words = slideWords(slide, file)
  const core = pointSpan(words.text, span)
  const markdown = asMarkdown(wordsAt(words.text, [core]))
  const holder = shownBy(words, span)
  const part = holder ? partsOf(slide, file).parts[holder.part] : undefined
  const isSame = part?.kind === 'point' && holder?.spans?.length === 1
  const rest = isSame && part.end === part.to ? { ...slide, text: withoutPart(slide, file, part) } : slide
  return withText(state, id, headed(rest, file, markdown))
}

/** The text of a slide with these words as its heading. */
export function headed(slide: EditedSlide, file: EditedFile, markdown: string): string {
  const heading = partsOf(slide, file).parts.find(({ kind }) => kind === 'heading')
  if (heading) return withMarkdown(slide, file, heading, markdown)
  const [comment] = slideComment.exec(slide.text) ?? []
  const at = comment ? linesOf(slide.text.slice(0, slide.text.indexOf(comment) + comment.length)).length : 0
  const added = comment ? ['', `### ${markdown}`] : [`### ${markdown}`, '']
  return replaceLines(slide.text, at, at, added, file.form.lineEnd)
}
