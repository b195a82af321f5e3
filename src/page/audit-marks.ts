import type { SlideAudit } from '../deck/audit/audit.ts'
import { bare } from '../deck/audit/compare.ts'
import type { NotesDifference } from '../deck/audit/notes.ts'
import type { Attribute } from '../markdown/environment.ts'

/** What the page shows of a slide's audit. */
export interface AuditMarks {
  /** The document's words by the words, without white space, that a person made of them; '' for words of their own. */
  readonly originals: ReadonlyMap<string, string>
  /** `data-missing` and `data-altered`: what of the document its notes have not or have otherwise. */
  readonly attributes: readonly Attribute[]
  /** The same for the same marks. */
  readonly key: string
}

export function auditMarks(audit: SlideAudit | undefined): AuditMarks {
  const edited = audit?.points.filter(({ state }) => state !== 'verbatim') ?? []
  const originals = edited.map(({ text, original }) => [bare(text), original ?? ''] as const)
  const attributes = (['missing', 'altered'] as const).flatMap((name): Attribute[] => {
    // Words out of their place make another text, too.
    const found = audit?.notes.filter(({ kind }) => kind === name || (name === 'altered' && kind === 'moved'))
    return found?.length ? [[`data-${name}`, found.map(documentsWords).join('\n')]] : []
  })
  return {
    originals: new Map(originals),
    attributes,
    key: originals.length || attributes.length ? JSON.stringify([originals, attributes]) : '',
  }
}

/** What the document says where the notes do not, with a few characters around it where they are the same. */
function documentsWords({ document, context: [before, after] }: NotesDifference): string {
  return before + document + after
}
