import { join } from 'node:path'
import { deskName } from '../desk/names.ts'
import { Fault } from '../fault.ts'
import { deskFiles } from '../site/desk-files.ts'
import { type SiteFile, siteFiles } from '../site/pages.ts'
import { languageOf } from '../store/language.ts'
import { isAmongDecks, publish } from '../store/publish.ts'
import { commandWords, spoken, wordsFor } from '../words.ts'
import { remarkLines } from './remarks.ts'

/**
 * Builds every deck into a page of its own, and the list of them. A deck at fault is told and left out; the others are
 * built.
 */
export async function buildCommand({
  slides,
  out,
  withoutNotes = false,
  withoutSources = false,
}: {
  slides: string
  out: string
  withoutNotes?: boolean
  withoutSources?: boolean
}): Promise<void> {
  if (await isAmongDecks(slides, out)) throw new Fault((say) => say.outInSlides, { file: out })
  // Nothing is written before all of it is there.
  const files: SiteFile[] = []
  const failed = (fault: Fault): void => {
    process.stderr.write(`study-deck: ${fault.line(languageOf(fault))}\n`)
    process.exitCode = 1
  }
  const carrying = { withNotes: !withoutNotes, withSources: !withoutNotes && !withoutSources }
  for await (const file of siteFiles(slides, carrying, failed)) files.push(file)
  for (const { name } of files)
    if (await isAmongDecks(slides, join(out, name)))
      throw new Fault((say) => say.outInSlides, { file: join(out, name) })
  const desk = files.length > 0 ? await deskFiles() : []
  if (files.length > 0) await publish(out, [...files, ...desk])
  const told = files.flatMap(({ name, deck }) =>
    deck
      ? [
          ...remarkLines(deck.remarks, deck.lang),
          `${join(out, name)}  ${wordsFor(deck.lang).slides(deck.slides)}`,
        ]
      : [],
  )
  const language = spoken(files.find(({ deck }) => deck)?.deck?.lang ?? '')
  if (desk.length > 0) told.push(`${join(out, deskName)}  ${commandWords(language).builtDesk}`)
  // What is said of the theme of several decks is said once.
  process.stdout.write([...new Set(told)].map((line) => `${line}\n`).join(''))
}
