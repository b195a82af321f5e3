import { quantitiesIn } from './quantities.ts'

/** Particles that belong to the word before them. */
const particle = /^[的地得了着过之等们]$/u
/** Words of one character that stand between others: these belong to neither; 为 and its like go with what follows. */
const joint = /^[和与及或是]$/u
const numeral = /^第?[零〇一二三四五六七八九十百千万两\d]+$/u
/** Marks that end what they follow, and those that begin what follows them: no line begins or ends with them. */
export const closing = /^[，。、；：！？）》〉」』】〕〗”’…—～·%‰℃,.;:!?)\]}］｝]+$/u
export const opening = /^[（《〈「『【〔〖“‘([{［｛$￥]+$/u

/** Marks that tie what stands on both sides: 互联网+就业. */
const tie = /^[+＋&×]$/u

const segmenters = new Map<string, Intl.Segmenter>()

function segmenter(language: string): Intl.Segmenter {
  const known = segmenters.get(language)
  if (known) return known
  const made = new Intl.Segmenter(language, { granularity: 'word' })
  segmenters.set(language, made)
  return made
}

const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u

/** Whether two words that stand one behind the other are one term: in so large a share of the places where the rarer stands. */
export type Together = (one: string, other: string, share?: number) => boolean

/** A pair of words that stands in a text so often, and each of which stands there so rarely without the other, is a term. */
const leastTogether = 3
const shareTogether = 0.25
/** One that stands there so often is, however often its words stand alone. */
const surelyTogether = 8
/** Of a text, UTF-16 units: more of it tells no more. */
const telling = 60_000

/** Where two characters stand behind each other in a text, from its end on: asked for each pair of words, it is not read again. */
function placesOf(text: string): { last: (words: string) => number; before: (at: number) => number } {
  const latest = new Map<number, number>()
  const earlier = new Int32Array(text.length)
  const pairAt = (words: string, at: number): number =>
    words.charCodeAt(at) * 0x10000 + words.charCodeAt(at + 1)
  for (let at = 0; at < text.length - 1; at++) {
    const pair = pairAt(text, at)
    earlier[at] = latest.get(pair) ?? -1
    latest.set(pair, at)
  }
  return { last: (words) => latest.get(pairAt(words, 0)) ?? -1, before: (at) => earlier[at] ?? -1 }
}

/** The terms of a text: words that it says together again and again (环境保护, 深化改革). */
export function termsOf(text: string): Together {
  const read = text.slice(0, telling)
  const counts = new Map<string, number>()
  let index: ReturnType<typeof placesOf> | null = null
  const countOf = (words: string): number => {
    const known = counts.get(words)
    if (known !== undefined) return known
    index ??= placesOf(read)
    let count = 0
    if (words.length < 2) count = read.split(words).length - 1
    else
      for (let at = index.last(words); at >= 0; at = index.before(at)) if (read.startsWith(words, at)) count++
    counts.set(words, count)
    return count
  }
  return (one, other, share = shareTogether) => {
    const both = countOf(one + other)
    const often = both >= leastTogether && both >= share * Math.min(countOf(one), countOf(other))
    return often || (both >= surelyTogether && share <= shareTogether)
  }
}

/**
 * Cuts text into phrases that a line had better not break: words with their particles and punctuation, dates and
 * quantities. The phrases joined are the text; text of a language with spaces comes back whole.
 *
 * @param language BCP 47
 * @param together the terms of the document
 */
export function phrases(text: string, language: string, together: Together = () => false): string[] {
  if (!unspaced.test(text)) return [text]
  const found: string[] = []
  const quantities = quantitiesIn(text)
  let [opened, next] = [false, 0]
  for (const { segment, index } of segmenter(language).segment(text)) {
    const last = found.at(-1)
    while ((quantities[next]?.end ?? text.length) <= index) next++
    const joins =
      last !== undefined &&
      (opened ||
        (quantities[next]?.start ?? index) < index ||
        closing.test(segment) ||
        tie.test(segment) ||
        tie.test(last.slice(-1)) ||
        (particle.test(segment) && !closing.test(last.slice(-1))) ||
        (!unspaced.test(last) && !unspaced.test(segment)))
    if (joins) found[found.length - 1] = last + segment
    else found.push(segment)
    opened = opening.test(segment)
  }
  return terms(found, together)
}

/** What a word goes on with, though it is a word by itself, too: 社会主义, 服务业, 委员会 (but not 服务 | 业务). */
const suffix =
  /^(?:(?:主义|共和国)(?!\p{Script=Latin})|[式化性者率度业员会区感法令链战家力费网体界](?:[的地得了等]|(?![\p{Script=Han}\p{Script=Latin}])))/u
/** Characters: longer ones may be broken. */
const longestTerm = 9

/** Whether a phrase goes on with what the last one ends with: 《保密 | 法》, 乡村 | 振兴的. */
function isTerm(last: string, phrase: string, together: Together): boolean {
  const [one = ''] = /\p{Script=Han}+$/u.exec(last) ?? []
  const [other = '', behind = ''] =
    /^(\p{Script=Han}+?)[的地得]?(?!\p{Script=Han})/u.exec(phrase)?.values() ?? []
  const word = behind || other
  // 新形势下的 | 保密工作: no term goes on behind a particle.
  if (one === '' || particle.test(one.slice(-1)) || word === '' || one.length + word.length > longestTerm)
    return false
  // One character rather begins what comes behind it, where something does: 个体工商 | 户和.
  const stands = word.length > 1 || bare(phrase) !== phrase
  return stands ? together(one, word) : together(one, word, nearlyAlways)
}

const nearlyAlways = 0.8
/** 一个, 两项: what they count belongs to them. */
const someOf = /^[一二两三四五六七八九十几多]+[个项种条位件次批类]$/u

const bare = (phrase: string): string => phrase.replace(/[^\p{L}\p{N}]+/gu, '')
const isOneHan = (phrase: string): boolean => /^[（《〈「『【〔〖“‘]*\p{Script=Han}$/u.test(phrase)
const isTwoHan = (phrase: string): boolean => /^\p{Script=Han}{2}$/u.test(phrase)

/** Characters of a word that is not known, 互|联|网, which stand behind each other: so many of them. */
const longestUnknown = 4
const isUnknown = (last: string, [before = '', first = '']: readonly string[], phrase: string): boolean =>
  isOneHan(before) &&
  !joint.test(before) &&
  (bare(last).length < 2 || isOneHan(first)) &&
  /^\p{Script=Han}(?!\p{Script=Han})/u.test(phrase) &&
  !joint.test(phrase.slice(0, 1)) &&
  bare(last).length < longestUnknown

/** 第二 | 十届 */
const startsWithNumeral = /^[零〇一二三四五六七八九十百千万两]/u

/** Whether a word of one character ends what stands before it: 委员 | 会，and, as often as the document says so, 产业 | 链 | 发展. */
function leansBack(last: string, phrase: string, next: string | undefined, together: Together): boolean {
  const word = bare(phrase)
  const [one = ''] = /\p{Script=Han}+$/u.exec(last) ?? []
  if (one === '' || !isOneHan(word) || joint.test(word) || joint.test(one)) return false
  if (phrase !== word || next === undefined) return true
  const [other = ''] = /^\p{Script=Han}+/u.exec(next) ?? []
  return together(one, word, 0) && !together(word, other, 0)
}

/**
 * Joins what is one term though it is several words: a word of one character and what it stands before (新形势) or ends, a
 * number and what it counts (二十届), two words of two characters that end a clause (深化改革).
 */
function terms(phrases: readonly string[], together: Together): string[] {
  const found: string[] = []
  for (const [i, phrase] of phrases.entries()) {
    const last = found.at(-1)
    const word = bare(phrase)
    const isEnd = phrase.startsWith(word) && (phrase !== word || i === phrases.length - 1)
    const joins =
      last !== undefined &&
      ((isOneHan(last) && !joint.test(last) && !phrase.startsWith('第')) ||
        (numeral.test(bare(last)) && (isOneHan(word) || startsWithNumeral.test(phrase))) ||
        (isOneHan(phrase.slice(0, 1)) && leansBack(last, phrase, phrases[i + 1], together)) ||
        (isEnd && isTwoHan(last) && isTwoHan(word)) ||
        isUnknown(last, phrases.slice(Math.max(0, i - 2), i).reverse(), phrase) ||
        someOf.test(last) ||
        suffix.test(phrase) ||
        isTerm(last, phrase, together) ||
        isTerm(phrases[i - 1] ?? '', phrase, together))
    if (!joins) {
      found.push(phrase)
      continue
    }
    found[found.length - 1] = last + phrase
    // What became a word goes on with the one before it: 政务 | 新媒体.
    const [before = '', whole = ''] = found.slice(-2)
    if (found.length > 1 && isTerm(before, whole, together)) found.splice(-2, 2, before + whole)
  }
  return found
}
