const cjk = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\u3000-\u303f\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65`
const besideIdeograph = new RegExp(` (?=[${cjk}])|(?<=[${cjk}]) `, 'gu')
const ideograph = new RegExp(`[${cjk}]`, 'u')

/**
 * A text as the audit compares it. All white space is one space; at either end, and beside an ideograph, kana or their
 * punctuation, it is none, for there a line may end. Between letters, digits and other signs a space is as good as a
 * character: `the rapist`, `$10 00`. Nothing else is equal: not case, nor width, nor characters that can't be seen.
 */
export function comparable(text: string): string {
  const line = text.replace(/[^\S\ufeff]+/gu, ' ').replace(/^ | $/g, '')
  return line.includes(' ') ? line.replace(besideIdeograph, '') : line
}

/** Whether white space between these characters tells words apart; '' for the end of a text. */
export function spaceCounts(before: string, after: string): boolean {
  return before !== '' && after !== '' && !ideograph.test(before) && !ideograph.test(after)
}
