import { basename, extname, join } from 'node:path'
import { composeDeck } from '../deck/compose/compose.ts'
import { deriveReport } from '../deck/derive-report.ts'
import { withLeftOut } from '../deck/left-out.ts'
import { deckMarkdown } from '../deck/markdown.ts'
import { sourceFiles } from '../deck/source-files.ts'
import { type Document, textOf } from '../document/index.ts'
import { type Detail, keyPoints } from '../keypoints/index.ts'
import { writeDeck } from '../store/write.ts'
import { deckNameOf, refuseDeckName, refuseSimilarDeck } from './deck-name.ts'
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
    const found = keyPoints(input.document, { detail, ...density })
    return { ...input, draft: withLeftOut(composeDeck(input.document, found, density), input.source) }
  })
  const slug =
    options.deck ?? deckNameOf(file === standardInput ? titleOf(document) : basename(file, extname(file)))
  refuseDeckName(slug)
  await refuseSimilarDeck(slides, slug)
  const folder = join(slides, slug)
  const merged = await writeDeck(folder, deckMarkdown(draft), sourceFiles(bytes, source), dryRun)
  process.stdout.write(
    `${deriveReport(merged, draft, source, { slug, slides, folder, dryRun }).join('\n')}\n`,
  )
}

/** What comes from standard input has no name but its title. */
function titleOf(document: Document): string {
  return (document.title ? textOf(document, document.title) : '').slice(0, 40) || 'document'
}
