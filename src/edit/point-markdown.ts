import type { Span } from '../document/index.ts'
import type { EditedFile, EditedSlide } from './deck-state.ts'
import { asMarkdown, numbered } from './point-lines.ts'
import { partsOf } from './slide-parts.ts'
import { piecesOf, slideWords } from './source-words.ts'
import { wordsAt } from './spans.ts'

/** Between a numeral and the words of its item there is no more than 要: UTF-16 units. */
const nextToNumeral = 2

/** The Markdown of a point that says some words of its slide's notes; panels show the numeral of their item large. */
export function pointMarkdown(slide: EditedSlide, file: EditedFile, spans: readonly Span[]): string {
  const words = slideWords(slide, file)
  const said = wordsAt(words.text, spans)
  const start = spans[0]?.start ?? 0
  const numeral = partsOf(slide, file).classes.includes('panels')
    ? piecesOf(words)
        .flat()
        .find(({ kind, end }) => kind === 'numeral' && end <= start && start - end <= nextToNumeral)
    : undefined
  if (!numeral) return asMarkdown(said)
  const sign = words.text.slice(numeral.start, numeral.end).replace(/要$/u, '')
  return numbered(sign, words.text.slice(numeral.start + sign.length, start) + said)
}
