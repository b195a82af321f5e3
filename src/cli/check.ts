import { join } from 'node:path'
import { installedAssets } from '../assets/installed.ts'
import { auditDeck } from '../deck/audit/audit.ts'
import { auditReport, isFault } from '../deck/audit/report.ts'
import { sourceName } from '../deck/source-files.ts'
import { Fault, formatPlace } from '../fault.ts'
import { renderDeck } from '../page/render-deck.ts'
import { deckNames, loadDeck, loadDocument } from '../store/load.ts'

/**
 * Checks decks against their documents. Notes that are not the document make it fail; with `strict`, edits do too.
 * What became of slides that hold too much is told beside, and fails nothing.
 */
export async function checkCommand(
  deck: string | undefined,
  { slides, json = false, strict = false }: { slides: string; json?: boolean; strict?: boolean },
): Promise<void> {
  const audits = []
  for (const slug of deck === undefined ? await deckNames(slides) : [deck]) {
    const loaded = await loadDeck(slides, slug)
    const document = await loadDocument(loaded.folder)
    if (!document && deck !== undefined)
      throw new Fault((say) => say.noDocument, {
        file: join(loaded.folder, sourceName),
      })
    const { remarks } = await renderDeck(loaded, { fonts: installedAssets().fonts, withNotes: true })
    if (!json)
      for (const { place, message } of remarks) process.stdout.write(`${formatPlace(place)}: ${message}\n`)
    if (!document) continue
    const audit = auditDeck(loaded, document)
    audits.push({ deck: slug, ...audit, remarks })
    const { edited, added } = audit.points
    if (audit.differences.some((one) => strict || isFault(one)) || (strict && edited + added > 0))
      process.exitCode = 1
    if (!json) {
      const language = loaded.settings.lang ?? document.language
      const lines = auditReport(audit, language)
      process.stdout.write(`${lines.slice(0, -1).join('\n')}${lines.length > 1 ? '\n' : ''}`)
      process.stdout.write(`${slug}: ${lines.at(-1)}\n`)
    }
  }
  if (json) process.stdout.write(`${JSON.stringify(audits)}\n`)
}
