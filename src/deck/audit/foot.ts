import type { Deck } from '../../deck/deck.ts'
import { comparable } from './comparable.ts'
import type { DocumentLines, Reading } from './document-lines.ts'
import { readsAsHeading } from './headings.ts'
import type { Meant } from './meant.ts'
import type { PointAudit } from './read-slide.ts'
import { type StatedName, saysStated } from './stated.ts'

/**
 * What of the settings stands in the foot of every slide and is not what the document says in its place: another
 * title, date, office or marking. What the document does not state is the presenter's own.
 */
export function auditFoot(
  { files, settings }: Deck,
  lines: DocumentLines & Reading,
  meant: Meant,
): PointAudit[] {
  const [first] = files
  if (!first) return []
  const differs = (setting: 'title' | StatedName, text: string, original: string): PointAudit => ({
    ...{ place: { file: first.path, line: 1 }, kind: 'heading', text, state: 'edited', original, lost: null },
    setting,
    meant: meant('edited', text),
  })
  const { title } = settings
  const opening = lines.lines.findIndex(({ below }) => below.length > 0)
  // A page tells which of its lines is its title, its text alone does not.
  const isOpening = (words: string): boolean =>
    !lines.isWhole &&
    lines.lines
      .slice(0, opening < 0 ? undefined : opening)
      .some(({ text }) => comparable(text) === words && readsAsHeading(text))
  const retitled =
    title !== undefined &&
    lines.title !== null &&
    comparable(title) !== comparable(lines.title) &&
    !isOpening(comparable(title))
  return [
    ...(retitled ? [differs('title', title, lines.title)] : []),
    ...(['unit', 'date', 'marking'] as const).flatMap((name) => {
      const [said, stated] = [settings[name], lines.stated[name]]
      return said === undefined || stated === null || saysStated(name, said, stated)
        ? []
        : [differs(name, said, stated)]
    }),
  ]
}
