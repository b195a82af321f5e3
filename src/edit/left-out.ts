import { type ToldLeftOut, toldOnSlide } from '../deck/left-out.ts'
import type { DeckState } from './deck-state.ts'
import { partsOf } from './slide-parts.ts'

/** What of its document a deck says that could not be taken over, as derive wrote it beside the slides. */
export function leftOutIn({ files }: DeckState): readonly ToldLeftOut[] {
  return files.flatMap((file) =>
    file.slides.flatMap((slide) =>
      toldOnSlide(slide.text, () => partsOf(slide, file).notes.at(-1)?.text ?? ''),
    ),
  )
}
