import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type MarkdownIt from 'markdown-it'
import { type DeckSettings, readFrontMatter } from '../deck/settings.ts'
import { Fault } from '../fault.ts'
import { cutSlides, type SlideSource } from '../markdown/cut.ts'
import { loadHighlighter } from '../markdown/highlighter.ts'
import { createParser } from '../markdown/parser.ts'
import type { ReadBeside } from '../page/media.ts'
import { besideReader } from './beside.ts'
import { isOriginal } from './document.ts'

/** One file of a deck: its slides stand in one or more columns. */
export interface DeckFile {
  readonly path: string
  readonly stacks: readonly (readonly SlideSource[])[]
}

/** A deck as its folder has it. */
export interface Deck {
  readonly slug: string
  readonly folder: string
  readonly settings: DeckSettings
  readonly files: readonly DeckFile[]
  /** The parser with what this deck's slides need. */
  readonly parser: MarkdownIt
  /** Reads pictures and other media beside the Markdown. */
  readonly beside: ReadBeside
}

const largest = 20 * 1024 * 1024

/** The names of the deck folders in a folder, in order. */
export async function deckNames(slides: string): Promise<string[]> {
  const entries = await readdir(slides, { withFileTypes: true }).catch(() => null)
  if (!entries) throw new Fault((say) => say.noSlides, { file: slides })
  return entries
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map(({ name }) => name)
    .sort()
}

/**
 * Finds the folder of a deck.
 *
 * @throws Fault for a name that is no deck's
 */
export async function findDeck(slides: string, slug: string): Promise<string> {
  const folder = join(slides, slug)
  const decks = await deckNames(slides)
  if (decks.includes(slug)) return folder
  throw new Fault((say) => say.noSuchDeck(decks), { file: folder })
}

/**
 * Reads a deck from its folder.
 *
 * @throws Fault for a name that is no deck's, a folder without Markdown, a file over 20 MB, a mistake in front matter
 */
export async function loadDeck(slides: string, slug: string): Promise<Deck> {
  const folder = await findDeck(slides, slug)
  // A link could lead out of the folder.
  const names = (await readdir(folder, { withFileTypes: true }))
    .filter((entry) => entry.isFile() && entry.name.endsWith('.md') && entry.name !== 'README.md')
    .map(({ name }) => name)
    .filter((name) => !isOriginal(name))
  if (!names.length) throw new Fault((say) => say.noMarkdown, { file: folder })
  const read = await Promise.all(
    names.sort(new Intl.Collator('en', { numeric: true }).compare).map(async (name) => {
      const path = join(folder, name)
      if ((await stat(path)).size > largest) throw new Fault((say) => say.tooLarge, { file: path })
      return { path, ...readFrontMatter(path, await readFile(path, 'utf8')) }
    }),
  )
  const math = read.some(({ body }) => body.includes('$'))
    ? (await import('../markdown/math.ts')).math
    : undefined
  const extras = math ? { math } : {}
  const cut = createParser(extras)
  const files = read.map(({ path, body, line }) => ({ path, ...cutSlides(cut, body, line) }))
  const languages = new Set(files.flatMap((file) => [...file.languages]))
  languages.delete('mermaid')
  return {
    slug,
    folder,
    beside: besideReader(folder),
    settings: read[0]?.settings ?? {},
    files,
    parser: languages.size ? createParser({ ...extras, highlight: await loadHighlighter(languages) }) : cut,
  }
}
