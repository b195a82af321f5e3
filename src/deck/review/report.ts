import { formatPlace } from '../../fault.ts'
import { wordsFor } from '../../words.ts'
import type { Deck } from '../deck.ts'
import { type Said, whoAndWhen } from './review.ts'
import { reviewSlides, signedText } from './slide-review.ts'

/** As much of a heading as a line of a report shows, in UTF-16 units. */
const shown = 40

/**
 * What of a deck is not signed, and which remarks nobody resolved, as lines for a person to read; the last one sums it up.
 *
 * @returns besides, whether every slide is signed as it is
 */
export function reviewReport(
  deck: Deck,
  language: string,
): { readonly isSigned: boolean; readonly lines: readonly string[] } {
  const { review: say, quote, now } = wordsFor(language).audit
  const sources = deck.files.flatMap(({ path, stacks }) =>
    stacks.flat().map((slide) => ({ path, slide, text: signedText(slide) })),
  )
  const { slides, gone } = reviewSlides(
    sources.map(({ text }) => text),
    deck.review,
  )
  const signed = slides.filter(({ state }) => state === 'signed').length
  const lines = sources.flatMap(({ path, slide, text }, i) => {
    const found = slides[i]
    if (!found) return []
    const at = `${formatPlace({ file: path, line: slide.body.line + blankLines(slide.body.text) })}: `
    const heading = quote(headingOf(text))
    const changes = found.changes.map(
      ({ before, now: words }) =>
        `    ${say.whatWasSigned}: ${cut(before) || '—'}  ${now}: ${cut(words) || '—'}`,
    )
    return [
      ...(found.state === 'unsigned' ? [at + say.unsigned(heading)] : []),
      ...(found.state === 'changed' ? [at + say.changed(heading, byAll(found.signed)), ...changes] : []),
      ...found.comments
        .filter(({ resolved }) => !resolved)
        .map((one) => at + say.comment(whoAndWhen(one), cut(one.text))),
    ]
  })
  const lost = gone.map(({ slide, signed, comments }) =>
    say.gone(byAll([...signed, ...comments]), quote(headingOf(slide))),
  )
  return {
    isSigned: signed === slides.length,
    lines: [...lines, ...lost, say.summary(signed, slides.length)],
  }
}

const byAll = (said: readonly Said[]): string => [...new Set(said.map(whoAndWhen))].join(', ')

const blankLines = (text: string): number => {
  const at = text.split('\n').findIndex((line) => line.trim() !== '')
  return Math.max(0, at)
}

/** The first line of a slide that has words. */
function headingOf(slide: string): string {
  const line = slide.split('\n').find((one) => /[\p{L}\p{N}]/u.test(one) && !one.startsWith('<!--')) ?? ''
  return cut(line.replace(/^[#>*\-\s]+/, ''))
}

const cut = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length > shown ? `${line.slice(0, shown)}…` : line
}
