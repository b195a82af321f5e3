import { size } from '../../keypoints/scale.ts'
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
    block: 56,
    least: 140,
    inline: 64,
    numbered: 64,
    line: 1.45,
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
    if (longest > cardRoom) return null
    const isEven = longest <= (evenRoom[points.length] ?? 0) && longest <= 3 * shortest
    return { arrangement: { above: [], items: points, below: [] }, isSecond: !isEven }
  },
}

/** In characters of Chinese or English words: what a card has room for, and by how many there are, what is glanced at at once. */
const cardRoom = 32
const evenRoom: Readonly<Record<number, number>> = { 2: 26, 3: 26, 4: 30, 5: 22, 6: 26 }
