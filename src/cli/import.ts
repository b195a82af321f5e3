import { readdir } from 'node:fs/promises'
import { basename, dirname, extname, join, resolve } from 'node:path'
import { deckNameOf, refuseDeckName } from '../deck/deck-name.ts'
import { refuseFolder } from '../deck/file-names.ts'
import { ownMarkdown } from '../deck/foreign/import.ts'
import { noting } from '../deck/project.ts'
import { createFolder } from '../disk/file.ts'
import { Fault, formatPlace, type Remark } from '../fault.ts'
import { shownFiles } from '../page/shown-files.ts'
import { findDecks, readDeck } from '../store/load.ts'
import { commandWords, spoken } from '../words.ts'

/** Names that say nothing of a deck; its folder's does. */
const general = /^(?:index|main|presentation|readme|slides?|talk)$/i

/** Writes a deck of another program into a folder of its own, with what its slides show. Nothing is overwritten. */
export async function importCommand(
  file: string,
  { slides, deck: name }: { readonly slides: string; readonly deck?: string },
): Promise<void> {
  const [place, other] = await findDecks(file)
  if (!place || other) throw new Fault((say) => say.importOne, { file })
  const deck = await readDeck(place)
  const own = basename(file, extname(file))
  const slug = name ?? deckNameOf(general.test(own) ? basename(dirname(resolve(file))) : own)
  refuseDeckName(slug)
  const shown = new Map<string, Uint8Array>()
  const { large, remarks: lacks, noted } = shownFiles(noting(deck, shown))
  const { files, remarks: rewritten } = ownMarkdown(deck)
  const folder = join(slides, slug)
  const encoder = new TextEncoder()
  const all = new Map([...shown, ...[...files].map(([name, text]) => [name, encoder.encode(text)] as const)])
  const copies = new Map(large.map((name) => [name, join(place.folder, name)]))
  refuseFolder(slug, await readdir(slides).catch(() => []), [...all.keys(), ...large])
  if (!(await createFolder(folder, all, copies))) throw new Fault((say) => say.otherFolder, { file: folder })
  const words = commandWords(spoken(deck.settings.lang ?? ''))
  const told = ({ place, message }: Remark): string => `${formatPlace(place)}: ${message}`
  const sources = deck.files.flatMap(({ stacks }) => stacks.flat())
  const lines = [
    ...[...deck.remarks, ...rewritten, ...lacks].map(told),
    `${folder}  ${words.imported(sources.length, noted, shown.size + large.length)}`,
    words.importForm([...files.keys()].join(', ')),
  ]
  process.stdout.write(lines.map((line) => `${line}\n`).join(''))
}
