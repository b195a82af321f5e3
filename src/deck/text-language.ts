import { languageOf } from '../document/language.ts'
import { findCode } from '../markdown/code-lines.ts'

/** What of Markdown is no words: code, formulas, addresses, tags. */
const wordless = /`[^`\n]*`|\$\$[^$]*\$\$|<[^<>\n]*>|\]\([^()\n]*\)|https?:\S+/g
const ideographic = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+/gu
/** As of any text: see `languageOf`. */
const enough = 50_000

/** A BCP 47 tag for the language of a deck whose front matter names none. */
export function textLanguage(markdown: string): string {
  const lines = markdown.slice(0, enough).split('\n')
  const { inside } = findCode(lines, () => false)
  const text = lines
    .filter((_, at) => !inside[at])
    .join('\n')
    .replace(wordless, ' ')
  // A Chinese deck about programs may have more Latin letters than it has characters, but not more words.
  const characters = text.match(ideographic)?.join('') ?? ''
  const latin = text.match(/\p{Script=Latin}+/gu)?.length ?? 0
  if (characters.length >= latin && characters) return languageOf(characters)
  if (!/\p{L}/u.test(text)) return 'zh-CN'
  return languageOf(text)
}
