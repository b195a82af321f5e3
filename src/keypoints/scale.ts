/**
 * How long a point should be. Scripts written without spaces are measured in characters,
 * all others in words.
 */
export interface Scale {
  readonly unit: 'characters' | 'words'
  /** A shorter clause takes its neighbour with it. */
  readonly short: number
  /** Two neighbours up to this length together make one point. */
  readonly pair: number
  /** A point of several clauses is no longer than this. */
  readonly fit: number
  /** What is left of a sentence, up to this length, is a point as it is. */
  readonly whole: number
  /** A clause up to this length is not shortened. */
  readonly limit: number
  /** The definition of a term may be so long. */
  readonly longest: number
}

const characters: Scale = {
  unit: 'characters',
  short: 8,
  pair: 24,
  fit: 28,
  whole: 28,
  limit: 32,
  longest: 44,
}
const words: Scale = { unit: 'words', short: 4, pair: 8, fit: 24, whole: 150, limit: 30, longest: 45 }

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
