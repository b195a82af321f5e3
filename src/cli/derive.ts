import { basename, extname } from 'node:path'
import { deckNameOf, refuseDeckName } from '../deck/deck-name.ts'
import { draftOf } from '../deck/derive.ts'
import { deriveReport, nextSteps } from '../deck/derive-report.ts'
import { deckMarkdown } from '../deck/markdown.ts'
import { sourceFiles, sourceName } from '../deck/source-files.ts'
import { writeDeck } from '../deck/write.ts'
import { type Document, outline, readText, textOf } from '../document/index.ts'
import type { Detail } from '../keypoints/index.ts'
import { diskStore } from '../store/disk.ts'
import { languageFor } from '../store/language.ts'
import { memoryStore } from '../store/memory.ts'
import { wordsFor } from '../words.ts'
import { type CarriedDeck, deckInPage, nameOfPage, placeDeck } from './deck-page.ts'
import { readInput, standardInput } from './read-input.ts'
import { whileWaiting } from './waiting.ts'

export interface DeriveOptions {
  readonly deck?: string
  readonly slides: string
  /** The most points on a slide. */
  readonly points?: number
  readonly detail?: Detail
  readonly dryRun?: boolean
}

/**
 * Derives a deck from a document, or brings one up to date that was derived before. From the page of a deck comes the deck
 * as it is.
 */
export async function deriveCommand(file: string, options: DeriveOptions): Promise<void> {
  const { slides, points, detail = 'standard', dryRun = false } = options
  if (options.deck !== undefined) refuseDeckName(options.deck)
  const page = await deckInPage(file)
  if (page) return derivePage(file, page, options)
  const density = points === undefined ? {} : { points }
  const { bytes, source, document, draft } = await whileWaiting(file, async () => {
    const input = await readInput(file)
    return { ...input, draft: draftOf(input.source, input.document, { detail, ...density }) }
  })
  const slug =
    options.deck ?? deckNameOf(file === standardInput ? titleOf(document) : basename(file, extname(file)))
  refuseDeckName(slug)
  const store = diskStore(slides)
  const merged = await writeDeck(store, slug, deckMarkdown(draft), sourceFiles(bytes, source), dryRun)
  const folder = store.place(slug)
  process.stdout.write(
    `${deriveReport(merged, draft, source, { slug, slides, folder, dryRun }).join('\n')}\n`,
  )
}

/** Makes a folder of the deck that a page carries: as it is, or with as many points as are asked for now. */
async function derivePage(file: string, page: CarriedDeck, options: DeriveOptions): Promise<void> {
  const { slides, points, detail, dryRun = false } = options
  const slug = nameOfPage(file, page, options.deck)
  const store = memoryStore(page.files)
  const document = page.files.get(sourceName)
  if (document && (points !== undefined || detail)) {
    const source = readText({ name: sourceName, bytes: document })
    const density = { detail: detail ?? 'standard', ...(points === undefined ? {} : { points }) }
    await writeDeck(store, '', deckMarkdown(draftOf(source, outline(source), density)), new Map())
  }
  const words = wordsFor(languageFor([file])).derive
  const told = dryRun
    ? [words.dryRun]
    : [await placeDeck(slides, slug, store.files), nextSteps(words.next, slug, slides)]
  process.stdout.write(`${told.join('\n')}\n`)
}

/** What comes from standard input has no name but its title. */
function titleOf(document: Document): string {
  return (document.title ? textOf(document, document.title) : '').slice(0, 40) || 'document'
}
