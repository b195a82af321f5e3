import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { auditDeck } from '../deck/audit.ts'
import { deckNames, loadDeck } from '../deck/load.ts'
import { outline, readDocument } from '../document/index.ts'
import { Fault, formatPlace } from '../fault.ts'

/** Checks decks against their documents; a finding makes the command fail. */
export async function checkCommand(deck: string | undefined, { slides }: { slides: string }): Promise<void> {
  let count = 0
  for (const slug of deck === undefined ? await deckNames(slides) : [deck]) {
    const loaded = await loadDeck(slides, slug)
    const file = join(slides, slug, 'source.txt')
    const bytes = await readFile(file).catch(() => null)
    if (!bytes) {
      if (deck !== undefined) throw new Fault('no document beside the slides to check against', { file })
      continue
    }
    const { text } = outline(await readDocument({ name: 'source.txt', bytes }))
    const findings = auditDeck(loaded, text)
    for (const { place, message } of findings) process.stdout.write(`${formatPlace(place)}: ${message}\n`)
    process.stdout.write(
      `${slug}: ${findings.length ? `${findings.length} findings` : 'says what its document says, and all of it'}\n`,
    )
    count += findings.length
  }
  if (count) process.exitCode = 1
}
