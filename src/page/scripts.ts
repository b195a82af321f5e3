import { sha256 } from '@noble/hashes/sha2.js'
import { toBase64 } from '../base64.ts'
import { type PageLanguage, pageLanguage } from '../words.ts'

/** A script as it stands in a page, and how the page's policy names it. */
export interface PageScript {
  readonly text: string
  /** `'sha256-…'` (https://www.w3.org/TR/CSP3/#grammardef-hash-source). */
  readonly hash: string
}

const wordsOf = /\/\*words (\S+)\*\/[\s\S]*?\/\*end\*\/\n?/g

/**
 * The script of the pages of each language: of the words in it, which stand between marks, those of others are left out.
 *
 * @param digest as for `pageScript`
 */
export function scriptByLanguage(
  code: string,
  digest?: (bytes: Uint8Array) => Uint8Array,
): (language: string) => PageScript {
  const made = new Map<PageLanguage, PageScript>()
  return (tag) => {
    const language = pageLanguage(tag)
    const known = made.get(language)
    if (known) return known
    const own = code.replace(wordsOf, (words, of) => (of === language ? words : ''))
    const script = pageScript(own, digest)
    made.set(language, script)
    return script
  }
}

/**
 * Makes a script ready to stand in a page.
 *
 * @param digest SHA-256, where there is a quicker one than ours
 */
export function pageScript(code: string, digest: (bytes: Uint8Array) => Uint8Array = sha256): PageScript {
  // So written that it does not close its own element.
  const text = code.replace(/<(?=\/script|!--)/gi, '\\x3c')
  return { text, hash: `'sha256-${toBase64(digest(new TextEncoder().encode(text)))}'` }
}
