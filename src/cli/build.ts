import { join } from 'node:path'
import { Fault, formatPlace } from '../fault.ts'
import { type SiteFile, siteFiles } from '../site/pages.ts'
import { publish, standsIn } from '../store/publish.ts'
import { wordsFor } from '../words.ts'

/** Builds every deck into a page of its own, and the list of them. */
export async function buildCommand({
  slides,
  out,
  withoutNotes = false,
}: {
  slides: string
  out: string
  withoutNotes?: boolean
}): Promise<void> {
  if (await standsIn(slides, out)) throw new Fault((say) => say.outInSlides, { file: out })
  // Nothing is written before all of it is there.
  const files: SiteFile[] = []
  for await (const file of siteFiles(slides, !withoutNotes)) files.push(file)
  for (const { name } of files)
    if (await standsIn(slides, join(out, name)))
      throw new Fault((say) => say.outInSlides, { file: join(out, name) })
  await publish(out, files)
  const told = files.flatMap(({ name, deck }) =>
    deck
      ? [
          ...deck.remarks.map(({ place, message }) => `${formatPlace(place)}: ${message}`),
          `${join(out, name)}  ${wordsFor(deck.lang).slides(deck.slides)}`,
        ]
      : [],
  )
  process.stdout.write(`${told.join('\n')}\n`)
}
