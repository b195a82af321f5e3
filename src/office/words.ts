import { type OfficeWords, officeTable } from '../words/office.ts'
import { isTraditional, spoken } from '../words.ts'

export type { OfficeWords } from '../words/office.ts'

/** What stands in a file of Office beside the deck's own words. @param language BCP 47 tag of the deck */
export function officeWords(language: string): OfficeWords {
  if (isTraditional(language)) return officeTable.traditional
  if (/^ja\b/i.test(language)) return officeTable.japanese
  return spoken(language) === 'zh' ? officeTable.zh : officeTable.en
}
