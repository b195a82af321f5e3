import { finite, opener, subordinate } from './introductions.ts'
import { type Scale, size } from './scale.ts'

const auxiliary = '(?:is|are|was|were|will|has|have|had|can|may|must|shall|should|would|could)'

/** Before these an English clause can end, the best of them first. */
const breaks: readonly RegExp[] = [
  // A further clause: …, and executives who conceal it will be liable.
  new RegExp(`,(?=\\s(?:and|but|so|or|yet)\\s(?!${auxiliary}\\b)[^,]{3,60}\\s${auxiliary}\\s)`, 'giu'),
  // What is added, but not an item of a list: …, the strongest growth in nearly forty years.
  /,(?=\s(?:the|an?|which|who|where|including|especially|particularly|with|even|as|so|because|\p{Ll}{2,}ing)\s(?![^,]*,?\s(?:and|or)\s[^,]*$))/giu,
  /\s(?=(?:because|which|who|while|when|where|if|so|but|until|unless|whether|although|since)\s)/giu,
  /\s(?=(?:solely|nor|(?:and|or)\s(?:to|has|have|had|is|are|was|were|will|shall|can|must|in|for|by|with|on|from)|that|than|without|including|through|in order|(?<!as well\s)as)\s)/giu,
  /\s(?=(?:to|for|with|by|from|in|on|at|into|under|against|among|between)\s)/giu,
]
/** Only where a clause is hardly too long: what stands before it is little without it. */
const lastBreak = /\s(?=of\s)/giu

/** What is left behind a cut and leads on to what was cut off. */
const leadingOn =
  /(?:\s(?:as well|in|on|at|by|for|from|with|to|of|as|than|nor|and|or|but|the|an?|that|which|those|such|just|more|most|contrary|(?<!\b(?:is|are|was|were|be|been|keep)\s)\p{Ll}+ing))+$/iu
const past = /\b\p{L}+ed\b/iu
/** The predicate behind what stood between it and its subject: Intel, the company that …, is going to … */
const resumed = new RegExp(`,\\s${auxiliary}\\b`, 'iu')
/** Words whose sense hangs on what is behind them: No one shall be held guilty of any act … which did not constitute an offence. */
const denies = /\b(?:no|not|nor|none|nothing|nobody|never|neither|only|cannot)\b|n[’']t\b/iu
/** Cut off before these, what is denied stays as it is. */
const harmless = /^,?\s(?:n?or|of|solely|because|in order)\s/iu

/**
 * Where an English clause is cut that is too long for a point: behind what can be read alone.
 *
 * @returns an offset into `words`; 0 where every cut would leave what says nothing, or something else
 */
export function wordCut(words: string, scale: Scale): number {
  if (subordinate.test(words)) return 0
  const total = size(words, scale)
  // No slide has room for what is so long: the beginning of it has to do.
  const isFarTooLong = total > scale.limit * 2
  for (const pattern of total <= scale.longest ? [...breaks, lastBreak] : breaks) {
    let best = 0
    for (const { index } of words.matchAll(pattern)) {
      const rest = words.slice(index)
      const kept = words.slice(0, index).replace(leadingOn, '')
      const length = size(kept, scale)
      if (length > scale.limit) break
      if (length < scale.short + 2 || (denies.test(kept) && !harmless.test(rest))) continue
      if (isFarTooLong || (says(kept, rest) && !resumed.test(rest))) best = kept.length
    }
    if (best) return best
  }
  return 0
}

/** Has a predicate, or none was cut off. */
function says(kept: string, rest: string): boolean {
  return finite.test(kept) || (!opener.test(kept) && (past.test(kept) || !finite.test(rest)))
}
