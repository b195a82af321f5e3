import type MarkdownIt from 'markdown-it'
import { readTextFile } from '../document/encoding.ts'
import { Fault, type Remark } from '../fault.ts'
import type { Direction } from '../markdown/cut.ts'
import { withDefinitions } from '../markdown/definitions.ts'
import { loadHighlighter } from '../markdown/highlighter.ts'
import { createParser, type Extras } from '../markdown/parser.ts'
import { snippetIn } from '../markdown/plugins/snippets.ts'
import { faultWords, type Language, spoken } from '../words.ts'
import type { Deck, OfficeDeckTheme, ReadBeside } from './deck.ts'
import { everyFile, type FileText, type OpenedFile, openFile, piecesOf, stylesOf } from './open-file.ts'
import { parseReview, type Review } from './review/review.ts'
import type { SettingRemark } from './settings.ts'
import { shareNotes } from './share-notes.ts'
import { textLanguage } from './text-language.ts'
import { readThemeFile } from './theme-file.ts'

/** A deck's files before they are understood. */
export interface DeckText extends Pick<Deck, 'slug' | 'folder' | 'siblings' | 'beside'> {
  /** In the deck's order. */
  readonly files: readonly FileText[]
  /** It was derived from a document. */
  readonly isDerived: boolean
  /** The office's theme beside the deck or the decks; a fault for one that can't be read. */
  readonly theme?: ThemeText | Fault | null | undefined
  /** What was signed and said of its slides. */
  readonly review?: FileText | null
  /** What is to be told of its folder. */
  readonly told?: readonly (SettingRemark & { readonly file: string })[]
}

export interface ThemeText {
  readonly file: string
  readonly text: string
  readonly beside: ReadBeside
}

/**
 * Understands the files of a deck.
 *
 * @throws Fault with file and line for front matter that can't be read at all
 */
export async function parseDeck(deck: DeckText): Promise<Deck> {
  const { slug, folder, siblings, beside, isDerived, files } = deck
  // A section is a file; a deck of one file goes across, as reveal.js has it, unless it was derived.
  const direction: Direction = isDerived || files.length > 1 ? 'down' : 'across'
  const found = themeIn(deck.theme)
  const named = found && 'theme' in found ? found : null
  const opened = files.map((file) => openFile(file, { direction, office: named?.theme.name }))
  const all = opened.flatMap(everyFile)
  const bodies = all.map(({ body }) => body)
  const { settings = {} } = opened[0] ?? {}
  const lang = settings.lang ?? textLanguage([settings.title ?? '', ...bodies].join('\n'))
  const words = faultWords(spoken(lang))
  const remarksOf = (path: string, remarks: readonly SettingRemark[]): Remark[] =>
    remarks.map(({ file = path, line, say }) => ({ place: { file, line }, message: say(words) }))
  const remarks = [
    ...remarksOf('', deck.told ?? []),
    ...all.flatMap(({ path, remarks }) => remarksOf(path, remarks)),
  ]
  const office = named && !settings.theme ? named.theme : null
  if (office)
    for (const { line, say } of named?.remarks ?? [])
      remarks.push({ place: { file: office.file, line }, message: say(words) })
  // It is no reason not to show the slides.
  if (found instanceof Fault && !settings.theme)
    remarks.push({
      place: found.place ?? { file: folder },
      message: words.themeLeftOut(found.texts[spoken(lang)]),
    })
  const reviewed = readReview(deck.review, spoken(lang))
  remarks.push(...reviewed.remarks)
  const { parser, key } = await parserOf(all, isDerived, beside)
  const whole = opened.map((file) => defined(parser, file)).flatMap(piecesOf)
  const styles = whole.flatMap(stylesOf)
  const [unused] = isDerived ? styles : []
  if (unused) remarks.push({ place: unused.place, message: words.derivedStyle })
  return {
    slug,
    folder,
    siblings,
    beside,
    settings: { ...settings, lang },
    files: whole.map(({ path, stacks }) => ({
      path,
      stacks: isDerived ? stacks.map((slides) => shareNotes(parser, slides)) : stacks,
    })),
    office,
    styles: isDerived ? [] : styles,
    review: reviewed.review,
    remarks,
    parser,
    parserKey: key,
    hasSmallType: !isDerived && all.some(({ isForeign }) => isForeign),
  }
}

