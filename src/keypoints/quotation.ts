import type { Span } from '../document/document.ts'

const pairs = ['“”', '‘’', '（）', '《》', '「」', '『』', '〔〕', '()', '[]', '【】']
const closerOf = new Map(pairs.map((pair) => [pair.charAt(0), pair.charAt(1)]))
const closers = new Set(closerOf.values())

/** All of them, and the line break that ends what is open. */
const marks = new RegExp(`[\n${pairs.join('').replaceAll(/[[\]]/g, '\\$&')}]`, 'g')

/** A quotation longer than this is cut like any other text. */
const longestKept = 100
/** What somebody says is kept whole, however many sentences it has, so that it stands behind who says it. */
const longestSaid = 400
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
    const closer = closerOf.get(character)
    if (closer) {
      open.push({ at: index, closer })
      if (open.length > deepest) open.shift()
    } else if (character === '\n') open.length = 0
    else {
      const found = open.findLastIndex((mark) => mark.closer === character)
      const mark = open[found]
      if (!mark) continue
      open.length = found
      const isSaid = /[：:]/u.test(text.charAt(span.start + mark.at - 1))
      if (index - mark.at <= (isSaid ? longestSaid : longestKept)) inside.fill(1, mark.at, index + 1)
    }
  }
  return inside
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
