import { type Document, type Span, textOf } from '../../document/index.ts'

/** What a slide shows of a heading: its words without the full stop or colon that some authors set behind them (（一）指导思想。). */
export function headingWords(document: Document, heading: Span): string {
  return textOf(document, heading).replace(/(?<![。：:；;，,\s])[。：:；;，,\s]+$/u, '')
}
