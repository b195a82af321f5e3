import type { Deck } from '../../deck/deck.ts'
import { Fault } from '../../fault.ts'
import { paperWords } from '../words.ts'
import { agendaItems } from './agenda.ts'
import { minutesOutline } from './minutes.ts'
import { type Paper, type PaperBlock, type PaperKind, usualCounts } from './paper.ts'
import { questionsOf, quiz } from './quiz.ts'
import { signInSheet } from './sign-in.ts'

/** Lines of a page in the layout of official papers. */
const officialLines = 12

export interface PaperOptions {
  /** Lines of the sign-in sheet; the most questions of the test. */
  readonly count?: number
  /** It is to be written in the layout of official papers, GB/T 9704. */
  readonly official?: boolean
}

/**
 * A paper of the meeting at which a deck is shown, of the deck's own words: a sheet to sign in, an outline of the minutes, a
 * test of blanks with its key. `paperToDocx` and `paperToPage` write it.
 *
 * @throws Fault with file and line for what can't be rendered; where no point of the deck has a word to leave out
 */
export function deckToPaper(
  deck: Deck,
  kind: PaperKind,
  { count, official = false }: PaperOptions = {},
): Paper {
  const { title = deck.slug, lang: language = 'zh-CN', unit = '', date = '', marking = '' } = deck.settings
  const words = paperWords(language)
  const meeting = { title, unit, date }
  const make: Readonly<Record<PaperKind, () => readonly [name: string, blocks: readonly PaperBlock[]]>> = {
    'sign-in': () => [
      words.signIn.title,
      signInSheet(meeting, words, count ?? (official ? officialLines : usualCounts['sign-in'])),
    ],
    minutes: () => [words.minutes.title, minutesOutline(meeting, words, agendaItems(deck))],
    quiz: () => {
      const questions = questionsOf(agendaItems(deck), count ?? usualCounts.quiz, language)
      if (questions.length === 0) throw new Fault((say) => say.noQuestions, { file: deck.folder })
      return [words.quiz.title, quiz(title, words, questions)]
    },
  }
  const [name, blocks] = make[kind]()
  return { deck: deck.slug, name, title: `${title} · ${name}`, language, unit, marking, blocks }
}
