import type { Match } from 'linkify-it'
import type MarkdownIt from 'markdown-it'
import type { Token } from 'markdown-it'

/** Where an address ends that runs on into Chinese words or punctuation. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef“”‘’…—]/u

/** Addresses of the web and of mail become links where they stand; a name that only looks like one, as `a.py`, does not. */
export function bareAddresses(md: MarkdownIt): void {
  md.set({ linkify: true })
  // An address is shown as it is written, not with its %E4 read.
  md.normalizeLinkText = (text) => text
  md.core.ruler.before('linkify', 'joined_texts', ({ tokens }) => {
    for (const token of tokens) if (token.children) token.children = joined(token.children)
  })
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
    // With signs that are escaped, it is read when they are signs again.
    return found && !found.raw.includes('\\') ? shortened(found) : null
  }
  linkify.match = (text) => match(text)?.flatMap((one) => shortened(one) ?? []) ?? null
}

/** Escaped signs are text as what is around them is, so that an address goes on through them. */
function joined(tokens: readonly Token[]): Token[] {
  const all: Token[] = []
  for (const token of tokens) {
    if (token.type === 'text_special') token.type = 'text'
    const before = all.at(-1)
    if (before?.type === 'text' && token.type === 'text') before.content += token.content
    else all.push(token)
  }
  return all
}
