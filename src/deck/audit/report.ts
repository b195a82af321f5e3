import { formatPlace, type Remark } from '../../fault.ts'
import { wordsFor } from '../../words.ts'
import type { DeckAudit } from './audit.ts'
import { markFor, markForPoint } from './meant-finding.ts'
import type { NotesDifference } from './notes.ts'
import type { PointAudit } from './read-slide.ts'
import type { SourceDifference } from './source.ts'

/** As much of a passage as a line of a report shows, in UTF-16 units. */
const shown = 60

/** A difference that takes something from the document, or from its reader; a remark of the presenter's own does not. */
export function isFault({ kind, meant }: NotesDifference): boolean {
  return kind !== 'remark' && !meant
}

/** Words of the document itself that its reader lost, as lines for a person to read. */
export function lostReport(file: string, lost: readonly string[], language: string): string[] {
  const words = wordsFor(language).audit
  return lost.map((one) => `${file}: ${words.unread}: ${words.quote(cut(one))}`)
}

/** Where `source.txt` is not the document, as lines for a person to read. */
export function sourceReport(differences: readonly SourceDifference[], language: string): string[] {
  const { source: name } = wordsFor(language).audit
  return differences.map(
    ({ place, document, source }) => `${formatPlace(place)}: ${name}: 〔${cut(document)} → ${cut(source)}〕`,
  )
}

const cut = (text: string): string => {
  const line = text.replace(/(?<!\s)\s*\n\s*/g, ' ')
  return line.length > shown ? `${line.slice(0, shown)}…` : line
}

/** What the points of a slide drop of their sentences, for whoever prepares it. */
export function lostRemarks(points: readonly PointAudit[], language: string): Remark[] {
  const { lost: say } = wordsFor(language).audit
  return points.flatMap(({ place, text, lost, meant }) =>
    lost && !meant ? [{ place, message: say[lost.kind](cut(text), cut(lost.words)) }] : [],
  )
}

/**
 * What an audit found, as lines for a person to read; the last one sums it up. What fails the check has below it how to
 * say that it is meant.
 *
 * @param strict every edit fails it
 */
export function auditReport(audit: DeckAudit, language: string, strict = false): string[] {
  const words = wordsFor(language).audit
  const named = (name: string, meant: boolean): string => (meant ? `${name}（${words.isMeant}）` : name)
  const howTo = (mark: string | null): string => (mark === null ? '' : `\n    ${words.howToMean}: ${mark}`)
  const difference = (one: NotesDifference): string => {
    const { kind, place, document, deck, context, meant } = one
    const [before, after] = context
    const whole = document === '' || deck === '' || kind === 'moved'
    const said = whole
      ? words.quote(cut(deck || document))
      : `…${before}〔${cut(document)} → ${cut(deck)}〕${after}…`
    const name = kind === 'altered' && document === '' ? 'remark' : kind
    const fails = isFault(one) || (strict && !meant)
    return `${formatPlace(place)}: ${named(words[name], meant)}: ${said}${howTo(fails ? markFor(one, language) : null)}`
  }
  const point = (one: PointAudit): string => {
    const { place, state, text, original, meant, setting } = one
    const fails = !meant && (strict || state === 'dropped')
    const mark = howTo(fails ? markForPoint(one, language) : null)
    if (state !== 'edited')
      return `${formatPlace(place)}: ${named(words[state === 'verbatim' ? 'added' : state], meant)}: ${words.quote(cut(text))}${mark}`
    const name = setting ? words.settings[setting] : words.edited
    return `${formatPlace(place)}: ${named(name, meant)}\n    ${words.now}: ${cut(text)}\n    ${words.before}: ${cut(original ?? words.nothing)}${mark}`
  }
  const { edited, added, elsewhere, dropped, pictures } = audit.points
  const verbatim = audit.slides
    .flatMap(({ points }) => points)
    .filter(({ kind, state }) => kind === 'item' && state === 'verbatim').length
  const faults = audit.differences.filter(isFault).length
  const meant =
    audit.differences.filter((one) => one.meant).length +
    audit.slides.flatMap((slide) => slide.points).filter((one) => one.meant).length
  return [
    ...audit.slides.flatMap(({ points }, slide) => [
      ...points.filter(({ state }) => state !== 'verbatim').map(point),
      ...lostRemarks(points, language).map(({ place, message }) => `${formatPlace(place)}: ${message}`),
      ...audit.differences.filter((one) => one.slide === slide).map(difference),
    ]),
    ...audit.idleMarks.map(
      ({ place, text }) => `${formatPlace(place)}: ${words.idleMark}: ${words.quote(cut(text))}`,
    ),
    [
      words.summary(audit.paragraphs, verbatim),
      edited ? words.changed(edited) : '',
      added + elsewhere ? words.more(added + elsewhere) : '',
      dropped ? words.fewer(dropped) : '',
      pictures ? words.pictures(pictures) : '',
      meant ? words.meantCount(meant) : '',
      faults ? words.faults(faults) : '',
    ].join(''),
  ]
}
