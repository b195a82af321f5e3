import type { Candidate } from './candidates.ts'
import { anaphora, generic, obligation } from './cues.ts'
import { type Scale, size } from './scale.ts'
import { simplified } from './simplified.ts'

/**
 * The candidate that heads a paragraph: what an enumeration is introduced with when that says what must be done,
 * else the topic sentence, which is the first one; null where neither names what the paragraph is about.
 */
export function topicOf(
  text: string,
  opening: readonly Candidate[],
  beforeItems: boolean,
  scale: Scale,
): Candidate | null {
  const titles = opening.filter(({ start, end, dependent }) => {
    const words = simplified(text.slice(start, end))
    const length = size(words, scale)
    return (
      !dependent &&
      length * 2 > scale.short &&
      length <= scale.limit &&
      !anaphora.test(words) &&
      !generic.test(words)
    )
  })
  const directive = beforeItems && titles.find(({ words }) => obligation.test(words))
  const first = titles.find(({ sentence }) => sentence === opening[0]?.sentence)
  return directive || first || null
}
