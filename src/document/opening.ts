import type { Block } from './blocks.ts'
import { isContentsCaption } from './contents.ts'
import type { ParagraphKind, Span } from './document.ts'
import { LONGEST_OPENING } from './glued.ts'
import {
  canBeTitle,
  endsAsTitle,
  isAddressee,
  isAdoption,
  isBody,
  isCutBetween,
  isKnownHeading,
  isLabelled,
  isOffice,
  isOfficial,
  isPerson,
  isSubtitle,
  kindOf,
} from './kinds.ts'
import { type KnownNames, knownNames } from './known-names.ts'
import { columns } from './lines.ts'
import { endsSentence } from './punctuation.ts'

export interface Opening {
  readonly title: Span | null
  /** The blocks that make up the title. */
  readonly titleBlocks: ReadonlySet<number>
  /** What the lines around the title are, by the index of their block. */
  readonly kinds: ReadonlyMap<number, ParagraphKind>
}

const WIDEST_TITLE = 140
/** The same of what is no sentence. */
const WIDEST_UNENDED = 180
/** Who wrote it, and for whom, takes no more lines. */
const MOST_NAMES = 3
/** What a cover says of a document: its version, whom it belongs to. */
const MOST_ON_COVER = 8

/**
 * What stands before the text: title, number, date, to whom, and what a web page put around them.
 *
 * @param contents the blocks that were already told to be something else
 * @param called what the document is called elsewhere: by its file, by the page around it
 */
export function openingOf(
  text: string,
  blocks: readonly Block[],
  contents: ReadonlySet<number>,
  called: readonly string[],
): Opening {
  const words = (at: number): string => {
    const block = blocks[at]
    return block ? text.slice(block.span.start, block.span.end) : ''
  }
  const names = knownNames(called)
  const end = endOfOpening(text, blocks, contents, names)
  const free: number[] = []
  for (let at = 0; at < end; at++) {
    const isPlain = !contents.has(at) && kindOf(words(at)) === null && !isAddressee(words(at))
    if ((isPlain || blocks[at]?.layout.title) && canBeTitle(words(at))) free.push(at)
  }
  const title = titleBlocks(text, blocks, free, words, names)
  const named = title.map(words).join('').replace(/\s+/gu, '')
  // Where many short lines follow, they are the text.
  const below = free.filter((at) => at > (title.at(-1) ?? -1) && !HEARER.test(words(at))).length
  const fewLines = below <= MOST_NAMES
  const isCover = below <= MOST_ON_COVER && end < blocks.length
  const kinds = new Map<number, ParagraphKind>()
  // A page that says its title twice may have text between the two.
  for (let at = end; named !== '' && at < blocks.length; at++)
    if (isShort(blocks[at]) && words(at).replace(/\s+/gu, '') === named) kinds.set(at, 'subtitle')
  for (let at = 0; at < end; at++) {
    if (contents.has(at) || title.includes(at)) continue
    if (kindOf(words(at)) === 'date' && isHeadingAgain(blocks, at, end)) continue
    const again = isAgain(words(at).replace(/\s+/gu, ''), named)
    const belowTitle = title.length > 0 && at > (title.at(-1) ?? 0)
    const aboveTitle = title.length > 0 && at < (title[0] ?? 0)
    const kind = again
      ? 'subtitle'
      : (kindOf(words(at)) ??
        openingKind(words(at), belowTitle, fewLines) ??
        (belowTitle && isName(words(at)) && TELLS_WHEN.has(kindOf(words(at + 1)) ?? 'prose')
          ? 'byline'
          : null) ??
        (aboveTitle && isOfficial(words(at)) ? 'byline' : null) ??
        (aboveTitle || (isCover && !mayHead(text, blocks, at, end)) ? 'subtitle' : null))
    if (kind) kinds.set(at, kind)
  }
  const [first] = title
  const last = title.at(-1)
  const start = first === undefined ? undefined : blocks[first]?.span.start
  const stop = last === undefined ? undefined : blocks[last]?.span.end
  return {
    title: start === undefined || stop === undefined ? null : { start, end: stop },
    titleBlocks: new Set(title),
    kinds,
  }
}

/** In UTF-16 units: what a title is looked for in once more. */
const LONGEST_TITLE = 300
const isShort = (block: Block | undefined): boolean =>
  block !== undefined && block.span.end - block.span.start <= LONGEST_TITLE

/** The title once more, or what it begins with. */
function isAgain(words: string, title: string): boolean {
  return words === title || (words.length >= LEAST_OF_TITLE && title.startsWith(words))
}

/** In UTF-16 units: shorter words are in a title by chance. */
const LEAST_OF_TITLE = 6

/** A heading whose level comes again in the text, whatever it says: a date heads the minutes of a day. */
function isHeadingAgain(blocks: readonly Block[], at: number, end: number): boolean {
  const heading = blocks[at]?.layout.heading
  return heading !== undefined && blocks.some(({ layout }, i) => i >= end && layout.heading === heading)
}

