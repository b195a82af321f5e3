import { installedAssets } from '../assets/installed.ts'
import type { Deck } from '../deck/deck.ts'
import { Fault, type Place, type Remark } from '../fault.ts'
import { buildPage } from '../page/build-page.ts'
import { missingCharacters } from '../page/fonts/fonts.ts'
import type { RenderedDeck } from '../page/render-deck.ts'
import { loadDocument } from '../store/load.ts'
import { type FaultWords, wordsFor } from '../words.ts'
import type { PrintingBrowser } from './browser.ts'
import type { Format } from './formats.ts'
import { withMetadata } from './pdf/metadata.ts'
import { comparable, readPages } from './pdf/read-pages.ts'
import { printPage } from './print.ts'
import { type Expected, findGaps, type Gap, notCompared } from './prove.ts'
import { slideWords } from './slide-words.ts'
import type { Unseen } from './unseen-words.ts'

/** How a PDF is laid out; what does not concern a format is ignored by it. */
export interface Layout {
  /** First and last slide, counted from 1; all unless given. */
  readonly range?: readonly [first: number, last: number]
  /** slides: a page for each step of a slide. */
  readonly steps?: boolean
  /** slides: the page, 16:9 unless given. */
  readonly paper?: string
  /** handout: slides to a page, 3 unless given. */
  readonly perPage?: string
  /** handout: the notes beside the slides. */
  readonly withNotes?: boolean
  readonly inkSaving?: boolean
}

/** A deck ready to be printed in any format. */
export interface PrintableDeck {
  readonly deck: Deck
  readonly rendered: RenderedDeck
  readonly html: string
}

/** @throws Fault with file and line */
export async function printableDeck(deck: Deck): Promise<PrintableDeck> {
  return { deck, ...(await buildPage(deck, await loadDocument(deck.folder), true, installedAssets())) }
}

/**
 * Makes one PDF of a deck and proves that everything is in it.
 *
 * @param date what the PDF says of when it was made
 * @param step called before it is printed, and before it is read back
 * @throws Fault where the range is outside the deck, or the PDF does not hold all that the deck does
 */
export async function exportPdf(
  browser: PrintingBrowser,
  printable: PrintableDeck,
  format: Format,
  layout: Layout,
  date: Date,
  step: () => void = () => {},
): Promise<{ pdf: Uint8Array; pages: number; remarks: Remark[] }> {
  const { deck, rendered, html } = printable
  const [first, last] = layout.range ?? [1, rendered.slides]
  if (first > rendered.slides)
    throw new Fault((say) => say.noSlide(first, rendered.slides), { file: deck.folder })
  const query = queryFor(format, layout)
  step()
  const printing = printPage(browser, html, query)
  // While the browser prints.
  const expected = rendered.stacks
    .flat()
    .slice(first - 1, last)
    .map(({ html }, i): Expected => ({ number: first + i, words: slideWords(html) }))
  const metadata = {
    title: rendered.title,
    author: authorOf(rendered),
    subject: wordsFor(rendered.lang).paper.subject[format],
    language: rendered.lang,
    date,
  }
  const printed = await printing
  const pdf = await withMetadata(printed.pdf, metadata, `${query}\n${html}`)

  step()
  // Of what no font of the deck has, a PDF says what the computer's fonts make of it.
  const lacking = new Set(missingCharacters(installedAssets().fonts, rendered.lang, rendered.characters))
  const known = (text: string): string => [...text].filter((one) => !lacking.has(one)).join('')
  const pages = (await readPages(pdf)).map((page) => ({ ...page, text: known(page.text) }))
  const pageEach = format === 'slides' && !layout.steps
  const notes = format === 'notes' || (format === 'handout' && layout.withNotes === true)
  const wanted = withoutUnseen(expected, printed.unseen).map(({ number, words }) => ({
    number,
    words: { body: words.body.map(known), notes: words.notes.map(known) },
  }))
  const [gap] = findGaps(pages, wanted, { notes, pageEach })
  if (gap)
    throw new Fault((say) => tell(gap, say), placeOf(printable, 'slide' in gap ? gap.slide : undefined))
  if (pageEach && pages.length !== expected.length)
    throw new Fault((say) => say.pageCount(expected.length, pages.length), {
      file: deck.folder,
    })
  return { pdf, pages: pages.length, remarks: remarksOf(printable, printed.unseen, expected, lacking) }
}

/** What the slides show: nobody looks on paper for what no wall shows. */
function withoutUnseen(expected: readonly Expected[], unseen: readonly Unseen[]): Expected[] {
  return expected.map(({ number, words }) => {
    const hidden = unseen.filter(({ slide }) => slide === number).map(({ words }) => comparable(words))
    const shown = (piece: string): string =>
      hidden.reduce((left, words) => left.replace(words, ''), comparable(piece))
    return { number, words: hidden.length ? { ...words, body: words.body.map(shown) } : words }
  })
}

function remarksOf(
  printable: PrintableDeck,
  unseen: readonly Unseen[],
  expected: readonly Expected[],
  lacking: ReadonlySet<string>,
): Remark[] {
  const { notSeen, notCompared: tellOf } = wordsFor(printable.rendered.lang).remarks
  const said = new Set(
    expected.flatMap(({ words }) => [...words.body, ...words.notes].flatMap((one) => [...one])),
  )
  const characters = notCompared(expected) + [...lacking].filter((one) => said.has(one)).join('')
  const bySlide = new Map<number, string>()
  for (const { slide, words } of unseen) bySlide.set(slide, `${bySlide.get(slide) ?? ''}${words}`)
  return [
    ...[...bySlide].map(([slide, words]) => ({
      place: placeOf(printable, slide),
      message: notSeen(words.trim().replace(/\s+/g, ' ').slice(0, 40)),
    })),
    ...(characters
      ? [{ place: { file: printable.deck.folder }, message: tellOf(characters.slice(0, 40)) }]
      : []),
  ]
}

function queryFor(format: Format, layout: Layout): URLSearchParams {
  const { range, steps, paper, perPage, withNotes, inkSaving } = layout
  const query = new URLSearchParams({ view: format })
  if (range) query.set('range', range.join('-'))
  if (format === 'slides' && steps) query.set('steps', '')
  if (format === 'slides' && paper) query.set('paper', paper)
  if (format === 'handout' && perPage) query.set('per-page', perPage)
  if (format === 'handout' && withNotes) query.set('with-notes', '')
  if (inkSaving) query.set('ink-saving', '')
  return query
}

/** Who wrote the document stands below its title; else the deck's unit. */
function authorOf({ stacks, settings }: RenderedDeck): string {
  const opening = stacks[0]?.[0]?.html ?? ''
  const byline = /^<section class="(?:[^"]* )?title[ "]/.test(opening)
    ? slideWords(opening).body[1]
    : undefined
  return byline?.trim() ?? settings.unit ?? ''
}

function tell(gap: Gap, say: FaultWords): string {
  if (gap.kind === 'blank') return say.blankPage(gap.page)
  if (gap.kind === 'characters') return say.lostCharacters(gap.characters.slice(0, 60), gap.slide)
  return say.lostWords(gap.slide, gap.words.slice(0, 60))
}

/** Where the Markdown has a slide. */
function placeOf({ deck, rendered }: PrintableDeck, slide: number | undefined): Place {
  const found = slide === undefined ? undefined : rendered.stacks.flat()[slide - 1]
  return found?.place ?? { file: deck.folder }
}
