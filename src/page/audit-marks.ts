import type { SlideAudit } from '../deck/audit/audit.ts'
import { bare } from '../deck/audit/compare.ts'
import type { NotesDifference } from '../deck/audit/notes.ts'
import { whoAndWhen } from '../deck/review/review.ts'
import type { SlideReview } from '../deck/review/slide-review.ts'
import type { Attribute } from '../markdown/environment.ts'

/** What the page shows of a slide's audit. */
export interface AuditMarks {
  /** The document's words by the words, without white space, that a person made of them; '' for words of their own. */
  readonly originals: ReadonlyMap<string, string>
  /**
   * `data-missing` and `data-altered`: what of the document its notes have not or have otherwise; `data-hidden`: what
   * can't be seen; `data-meant`: what a person said of differences that are meant. `data-review`, `data-signed`,
   * `data-comments`: whether it is signed, by whom, and what of the remarks is open.
   */
  readonly attributes: readonly Attribute[]
  /** The same for the same marks. */
  readonly key: string
}

export function auditMarks(audit: SlideAudit | undefined, review: SlideReview | null): AuditMarks {
  const edited = audit?.points.filter(({ state }) => state !== 'verbatim' && state !== 'dropped') ?? []
  const originals = edited.map(({ text, original }) => [bare(text), original ?? ''] as const)
  const open = audit?.notes.filter(({ meant }) => !meant) ?? []
  const meant = audit?.notes.filter((one) => one.meant) ?? []
  const attributes = (['missing', 'altered', 'hidden'] as const).flatMap((name): Attribute[] => {
    // Words out of their place make another text, too.
    const found = open.filter(({ kind }) => kind === name || (name === 'altered' && kind === 'moved'))
    return found.length ? [[`data-${name}`, found.map(documentsWords).join('\n')]] : []
  })
  const accepted = meant.map((one) => one.document || one.deck).join('\n')
  const all: readonly Attribute[] = [
    ...attributes,
    ...(accepted ? [['data-meant', accepted] as const] : []),
    ...(review ? reviewAttributes(review) : []),
  ]
  return {
    originals: new Map(originals),
    attributes: all,
    key: originals.length || all.length ? JSON.stringify([originals, all]) : '',
  }
}

function reviewAttributes({ state, signed, comments }: SlideReview): Attribute[] {
  const open = comments.filter(({ resolved }) => !resolved)
  return [
    ['data-review', state],
    ...(signed.length ? [['data-signed', signed.map(whoAndWhen).join('\n')] as const] : []),
    ...(open.length
      ? [['data-comments', open.map((one) => `${whoAndWhen(one)}\t${one.text}`).join('\n')] as const]
      : []),
  ]
}

/** What the document says where the notes do not, with a few characters around it where they are the same. */
function documentsWords({ kind, document, deck, context: [before, after] }: NotesDifference): string {
  return kind === 'hidden' ? deck : before + document + after
}

/** What an audit says of a slide as a whole. */
export const auditAttributes: ReadonlySet<string> = new Set([
  'data-missing',
  'data-altered',
  'data-hidden',
  'data-meant',
  'data-review',
  'data-signed',
  'data-comments',
])
