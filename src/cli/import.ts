import { constants } from 'node:fs'
import { copyFile } from 'node:fs/promises'
import { basename, dirname, extname, join, resolve } from 'node:path'
import { deckNameOf, refuseDeckName } from '../deck/deck-name.ts'
import { ownMarkdown } from '../deck/foreign/import.ts'
import { noting } from '../deck/project.ts'
import { makeFolder } from '../disk/file.ts'
import { Fault, formatPlace, type Remark } from '../fault.ts'
import { shownFiles } from '../page/shown-files.ts'
import { diskStore } from '../store/disk.ts'
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
  const store = diskStore(slides)
  const folder = store.place(slug)
  const encoder = new TextEncoder()
  const all = new Map([...shown, ...[...files].map(([name, text]) => [name, encoder.encode(text)] as const)])
  if (!(await store.create(slug, all))) throw new Fault((say) => say.otherFolder, { file: folder })
  for (const name of large) {
    await makeFolder(dirname(join(folder, name)))
    await copyFile(join(place.folder, name), join(folder, name), constants.COPYFILE_EXCL)
  }
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
