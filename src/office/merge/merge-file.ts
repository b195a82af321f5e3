import type { Deck } from '../../deck/deck.ts'
import type { DeckFiles } from '../../deck/deck-files.ts'
import type { Review, Reviewed } from '../../deck/review/review.ts'
import { mergeReviews } from '../../deck/review/say.ts'
import { signedText } from '../../deck/review/slide-review.ts'
import type { InputFile } from '../../document/source.ts'
import { type DeckState, fileOf, filesOf, openState, slideOf } from '../../edit/index.ts'
import { Fault } from '../../fault.ts'
import { cutSlides } from '../../markdown/cut.ts'
import type { FontLibrary } from '../../page/fonts/library.ts'
import { renderDeck } from '../../page/render-deck.ts'
import { deckToDocx } from '../docx/deck-to-docx.ts'
import { deckToPptx } from '../pptx/deck-to-pptx.ts'
import type { FileComment } from './comments.ts'
import type { EditedSlide } from './edited-slide.ts'
import { type MergedEdits, type MergedSlide, mergeEdits } from './merge-edits.ts'
import { isWordDocument, readEditedDocx } from './read-docx.ts'
import { readEditedPptx } from './read-pptx.ts'

export interface MergedFile {
  /** The deck's files with the edits; those that were not changed are the same. */
  readonly files: DeckFiles
  readonly slides: readonly MergedSlide[]
  /** The deck's review with the remarks in the file. */
  readonly review: Review
  /** The file does not tell what it was when it was written: it was held against the deck as it is now. */
  readonly isGuessed: boolean
}

/**
 * Takes what somebody changed in a PowerPoint or Word file over into its deck.
 *
 * @param deck as its files have it
 * @param files its Markdown files by their names
 * @param takesOrder slides that were moved in the file are moved in the Markdown
 * @throws Fault where the file is neither, is no file of a deck's, or is damaged
 */
export async function mergeFile(
  deck: Deck,
  files: DeckFiles,
  file: InputFile,
  fonts: FontLibrary,
  takesOrder = false,
): Promise<MergedFile> {
  const isScript = isWordDocument(file)
  const read = isScript ? readEditedDocx : readEditedPptx
  const { bytes } = await (isScript ? deckToDocx : deckToPptx)(deck, { fonts })
  const now = read({ name: file.name, bytes })
  const edited = read(file, now.around)
  refuseMuch(file.name, edited.slides, now.slides)
  const state = openState(files)
  const { stacks } = await renderDeck(deck, { fonts, withNotes: true })
  // A script has the pages of a slide together.
  const written = stacks
    .flat()
    .filter(({ html }) => !isScript || !/^<section[^>]* data-page="(?!1\/)/.test(html))
  const starts = startsOf(state)
  const ids = written.map(({ place: { file, line = 1 } }) => {
    const own = starts.get(file.replace(/^.*[\\/]/, ''))
    return own?.findLast((start) => start.line <= line)?.id ?? -1
  })
  const merged = mergeEdits(state, now.slides, ids, edited, takesOrder)
  return {
    files: filesOf(merged.state),
    slides: merged.slides,
    review: withRemarks(deck.review, merged),
    isGuessed: edited.originals === null,
  }
}

/** So many paragraphs of a slide, or slides, may be more than the deck has: each is set into the Markdown on its own. */
const mostAdded = 1000

/** @throws Fault for a file that nobody wrote who worked on the deck */
function refuseMuch(file: string, edited: readonly EditedSlide[], now: readonly EditedSlide[]): void {
  const length = ({ body, notes }: EditedSlide): number => body.length + notes.length
  const most = mostAdded + Math.max(0, ...now.map(length))
  const large = edited.find((slide, i) => length(slide) > most || i >= now.length + mostAdded)
  if (large) throw new Fault((say) => say.slideLarge(large.number), { file })
}

/** What was said in a file stands by the slides as they are now; what the review has already stays where it stands. */
function withRemarks(review: Review, { state, slides }: MergedEdits): Review {
  const said = ({ name, date, text }: FileComment): string => JSON.stringify([name, date, text])
  const known = new Map(review.flatMap(({ slide, comments }) => comments.map((one) => [said(one), slide])))
  const remarks = slides.flatMap(({ id, comments }): Reviewed[] => {
    const slide = id === null ? null : signedSlide(state, id)
    if (slide === null) return []
    return comments.map((one) => ({ slide: known.get(said(one)) ?? slide, signed: [], comments: [one] }))
  })
  return remarks.length ? mergeReviews(review, remarks) : review
}

/** A slide of a state as it is signed. */
function signedSlide(state: DeckState, id: number): string | null {
  const [slide, file] = [slideOf(state, id), fileOf(state, id)]
  if (!slide || !file) return null
  const none = (): number => 0
  const { stacks } = cutSlides(slide.text, 0, 'across', { ...file.separators, across: none, down: none })
  const source = stacks[0]?.[0]
  return source ? signedText(source) : null
}

/** The slides of a state by the lines on which they begin, of each file. */
function startsOf({ files }: DeckState): ReadonlyMap<string, readonly { line: number; id: number }[]> {
  return new Map(
    files.map(({ name, opening, slides }) => {
      let line = 1 + breaksIn(opening)
      const starts = slides.map(({ id, before, text }) => {
        const start = { line: line + breaksIn(before), id }
        line = start.line + breaksIn(text)
        return start
      })
      return [name, starts] as const
    }),
  )
}

const breaksIn = (text: string): number => text.match(/\r\n?|\n/g)?.length ?? 0
