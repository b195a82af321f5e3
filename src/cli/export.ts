import { access, constants, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Deck } from '../deck/deck.ts'
import { readIfThere, readNamed, writeWhole } from '../disk/file.ts'
import { Fault, type Remark } from '../fault.ts'
import type { Drawings } from '../office/content/drawings.ts'
import { isOfficeFormat, type OfficeFormat } from '../office/formats.ts'
import { isPaperKind, type PaperKind } from '../office/papers/paper.ts'
import { sealOf } from '../office/seal.ts'
import type { PrintingBrowser } from '../print/browser.ts'
import type { Layout } from '../print/export-deck.ts'
import type { Format } from '../print/formats.ts'
import { isExported } from '../print/pdf/metadata.ts'
import { type DeckPlace, findDeck, readDeck } from '../store/load.ts'
import { isAmongDecks } from '../store/publish.ts'
import { commandWords, spoken, wordsFor } from '../words.ts'
import { showProgress } from './progress.ts'
import { remarkLines } from './remarks.ts'

export type ExportFormat = Format | OfficeFormat | PaperKind

export interface ExportOptions extends Layout {
  readonly as: readonly ExportFormat[]
  readonly slides: string
  readonly out?: string
  readonly browser?: string
  /** pptx: an office's own presentation or template. */
  readonly template?: string
  /** docx: a wide margin to write in. */
  readonly remarks?: boolean
  /** Word files: the layout of official papers. */
  readonly gongwen?: boolean
  /** pptx and docx: the file carries its fonts. */
  readonly embedFonts?: boolean
  /** Lines of a sign-in sheet, questions of a quiz. */
  readonly count?: number
}

/** One file to be made. */
interface Job {
  readonly place: DeckPlace
  readonly format: ExportFormat
  readonly file: string
}

/** Exports decks: every deck in every format, each file whole or not at all. */
export async function exportCommand(decks: readonly string[], options: ExportOptions): Promise<void> {
  const jobs = await planJobs(decks, options)
  const places = [...new Set(jobs.map(({ place }) => place))]
  // To render a deck is a step, and so are to print, to check and to write each of its files.
  const progress = showProgress(places.length + 3 * jobs.length)
  const stopping = new AbortController()
  const stop = (): void => stopping.abort()
  for (const signal of signals) process.once(signal, stop)
  const goOn = (): void => {
    if (stopping.signal.aborted) throw new Fault((say) => say.stopped)
  }
  const told: string[] = []
  // The browser starts while the rest is loaded and the first deck is rendered; Office files need none.
  const isPrinted = jobs.some(({ format }) => !isWritten(format))
  const starting = isPrinted
    ? import('../print/browser.ts').then(({ launchBrowser }) =>
        launchBrowser(options.browser, stopping.signal),
      )
    : null
  // Whoever waits for it is told why there is none.
  starting?.catch(() => {})
  try {
    for (const place of places) {
      progress.next(place.slug)
      const deck = await readDeck(place)
      const make = await maker(deck, options, starting)
      goOn()
      for (const { format, file } of jobs.filter((job) => job.place === place)) {
        const { bytes, size, remarks } = await make(format, () => {
          goOn()
          progress.next(file)
        })
        goOn()
        progress.next(file)
        await writeWhole(file, bytes)
        told.push(...remarkLines(remarks, deck.settings.lang ?? 'zh-CN'))
        told.push(`${file}  ${size}  ${sizeOf(bytes.length)}`)
      }
    }
  } catch (error) {
    goOn()
    throw error
  } finally {
    progress.end()
    await starting?.then(
      (started) => started.close(),
      () => {},
    )
    for (const signal of signals) process.off(signal, stop)
    process.stdout.write(told.map((line) => `${line}\n`).join(''))
  }
}

interface Made {
  readonly bytes: Uint8Array
  /** How much it is, in words. */
  readonly size: string
  readonly remarks: readonly Remark[]
}

/** What makes the files of a deck, each in its format. @param step called before a file is printed and before it is checked */
async function maker(
  deck: Deck,
  options: ExportOptions,
  starting: Promise<PrintingBrowser> | null,
): Promise<(format: ExportFormat, step: () => void) => Promise<Made>> {
  const printing = starting && (await printer(deck, starting))
  return async (format, step) => {
    if (isOfficeFormat(format)) return officeFile(deck, format, options, step)
    if (isPaperKind(format)) return paperFile(deck, format, options, step)
    if (!printing) throw new Error(`nothing prints ${format}`)
    const { exportPdf, browser, printable, date } = printing
    const { pdf, pages, remarks } = await exportPdf(browser, printable, format, options, date, step)
    return {
      bytes: pdf,
      size: commandWords(spoken(printable.rendered.lang)).pages(pages),
      remarks,
    }
  }
}

/** What a deck is printed with. */
async function printer(deck: Deck, starting: Promise<PrintingBrowser>) {
  const { exportPdf, printableDeck } = await import('../print/export-deck.ts')
  const [printable, date] = await Promise.all([printableDeck(deck), dateOf(deck)])
  return { exportPdf, printable, date, browser: await starting }
}