/** The parser with what the files of a deck need. */
async function parserOf(
  files: readonly OpenedFile[],
  isDerived: boolean,
  beside: ReadBeside,
): Promise<{ readonly parser: MarkdownIt; readonly key: string }> {
  let key = ''
  const extras: Writable<Extras> = { foreign: !isDerived }
  const bodies = files.map(({ body }) => body)
  if (bodies.some((body) => body.includes('$') || (!isDerived && bareMath.test(body)))) {
    const { definingFormulas, macrosOf, math } = await import('../markdown/math.ts')
    const defining = definingFormulas(bodies)
    const macros = macrosOf(defining)
    key = defining.join('\0')
    // Other programs show what stands between marks of code as it is written.
    const inCode = !isDerived && files.every(({ program }) => program === 'reveal.js')
    key += inCode ? ' in code' : ''
    extras.math = (md) => math(md, { macros, bare: !isDerived, inCode })
  }
  const ofSlidev = files.filter(({ program }) => program === 'Slidev')
  const languages = new Set(files.flatMap((file) => [...file.languages]))
  if (ofSlidev.length) {
    for (const { body } of ofSlidev)
      for (const line of body.split('\n')) {
        const language = line.startsWith('<<<') && snippetIn(line)?.language
        if (language) languages.add(language)
      }
    extras.snippet = (address, from) => {
      const found = beside(address, from)
      return 'bytes' in found && found.bytes.length < largestSnippet
        ? readTextFile({ name: address, bytes: found.bytes }).text
        : null
    }
  }
  if (files.some(({ program }) => program === 'Quarto')) extras.captions = true
  if (files.some(({ program, body }) => program === 'Marp' && /:[\w+-]+:/.test(body)))
    extras.emoji = (await import('../markdown/emoji.ts')).emoji
  languages.delete('mermaid')
  if (languages.size) extras.highlight = await loadHighlighter(languages)
  const isUsual = Object.keys(extras).every((name) => name === 'foreign')
  return {
    parser: isUsual ? usualParser(!isDerived) : createParser(extras),
    key: [key, ...Object.keys(extras)].join(' '),
  }
}

const usualParsers = new Map<boolean, MarkdownIt>()

/** The parser of a deck that needs nothing more; made once, since a deck is parsed again after each edit. */
function usualParser(foreign: boolean): MarkdownIt {
  const known = usualParsers.get(foreign) ?? createParser({ foreign })
  usualParsers.set(foreign, known)
  return known
}

/** Formulas that no `$` tells. */
const bareMath = /\\\\[([]|`\\[([]|^\\begin\{/m

type Writable<T> = { -readonly [Key in keyof T]: T[Key] }

/** More than slides show, in bytes. */
const largestSnippet = 64 * 1024

/** A file whose slides have what they refer to, wherever in it that is defined; so have those that stand for slides of it. */
function defined(parser: MarkdownIt, file: OpenedFile): OpenedFile {
  return {
    ...file,
    stacks: withDefinitions(parser, file.stacks),
    parts: new Map([...file.parts].map(([at, part]) => [at, defined(parser, part)])),
  }
}

/** A review that can't be read keeps nobody from seeing the deck. */
function readReview(
  file: DeckText['review'],
  language: Language,
): { readonly review: Review; readonly remarks: readonly Remark[] } {
  if (!file) return { review: [], remarks: [] }
  try {
    return { review: parseReview(file.path, file.text), remarks: [] }
  } catch (fault) {
    if (!(fault instanceof Fault)) throw fault
    const { place = { file: file.path }, texts } = fault
    return { review: [], remarks: [{ place, message: texts[language] }] }
  }
}

function themeIn(
  theme: DeckText['theme'],
): { readonly theme: OfficeDeckTheme; readonly remarks: readonly SettingRemark[] } | Fault | null {
  if (!theme || theme instanceof Fault) return theme ?? null
  try {
    const { theme: read, remarks } = readThemeFile(theme.file, theme.text)
    return { theme: { ...read, ...theme }, remarks }
  } catch (error) {
    if (error instanceof Fault) return error
    throw error
  }
}
