import { type MeantKind, meantMark } from './meant.ts'
import type { NotesDifference } from './notes.ts'
import type { PointAudit } from './read-slide.ts'

/** What a person says of a difference that is meant. */
export function meantKindOf({ kind }: NotesDifference): MeantKind {
  return kind === 'remark' ? 'added' : kind
}

/** The words by which a difference is known when a person says that it is meant. */
export function wordsOf({ kind, document, deck, context: [before, after] }: NotesDifference): string {
  if (kind === 'altered') return `${before}〔${document} → ${deck}〕${after}`
  return kind === 'hidden' || kind === 'remark' ? deck : document
}

/** What a person says of a heading or point that is meant; null for one that is the document's. */
export function meantKindOfPoint({ state }: Pick<PointAudit, 'state'>): MeantKind | null {
  if (state === 'verbatim') return null
  if (state === 'dropped') return 'missing'
  return state === 'elsewhere' ? 'added' : state
}

/** What to write beside the slide where a difference is meant so. */
export function markFor(difference: NotesDifference, language: string): string {
  return meantMark(meantKindOf(difference), wordsOf(difference), language)
}

/** What to write beside the slide where a heading or point is meant so; null for one that is the document's. */
export function markForPoint(point: PointAudit, language: string): string | null {
  const kind = meantKindOfPoint(point)
  return kind && meantMark(kind, point.text, language)
}
