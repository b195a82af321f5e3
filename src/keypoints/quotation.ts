import type { Span } from '../document/document.ts'

const pairs = ['“”', '‘’', '（）', '《》', '「」', '『』', '〔〕', '()', '[]', '【】']
const closerOf = new Map(pairs.map((pair) => [pair.charAt(0), pair.charAt(1)]))
const closers = new Set(closerOf.values())

/** All of them, the mark that both opens and closes, and the line break that ends what is open. */
const marks = new RegExp(`[\n"${pairs.join('').replaceAll(/[[\]]/g, '\\$&')}]`, 'g')

/** A quotation longer than this is cut like any other text; English words take three times the characters. */
const longestKept = 100
/** What somebody says is kept whole, however many sentences it has, so that it stands behind who says it. */
const longestSaid = 400
const englishLength = 3
/** Brackets nested deeper than this are no brackets. */
const deepest = 32

/**
 * Marks what stands inside quotation marks and brackets: a comma or full stop there ends nothing.
 * Only pairs that close, and close soon, count.
 *
 * @returns one byte for each UTF-16 unit of the span, 1 inside a pair (the marks themselves included)
 */
export function quoted(text: string, span: Span): Uint8Array {
  const inside = new Uint8Array(span.end - span.start)
  const open: { readonly at: number; readonly closer: string }[] = []
  for (const { 0: character, index } of text.slice(span.start, span.end).matchAll(marks)) {
    const before = text.slice(Math.max(span.start, span.start + index - 2), span.start + index)
    const found = open.findLastIndex((mark) => mark.closer === character)
    const closer = closerOf.get(character) ?? (found < 0 && opens(character, before) ? character : undefined)
    if (closer) {
      open.push({ at: index, closer })
      if (open.length > deepest) open.shift()
    } else if (character === '\n') open.length = 0
    else {
      const mark = open[found]
      if (!mark) continue
      open.length = found
      if (index - mark.at <= longest(text, span, { start: span.start + mark.at, end: span.start + index }))
        inside.fill(1, mark.at, index + 1)
    }
  }
  return inside
}

/** A mark that both opens and closes opens behind white space or a bracket: `5"` is a measure. */
function opens(character: string, before: string): boolean {
  return character === '"' && /(?:^|[\s(（—–-])$/u.test(before)
}

/** The most characters of a quotation that is kept whole. */
function longest(text: string, span: Span, { start, end }: Span): number {
  const isSaid =
    start === span.start || /[：:,]\s{0,3}$/u.test(text.slice(Math.max(span.start, start - 4), start))
  const isEnglish = !/\p{Script=Han}/u.test(text.slice(start, Math.min(end, start + longestKept)))
  return (isSaid ? longestSaid : longestKept) * (isEnglish ? englishLength : 1)
}

/** No half of a quotation mark or bracket; an apostrophe inside a word is none. */
export function balanced(words: string): boolean {
  const open: string[] = []
  for (let i = 0; i < words.length; i++) {
    const character = words.charAt(i)
    const closer = closerOf.get(character)
    if (closer) open.push(closer)
    else if (character === '’' && isApostrophe(words, i) && open.at(-1) !== '’') continue
    else if (closers.has(character) && open.pop() !== character) return false
  }
  return open.length === 0
}

function isApostrophe(words: string, at: number): boolean {
  return /\p{L}/u.test(words.charAt(at - 1))
}
