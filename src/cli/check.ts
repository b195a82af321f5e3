import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { installedAssets } from '../assets/installed.ts'
import { auditDeck, type DeckAudit } from '../deck/audit/audit.ts'
import { auditReport, isFault, lostReport, sourceReport } from '../deck/audit/report.ts'
import { auditSource } from '../deck/audit/source.ts'
import { fingerprint, recordName } from '../deck/record.ts'
import { reviewReport } from '../deck/review/report.ts'
import { sourceName } from '../deck/source-files.ts'
import { outline } from '../document/index.ts'
import { Fault } from '../fault.ts'
import { renderDeck } from '../page/render-deck.ts'
import { systemLanguage } from '../store/language.ts'
import { findDeck, findDecks, loadDocument, readDeck, readOriginal, readRecord } from '../store/load.ts'
import { wordsFor } from '../words.ts'
import { remarkLines } from './remarks.ts'

/**
 * Checks decks against their documents. Notes that are not the document make it fail; with `strict`, edits do too.
 * With `reviewed`, a slide that nobody signed does, or that was changed since.
 * What became of slides that hold too much is told beside, and fails nothing.
 */
export async function checkCommand(
  deck: string | undefined,
  {
    slides,
    json = false,
    strict = false,
    reviewed = false,
  }: { slides: string; json?: boolean; strict?: boolean; reviewed?: boolean },
): Promise<void> {
  const audits = []
  const places = deck === undefined ? await findDecks(slides) : [await findDeck(slides, deck)]
  for (const place of places) {
    const { slug } = place
    const loaded = await readDeck(place)
    const document = await loadDocument(loaded.folder)
    const path = join(loaded.folder, sourceName)
    const original = await readOriginal(loaded.folder)
    if (!document) {
      const record = await stat(join(loaded.folder, recordName)).catch(() => null)
      if (original !== null || record) throw new Fault((say) => say.lostDocument, { file: path })
      if (deck !== undefined) throw new Fault((say) => say.noDocument, { file: path })
    }
    const language = loaded.settings.lang ?? document?.language ?? systemLanguage()
    const { remarks, lang } = await renderDeck(loaded, { fonts: installedAssets().fonts, withNotes: true })
    const lines = remarkLines(remarks, lang)
    if (document) {
      const source = original === null ? [] : auditSource(original.source.text, document.text, path)
      // With its layout, as derive read it: what is a heading stands there.
      const whole = original !== null && source.length === 0 ? { ...original.source, name: slug } : null
      const audit = auditDeck(loaded, whole ? outline(whole) : document, {
        isWhole: whole !== null || original === null,
      })
      const print = (await readRecord(loaded.folder))?.source?.print
      // Where the document itself tells what was changed, that is enough.
      const isChanged = source.length === 0 && print !== undefined && print !== fingerprint(document.text)
      const isUnknown = original === null && print === undefined
      audits.push({ deck: slug, ...audit, source, isChanged, lost: original?.lost ?? [], remarks })
      if (
        source.length > 0 ||
        isChanged ||
        audit.differences.some(isFault) ||
        (strict && (isEdited(audit) || isUnknown || (original?.lost.length ?? 0) > 0))
      )
        process.exitCode = 1
      const report = auditReport(audit, language, strict)
      const lost = original?.lost ?? []
      lines.push(
        ...lostReport(original?.path ?? path, lost, language),
        ...sourceReport(source, language),
        ...(isChanged ? [`${path}: ${wordsFor(language).audit.sourceChanged}`] : []),
        ...(isUnknown ? [`${path}: ${wordsFor(language).audit.sourceUnknown}`] : []),
        ...report.slice(0, -1),
        `${slug}: ${report.at(-1)}`,
      )
    } else lines.push(`${slug}: ${wordsFor(language).audit.unchecked}`)
    if (reviewed || loaded.review.length > 0) {
      const { isSigned, lines: said } = reviewReport(loaded, language)
      lines.push(
        ...(reviewed ? said : said.slice(-1)).map((line, i, all) =>
          i === all.length - 1 ? `${slug}: ${line}` : line,
        ),
      )
      if (reviewed && !isSigned) process.exitCode = 1
    }
    if (!json) process.stdout.write(`${lines.join('\n')}\n`)
  }
  if (json) process.stdout.write(`${JSON.stringify(audits)}\n`)
}

/** Whether anything is not as it was derived, and not said to be meant so. */
function isEdited({ slides, differences }: DeckAudit): boolean {
  const points = slides.flatMap((slide) => slide.points)
  return (
    points.some(({ state, meant }) => state !== 'verbatim' && !meant) ||
    differences.some(({ meant }) => !meant)
  )
}
