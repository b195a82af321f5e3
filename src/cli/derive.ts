import { basename, extname, join } from 'node:path'
import { composeDeck } from '../deck/compose.ts'
import { sourceFiles } from '../deck/document.ts'
import { deckMarkdown, fileText } from '../deck/markdown.ts'
import { writeDeck } from '../deck/write.ts'
import { type Document, textOf } from '../document/index.ts'
import { Fault } from '../fault.ts'
import { keyPoints } from '../keypoints/index.ts'
import { readInput, standardInput } from './read-input.ts'

/** Derives a deck from a document. */
export async function deriveCommand(file: string, options: { deck?: string; slides: string }): Promise<void> {
  if (options.deck !== undefined) refuseSlug(options.deck)
  const { bytes, source, document } = await readInput(file)
  const slug =
    options.deck ?? slugOf(file === standardInput ? titleOf(document) : basename(file, extname(file)))
  refuseSlug(slug)
  const slides = new Map(
    deckMarkdown(composeDeck(document, keyPoints(document))).map((file) => [file.name, fileText(file)]),
  )
  const written = await writeDeck(join(options.slides, slug), slides, sourceFiles(bytes, source))
  for (const { file: name, state } of written)
    process.stdout.write(`${name}  ${state === 'kept' ? 'kept: edited by hand' : state}\n`)
}

/** What comes from standard input has no name but its title. */
function titleOf(document: Document): string {
  return (document.title ? textOf(document, document.title) : '').slice(0, 40) || 'document'
}

function slugOf(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
}

function refuseSlug(slug: string): void {
  if (!/^[\p{L}\p{N}][\p{L}\p{N}_-]*$/u.test(slug))
    throw new Fault(`"${slug}" can't name a deck; use letters, digits and hyphens with --deck`)
}
