import { Fault, type Remark } from '../fault.ts'
import { cutSlides, type Direction, type SlideSource } from '../markdown/cut.ts'
import { withDefinitions } from '../markdown/definitions.ts'
import { loadHighlighter } from '../markdown/highlighter.ts'
import { createParser } from '../markdown/parser.ts'
import { faultWords, type Language, spoken } from '../words.ts'
import type { Deck, ReadBeside } from './deck.ts'
import { type Reading, readAs, type SetBeside } from './dialect.ts'
import { partSections } from './foreign/sections.ts'
import { type AuthorStyle, stylesIn } from './foreign/styles.ts'
import { parseReview, type Review } from './review/review.ts'
import { type DeckSettings, readFrontMatter, type SettingRemark } from './settings.ts'
import { shareNotes } from './share-notes.ts'
import { textLanguage } from './text-language.ts'
import { readThemeFile } from './theme-file.ts'

/** A file of a deck before it is understood. */
export interface FileText {
  readonly path: string
  readonly text: string
  readonly setBeside?: SetBeside | undefined
}

/** A deck's files before they are understood. */
export interface DeckText extends Pick<Deck, 'slug' | 'folder' | 'siblings' | 'beside'> {
  /** In the deck's order. */
  readonly files: readonly FileText[]
  /** It was derived from a document. */
  readonly isDerived: boolean
  /** The office's theme beside the deck or the decks. */
  readonly theme?:
    | undefined
    | { readonly file: string; readonly text: string; readonly beside: ReadBeside }
    | null
  /** What was signed and said of its slides. */
  readonly review?: FileText | null
}

/** Control characters that no text has; a browser would show a box. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const control = /[\x00-\x08\x0b\x0e-\x1f\x7f]/

/**
 * Understands the files of a deck.
 *
 * @throws Fault with file and line for front matter that can't be read at all
 */
export async function parseDeck(deck: DeckText): Promise<Deck> {
  const { slug, folder, siblings, beside, isDerived, files } = deck
  // A section is a file; a deck of one file goes across, as reveal.js has it, unless it was derived.
  const direction: Direction = isDerived || files.length > 1 ? 'down' : 'across'
  const found = deck.theme ? readThemeFile(deck.theme.file, deck.theme.text) : null
  const opened = files.map((file) => ({
    path: file.path,
    ...openFile(file, direction, found?.theme.name),
  }))
  const bodies = opened.map(({ body }) => body)
  const { settings = {} } = opened[0] ?? {}
  const lang = settings.lang ?? textLanguage([settings.title ?? '', ...bodies].join('\n'))
  const words = faultWords(spoken(lang))
  const remarks = opened.flatMap(({ path, remarks }): Remark[] =>
    remarks.map(({ file = path, line, say }) => ({ place: { file, line }, message: say(words) })),
  )
  const { theme } = deck
  const office = theme && found && !settings.theme ? { ...found.theme, ...theme } : null
  if (office)
    for (const { line, say } of found?.remarks ?? [])
      remarks.push({ place: { file: office.file, line }, message: say(words) })
  const reviewed = readReview(deck.review, spoken(lang))
  remarks.push(...reviewed.remarks)
  const math = bodies.some((body) => body.includes('$'))
    ? (await import('../markdown/math.ts')).math
    : undefined
  const languages = new Set(opened.flatMap((file) => [...file.languages]))
  languages.delete('mermaid')
  const highlight = languages.size ? { highlight: await loadHighlighter(languages) } : {}
  const parser = createParser({ ...(math ? { math } : {}), ...highlight })
  const whole = opened.map(({ path, stacks, styles, ownStyles }) => ({
    path,
    stacks: withDefinitions(parser, stacks),
    styles,
    ownStyles,
  }))
  const styles = whole.flatMap(({ path, stacks, styles, ownStyles }) => [
    ...styles,
    ...stylesIn(path, stacks.flat(), ownStyles),
  ])
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

interface OpenedFile {
  readonly settings: DeckSettings
  readonly body: string
  readonly stacks: readonly (readonly SlideSource[])[]
  readonly languages: ReadonlySet<string>
  /** The style sheet that front matter has. */
  readonly styles: readonly AuthorStyle[]
  /** Those on its slides are each for its slide only. */
  readonly ownStyles: boolean
  readonly remarks: readonly SettingRemark[]
}

function openFile(
  { path, text: written, setBeside }: FileText,
  direction: Direction,
  office: string | undefined,
): OpenedFile {
  const at = written.search(control)
  const text = at < 0 ? written : written.replace(new RegExp(control.source, 'g'), '')
  const controls: SettingRemark[] =
    at < 0 ? [] : [{ line: written.slice(0, at).split('\n').length, say: (say) => say.control }]
  const opening = readFrontMatter(path, text, office)
  const { settings, body, line } = opening
  const reading = readAs(opening, setBeside)
  const { stacks, languages } = cutSlides(body, line, direction, reading.separators)
  return {
    settings,
    body,
    stacks: convertStacks(stacks, reading.convert).map((slides) => slides.flatMap(partSections)),
    languages,
    styles: reading.style
      ? [{ css: reading.style.css, place: { file: path, line: reading.style.line }, slide: null }]
      : [],
    ownStyles: reading.ownStyles === true,
    remarks: [...opening.remarks, ...controls, ...reading.remarks],
  }
}

/** Converts all slides of a file in their order. */
function convertStacks(
  stacks: readonly (readonly SlideSource[])[],
  convert: Reading['convert'],
): readonly (readonly SlideSource[])[] {
  const converted = convert(stacks.flat())
  let before = 0
  return stacks.map(({ length }) => {
    before += length
    return converted.slice(before - length, before)
  })
}
