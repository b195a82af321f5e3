/** Begins what only a further clause makes a sentence. */
export const subordinate =
  /^\s*(?:(?:and|but|so)\s+)?(?:when|while|if|as|because|although|though|since|after|before|once|until|unless|whereas)\b/iu
/** Begins what may only lead up to what is said. */
export const opener =
  /^\s*(?:(?:and|but|so)\s+)?(?:in|on|at|with|from|for|to|by|through|during|throughout|despite|unlike|like|under|over|without|tonight|today|now|then|however|moreover|furthermore|therefore|thus|finally|indeed|together|along|last|next|first|second|third|of course|instead)\b|^\s*(?:yes|no|well)\s*$/iu
/** Has a predicate. */
export const finite =
  /\b(?:I|we|you|he|she|they|it|is|are|was|were|will|has|have|had|do|does|did|can|may|must|shall|should|would|could)\b|[’'](?:ve|re|ll|s)\b/iu

/** Longer than this it says something of its own: UTF-16 units. */
const longest = 80

/** English words that only lead up to what a sentence says, before its first comma: In this struggle, … If we fail, … */
export function leadsIn(words: string): boolean {
  return words.length < longest && (subordinate.test(words) || (opener.test(words) && !finite.test(words)))
}
