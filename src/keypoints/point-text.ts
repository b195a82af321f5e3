import type { KeyPoint } from './points.ts'
import { scaleOf } from './scale.ts'

/** What stands where a point leaves words of its sentence out, in a text of that script. */
export function omissionIn(text: string): string {
  return scaleOf(text).unit === 'characters' ? '……' : ' … '
}

/** The words of a point as they are shown. */
export function pointText(text: string, { spans }: Pick<KeyPoint, 'spans'>): string {
  return spans.map(({ start, end }) => text.slice(start, end)).join(omissionIn(text))
}
