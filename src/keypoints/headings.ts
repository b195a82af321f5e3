import type { Candidate } from './candidates.ts'
import { anaphora } from './cues.ts'
import { type Scale, size } from './scale.ts'
import { simplified } from './simplified.ts'

const strongDirective = /必须|务必|\bmust\b/iu

/**
 * The candidate that heads a paragraph: what an enumeration is introduced with when that says
 * what must be done, else the topic sentence, which is the first one.
 */
export function topicOf(
  text: string,
  opening: readonly Candidate[],
  beforeItems: boolean,
  scale: Scale,
): Candidate | null {
  const said = opening.filter(({ start, end }) => {
    const words = text.slice(start, end)
    const length = size(words, scale)
    return length * 2 >= scale.short && length <= scale.limit && !anaphora.test(simplified(words))
  })
  const directive =
    beforeItems && said.find(({ start, end }) => strongDirective.test(simplified(text.slice(start, end))))
  const first = said.find(({ sentence }) => sentence === opening[0]?.sentence)
  return directive || first || null
}
