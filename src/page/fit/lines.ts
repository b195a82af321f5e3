import { fullWidth, type Widths } from '../fonts/widths.ts'
import { closing, opening } from '../typography/phrases.ts'

/** Text of one face and size, `'\n'` ends a line; or a picture, which stands on the line like a character. */
export interface Run {
  readonly text: string
  /** Font size in CSS pixels. */
  readonly size: number
  readonly widths: Widths
  /** The least height of a line that it stands on, in CSS pixels. */
  readonly leading?: number
  /** Its width in CSS pixels, in place of its text's. */
  readonly picture?: number
  /** Its words stay together where a line has room for them. */
  readonly isOne?: boolean
  /** So do these, with the punctuation around them. */
  readonly isHeld?: boolean
}

/** A part that stays on one line. */
interface Unit {
  readonly width: number
  /** White space behind it, which takes no room at the end of a line. */
  space: number
  /** The least height of its line. */
  readonly height: number
  /** Not to be broken, however wide: a picture. */
  readonly whole: boolean
}

/** What a character is to the breaking of lines. */
interface Kind {
  readonly han: boolean
  /** A letter or figure that is written with spaces. */
  readonly word: boolean
  readonly closes: boolean
  readonly opens: boolean
  /** A line may end behind it within a word. */
  readonly parts: boolean
}

const kinds = new Map<string, Kind>()

function kindOf(character: string): Kind {
  const known = kinds.get(character)
  if (known) return known
  const han = fullWidth.test(character)
  const kind = {
    han,
    word: !han && /[\p{L}\p{N}]/u.test(character),
    closes: closing.test(character),
    opens: opening.test(character),
    // Chromium breaks no line behind a slash between letters.
    parts: character === '-',
  }
  kinds.set(character, kind)
  return kind
}

const blank = kindOf(' ')

/** Chinese faces set two of them as one sign, two em wide. */
const dash = '—'

/** The width of a character in em; one that no face of ours has is taken as wide as any. */
const advance = (character: string, { han }: Kind, widths: Widths): number =>
  character === dash ? 1 : (widths.get(character) ?? (han ? 1 : 1.1))

/** The width of text on one line, in em. */
export function widthOf(text: string, widths: Widths): number {
  return [...text].reduce(
    (sum, character) => sum + advance(character, kindOf(character), widths) + autospace / 2,
    0,
  )
}

/** What `text-autospace` puts between Chinese and Latin, in em. */
const autospace = 0.125

/** Cuts runs to units: where `phrases` are given (headings), breaks are only between them and at spaces. */
function units(runs: readonly Run[], keepAll: boolean): (Unit | 'break')[] {
  const found: (Unit | 'break')[] = []
  let width = 0
  let height = 0
  let before = blank
  let pending = false
  const end = (): void => {
    if (pending) found.push({ width, space: 0, height, whole: false })
    width = 0
    height = 0
    pending = false
  }
  for (const { text, size, widths, leading = 0, picture, isOne = false, isHeld = false } of runs) {
    let goesOn = false
    if (isOne) {
      end()
      found.push({ width: widthOf(text, widths) * size, space: 0, height: leading, whole: false })
      before = blank
      continue
    }
    if (picture !== undefined) {
      end()
      found.push({ width: picture, space: 0, height: leading, whole: true })
      before = blank
      continue
    }
    for (const character of text) {
      if (character === '\n') {
        end()
        found.push('break')
        before = blank
        continue
      }
      if (character === '\u200b') {
        end()
        before = blank
        continue
      }
      if (character === ' ' || character === '\t' || character === '\r' || character === '\f') {
        end()
        const last = found.at(-1)
        if (last && last !== 'break') last.space = advance(' ', blank, widths) * size
        before = blank
        continue
      }
      const kind = kindOf(character)
      const joins =
        pending &&
        (goesOn ||
          kind.closes ||
          before.opens ||
          (kind.word && before.word) ||
          (keepAll && !before.closes) ||
          (!kind.han && !before.han && !before.parts))
      if (pending && !joins) end()
      const gap = (kind.han && before.word) || (kind.word && before.han) ? autospace : 0
      width += (advance(character, kind, widths) + gap) * size
      height = Math.max(height, leading)
      pending = true
      before = kind
      goesOn = isHeld
    }
  }
  end()
  return found
}

type Units = readonly (Unit | 'break')[]

const cutBefore = new WeakMap<Widths, Map<string, Units>>()

/** Text of one face as units at a size of 1: the same words are measured at many sizes. */
function unitsOf(text: string, widths: Widths, keepAll: boolean): Units {
  const ofFace = cutBefore.get(widths) ?? new Map<string, Units>()
  cutBefore.set(widths, ofFace)
  const key = `${keepAll ? '=' : '~'}${text}`
  const found = ofFace.get(key) ?? units([{ text, size: 1, widths }], keepAll)
  ofFace.set(key, found)
  return found
}

const isWords = ({ picture, isOne, isHeld }: Run): boolean => picture === undefined && !isOne && !isHeld

/** Neighbours of one face and size as one. */
function joined(runs: readonly Run[]): readonly Run[] {
  if (runs.length < 2) return runs
  const found: Run[] = []
  let [first] = runs
  let text = ''
  const end = (): void => {
    if (first) found.push(first.text === text ? first : { ...first, text })
  }
  for (const run of runs) {
    const isLike =
      first?.size === run.size &&
      first.widths === run.widths &&
      first.leading === run.leading &&
      isWords(first) &&
      isWords(run)
    if (isLike) text += run.text
    else {
      if (run !== runs[0]) end()
      first = run
      text = run.text
    }
  }
  end()
  return found
}

/** Lines of text: how many, and how high they are together in CSS pixels, where their runs tell. */
export interface Lines {
  readonly count: number
  readonly height: number
}

/**
 * The lines that text takes, broken as browsers do: each line as full as it can be, closing punctuation never first on
 * one, opening punctuation never last, words whole unless they alone are wider than the line.
 *
 * @param width of a line in CSS pixels
 * @param least the least height of a line
 * @param keepAll breaks only at spaces, after punctuation and at U+200B
 */
export function lay(runs: readonly Run[], width: number, least = 0, keepAll = false): Lines {
  let count = 1
  let above = 0
  let height = least
  let used = 0
  let space = 0
  let empty = true
  const next = (): void => {
    count++
    above += height
    height = least
    used = 0
    space = 0
  }
  const [only, another] = joined(runs)
  const isSimple =
    only !== undefined && another === undefined && only.picture === undefined && !only.isOne && !only.isHeld
  const times = isSimple ? only.size : 1
  for (const unit of isSimple ? unitsOf(only.text, only.widths, keepAll) : units(runs, keepAll)) {
    if (unit === 'break') {
      next()
      empty = true
      continue
    }
    const wide = unit.width * times
    if (!empty && used + space + wide > width) next()
    height = Math.max(height, isSimple ? (only.leading ?? 0) : unit.height)
    if (wide > width && !unit.whole) {
      // Broken anywhere; half a character of each line may stay empty.
      const room = Math.max(1, width - (runs[0]?.size ?? 0))
      const more = Math.ceil(wide / room) - 1
      count += more
      above += more * height
      used = wide - more * room
    } else used += space + wide
    space = unit.space * times
    empty = false
  }
  return { count, height: above + height }
}

/** How many lines text takes; see `lay`. */
export function countLines(runs: readonly Run[], width: number, keepAll = false): number {
  return lay(runs, width, 0, keepAll).count
}
