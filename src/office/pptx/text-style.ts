import { element, type Xml } from '../xml.ts'
import type { Slot } from './design.ts'
import { emu, hundredths, percent, typeSize } from './units.ts'
import { fill } from './vocabulary.ts'

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
  readonly mark?: 'diamond' | 'none'
  readonly markSlot?: Slot
  readonly align?: 'l' | 'ctr' | 'r'
  readonly bold?: boolean
  readonly face?: 'major' | 'minor'
  readonly slot?: Slot
  /** How much of its colour covers what it stands on; all of it unless told. */
  readonly alpha?: number
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

/** In Wingdings, which Office and WPS bring along, a diamond. */
const diamond = 'u'

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
  } = style
  return element(
    name,
    {
      marL: indent === undefined ? undefined : emu(indent),
      indent: indent === undefined ? undefined : -emu(hang) || 0,
      algn: align,
    },
    line === undefined ? null : element('a:lnSpc', {}, element('a:spcPct', { val: percent(line) })),
    before === undefined ? null : element('a:spcBef', {}, element('a:spcPts', { val: hundredths(before) })),
    markSlot && mark === 'diamond'
      ? [
          element('a:buClr', {}, element('a:schemeClr', { val: markSlot })),
          element('a:buSzPct', { val: percent(0.6) }),
          element('a:buFont', { typeface: 'Wingdings' }),
          element('a:buChar', { char: diamond }),
        ]
      : mark === 'none'
        ? element('a:buNone')
        : null,
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

/** The styles of levels, from the first. */
export const levels = (styles: readonly LevelStyle[]): readonly Xml[] =>
  styles.map((style, i) => levelXml(`a:lvl${i + 1}pPr`, style))
