/** Two sums of 32 bits, stirred in ways of their own (cyrb53, by bryc, in the public domain). */
const [firstSeed, secondSeed] = [0xdeadbeef, 0x41c6ce57]
const [firstFactor, secondFactor] = [2654435761, 1597334677]

/**
 * Tells a text from every other of a deck, in 11 letters and figures: of a thousand texts two are alike in one deck of
 * ten thousand million. Not for what somebody might gain by making two texts alike.
 */
export function slideKey(text: string): string {
  let [one, two] = [firstSeed, secondSeed]
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    one = Math.imul(one ^ unit, firstFactor)
    two = Math.imul(two ^ unit, secondFactor)
  }
  const mixed = (own: number, other: number): number =>
    Math.imul(own ^ (own >>> 16), 2246822507) ^ Math.imul(other ^ (other >>> 13), 3266489909)
  one = mixed(one, two)
  two = mixed(two, one)
  return (2 ** 32 * (two & 0x1fffff) + (one >>> 0)).toString(36).padStart(11, '0')
}
