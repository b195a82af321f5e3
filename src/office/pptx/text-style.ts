import { element, type Xml } from '../xml.ts'
import type { Slot } from './design.ts'
import { emu, hundredths, percent, typeSize } from './units.ts'
import { colour, fill } from './vocabulary.ts'

/** How the paragraphs of a level look; what is not said is as in what it inherits from. Lengths in CSS pixels. */
export interface LevelStyle {
  readonly size?: number
  /** In single lines of the face. */
  readonly line?: number
  /** Above each paragraph. */
  readonly before?: number
  /** Of the words from the edge, and how far before them their mark stands. */
  readonly indent?: number
  readonly hang?: number
  readonly mark?: keyof typeof marks | 'none'
  readonly markSlot?: Slot
  readonly align?: 'l' | 'ctr' | 'r'
  readonly bold?: boolean
  readonly face?: 'major' | 'minor'
  readonly slot?: Slot
  /** How much of its colour covers what it stands on; all of it unless told. */
  readonly alpha?: number
  /** Lines are broken as in East Asia: no mark begins one, and one that ends it may hang. Said once, in the master. */
  readonly isRoot?: boolean
}

/** The faces that a theme gives to headings and to text. */
export const themeFaces = (face: 'major' | 'minor'): readonly Xml[] => {
  const role = face === 'major' ? 'mj' : 'mn'
  return [
    element('a:latin', { typeface: `+${role}-lt` }),
    element('a:ea', { typeface: `+${role}-ea` }),
    element('a:cs', { typeface: `+${role}-cs` }),
  ]
}

/** A diamond in Wingdings, which Office and WPS bring along; a bar, which Chinese faces have. */
const marks = {
  diamond: { face: 'Wingdings', sign: 'u', size: 0.6 },
  bar: { face: '+mn-ea', sign: '▎', size: 1 },
} as const

/** The style of one level. @param name `a:lvl1pPr`, `a:defPPr` */
export function levelXml(name: string, style: LevelStyle): Xml {
  const {
    size,
    line,
    before,
    indent,
    mark,
    hang = mark === 'none' ? 0 : (indent ?? 0),
    markSlot,
    align,
    bold,
    face,
    slot,
    alpha,
    isRoot,
  } = style
  return element(
    name,
    {
      marL: indent === undefined ? undefined : emu(indent),
      indent: indent === undefined ? undefined : -emu(hang) || 0,
      algn: align,
      ...(isRoot ? { eaLnBrk: true, latinLnBrk: false, hangingPunct: true } : {}),
    },
    line === undefined ? null : element('a:lnSpc/a:spcPct', { val: percent(line) }),
    before === undefined ? null : element('a:spcBef/a:spcPts', { val: hundredths(before) }),
    mark === 'none' ? element('a:buNone') : mark && markSlot ? markXml(marks[mark], markSlot) : null,
    size === undefined && bold === undefined && !face && !slot
      ? null
      : element(
          'a:defRPr',
          { sz: size === undefined ? undefined : typeSize(size), b: bold },
          slot
            ? fill(slot, ...(alpha === undefined ? [] : [element('a:alpha', { val: percent(alpha) })]))
            : null,
          face ? themeFaces(face) : null,
        ),
  )
}

const markXml = ({ face, sign, size }: (typeof marks)[keyof typeof marks], slot: Slot): readonly Xml[] => [
  element('a:buClr', colour(slot)),
  element('a:buSzPct', { val: percent(size) }),
  element('a:buFont', { typeface: face }),
  element('a:buChar', { char: sign }),
]

/** Points below a point: in smaller type, with a mark of their own. */
export const belowPoint = (
  { size = 0, indent = 0, ...first }: LevelStyle,
  scale: number,
  markSlot: Slot,
): LevelStyle => ({
  ...first,
  size: Math.max(24, size * 0.88),
  before: 10 * scale,
  indent: indent + 40 * scale,
  hang: 40 * scale,
  mark: 'diamond',
  markSlot,
})

/** The styles of levels, from the first. */
export const levels = (styles: readonly LevelStyle[]): readonly Xml[] =>
  styles.map((style, i) => levelXml(`a:lvl${i + 1}pPr`, style))
