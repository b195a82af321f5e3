import type { DeckState } from '../deck-state.ts'
import { asMarkdown, withBlock } from '../point-lines.ts'
import { fileOf, slideOf, withText } from '../within.ts'
import { addFile, type NamedFile } from './add-file.ts'

/**
 * Puts a picture on a slide and its file beside the Markdown.
 *
 * @param text what it shows, for who can't see it
 */
export function addPicture(state: DeckState, id: number, file: NamedFile, text: string): DeckState {
  const [slide, own] = [slideOf(state, id), fileOf(state, id)]
  if (!slide || !own) return state
  const { state: added, name } = addFile(state, file)
  const address = encodeURI(name).replace(/[()]/g, (mark) => `%${mark.charCodeAt(0).toString(16)}`)
  return withText(added, id, withBlock(slide, own, [`![${asMarkdown(text)}](${address})`]))
}
