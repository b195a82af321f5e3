import { unzipSync, type Zippable, zipSync } from 'fflate'
import { fromBase64, toBase64 } from '../base64.ts'
import { Fault } from '../fault.ts'
import type { Deck, ReadBeside } from './deck.ts'
import { type DeckFiles, nameBeside } from './deck-files.ts'
import { isDeckName } from './deck-name.ts'
import { harmlessName, isHarmless } from './harmless.ts'
import { isMarkdown, slideFiles } from './slide-files.ts'
import { isOriginal } from './source-files.ts'
import { themeFileName } from './theme-file.ts'

/** The element in which a page carries the deck that it was built from, and how it begins; pages of before have no name. */
const begins = '<script type="application/zip" id="study-deck-project"'
const ends = '</script>'
/** What a page may unpack to, in bytes: more is a trap, not a deck. */
const largest = 200 * 1024 * 1024
/** No deck has as many files. */
export const mostFiles = 5000
/** The earliest date that an archive can tell: of the same files the same archive is made. */
const date = new Date(1980, 0, 1)
/** The one entry of the archive: an archive of the files, which are packed together, for they say much twice. */
const whole = 'deck.zip'

/**
 * A deck's files as an element of its page; the document itself, which may say more than its text, is not among them.
 *
 * @param name the deck's, told where every system can have a folder of that name
 */
export function projectElement(files: DeckFiles, name: string): string {
  const called = isDeckName(name) ? ` data-deck="${name}"` : ''
  const sorted = [...named(files)].sort(([one], [other]) => (one < other ? -1 : 1))
  const entries: Zippable = Object.fromEntries(sorted)
  const dated = { mtime: date, os: 0 }
  const archive = zipSync({ [whole]: zipSync(entries, { ...dated, level: 0 }) }, dated)
  return `${begins}${called}>${toBase64(archive)}${ends}`
}

/** The files with slides by names that every system can have, for what has another is not taken out of a page. */
function named(files: DeckFiles): DeckFiles {
  const held = new Map<string, Uint8Array>()
  for (const [name, bytes] of files) {
    let free = isMarkdown(name) && !name.includes('/') ? harmlessName(name) : name
    while (free !== name && (files.has(free) || held.has(free))) free = `_${free}`
    held.set(free, bytes)
  }
  return held
}

/**
 * The files of the deck that a page carries; null where it carries none, none that can be read, or none with slides.
 *
 * @throws Fault where it carries more than one, or more than a deck has
 */
export function projectIn(html: string): DeckFiles | null {
  const carried = projectsIn(html)
  if (carried.length > 1) throw new Fault((say) => say.manyProjects)
  const bytes = carried[0] ? fromBase64(carried[0].archive) : null
  if (!bytes) return null
  try {
    const files = unpacked(bytes, (name) => name === whole || isHarmless(name))
    const together = files.get(whole)
    // Once they were packed each by itself.
    const carries = together && files.size === 1 ? unpacked(together, isHarmless) : files
    return slideFiles([...carries.keys()], isOriginal).length > 0 ? carries : null
  } catch (error) {
    if (error instanceof Fault) throw error
    return null
  }
}

/** The name of the deck that a page carries; null where it tells none that a folder can have. */
export function projectName(html: string): string | null {
  const name = projectsIn(html)[0]?.name ?? ''
  return isDeckName(name) ? name : null
}

const OPENING = /(?: data-deck="([^"<>]{0,400})")?>(?=[A-Za-z0-9+/=])/y

/** What stands in each such element of a page; a program in the page may name the element, too. */
function projectsIn(html: string): { readonly name: string; readonly archive: string }[] {
  const found: { readonly name: string; readonly archive: string }[] = []
  for (let at = html.indexOf(begins); at >= 0; at = html.indexOf(begins, at + 1)) {
    OPENING.lastIndex = at + begins.length
    const opening = OPENING.exec(html)
    const start = OPENING.lastIndex
    if (opening) found.push({ name: opening[1] ?? '', archive: html.slice(start, html.indexOf(ends, start)) })
  }
  return found
}

/** @throws Fault for what holds too much; Error for what is no archive */
function unpacked(archive: Uint8Array, isWanted: (name: string) => boolean): DeckFiles {
  let total = 0
  let count = 0
  const files = unzipSync(archive, {
    filter: ({ name, originalSize }) => {
      total += originalSize
      if (total > largest || ++count > mostFiles) throw new Fault((say) => say.largeProject)
      return isWanted(name)
    },
  })
  return new Map(Object.entries(files))
}

/**
 * Notes what a deck takes from beside its slides: what they show, and the theme of its office.
 *
 * @param used takes in the files, by their paths in the deck's folder
 */
export function noting(deck: Deck, used: Map<string, Uint8Array>): Deck {
  const note = (name: string, bytes: Uint8Array): void => {
    if (isHarmless(name) && !used.has(name)) used.set(name, bytes)
  }
  const noted =
    (beside: ReadBeside): ReadBeside =>
    (path, from) => {
      const found = beside(path, from)
      if ('bytes' in found) note(found.name ?? nameBeside(path), found.bytes)
      return found
    }
  const { office } = deck
  if (office) note(themeFileName, new TextEncoder().encode(office.text))
  return {
    ...deck,
    beside: noted(deck.beside),
    office: office && { ...office, beside: noted(office.beside) },
  }
}
