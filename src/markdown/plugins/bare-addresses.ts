import type { Match } from 'linkify-it'
import type MarkdownIt from 'markdown-it'

/** Where an address ends that runs on into Chinese words or punctuation. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef“”‘’…—]/u

/** Addresses of the web and of mail become links where they stand; a name that only looks like one, as `a.py`, does not. */
export function bareAddresses(md: MarkdownIt): void {
  md.set({ linkify: true })
  const { linkify } = md
  const match = linkify.match.bind(linkify)
  const matchAtStart = linkify.matchAtStart.bind(linkify)
  /** The address without the words behind it; null for what is none. */
  const shortened = (one: Match): Match | null => {
    if (one.schema === '' && !/^www\./i.test(one.text)) return null
    const at = one.text.search(unspaced)
    if (at < 0) return one
    const short = match(one.text.slice(0, at))?.[0]
    if (short?.index !== 0) return null
    const { raw, text, url } = short
    return Object.assign(one, { lastIndex: one.index + short.lastIndex, raw, text, url })
  }
  linkify.matchAtStart = (text) => {
    const found = matchAtStart(text)
    return found && shortened(found)
  }
  linkify.match = (text) => match(text)?.flatMap((one) => shortened(one) ?? []) ?? null
}
