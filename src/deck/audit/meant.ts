import { wordsFor } from '../../words.ts'
import { comparable } from './comparable.ts'

/** What a person may say of a finding: that it is meant so. */
export type MeantKind = 'missing' | 'altered' | 'moved' | 'hidden' | 'edited' | 'added'

const kinds: readonly MeantKind[] = ['missing', 'altered', 'moved', 'hidden', 'edited', 'added']
/** A mark is read in every language in which it is written. */
const languages = ['zh-CN', 'zh-TW', 'ja', 'en']

/** Longer words than this are quoted in part: UTF-16 units, of all and of their beginning and end. */
const longest = 60
const head = 16
const tail = 8

/** A finding in the words of a mark: what is compared, without white space and dashes, which could end a comment. */
function key(kind: MeantKind, words: string): string {
  return `${kind}\0${comparable(words).replace(/[-\s]/gu, '')}`
}

function quoted(words: string): string {
  const line = words.replace(/\s+/gu, ' ').trim().replace(/-{2,}/g, '—')
  if (line.length <= longest) return line
  return `${line.slice(0, head)}……${line.slice(-tail)}〔${line.length}:${checksum(line)}〕`
}

/** Tells long words of the same beginning and end apart: FNV-1a (Fowler, Noll and Vo), 32 bits, over UTF-16 units. */
function checksum(text: string): string {
  let sum = 0x811c9dc5
  for (let i = 0; i < text.length; i++) sum = Math.imul(sum ^ text.charCodeAt(i), 0x01000193)
  return (sum >>> 0).toString(16)
}

/**
 * The comment that says, beside a slide, that a finding is meant so: `<!-- 有意略去：随着现代高新技术……新的挑战。 -->`. Its
 * words are those of the finding, so that it covers nothing that changes later.
 */
export function meantMark(kind: MeantKind, words: string, language: string): string {
  return `<!-- ${wordsFor(language).audit.meant[kind]}${quoted(words)} -->`
}

/** A mark as a person wrote it. */
export interface Mark {
  readonly text: string
  /** What it may say is meant. */
  readonly keys: readonly string[]
  /** Line of the text that it stands in, zero-based. */
  readonly line: number
}

/** The marks in the Markdown of a slide. */
export function readMarks(text: string): Mark[] {
  return comments(text).flatMap(({ words, line }) => {
    const keys = keysOf(words)
    return keys.length > 0 ? [{ text: words, keys, line }] : []
  })
}

/** What the marks of some slides say is meant. */
export type Meant = (kind: MeantKind, words: string) => boolean

/** @param used is told of each mark that something is found for */
export function meantBy(marks: readonly Mark[], used: Set<string>): Meant {
  const said = new Set(marks.flatMap(({ keys }) => keys))
  return (kind, words) => {
    const found = key(kind, quoted(words))
    if (!said.has(found)) return false
    used.add(found)
    return true
  }
}

function comments(text: string): { readonly words: string; readonly line: number }[] {
  const found = []
  let line = 0
  let counted = 0
  for (let from = text.indexOf('<!--'); from >= 0; ) {
    const to = text.indexOf('-->', from)
    if (to < 0) break
    line += text.slice(counted, from).split('\n').length - 1
    counted = from
    found.push({ words: text.slice(from + 4, to).trim(), line })
    from = text.indexOf('<!--', to)
  }
  return found
}

function keysOf(comment: string): string[] {
  return languages.flatMap((language) =>
    kinds.flatMap((kind) => {
      const name = wordsFor(language).audit.meant[kind].replace(/\s*[:：]\s*$/, '')
      const rest = comment.startsWith(name) ? /^\s*[:：]([\s\S]*)/.exec(comment.slice(name.length)) : null
      return rest ? [key(kind, rest[1] ?? '')] : []
    }),
  )
}
