import { type OfficeWords, officeTable } from '../words/office.ts'
import { type PaperWords, paperTable } from '../words/papers.ts'
import { isTraditional, spoken } from '../words.ts'

export type { OfficeWords } from '../words/office.ts'
export type { PaperWords } from '../words/papers.ts'

/** The words for a deck's language. @param language BCP 47 tag of the deck */
function spokenAs<T>(
  table: Readonly<Record<'zh' | 'traditional' | 'japanese' | 'en', T>>,
  language: string,
): T {
  if (isTraditional(language)) return table.traditional
  if (/^ja\b/i.test(language)) return table.japanese
  return spoken(language) === 'zh' ? table.zh : table.en
}

/** What stands in a file of Office beside the deck's own words. @param language BCP 47 tag of the deck */
export const officeWords = (language: string): OfficeWords => spokenAs(officeTable, language)

/** What the papers of a meeting say. @param language BCP 47 tag of the deck */
export const paperWords = (language: string): PaperWords => spokenAs(paperTable, language)
