import { sha1 } from '@noble/hashes/legacy.js'
import { bytesToHex } from '@noble/hashes/utils.js'

/**
 * What tells the words of a slide from any others: a file carries it for each of its slides, so that what somebody changed
 * there is told from what was changed in the Markdown since. White space does not count.
 */
export const printOf = (words: string): string =>
  bytesToHex(sha1(new TextEncoder().encode(words.replace(/\s+/gu, '')))).slice(0, 12)

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' }

/** The words in XML that was written here. @param name of the elements that hold them: `a:t`, `w:t` */
export function wordsIn(xml: string, name: 'a:t' | 'w:t'): string {
  let words = ''
  for (const [, text = ''] of xml.matchAll(new RegExp(`<${name}(?: [^>]*)?>([^<]*)<`, 'g')))
    words += text.replace(/&(?:#(\d+)|(\w+));/g, (all, code, entity) =>
      code ? String.fromCodePoint(Number(code)) : (entities[entity] ?? all),
    )
  return words
}
