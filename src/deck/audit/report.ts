import { formatPlace } from '../../fault.ts'
import { wordsFor } from '../../words.ts'
import type { DeckAudit, PointAudit } from './audit.ts'
import type { NotesDifference } from './notes.ts'

/** As much of a passage as a line of a report shows, in UTF-16 units. */
const shown = 60

/** A difference that takes something from the document; a remark of the presenter's own does not. */
export function isFault({ kind }: NotesDifference): boolean {
  return kind !== 'remark'
}

/** What an audit found, as lines for a person to read; the last one sums it up. */
export function auditReport(audit: DeckAudit, language: string): string[] {
  const words = wordsFor(language).audit
  const cut = (text: string): string => {
    const line = text.replace(/\s*\n\s*/g, ' ')
    return line.length > shown ? `${line.slice(0, shown)}…` : line
  }
  const difference = ({ kind, place, document, deck, context: [before, after] }: NotesDifference): string => {
    const whole = document === '' || deck === '' || kind === 'moved'
    const said = whole
      ? words.quote(cut(deck || document))
      : `…${before}〔${cut(document)} → ${cut(deck)}〕${after}…`
    const named = kind === 'altered' && document === '' ? 'remark' : kind
    return `${formatPlace(place)}: ${words[named]}: ${said}`
  }
  const point = ({ place, state, text, original }: PointAudit): string =>
    state === 'edited'
      ? `${formatPlace(place)}: ${words.edited}\n    ${words.now}: ${cut(text)}\n    ${words.before}: ${cut(original ?? words.nothing)}`
      : `${formatPlace(place)}: ${words.added}: ${words.quote(cut(text))}`
  const { verbatim, edited, added } = audit.points
  const faults = audit.differences.filter(isFault).length
  return [
    ...audit.slides.flatMap(({ points }, slide) => [
      ...points.filter(({ state }) => state !== 'verbatim').map(point),
      ...audit.differences.filter((one) => one.slide === slide).map(difference),
    ]),
    [
      words.summary(audit.paragraphs, verbatim),
      edited ? words.changed(edited) : '',
      added ? words.more(added) : '',
      faults ? words.faults(faults) : '',
    ].join(''),
  ]
}