/** A line of the opening that may be a heading: text follows it at once, or its type comes again in the text. */
function mayHead(text: string, blocks: readonly Block[], at: number, end: number): boolean {
  const { span, layout } = blocks[at] ?? {}
  const { heading, bold, centred, face } = layout ?? {}
  if (isHeadingAgain(blocks, at, end)) return true
  const next = blocks[at + 1]
  if (!span || !next || at < end - 1) return false
  // A plain line above a list may head that; a label does not.
  if (next.number)
    return !heading && !bold && !centred && !face && !/[：:\d]/u.test(text.slice(span.start, span.end))
  return endsSentence(text, next.span.start, next.span.end)
}

/** What stands below the name of who wrote it. */
const TELLS_WHEN: ReadonlySet<ParagraphKind> = new Set(['date', 'source'])

function isName(line: string): boolean {
  return /^\p{sc=Han}\s{0,4}\p{sc=Han}(?:\s{0,4}\p{sc=Han})?$/u.test(line)
}

/** `Distinguished Delegates,`: whom a speaker greets, a line each. */
const HEARER = /^\p{Lu}[^.!?\p{sc=Han}]{3,120},$/u

function openingKind(line: string, belowTitle: boolean, fewLines: boolean): ParagraphKind | null {
  if (isAddressee(line)) return 'addressee'
  if (!belowTitle) return null
  if (isSubtitle(line) || /^注[:：]/u.test(line)) return 'subtitle'
  if (isLabelled(line)) return 'source'
  if (HEARER.test(line)) return 'salutation'
  return fewLines && (isPerson(line) || isOffice(line) || isOfficial(line)) ? 'byline' : null
}

/** The opening ends at the first paragraph of text or at the first numbered heading. */
function endOfOpening(
  text: string,
  blocks: readonly Block[],
  contents: ReadonlySet<number>,
  names: KnownNames,
): number {
  for (const [at, { span, number, layout, rows }] of blocks.entries()) {
    if (at >= LONGEST_OPENING) return at
    if (contents.has(at)) continue
    const line = text.slice(span.start, Math.min(span.end, span.start + 420))
    if (kindOf(line) !== null || isAddressee(line) || layout.title) continue
    if (rows.length > 0 || layout.item || isKnownHeading(line)) return at
    if (number && !number.doubtful && !isTitleOf(text, blocks, at, names)) return at
    const wide = isWide(text, span)
    const isNamed = at === 0 && isTitleWithColon(line)
    const ended = endsSentence(text, span.start, span.end) && !number && !isNamed
    if (wide || (ended && !layout.heading && !layout.centred)) return at
  }
  return blocks.length
}

/** `班级公约修改记录：` above a list. */
function isTitleWithColon(line: string): boolean {
  return line.length <= WIDEST_TITLE && /[：:]$/u.test(line) && endsAsTitle(line.slice(0, -1))
}

/** Wider than titles are. One that ends as they do may say all that its document is about. */
function isWide(text: string, { start, end }: Span): boolean {
  const width = columns(text, start, Math.min(end, start + 200))
  const words = text.slice(start, end)
  return width > (endsSentence(text, start, end) ? WIDEST_TITLE : WIDEST_UNENDED) && !endsAsTitle(words)
}

/** A number that belongs to the title: it is in what the document is called, or alone above that. */
function isTitleOf(text: string, blocks: readonly Block[], at: number, names: KnownNames): boolean {
  const [block, next] = [blocks[at], blocks[at + 1]]
  if (!block?.number) return false
  const words = text.slice(block.span.start, block.span.end)
  if (block.layout.heading !== undefined && names.begin(words)) return true
  const isAlone = /^[\s：:.、]*$/u.test(words.slice(block.number.length))
  return isAlone && next !== undefined && names.begin(text.slice(next.span.start, next.span.end))
}

