import { type Scale, size } from '../../keypoints/scale.ts'
import type { Layout } from '../layout.ts'
import { isFlat } from '../matter.ts'
import { plain, plainList } from '../plain.ts'

/** Short points of equal weight, side by side. */
export const cards: Layout = {
  ...plain,
  name: 'cards',
  size: 34,
  largest: [54, 52, 44, 44, 40, 38, 34],
  list: {
    ...plainList,
    gap: 24,
    block: 44,
    least: 120,
    inline: 64,
    numbered: 64,
    line: 1.4,
    isWhole: true,
    columns: (items, shape) => (shape === 'narrow' || (items !== 3 && items < 7) ? 2 : 3),
    columnGap: 24,
  },
  choose(matter) {
    const { text, scale, points } = matter
    if (points.length < 2 || points.length > 6 || !isFlat(matter)) return null
    const lengths = points.map(({ point: { spans } }) =>
      spans.reduce((sum, { start, end }) => sum + size(text.slice(start, end), scale), 0),
    )
    const [longest, shortest] = [Math.max(...lengths), Math.min(...lengths)]
    const { most, glance } = room[scale.unit]
    if (longest > (most[points.length] ?? 0)) return null
    const isEven = longest <= (glance[points.length] ?? 0) && longest <= 3 * shortest
    return { arrangement: { above: [], items: points, below: [] }, isSecond: !isEven }
  },
}

type ByCount = Readonly<Record<number, number>>

/** By how many cards there are, what each has room for, and what of that is taken in at a glance. */
const room: Readonly<Record<Scale['unit'], { readonly most: ByCount; readonly glance: ByCount }>> = {
  characters: {
    most: { 2: 36, 3: 36, 4: 34, 5: 30, 6: 30 },
    glance: { 2: 28, 3: 30, 4: 30, 5: 26, 6: 28 },
  },
  words: {
    most: { 2: 34, 3: 34, 4: 20, 5: 13, 6: 13 },
    glance: { 2: 30, 3: 26, 4: 15, 5: 11, 6: 11 },
  },
}
