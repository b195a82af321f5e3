import { access, constants, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Deck } from '../deck/deck.ts'
import { readIfThere, writeWhole } from '../disk/file.ts'
import { Fault, formatPlace } from '../fault.ts'
import type { Layout } from '../print/export-deck.ts'
import type { Format } from '../print/formats.ts'
import { isExported } from '../print/pdf/metadata.ts'
import { type DeckPlace, findDeck, readDeck } from '../store/load.ts'
import { isAmongDecks } from '../store/publish.ts'
import { commandWords, spoken } from '../words.ts'
import { showProgress } from './progress.ts'

export interface ExportOptions extends Layout {
  readonly as: readonly Format[]
  readonly slides: string
  readonly out?: string
  readonly browser?: string
}

/** One PDF to be made. */
interface Job {
  readonly place: DeckPlace
  readonly format: Format
  readonly file: string
}

/** Exports decks as PDF: every deck in every format, each file whole or not at all. */
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
  // The browser starts while the rest is loaded and the first deck is rendered.
  const starting = import('../print/browser.ts').then(({ launchBrowser }) =>
    launchBrowser(options.browser, stopping.signal),
  )
  // Whoever waits for it is told why there is none.
  starting.catch(() => {})
  try {
    const { exportPdf, printableDeck } = await import('../print/export-deck.ts')
    for (const place of places) {
      progress.next(place.slug)
      const deck = await readDeck(place)
      const [printable, date] = await Promise.all([printableDeck(deck), dateOf(deck)])
      const printer = await starting
      const said = commandWords(spoken(printable.rendered.lang))
      goOn()
      for (const { format, file } of jobs.filter((job) => job.place === place)) {
        const { pdf, pages, remarks } = await exportPdf(printer, printable, format, options, date, () => {
          goOn()
          progress.next(file)
        })
        goOn()
        progress.next(file)
        await writeWhole(file, pdf)
        told.push(...remarks.map(({ place, message }) => `${formatPlace(place)}: ${message}`))
        told.push(`${file}  ${said.pages(pages)}  ${sizeOf(pdf.length)}`)
      }
    }
  } catch (error) {
    goOn()
    throw error
  } finally {
    progress.end()
    await starting.then(
      (started) => started.close(),
      () => {},
    )
    for (const signal of signals) process.off(signal, stop)
    process.stdout.write(told.map((line) => `${line}\n`).join(''))
  }
}

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
    file: isFolder ? join(folder, `${place.slug}-${format}.pdf`) : out,
  }))
  for (const { file } of jobs) {
    const there = await readIfThere(file)
    if (there?.length && !isExported(there)) throw new Fault((say) => say.stranger, { file })
  }
  return jobs
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
