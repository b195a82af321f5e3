import type { Deck } from '../deck/deck.ts'
import type { Remark } from '../fault.ts'
import { renderSlide } from '../markdown/render.ts'
import { wordsFor } from '../words.ts'
import { AddressLines } from './lines.ts'
import { embedPicture, type MediaContext } from './media.ts'
import { slideTree } from './slide-tree.ts'

/** What the slides of a deck show. */
export interface ShownFiles {
  /** Films and sounds that are too large to be read, by their paths in the deck's folder. */
  readonly large: readonly string[]
  /** What can't be had. */
  readonly remarks: readonly Remark[]
  /** How many slides have speaker notes, also such as HTML has them. */
  readonly noted: number
}

/** Reads everything that the slides of a deck show, by its own reader. */
export function shownFiles({ files, parser, beside, settings }: Deck): ShownFiles {
  const { lang = 'zh-CN', logo, incremental = false } = settings
  const remarks: Remark[] = []
  const large = new Set<string>()
  let noted = 0
  for (const { path, stacks } of files)
    for (const [i, source] of stacks.flat().entries()) {
      const lines = new AddressLines(source)
      const lacks = (address: string, message: string): void =>
        void remarks.push({ place: { file: path, line: lines.next(address) }, message })
      const context: MediaContext = {
        file: path,
        read: beside,
        words: wordsFor(lang),
        lacks,
        large: (name) => void large.add(name),
      }
      const html = renderSlide(parser, source, {
        file: path,
        language: lang,
        id: `s${i}`,
        originals: new Map(),
      })
      if (slideTree(html, { ...context, incremental }).notes.length > 0) noted++
      if (logo && i === 0) embedPicture(logo, context)
    }
  return { large: [...large], remarks, noted }
}
