import type { DeckState } from '../deck-state.ts'
import { editedSource } from '../edited-source.ts'
import { asMarkdown, withMarkdown, withoutPart } from '../point-lines.ts'
import { partsOf, type SlidePart } from '../slide-parts.ts'
import { fileOf, slideOf, withText } from '../within.ts'

/** What a person changes of a part: its words as they are seen, or its Markdown where it is more than words. */
export const editable = ({ plain, text, source }: SlidePart): string => (plain ? text : source)

/**
 * Gives a heading, a point or another part of a slide other words; without any it goes.
 *
 * @param part its place among the parts of the slide
 * @param words as `editable` gives them
 */
export function editPart(state: DeckState, id: number, part: number, words: string): DeckState {
  const [slide, file] = [slideOf(state, id), fileOf(state, id)]
  const found = slide && file && partsOf(slide, file).parts[part]
  if (!found || words === editable(found)) return state
  return withText(
    state,
    id,
    words.trim() === ''
      ? withoutPart(slide, file, found)
      : withMarkdown(slide, file, found, markdownOf(found, words)),
  )
}

/** The Markdown of a part after a person changed its words. */
export function markdownOf({ plain, source, text }: SlidePart, words: string): string {
  return plain ? editedSource(source, text, words.trim()) : words.trim().replace(/[\r\n]+/g, ' ')
}

/**
 * Says otherwise what a picture of a slide shows, for who can't see it.
 *
 * @param part its place among the parts of the slide
 * @param picture its place among the pictures of that part
 */
export function editPictureText(
  state: DeckState,
  id: number,
  part: number,
  picture: number,
  words: string,
): DeckState {
  const [slide, file] = [slideOf(state, id), fileOf(state, id)]
  const found = slide && file && partsOf(slide, file).parts[part]
  const shown = found?.pictures[picture]
  if (!found || !shown || words.trim() === shown.text) return state
  const whole = found.head + found.source + found.tail
  const markdown = whole.slice(0, shown.start) + asMarkdown(words.trim()) + whole.slice(shown.end)
  return withText(state, id, withMarkdown(slide, file, { ...found, head: '', tail: '' }, markdown))
}
