import { comparable, type PageText } from './pdf/read-pages.ts'
import type { SlideWords } from './slide-words.ts'

/** What a PDF must hold of one slide. */
export interface Expected {
  /** Counted from 1 through the deck. */
  readonly number: number
  readonly words: SlideWords
}

/** What a PDF does not hold, or a page of it that holds nothing. */
export type Gap =
  | { readonly kind: 'blank'; readonly page: number }
  | { readonly kind: 'words'; readonly slide: number; readonly words: string }
  /** Characters that are there fewer times than in the deck, though every piece of text was found somewhere. */
  | { readonly kind: 'characters'; readonly slide: number | undefined; readonly characters: string }

/** What a PDF names as it likes: drawings of fonts of their own, and characters that mean nothing outside their font. */
const incomparable =
  /[#*\d]?\ufe0f?\u20e3|\p{Extended_Pictographic}|\p{RI}|\p{EMod}|\p{Co}|[\u{e0020}-\u{e007f}]/gu

/** The characters of slides that can't be looked for in a PDF. */
export function notCompared(slides: readonly Expected[]): string {
  const said = slides.flatMap(({ words }) => [...words.body, ...words.notes]).join('')
  return [...new Set(said.match(incomparable) ?? [])].join('')
}

const bare = (text: string): string => comparable(text.replace(incomparable, ''))

interface Pieces {
  readonly number: number
  readonly shown: readonly string[]
}

/**
 * Compares the pages of a PDF with the slides it was made of.
 *
 * @param shown.notes it has the notes too; notes that adjacent slides share stand there once
 * @param shown.pageEach each slide is a page
 * @returns what is missing
 */
export function findGaps(
  pages: readonly PageText[],
  slides: readonly Expected[],
  { notes = false, pageEach = false }: { notes?: boolean; pageEach?: boolean } = {},
): Gap[] {
  const pieces = slides.map(({ number, words }, i): Pieces => {
    const repeated = slides[i - 1]?.words.notes.join('\n') === words.notes.join('\n')
    const shown = notes && !repeated ? [...words.body, ...words.notes] : words.body
    return { number, shown: shown.filter((piece) => bare(piece)) }
  })
  // A slide that has nothing to show is empty on purpose.
  const empty = pieces.some(({ shown }) => !shown.length)
  const blank = pages.flatMap((page, i): Gap[] =>
    page.blank && !empty ? [{ kind: 'blank', page: i + 1 }] : [],
  )
  const missing = pageEach
    ? pieces.flatMap((slide, i) => missingIn(bare(pages[i]?.text ?? ''), [slide]))
    : missingIn(bare(pages.map(({ text }) => text).join('')), pieces)
  return [...blank, ...missing]
}

function missingIn(text: string, slides: readonly Pieces[]): Gap[] {
  const gaps = missingPieces(text, slides)
  if (gaps.length) return gaps
  const characters = missingCharacters(text, slides.flatMap(({ shown }) => shown).join(''))
  const slide = slides.length === 1 ? slides[0]?.number : undefined
  return characters ? [{ kind: 'characters', slide, characters }] : []
}

/** Slides stand in their order, while the pieces of one slide may be painted in any. */
function missingPieces(text: string, slides: readonly Pieces[]): Gap[] {
  const gaps: Gap[] = []
  let start = 0
  for (const { number, shown } of slides) {
    let first = Number.POSITIVE_INFINITY
    let at = start
    for (const piece of shown) {
      const wanted = bare(piece)
      const ahead = text.indexOf(wanted, at)
      const found = ahead < 0 ? text.indexOf(wanted, start) : ahead
      if (found < 0 && isBetween(text.slice(start), wanted)) continue
      if (found < 0) gaps.push({ kind: 'words', slide: number, words: piece.trim().replace(/\s+/g, ' ') })
      else {
        at = found + wanted.length
        first = Math.min(first, found)
      }
    }
    if (Number.isFinite(first)) start = first + 1
  }
  return gaps
}

/**
 * Whether all of a text stands there in its order, with others between: each line of words with a shadow is painted
 * twice. Looked for not far from where it begins.
 */
function isBetween(text: string, wanted: string): boolean {
  for (
    let first = text.indexOf(wanted[0] ?? '');
    first >= 0;
    first = text.indexOf(wanted[0] ?? '', first + 1)
  ) {
    const near = text.slice(first, first + 4 * wanted.length + 20)
    let at = 0
    for (const character of near) if (character === wanted[at]) at++
    if (at >= wanted.length) return true
  }
  return false
}

/** What is missing in one place and found in another shows in the count of each character. */
function missingCharacters(text: string, expected: string): string {
  const left = new Map<string, number>()
  for (const character of text) left.set(character, (left.get(character) ?? 0) + 1)
  const missing = new Set<string>()
  for (const character of bare(expected)) {
    const count = left.get(character) ?? 0
    if (count === 0) missing.add(character)
    left.set(character, count - 1)
  }
  return [...missing].join('')
}
