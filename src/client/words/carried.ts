import { type PageLanguage, pageLanguage } from '../../words/language.ts'
import type { Words } from '../../words.ts'

export { signs } from '../../words/signs.ts'

// In the script of a page this stands in the place of src/words.ts: of the scripts in this folder, one a language, a page
// carries that of its own language. See scripts/compile.mjs and src/page/scripts.ts.

declare global {
  var studyDeckWords: Partial<Record<PageLanguage, Words>> | undefined
}

/** Keeps the words of a language for the script of the page. */
export function carry(language: PageLanguage, words: Words): void {
  globalThis.studyDeckWords = { ...globalThis.studyDeckWords, [language]: words }
}

/** What the page says in a language; in its own where it carries no other. @param language BCP 47 tag */
export function wordsFor(language: string): Words {
  const carried = globalThis.studyDeckWords ?? {}
  const words = carried[pageLanguage(language)] ?? Object.values(carried)[0]
  if (!words) throw new Error('the page carries no words')
  return words
}
