import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { DeckFiles } from '../deck/deck-files.ts'
import { isDeckName } from '../deck/deck-name.ts'
import { comparableName } from '../deck/file-names.ts'
import { isHarmless, isHarmlessName, isHarmlessPath } from '../deck/harmless.ts'
import { isMedia } from '../deck/media-types.ts'
import { mostFiles } from '../deck/project.ts'
import { slideFiles } from '../deck/slide-files.ts'
import { isOriginal, sourceName } from '../deck/source-files.ts'
import { type Entry, namesIn, type Store } from '../deck/store.ts'
import { themeFileName, themeFiles } from '../deck/theme-file.ts'
import { settled } from '../disk/file.ts'
import { Fault } from '../fault.ts'
import { diskStore } from '../store/disk.ts'

/** Whether the desk may have a file of a deck's folder: what its page is made of. The document itself it only leaves there. */
const isShown = (path: string): boolean => isHarmless(path) && !isOriginal(comparableName(path))

const isDeckFile = (path: string): boolean => isShown(path) || isOriginal(path)

/** Whether a folder is a deck, or its only slides are gone a moment ago while its document is there. */
async function isDeck(folder: string): Promise<boolean> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
  const files = entries.filter((entry) => entry.isFile()).map(({ name }) => name)
  return slideFiles(files, isOriginal).length > 0 || files.includes(sourceName)
}

/** Whether a folder is itself one deck, not a folder of decks. */
export async function isOneDeck(folder: string): Promise<boolean> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
  const below = entries.filter((entry) => entry.isDirectory() && isHarmlessName(entry.name))
  for (const { name } of below) if (await isDeck(join(folder, name))) return false
  return isDeck(folder)
}

/**
 * What the desk may have of a folder: its decks, of each what its page is made of, and to read the theme of the office; and
 * it may make a deck there. All else is not there for it, whatever it is called.
 *
 * @param folder of the decks, or one that is itself a deck
 */
export async function deskFolder(folder: string): Promise<Store> {
  const disk = diskStore(folder)
  const isAlone = await isOneDeck(folder)
  /** How a path goes on in its deck; null where there is no such deck. */
  const inDeck = async (path: string): Promise<string | null> => {
    const names = namesIn(path)
    if (isAlone) return names.join('/')
    const [deck = '', ...rest] = names
    if (!isHarmlessName(deck) || !(await isNamedSo(folder, [deck])) || !(await isDeck(join(folder, deck))))
      return null
    return rest.join('/')
  }
  const read = async (path: string): Promise<Uint8Array | null> => (await disk.read(path))?.bytes ?? null
  /** Whether it is the theme of the office whose decks these are, or the logo of that. */
  const isOfTheme = async (path: string): Promise<boolean> =>
    !isAlone &&
    (path === themeFileName || isMedia(path)) &&
    isHarmless(path) &&
    (await themeFiles(read).catch((): DeckFiles => new Map())).has(path)
  const visible = async (path: string): Promise<boolean> => {
    if (await isOfTheme(path)) return isNamedSo(folder, namesIn(path))
    const rest = await inDeck(path)
    return rest !== null && isShown(rest) && (await isNamedSo(folder, namesIn(path)))
  }
  return {
    place: disk.place,
    list: async (path = '') => {
      const entries = await disk.list(path)
      if (path === '' && !isAlone) {
        const decks = await Promise.all(
          entries.map(async (entry) => ((await inDeck(entry.name)) === null ? [] : [entry])),
        )
        return decks.flat().filter(({ kind }) => kind === 'folder')
      }
      const below = await inDeck(path)
      if (below === null || (path !== '' && !(await isNamedSo(folder, namesIn(path))))) return []
      const isThere = ({ kind, name }: Entry): boolean =>
        kind === 'folder' ? isHarmlessName(name) : isDeckFile([below, name].filter(Boolean).join('/'))
      return entries.filter(isThere)
    },
    read: async (path) => {
      if (!(await visible(path))) return null
      // An editor empties a file before it writes it.
      await settled(disk.place(path))
      return disk.read(path)
    },
    write: async (path, bytes, before) => {
      const rest = await inDeck(path)
      if (rest === null || !isDeckFile(rest)) throw new Fault((say) => say.notADeckFile, { file: path })
      await refuseSimilar(folder, namesIn(path))
      return disk.write(path, bytes, before)
    },
    create: async (path, files) => {
      const names = namesIn(path)
      const [name = ''] = names
      if (isAlone || names.length !== 1 || !isDeckName(name))
        throw new Fault((say) => say.notADeckFile, { file: path })
      if (files.size > mostFiles) throw new Fault((say) => say.largeProject, { file: path })
      if (slideFiles([...files.keys()], isOriginal).length === 0)
        throw new Fault((say) => say.noMarkdown, { file: path })
      for (const file of files.keys())
        if (namesIn(file).length === 0 || !isHarmlessPath(file))
          throw new Fault((say) => say.notADeckFile, { file })
      await refuseSimilar(folder, names)
      // What else stood beside it stays where it is.
      return disk.create(path, new Map([...files].filter(([file]) => isDeckFile(file))))
    },
    watch: disk.watch,
  }
}

/** Whether the names of a path are just so in their folders: a system may know a file by others, `SOURCE~1.DOC`. */
async function isNamedSo(folder: string, names: readonly string[]): Promise<boolean> {
  let place = folder
  for (const name of names) {
    const there = await readdir(place).catch((): string[] => [])
    if (!there.includes(name)) return false
    place = join(place, name)
  }
  return true
}

/** @throws Fault where something has one of the names but for capitals, or under another name: it would be written over */
async function refuseSimilar(folder: string, names: readonly string[]): Promise<void> {
  let place = folder
  for (const name of names) {
    const there = await readdir(place).catch((): string[] => [])
    const path = join(place, name)
    if (!there.includes(name)) {
      const other = there.find((one) => comparableName(one) === comparableName(name))
      const isThere = await stat(path).catch(() => null)
      if (other !== undefined || isThere)
        throw new Fault((say) => say.likeOther(other ?? name), { file: path })
    }
    place = path
  }
}
