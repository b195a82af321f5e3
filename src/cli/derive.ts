import { readdir } from 'node:fs/promises'
import { basename, extname } from 'node:path'
import { deckNameOf, refuseDeckName } from '../deck/deck-name.ts'
import { draftOf } from '../deck/derive.ts'
import { deriveReport } from '../deck/derive-report.ts'
import { deckMarkdown } from '../deck/markdown.ts'
import { sourceFiles } from '../deck/source-files.ts'
import { writeDeck } from '../deck/write.ts'
import { type Document, textOf } from '../document/index.ts'
import { Fault } from '../fault.ts'
import type { Detail } from '../keypoints/index.ts'
import { diskStore } from '../store/disk.ts'
import { comparableName } from '../store/publish.ts'
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

/** Derives a deck from a document, or brings one up to date that was derived before. */
export async function deriveCommand(file: string, options: DeriveOptions): Promise<void> {
  const { slides, points, detail = 'standard', dryRun = false } = options
  if (options.deck !== undefined) refuseDeckName(options.deck)
  const density = points === undefined ? {} : { points }
  const { bytes, source, document, draft } = await whileWaiting(file, async () => {
    const input = await readInput(file)
    return { ...input, draft: draftOf(input.source, input.document, { detail, ...density }) }
  })
  const slug =
    options.deck ?? deckNameOf(file === standardInput ? titleOf(document) : basename(file, extname(file)))
  refuseDeckName(slug)
  await refuseSimilarDeck(slides, slug)
  const store = diskStore(slides)
  const merged = await writeDeck(store, slug, deckMarkdown(draft), sourceFiles(bytes, source), dryRun)
  const folder = store.place(slug)
  process.stdout.write(
    `${deriveReport(merged, draft, source, { slug, slides, folder, dryRun }).join('\n')}\n`,
  )
}

/** What comes from standard input has no name but its title. */
function titleOf(document: Document): string {
  return (document.title ? textOf(document, document.title) : '').slice(0, 40) || 'document'
}

/** @throws Fault where another deck has the name but for capitals: on Windows they would be one folder */
async function refuseSimilarDeck(slides: string, name: string): Promise<void> {
  const names = await readdir(slides).catch((): string[] => [])
  const other = names.find((one) => one !== name && comparableName(one) === comparableName(name))
  if (other) throw new Fault((say) => say.likeOtherDeck(other))
}