async function officeFile(
  deck: Deck,
  format: OfficeFormat,
  {
    template: name,
    browser,
    remarks: withRemarks = false,
    gongwen: official = false,
    embedFonts = false,
  }: ExportOptions,
  step: () => void,
): Promise<Made> {
  const { installedAssets } = await import('../assets/installed.ts')
  const { fonts } = installedAssets()
  const drawings = format === 'pptx' ? await drawingsOf(deck, browser) : {}
  const template =
    name === undefined
      ? {}
      : { template: { name, bytes: await readNamed(name, largest, (say) => say.templateLarge(largest)) } }
  step()
  const { bytes, slides, remarks } =
    format === 'pptx'
      ? await (await import('../office/pptx/deck-to-pptx.ts')).deckToPptx(deck, {
          fonts,
          ...template,
          ...drawings,
          embedFonts,
        })
      : await (await import('../office/docx/deck-to-docx.ts')).deckToDocx(deck, {
          fonts,
          withRemarks,
          official,
          embedFonts,
        })
  const { lang = 'zh-CN' } = deck.settings
  return { bytes, size: wordsFor(lang).slides(slides), remarks }
}

async function paperFile(
  deck: Deck,
  kind: PaperKind,
  { count, gongwen: official = false }: ExportOptions,
  step: () => void,
): Promise<Made> {
  const [{ deckToPaper }, { paperToDocx }] = await Promise.all([
    import('../office/papers/deck-to-paper.ts'),
    import('../office/papers/paper-to-docx.ts'),
  ])
  step()
  const paper = deckToPaper(deck, kind, { official, ...(count === undefined ? {} : { count }) })
  return { bytes: paperToDocx(paper, official), size: paper.name, remarks: [] }
}

/** What a deck may have that only a browser draws. */
const drawn = /\$|```\s*mermaid|<svg|\.(?:svg|webp|avif|ico)\b/i

/** What a browser draws of a deck; nothing where none is needed or none is there: then the words of it are written. */
async function drawingsOf(deck: Deck, asked: string | undefined): Promise<{ readonly drawings?: Drawings }> {
  const slides = deck.files.flatMap(({ stacks }) => stacks.flat())
  if (!slides.some(({ body }) => drawn.test(body.text))) return {}
  const [{ launchBrowser }, { drawDeck }, { buildPage }, { installedAssets }] = await Promise.all([
    import('../print/browser.ts'),
    import('../print/drawings.ts'),
    import('../page/build-page.ts'),
    import('../assets/installed.ts'),
  ])
  try {
    const browser = await launchBrowser(asked)
    try {
      const { html } = await buildPage(deck, null, true, installedAssets())
      return { drawings: await drawDeck(browser, html) }
    } finally {
      await browser.close()
    }
  } catch (error) {
    if (error instanceof Fault && asked === undefined) return {}
    throw error
  }
}

/** Of a template, in megabytes; it may have large pictures. */
const largest = 100

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** @throws Fault before any work is done, where a deck or the place for a file is missing */
async function planJobs(decks: readonly string[], { as, slides, out }: ExportOptions): Promise<Job[]> {
  const places = await Promise.all([...new Set(decks)].map((deck) => findDeck(slides, deck)))
  const wanted = places.flatMap((place) => [...new Set(as)].map((format) => ({ place, format })))
  const isFolder = out === undefined || (await isDirectory(out))
  if (!isFolder && wanted.length > 1) throw new Fault((say) => say.outNotThere, { file: out })
  const folder = isFolder ? (out ?? '.') : dirname(out)
  if (!(await isDirectory(folder))) throw new Fault((say) => say.outFolder, { file: folder })
  await access(folder, constants.W_OK).catch(() => {
    throw new Fault((say) => say.outReadOnly, { file: folder })
  })
  if (await isAmongDecks(slides, folder)) throw new Fault((say) => say.outInSlides, { file: out ?? folder })
  const jobs = wanted.map(({ place, format }) => ({
    place,
    format,
    file: isFolder ? join(folder, fileName(place.slug, format)) : out,
  }))
  for (const { file, format } of jobs) {
    const there = await readIfThere(file)
    if (!there?.length) continue
    const seal = isWritten(format) ? sealOf(there) : null
    if (!seal && (isWritten(format) || !isExported(there))) throw new Fault((say) => say.stranger, { file })
    if (seal && !seal.isWhole) throw new Fault((say) => say.editedSince, { file })
  }
  return jobs
}

/** Whether it is written here, and needs no browser that prints it. */
const isWritten = (format: ExportFormat): boolean => isOfficeFormat(format) || isPaperKind(format)

function fileName(slug: string, format: ExportFormat): string {
  if (isOfficeFormat(format)) return `${slug}.${format}`
  return `${slug}-${format}.${isPaperKind(format) ? 'docx' : 'pdf'}`
}

const isDirectory = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  )

/**
 * What a PDF says of when it was made: `SOURCE_DATE_EPOCH` (reproducible-builds.org) in seconds, else when the deck's
 * Markdown last changed, so that the same deck gives the same file.
 */
async function dateOf({ files }: Deck): Promise<Date> {
  const epoch = process.env['SOURCE_DATE_EPOCH']
  if (epoch) {
    const date = new Date(/^\d+$/.test(epoch) ? Number(epoch) * 1000 : Number.NaN)
    // PDF has four digits for the year.
    if (!(date.getFullYear() <= 9999)) throw new Fault((say) => say.epoch(epoch))
    return date
  }
  const changes = await Promise.all(files.map(async ({ path }) => (await stat(path)).mtimeMs))
  return new Date(Math.max(...changes))
}

const sizeOf = (bytes: number): string =>
  bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} KB` : `${(bytes / 1e6).toFixed(1)} MB`
