import { wordsOf } from '../content/runs.ts'
import type { PaperWords } from '../words.ts'
import type { AgendaItem, AgendaSlide } from './agenda.ts'
import { line, type PaperBlock, type PaperCell } from './paper.ts'
import type { Meeting } from './sign-in.ts'

/** The room to write in, of one item and of all together, which is about two pages: points. */
const mostRoom = 160
const allRoom = 1100
/** What more items than that are about would fill the paper, and so would more characters of it. */
const mostItems = 8
const mostHeadings = 800

/** An outline of the minutes: what is known of the meeting, and for each thing on its agenda what it is about and room to write. */
export function minutesOutline(
  { title, unit, date }: Meeting,
  { minutes: say, meeting, date: when, place, signIn }: PaperWords,
  agenda: readonly AgendaItem[],
): readonly PaperBlock[] {
  const label = (text: string): PaperCell => ({ text, isLabel: true })
  const wide = (name: string, text: string, height: number) => ({
    cells: [label(name), { text, columns: 3 }],
    height,
  })
  const pair = (name: string, text: string, other: string) => ({
    cells: [label(name), { text }, label(other), { text: '' }],
    height: line,
  })
  const [only] = agenda
  // A deck without sections goes through its slides.
  const items =
    only && agenda.length === 1
      ? headingsOf(only.slides).map((name) => ({ name, below: [] }))
      : agenda.map(({ name, slides }) => ({
          name: name || say.opening,
          below: headingsOf(slides).filter((heading) => heading !== name),
        }))
  const isLong =
    items.length > mostItems || items.flatMap(({ below }) => below).join('').length > mostHeadings
  const blanks = say.blanks.map((): PaperCell => ({ text: '' }))
  const room = Math.round(Math.max(line, Math.min(mostRoom, allRoom / items.length)))
  return [
    { kind: 'title', text: say.title },
    {
      kind: 'table',
      shares: [19, 31, 19, 31],
      head: [],
      rows: [
        wide(meeting, title, line),
        ...(unit ? [wide(signIn.unit, unit, line)] : []),
        pair(when, date, place),
        pair(say.chair, '', say.recorder),
        wide(say.present, '', 2 * line),
        wide(say.absent, '', line),
      ],
    },
    ...(isLong
      ? [
          {
            kind: 'table',
            shares: [31, 23, 23, 23],
            head: [say.agenda, ...say.blanks],
            rows: items.map(({ name }) => ({ cells: [{ text: name }, ...blanks], height: room })),
          } as const,
        ]
      : items.flatMap(({ name, below }): PaperBlock[] => [
          { kind: 'heading', text: name },
          ...(below.length > 0 ? [{ kind: 'line', text: say.about(below) } as const] : []),
          {
            kind: 'table',
            shares: [34, 33, 33],
            head: say.blanks,
            rows: [{ cells: blanks, height: room }],
          },
        ])),
    {
      kind: 'table',
      shares: [29, 21, 29, 21],
      head: [],
      rows: [
        { cells: [label(say.closed), { text: '', columns: 3 }], height: line },
        {
          cells: [label(say.signed(say.chair)), { text: '' }, label(say.signed(say.recorder)), { text: '' }],
          height: line,
        },
      ],
    },
  ]
}

/** What some slides are about, each thing once; a slide may have several headings. */
const headingsOf = (slides: AgendaItem['slides']): readonly string[] => {
  const below = ({ points }: AgendaSlide): string[] =>
    points.filter(({ kind }) => kind === 'heading').map(({ runs }) => wordsOf(runs).replaceAll('\n', ' '))
  return [...new Set(slides.flatMap((slide) => [slide.heading || [], below(slide)].flat()))]
}
