import { basename, extname, join } from 'node:path'
import { composeDeck } from '../deck/compose.ts'
import { deckMarkdown, fileText } from '../deck/markdown.ts'
import { writeDeck } from '../deck/write.ts'
import { Fault } from '../fault.ts'
import { keyPoints } from '../keypoints/index.ts'
import { readInput } from './read-input.ts'

/** Derives a deck from a document. */
export async function deriveCommand(file: string, options: { deck?: string; slides: string }): Promise<void> {
  const slug =
    options.deck ??
    basename(file, extname(file))
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-|-$/g, '')
  if (!/^[\p{L}\p{N}][\p{L}\p{N}_-]*$/u.test(slug))
    throw new Fault(`"${slug}" can't name a deck; use letters, digits and hyphens with --deck`)
  const { document, bytes, text } = await readInput(file)
  const folder = join(options.slides, slug)
  const plain = /\.txt$/i.test(file) ? bytes : new TextEncoder().encode(text)
  const written = await writeDeck(
    folder,
    new Map(
      deckMarkdown(composeDeck(document, keyPoints(document))).map((file) => [file.name, fileText(file)]),
    ),
    plain,
  )
  for (const { file: name, state } of written)
    process.stdout.write(`${name}  ${state === 'kept' ? 'kept: edited by hand' : state}\n`)
}
