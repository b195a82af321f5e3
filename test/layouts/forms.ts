import type { ParagraphPoints } from '../../src/keypoints/index.ts'
import { scaleOf } from '../../src/keypoints/scale.ts'
import { formsOf } from '../../src/layouts/index.ts'
import { groupsOf } from '../../src/layouts/matter.ts'

/** Forms of points that say nothing of how these relate. */
const plain: ReadonlySet<string> = new Set(['list', 'cards', 'statement'])

/** The form that the points of a paragraph have for what they say; `list` where they just stand beside each other. */
export function formOf(text: string, { tree, points }: ParagraphPoints): string {
  const [form] = formsOf({ text, scale: scaleOf(text), tree, points: groupsOf(points) })
  return form && !plain.has(form.name) ? form.name : 'list'
}