function titleBlocks(
  text: string,
  blocks: readonly Block[],
  free: readonly number[],
  words: (at: number) => string,
  names: KnownNames,
): readonly number[] {
  const levels = new Map<number, number>()
  for (const [at, { layout }] of blocks.entries()) {
    if (layout.heading === undefined || isKnownHeading(words(at)) || isContentsCaption(words(at))) continue
    levels.set(layout.heading, (levels.get(layout.heading) ?? 0) + 1)
  }
  const labelled = free.filter((at) => /[：:]/u.test(words(at))).length
  const isTold = (at: number): boolean => free.includes(at) || kindOf(words(at)) !== null
  /** Nothing stands between it and the next heading of its level. */
  const headsNothing = (at: number, heading: number): boolean => {
    let next = at + 1
    while (isTold(next) && blocks[next]?.layout.heading !== heading) next++
    return blocks[next]?.layout.heading === heading
  }
  const evidenceOfLevel = (at: number): number => {
    const heading = blocks[at]?.layout.heading
    if (heading === undefined) return 0
    // A title over two lines has its level twice.
    const lines = [at - 1, at, at + 1].filter((one) => blocks[one]?.layout.heading === heading).length
    if (levels.get(heading) === Math.min(lines, 2)) return 5 - heading
    return at !== free[0] ? -6 : headsNothing(at, heading) ? 2 : -3
  }
  /** What was adopted on a day that stands below it, or below what a page put between. */
  const isAdopted = (at: number): boolean => {
    let next = at + 1
    while (kindOf(words(next)) === 'source' && next < at + 3) next++
    return isAdoption(words(next))
  }
  /** What stands above the number of a document, and its title below that. */
  const isLetterhead = (at: number): boolean => {
    const number = [at + 1, at + 2].find((one) => kindOf(words(one)) === 'issuing-number')
    const isTitle = (one: number): boolean =>
      endsAsTitle(words(one)) || blocks[one]?.layout.heading !== undefined
    return number !== undefined && free.some((one) => one > number && isTitle(one))
  }
  /** `章程` above `某某学会章程`. */
  const isShortFor = (at: number): boolean => {
    const [one, other] = [words(at), words(at + 1)]
    return (
      endsAsTitle(one) &&
      one.length < other.length &&
      free.includes(at + 1) &&
      other.toLowerCase().endsWith(one.slice(-2).toLowerCase())
    )
  }
  const score = (at: number): number => {
    const block = blocks[at]
    if (!block) return 0
    const { centred, bold, title } = block.layout
    const line = words(at)
    return (
      (title ? 10 : 0) +
      (isShortFor(at) ? -6 : names.begin(line) ? 6 : 0) +
      evidenceOfLevel(at) +
      (block.layout.heading !== undefined && TELLS_WHEN.has(kindOf(words(at + 1)) ?? 'prose') ? 4 : 0) +
      // A page that brings a document may be called otherwise.
      (isAdopted(at) ? 12 : 0) +
      (isLetterhead(at) ? -8 : 0) +
      (centred ? 2 : 0) +
      (bold ? 1 : 0) +
      (endsAsTitle(line) || isTitleWithColon(line) ? 3 : 0) +
      (isSubtitle(line)
        ? -8
        : isOffice(line) || isOfficial(line) || (isPerson(line) && at !== free[0])
          ? -4
          : 0) +
      // One colon may part a title; lines that all have one say when, where and who.
      (/[：:]/u.test(line)
        ? labelled > 1 ||
          (/[：:]$/u.test(line) && !isTitleWithColon(line)) ||
          /^(?:\p{sc=Han}{2,5}|\p{Lu}\p{Ll}{2,8})[：:][\w. ]{1,8}$/u.test(line)
          ? -4
          : -1
        : 0) +
      (endsSentence(text, block.span.start, block.span.end) ? -3 : 0) +
      (isWide(text, block.span) ? -8 : 0) +
      (at === free[0] ? 1 : 0)
    )
  }
  let best: number | null = null
  for (const at of free) if (score(at) >= 0 && (best === null || score(at) > score(best))) best = at
  if (best === null || blocks.length === 1) return []
  return withItsLines(blocks, free, best, words, names)
}

/** A title is set over no more lines. */
const MOST_LINES = 4

/** In UTF-16 units: what a European title goes on with says all that an act is about. */
const LONGEST_TAIL = 300

/** All lines of a title, of which one was found. */
function withItsLines(
  blocks: readonly Block[],
  free: readonly number[],
  best: number,
  words: (at: number) => string,
  names: KnownNames,
): readonly number[] {
  const lines = [best]
  const goesOn = (first: number, second: number): boolean => {
    const [one, other] = [words(first), words(second)]
    if (other === '' || kindOf(other) !== null || /[。！？；：:]$/u.test(one) || /[：:]$/u.test(other))
      return false
    // `of 12 July 2002`, `concerning the processing of personal data`: Latin titles go on in small letters.
    if (/^\p{Ll}+ /u.test(other) && /[\p{Ll}\p{Lu}\d)]$/u.test(one) && lines.includes(first))
      return other.length <= LONGEST_TAIL
    if (!free.includes(first)) return false
    if (blocks[first]?.layout.heading !== blocks[second]?.layout.heading) return false
    const all = [...lines, first, second].reduce((sum, at) => sum + words(at).length, 0)
    if (isSubtitle(other) || isPerson(other) || isOffice(other) || isBody(other) || all > WIDEST_TITLE)
      return false
    if (isCutBetween(one, other) || names.join(one, other)) return true
    const centred = blocks[first]?.layout.centred === true && blocks[second]?.layout.centred === true
    // `——在某会上的讲话` stands below the whole of a title.
    const isLast = first === free[0] && /^[—–-]{1,2}[^—–-]/u.test(words(second + 1))
    return free.includes(second) && (isLast || (!endsAsTitle(one) && (centred || endsAsTitle(other))))
  }
  while (lines.length < MOST_LINES && goesOn(lines.at(-1) ?? best, (lines.at(-1) ?? best) + 1))
    lines.push((lines.at(-1) ?? best) + 1)
  while (lines.length < MOST_LINES && goesOn((lines[0] ?? best) - 1, lines[0] ?? best))
    lines.unshift((lines[0] ?? best) - 1)
  return lines
}
