import { isDottedEntry } from './dotted-entry.ts'
import { endsAsTitle, isAttachmentMarker, isCutBetween, isOffice, kindOf, leavesOff } from './kinds.ts'
import { columns, isCapitals, type Line } from './lines.ts'
import { numberingAt, numberOf } from './numbering.ts'
import { endsSentence } from './punctuation.ts'

/** A wider text is not set in lines: its lines are its paragraphs. */
const WIDEST_PAGE = 160

/**
 * For each line, whether its paragraph goes on in the next line: because the text was set in lines of
 * one width, because a page cut a sentence in pieces, or because a number stands alone before its words.
 */
export function continuations(text: string, lines: readonly Line[]): readonly boolean[] {
  const page = pageWidth(text, lines)
  const fullStops = mostlyFullStops(text, lines)
  const apart = numbersApart(text, lines)
  const heads = headsOf(text, lines)
  const goesOn: boolean[] = []
  for (const [at, line] of lines.entries()) {
    const next = lines[at + 1]
    goesOn.push(
      next !== undefined &&
        !isDottedEntry(text.slice(Math.max(line.start, line.end - 80), line.end)) &&
        !hasOwnPlace(line) &&
        !hasOwnPlace(next) &&
        (apart.has(at) ||
          isLoneNumber(text, line, next) ||
          (at + 3 < lines.length && isLoneMarker(text, line, next)) ||
          isTitleCut(text, line, next) ||
          isCapitalsCut(text, line, next) ||
          (!next.afterBlank &&
            (page === null
              ? !heads.has(at) &&
                isCut(text, line, next, fullStops, goesOn[at - 1] === true && !apart.has(at - 1))
              : isWrapped(text, line, next, page)))),
    )
  }
  return goesOn
}

/** A heading, a picture, an item or a row of a table that the format names is whole. */
function hasOwnPlace({ layout }: Line): boolean {
  return (
    layout.heading !== undefined ||
    layout.image !== undefined ||
    layout.row !== undefined ||
    layout.item === true ||
    layout.told !== undefined ||
    layout.footnote === true
  )
}

/** The columns to which the text was set, null where each line is a paragraph of its own. */
function pageWidth(text: string, lines: readonly Line[]): number | null {
  if (lines.length < 6) return null
  const widths = lines.map((line) => line.width).sort((one, other) => one - other)
  const widest = widths[Math.floor(widths.length * 0.95)] ?? 0
  if (widest > WIDEST_PAGE || widest < 20) return null
  const cut = lines.filter((line) => line.width >= widest * 0.8 && !endsSentence(text, line.start, line.end))
  return cut.length >= lines.length * 0.3 ? widest : null
}

function isWrapped(text: string, line: Line, next: Line, page: number): boolean {
  const room = page - line.width
  const full = room < firstWordWidth(text, next) + 3 || line.width >= page * 0.9
  if (!full) return startsLower(text, next) && !endsSentence(text, line.start, line.end)
  if (!endsSentence(text, line.start, line.end)) return true
  return next.indent <= line.indent && numberingAt(text, next.start) === null
}

function firstWordWidth(text: string, { start, end }: Line): number {
  const word = /^(?:[\p{L}\p{N}](?<!\p{Script=Han})){1,40}/u.exec(
    text.slice(start, Math.min(end, start + 40)),
  )
  return word ? columns(text, start, start + word[0].length) : 2
}

