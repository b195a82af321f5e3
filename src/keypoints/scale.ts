/**
 * How long a point should be. Scripts written without spaces are measured in characters,
 * all others in words.
 */
export interface Scale {
  readonly unit: 'characters' | 'words'
  /** A shorter clause takes its neighbour with it. */
  readonly short: number
  /** A sentence up to this length is a point as it is. */
  readonly fit: number
  /** A point is longer only where its clause has no place to cut. */
  readonly limit: number
}

const characters: Scale = { unit: 'characters', short: 8, fit: 28, limit: 32 }
const words: Scale = { unit: 'words', short: 4, fit: 14, limit: 18 }

const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

/** The scale for a text, told by its first few hundred characters. */
export function scaleOf(text: string): Scale {
  const sample = text.slice(0, 400)
  const dense = [...sample].filter((character) => unspaced.test(character)).length
  return dense * 4 > sample.length ? characters : words
}

/** The length of a text in the scale's unit. */
export function size(text: string, scale: Scale): number {
  if (scale.unit === 'characters') return text.length
  let count = 0
  for (const _ of text.matchAll(/\S+/gu)) count++
  return count
}
