import { classes, type Element, type Node, withAttributes } from '../markdown/html-tree.ts'
import { isHeading, isSeen } from './fit/measure.ts'

/** The class of a slide that opens its section: the first of its two headings names that, the second one heads the slide. */
const opens = 'opening'
/** The class of that name, which stands where slides have the name of their section. */
export const sectionName = 'section-name'

/** Parts the name of the section that a slide opens from what the slide shows; other slides show all they hold. */
export function openedSection(
  names: readonly string[],
  body: readonly Node[],
): { readonly name: readonly Element[]; readonly shown: readonly Node[] } {
  const [first, second] = body.filter(isSeen)
  const isOpening = names.includes(opens) && first && second && isHeading(first) && isHeading(second)
  if (!isOpening) return { name: [], shown: body }
  // It heads nothing here: a list of headings has the slide's own.
  const name = withAttributes(first, { class: [...classes(first), sectionName].join(' '), role: 'paragraph' })
  return { name: [name], shown: body.filter((node) => node !== first) }
}