const CANNOT_BEGIN = /^[，。、；：！？”’》）】,;!?]/u
const CANNOT_END = /[，、“‘《（【(,]$/u
const OPEN_END = /[“‘《（【(]$/u
const OPENS = /^[“‘《「『]/u
const PROSE = /[，。；、]/u

/** A sentence cut in pieces: at a quotation, a link or a name, as pages and their saving do. */
function isCut(text: string, line: Line, next: Line, fullStops: boolean, isPiece: boolean): boolean {
  const words = text.slice(line.start, line.end)
  const following = text.slice(next.start, Math.min(next.end, next.start + 200))
  if (CANNOT_BEGIN.test(following)) return true
  // Two paragraphs of a page are no sentence, unless the first is open.
  if (line.layout.paragraph !== next.layout.paragraph) return OPEN_END.test(words)
  const numbering = numberingAt(text, next.start)
  if (numbering && !numbering.doubtful) return false
  if (startsLower(text, next) && /\p{Ll}$/u.test(words)) return true
  if (next.indent > line.indent) return false
  if (CANNOT_END.test(words)) return true
  if (endsSentence(text, line.start, line.end) || /^[（(【].*[）)】]$/u.test(words)) return false
  const readsOpen =
    isPiece || (words.length >= 8 && PROSE.test(words) && numberingAt(text, line.start) === null)
  return fullStops && readsOpen && (OPENS.test(following) || PROSE.test(following))
}

/** Where paragraphs end in a full stop, a line that does not is a piece of one. */
function mostlyFullStops(text: string, lines: readonly Line[]): boolean {
  const long = lines.filter((line) => line.width >= 60)
  const ended = long.filter((line) => endsSentence(text, line.start, line.end))
  return long.length > 0 && ended.length >= long.length * 0.7
}

function startsLower(text: string, { start }: Line): boolean {
  return /\p{Ll}/u.test(text.charAt(start))
}

/** `第三条` or `Chapter 1` on a line of its own, its words on the next. */
function isLoneNumber(text: string, line: Line, next: Line): boolean {
  if (line.end - line.start > 24) return false
  const numbering = numberingAt(text, line.start)
  if (!numbering || numbering.doubtful || line.start + numbering.length !== line.end) return false
  if (numberingAt(text, next.start)) return false
  const ownHeading = numbering.system === 'article' || /[A-Za-z]{4}/u.test(text.slice(line.start, line.end))
  return !ownHeading || (next.width <= 60 && !endsSentence(text, next.start, next.end))
}

/** `附件2` on a line of its own, the title of what is attached on the next. */
function isLoneMarker(text: string, line: Line, next: Line): boolean {
  if (!isAttachmentMarker(text.slice(line.start, Math.min(line.end, line.start + 20)))) return false
  const title = text.slice(next.start, Math.min(next.end, next.start + 80))
  return (
    title.length <= 60 &&
    !/[。；，：:]/u.test(title) &&
    !numberingAt(text, next.start) &&
    kindOf(title) === null
  )
}

/** A title that was set over two centred lines: neither has a kind of its own, and only the second ends as titles do. */
function isTitleCut(text: string, line: Line, next: Line): boolean {
  if (!line.layout.centred || !next.layout.centred || line.width > WIDEST_HEAD || next.width > WIDEST_HEAD)
    return false
  const [first, second] = [text.slice(line.start, line.end), text.slice(next.start, next.end)]
  return (
    !endsAsTitle(first) &&
    (endsAsTitle(second) || isCutBetween(first, second)) &&
    [first, second].every((one) => kindOf(one) === null && !isOffice(one) && !/[。！？；：:]$/u.test(one)) &&
    numberingAt(text, line.start) === null &&
    numberingAt(text, next.start) === null
  )
}

/** `GENERAL DEBATE OF THE`, its other half on the next line, behind an empty one too. */
function isCapitalsCut(text: string, line: Line, next: Line): boolean {
  const [words, following] = [text.slice(line.start, line.end), text.slice(next.start, next.end)]
  return isCapitals(words) && isCapitals(following) && leavesOff(words) && kindOf(following) === null
}

/** In half-width columns: a heading is no wider, and the paragraph below it no narrower. */
const WIDEST_HEAD = 60
const LEAST_HEADS = 2

/**
 * The short lines that each stand between two whole paragraphs. Where several have no mark of punctuation they are
 * headings, and one with a comma is another rather than the beginning of a sentence.
 */
function headsOf(text: string, lines: readonly Line[]): ReadonlySet<number> {
  const isWhole = (line: Line | undefined): boolean =>
    line !== undefined && line.width > WIDEST_HEAD && endsSentence(text, line.start, line.end)
  const heads = new Set<number>()
  let plain = 0
  for (const [at, line] of lines.entries()) {
    const isShort = line.width <= WIDEST_HEAD && !endsSentence(text, line.start, line.end)
    if (!isShort || !isWhole(lines[at - 1]) || !isWhole(lines[at + 1])) continue
    const words = text.slice(line.start, line.end)
    if (CANNOT_END.test(words) || CANNOT_BEGIN.test(words)) continue
    heads.add(at)
    if (!PROSE.test(words)) plain++
  }
  return plain >= LEAST_HEADS && plain * 2 >= heads.size ? heads : new Set()
}

const WIDEST_NAME = 60
const LONGEST_LABEL = 4

/**
 * The lines that go on because the number of a heading stands apart from its words: `一`, or `专栏` and `1`, each on
 * a line of its own. A number alone may be that of a page; it heads what is below it where the next one does, too.
 */
function numbersApart(text: string, lines: readonly Line[]): ReadonlySet<number> {
  const words = (at: number): string => {
    const line = lines[at]
    return line && line.end - line.start <= WIDEST_NAME ? text.slice(line.start, line.end) : ''
  }
  const isName = (at: number): boolean => {
    const line = lines[at]
    const name = words(at)
    return line !== undefined && /\p{L}{2}/u.test(name) && !endsSentence(text, line.start, line.end)
  }
  const runs = new Map<string, { last: number; readonly at: number[]; readonly names: Set<string> }>()
  for (let at = 0; at + 1 < lines.length; at++) {
    const figures = words(at)
    if (!/^(?:\d{1,2}|[一二三四五六七八九十]{1,3})$/u.test(figures) || !isName(at + 1)) continue
    const label = words(at - 1)
    const isLabel = label.length <= LONGEST_LABEL && /^\p{sc=Han}{2,}$/u.test(label)
    const key = `${isLabel ? label : ''} ${/\d/u.test(figures)}`
    const run = runs.get(key) ?? { last: 0, at: [], names: new Set<string>() }
    if (numberOf(figures) !== run.last + 1) continue
    run.last++
    run.at.push(at)
    run.names.add(words(at + 1))
    runs.set(key, run)
  }
  const apart = new Set<number>()
  for (const [key, { at: places, names }] of runs) {
    if (places.length < 2 || names.size < places.length) continue
    for (const at of places) {
      apart.add(at)
      if (!key.startsWith(' ')) apart.add(at - 1)
    }
  }
  return apart
}
