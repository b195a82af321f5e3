import type { PaperWords } from '../words.ts'
import { line, type PaperBlock, type PaperCell } from './paper.ts'

/** What is known of a meeting before it is held; '' for what is not. */
export interface Meeting {
  readonly title: string
  readonly unit: string
  readonly date: string
}

/** A sheet on which whoever comes signs. @param rows how many people */
export function signInSheet(
  { title, unit, date }: Meeting,
  { signIn, meeting, date: when, place }: PaperWords,
  rows: number,
): readonly PaperBlock[] {
  const label = (text: string): PaperCell => ({ text, isLabel: true })
  return [
    { kind: 'title', text: signIn.title },
    {
      kind: 'table',
      shares: [19, 33, 15, 33],
      head: [],
      rows: [
        { cells: [label(meeting), { text: title, columns: 3 }], height: line },
        { cells: [label(signIn.unit), { text: unit, columns: 3 }], height: line },
        { cells: [label(when), { text: date }, label(place), { text: '' }], height: line },
      ],
    },
    {
      kind: 'table',
      shares: [13, 23, 36, 28],
      head: signIn.columns,
      rows: Array.from({ length: rows }, (_, i) => ({
        cells: [label(String(i + 1)), { text: '' }, { text: '' }, { text: '' }],
        height: line,
      })),
    },
  ]
}
