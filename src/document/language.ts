/** Characters that are written otherwise in the other script, from among the most frequent. */
const SIMPLIFIED = /[们这国来为说时会过对发经无机关战实现义当务条产与业资东专车]/gu
const TRADITIONAL = /[們這國來為說時會過對發經無機關戰實現義當務條產與業資東專車]/gu
const ENGLISH = /\b(?:the|of|and|to|in|that|is|for)\b/giu

/** How much of a text is of a kind, in UTF-16 units. @param runs of characters of that kind */
const amount = (text: string, runs: RegExp): number =>
  (text.match(runs) ?? []).reduce((sum, { length }) => sum + length, 0)

/** A BCP 47 tag for what a text is written in; `und` where it is none of those that can be told. */
export function languageOf(text: string): string {
  const sample = text.slice(0, 50_000)
  const count = (pattern: RegExp): number => sample.match(pattern)?.length ?? 0
  const han = amount(sample, /\p{Script=Han}+/gu)
  const letters = amount(sample, /\p{L}+/gu)
  if (amount(sample, /[\p{Script=Hiragana}\p{Script=Katakana}]+/gu) > letters / 10) return 'ja'
  if (amount(sample, /\p{Script=Hangul}+/gu) > letters / 3) return 'ko'
  if (han > letters / 4) return count(TRADITIONAL) > count(SIMPLIFIED) ? 'zh-TW' : 'zh-CN'
  return count(ENGLISH) * 25 > letters / 4 ? 'en' : 'und'
}
