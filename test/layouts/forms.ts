import type { ParagraphPoints } from '../../src/keypoints/index.ts'
import { scaleOf } from '../../src/keypoints/scale.ts'
import { formsOf } from '../../src/layouts/index.ts'
import { groupsOf } from '../../src/layouts/matter.ts'

/** The form that the points of a paragraph have where nothing was shown before. */
export function formOf(text: string, { tree, points }: ParagraphPoints): string {
  return formsOf({ text, scale: scaleOf(text), tree, points: groupsOf(points) })[0]?.name ?? 'list'
}
