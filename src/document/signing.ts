import type { Paragraph, ParagraphKind, Section, Span } from './document.ts'

/** Who a document is from, and when. */
export interface Signing {
  readonly byline: Span | null
  readonly date: Span | null
}

/** More lines are no signature but the text of a page. */
const MOST_SIGNATURES = 4

/**
 * Who wrote a document and when: what it says below its title, else what it is signed with, the first time that names
 * stand above a date. What it brings with it, as a notice does, may be signed too.
 */
export function signingOf(text: string, sections: readonly Section[]): Signing {
  const all = paragraphsIn(sections)
  const first = (kind: ParagraphKind): Span | null => all.find((one) => one.kind === kind)?.span ?? null
  const opening = sections[0]?.level === 0 ? sections[0].paragraphs : []
  const begins = opening.findIndex(({ kind }) => kind === 'prose' || kind === 'article')
  const dates = opening.slice(0, begins < 0 ? 0 : begins).filter(({ kind }) => kind === 'date')
  const above = dates.find(({ span }) => !isStamp(text, span))?.span ?? null
  const at = all.findIndex(({ kind }, i) => kind === 'date' && all[i - 1]?.kind === 'signature')
  const signed = at < 0 ? null : signaturesAbove(all, at)
  return {
    byline: first('byline') ?? signed,
    date: above ?? (signed ? all[at]?.span : null) ?? dates[0]?.span ?? null,
  }
}

/** `2024-08-07`: when a page was put up, which the document's own date goes before. */
function isStamp(text: string, { start, end }: Span): boolean {
  return /^[\d\s:/.-]+$/u.test(text.slice(start, end))
}

function signaturesAbove(all: readonly Paragraph[], date: number): Span | null {
  let from = date
  while (from > 0 && date - from <= MOST_SIGNATURES && all[from - 1]?.kind === 'signature') from--
  const [start, end] = [all[from]?.span.start, all[date - 1]?.span.end]
  return start === undefined || end === undefined || date - from > MOST_SIGNATURES ? null : { start, end }
}

function paragraphsIn(sections: readonly Section[]): Paragraph[] {
  return sections.flatMap((section) => [...section.paragraphs, ...paragraphsIn(section.sections)])
}
