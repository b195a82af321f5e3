import type { Deck } from '../deck/deck.ts'
import type { Remark } from '../fault.ts'
import { renderSlide } from '../markdown/render.ts'
import { wordsFor } from '../words.ts'
import { embedPicture, type MediaContext } from './media.ts'
import { slideTree } from './slide-tree.ts'

/**
 * Reads everything that the slides of a deck show, by its own reader.
 *
 * @returns what can't be had
 */
export function shownFiles({ files, parser, beside, settings }: Deck): Remark[] {
  const { lang = 'zh-CN', logo, incremental = false } = settings
  const remarks: Remark[] = []
  for (const { path, stacks } of files)
    for (const [i, source] of stacks.flat().entries()) {
      const { line } = source.body
      const lacks = (_address: string, message: string): void =>
        void remarks.push({ place: { file: path, line }, message })
      const context: MediaContext = { file: path, read: beside, words: wordsFor(lang), lacks }
      const html = renderSlide(parser, source, {
        file: path,
        language: lang,
        id: `s${i}`,
        originals: new Map(),
      })
      slideTree(html, { ...context, incremental })
      if (logo && i === 0) embedPicture(logo, context)
    }
  return remarks
}
