import { numberingAt } from '../../document/numbering.ts'
import { wordsOf } from '../content/runs.ts'
import type { PaperWords } from '../words.ts'
import type { AgendaItem } from './agenda.ts'
import type { PaperBlock, PaperCell } from './paper.ts'
import type { Meeting } from './sign-in.ts'

/** Points: of a line, and of room for what is said. */
const line = 27
const room = 64

/** An outline of the minutes: what is known of the meeting, its agenda, and below the points of each item room to write. */
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
  // A deck without sections has its name for the one thing that is on the agenda.
  const items = agenda.map((item) => ({
    ...item,
    name: item.name || (agenda.length > 1 ? say.opening : title),
  }))
  const named = items.map(({ name }) => ({ text: name, level: 0 }))
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
    { kind: 'heading', text: say.agenda },
    // Sections that bear numbers need no others.
    ...(named.some(({ text }) => numberingAt(text, 0))
      ? named.map(({ text }): PaperBlock => ({ kind: 'line', text }))
      : [{ kind: 'list', isNumbered: true, items: named } as const]),
    ...items.flatMap(({ name, slides }): PaperBlock[] => [
      { kind: 'heading', text: name },
      ...(slides.length
        ? [{ kind: 'list', isNumbered: false, items: slides.flatMap(pointsOf) } as const]
        : []),
      {
        kind: 'table',
        shares: [15, 85],
        head: [],
        rows: say.blanks.map((text) => ({ cells: [label(text), { text: '' }], height: room })),
      },
    ]),
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

/** A slide's heading, and below it the points of its first level. */
function pointsOf({ heading, points }: AgendaItem['slides'][number]) {
  const top = points.filter(({ level }) => level <= 1).map(({ runs }) => wordsOf(runs).replaceAll('\n', ' '))
  return [
    ...(heading ? [{ text: heading, level: 0 }] : []),
    ...top.map((text) => ({ text, level: heading ? 1 : 0 })),
  ]
}
