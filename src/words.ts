/** What study-deck says to people, in each language: on pages, of mistakes, on the command line. */
export { type CommandWords, commandWords } from './words/commands.ts'
export { type FaultWords, faultWords, inEveryLanguage, type Texts } from './words/faults.ts'
export {
  isTraditional,
  type Language,
  type PageLanguage,
  pageLanguage,
  pageLanguages,
  spoken,
} from './words/language.ts'
export { en, ja, type Words, wordsFor, zh, zhHant } from './words/pages.ts'
export { signs } from './words/signs.ts'
