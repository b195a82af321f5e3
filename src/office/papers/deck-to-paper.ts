import type { Deck } from '../../deck/deck.ts'
import { Fault } from '../../fault.ts'
import { paperWords } from '../words.ts'
import { agendaItems } from './agenda.ts'
import { minutesOutline } from './minutes.ts'
import type { Paper, PaperBlock, PaperKind } from './paper.ts'
import { questionsOf, quiz } from './quiz.ts'
import { signInSheet } from './sign-in.ts'

/** How many people sign, how many questions are asked, unless told. */
export const usualCount: Readonly<Record<Exclude<PaperKind, 'minutes'>, number>> = { 'sign-in': 30, quiz: 20 }

export interface PaperOptions {
  /** Lines of the sign-in sheet; the most questions of the test. */
  readonly count?: number
}

/**
 * A paper of the meeting at which a deck is shown, of the deck's own words: a sheet to sign in, an outline of the minutes, a
 * test of blanks with its key. `paperToDocx` and `paperToPage` write it.
 *
 * @throws Fault with file and line for what can't be rendered; where no point of the deck has a word to leave out
 */
export function deckToPaper(deck: Deck, kind: PaperKind, { count }: PaperOptions = {}): Paper {
  const { title = deck.slug, lang: language = 'zh-CN', unit = '', date = '', marking = '' } = deck.settings
  const words = paperWords(language)
  const meeting = { title, unit, date }
  const make: Readonly<Record<PaperKind, () => readonly [name: string, blocks: readonly PaperBlock[]]>> = {
    'sign-in': () => [words.signIn.title, signInSheet(meeting, words, count ?? usualCount['sign-in'])],
    minutes: () => [words.minutes.title, minutesOutline(meeting, words, agendaItems(deck))],
    quiz: () => {
      const questions = questionsOf(agendaItems(deck), count ?? usualCount.quiz)
      if (questions.length === 0) throw new Fault((say) => say.noQuestions, { file: deck.folder })
      return [words.quiz.title, quiz(title, words, questions)]
    },
  }
  const [name, blocks] = make[kind]()
  return { deck: deck.slug, name, title: `${title} · ${name}`, language, unit, marking, blocks }
}
