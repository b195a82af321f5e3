import { join } from 'node:path'
import { formatPlace } from '../fault.ts'
import { type SiteFile, siteFiles } from '../site/pages.ts'
import { writeWhole } from '../store/file.ts'

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
  // Nothing is written before all of it is there.
  const files: SiteFile[] = []
  for await (const file of siteFiles(slides, !withoutNotes)) files.push(file)
  for (const { name, content } of files) await writeWhole(join(out, name), content)
  const told = files.flatMap(({ name, deck }) =>
    deck
      ? [
          ...deck.remarks.map(({ place, message }) => `${formatPlace(place)}: ${message}`),
          `${join(out, name)}  ${deck.slides} slides`,
        ]
      : [],
  )
  process.stdout.write(`${told.join('\n')}\n`)
}
