import type { KeyPoint } from '../../keypoints/index.ts'
import { scaleOf } from '../../keypoints/scale.ts'

/** So many letters of other scripts say, and take up, as much as a Chinese character. */
const lettersToCharacter = 2.5
/** In characters of Chinese: what stands on a line of a slide. */
const line = 28

/** How many UTF-16 units of a text say as much as a character of Chinese. */
export function unitsToCharacter(text: string): number {
  return scaleOf(text).unit === 'words' ? lettersToCharacter : 1
}

/** How many lines the points of a text take on a slide. @param characters of Chinese that stand on one */
export function linesOf(text: string, points: readonly Pick<KeyPoint, 'spans'>[], characters = line): number {
  const length = characters * unitsToCharacter(text)
  return points.reduce((sum, { spans }) => {
    const letters = spans.reduce((all, { start, end }) => all + end - start, 0)
    return sum + Math.ceil(letters / length)
  }, 0)
}
