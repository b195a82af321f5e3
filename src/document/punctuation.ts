/** Marks that may stand behind the end of a sentence and belong to it. */
const CLOSING = '”’"』」》〉）)】〕］\\]'

const SENTENCE_END = new RegExp(`[。！？!?…；;：:.][${CLOSING}\\s]{0,4}(?:\\[\\d{1,3}\\])?$`, 'u')

/** The range ends as a sentence or a full clause of a list does. */
export function endsSentence(text: string, start: number, end: number): boolean {
  return SENTENCE_END.test(text.slice(Math.max(start, end - 8), end))
}

/** `D.C.`, `J. Smith`, `No. 5`: a stop that ends no sentence. */
const ABBREVIATED = '(?<=(?:^|[^\\p{L}])(?:\\p{Lu}|No|Nos|Reg|Art|Sec|Mr|Mrs|Ms|Dr|St|vs|cf))'
const FULL_STOP = new RegExp(`[。！？!?…][${CLOSING}]{0,3}|(?!${ABBREVIATED}[.]\\s)[.](?=\\s|$)`, 'gu')

/** Where the first sentence of the range ends, its mark and what closes behind it included; null where none does. */
export function firstSentenceEnd(text: string, start: number, end: number): number | null {
  const range = text.slice(start, end)
  FULL_STOP.lastIndex = 0
  const match = FULL_STOP.exec(range)
  return match ? start + match.index + match[0].length : null
}
