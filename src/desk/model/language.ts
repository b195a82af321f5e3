import { deskWords } from '../../words/desk.ts'
import { type Language, spoken } from '../../words.ts'

/** The language of the person, as their browser tells it. */
export const language: Language = spoken(navigator.language)
export const say = deskWords(language)
