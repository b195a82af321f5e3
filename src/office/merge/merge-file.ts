import type { Deck } from '../../deck/deck.ts'
import type { DeckFiles } from '../../deck/deck-files.ts'
import type { InputFile } from '../../document/source.ts'
import { type DeckState, filesOf, openState } from '../../edit/index.ts'
import type { FontLibrary } from '../../page/fonts/library.ts'
import { renderDeck } from '../../page/render-deck.ts'
import { deckToDocx } from '../docx/deck-to-docx.ts'
import { deckToPptx } from '../pptx/deck-to-pptx.ts'
import { type MergedSlide, mergeEdits } from './merge-edits.ts'
import { isWordDocument, readEditedDocx } from './read-docx.ts'
import { readEditedPptx } from './read-pptx.ts'

export interface MergedFile {
  /** The deck's files with the edits; those that were not changed are the same. */
  readonly files: DeckFiles
  readonly slides: readonly MergedSlide[]
  /** The file does not tell what it was when it was written: it was held against the deck as it is now. */
  readonly isGuessed: boolean
}

/**
 * Takes what somebody changed in a PowerPoint or Word file over into its deck.
 *
 * @param deck as its files have it
 * @param files its Markdown files by their names
 * @throws Fault where the file is neither, is no file of a deck's, or is damaged
 */
export async function mergeFile(
  deck: Deck,
  files: DeckFiles,
  file: InputFile,
  fonts: FontLibrary,
): Promise<MergedFile> {
  const isScript = isWordDocument(file)
  const read = isScript ? readEditedDocx : readEditedPptx
  const { bytes } = await (isScript ? deckToDocx : deckToPptx)(deck, { fonts })
  const now = read({ name: file.name, bytes })
  const edited = read(file, now.around)
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
  const merged = mergeEdits(state, now.slides, ids, edited)
  return { files: filesOf(merged.state), slides: merged.slides, isGuessed: edited.originals === null }
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
