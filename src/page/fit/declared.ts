import { attribute, classes, type Element } from '../../markdown/html-tree.ts'

/** What an author's own style asks of the room that an element takes; lengths in CSS pixels. */
export interface Declared {
  readonly size: number
  /** Line height in em; null where it is as around. */
  readonly line: number | null
  readonly width: number | null
  readonly height: number | null
  readonly tallest: number | null
  /** Margins, padding and borders, above and below together, and at both sides. */
  readonly block: number
  readonly inline: number
  /** It takes no room in its place. */
  readonly isOut: boolean
  /** How many parts of it stand side by side; 0 where they lie over each other. */
  readonly columns: number
}

const unstyled: ReadonlyMap<string, string> = new Map()
const read = new Map<string, ReadonlyMap<string, string>>()

function declarations(style: string): ReadonlyMap<string, string> {
  const known = read.get(style)
  if (known) return known
  const found = new Map(
    style.split(';').flatMap((one): [string, string][] => {
      const at = one.indexOf(':')
      const value = one.slice(at + 1).replace(/!\s*important/i, '')
      return at > 0 ? [[one.slice(0, at).trim().toLowerCase(), value.trim().toLowerCase()]] : []
    }),
  )
  if (read.size > 5000) read.clear()
  read.set(style, found)
  return found
}

/** CSS Values 4, 6: what a unit is in pixels; `ex`, `ch` and the like are half an em. */
const units: Readonly<Record<string, number>> = {
  px: 1,
  pt: 4 / 3,
  pc: 16,
  cm: 37.8,
  mm: 3.78,
  in: 96,
  rem: 16,
  vw: 12.8,
  vh: 7.2,
}
/** CSS Fonts 4, 2.5: sizes by name, for a page whose own is 16 px; and `<font size>`. */
const named: Readonly<Record<string, number>> = {
  'xx-small': 9,
  'x-small': 10,
  small: 13,
  medium: 16,
  large: 18,
  'x-large': 24,
  'xx-large': 32,
  'xxx-large': 48,
}
const numbered = [10, 13, 16, 18, 24, 32, 48]

/** A length in pixels; null for one that only a browser can tell. */
export function lengthOf(value: string, em: number, whole: number): number | null {
  const [, number, unit = ''] = /^(-?[\d.]+)(%|[a-z]+)?$/.exec(value) ?? []
  const times = Number(number)
  if (number === undefined || Number.isNaN(times)) return null
  if (unit === '%') return (times * whole) / 100
  if (unit === 'em') return times * em
  if (unit === '') return times === 0 ? 0 : null
  return Object.hasOwn(units, unit) ? times * (units[unit] ?? 1) : (times * em) / 2
}

function sizeOf(node: Element, style: ReadonlyMap<string, string>, size: number): number {
  const wanted = style.get('font-size')
  if (wanted !== undefined) {
    if (wanted === 'smaller') return size / 1.2
    if (wanted === 'larger') return size * 1.2
    if (Object.hasOwn(named, wanted)) return named[wanted] ?? size
    return lengthOf(wanted, size, size) ?? size
  }
  if (node.tagName === 'big') return size * 1.2
  const step = /^\s*([+-]?)(\d)/.exec(node.tagName === 'font' ? attribute(node, 'size') : '')
  if (!step) return size
  const [, sign, digit] = step
  const at = sign === '+' ? 3 + Number(digit) : sign === '-' ? 3 - Number(digit) : Number(digit)
  return numbered[Math.max(0, Math.min(6, at - 1))] ?? size
}

/** The sum of two opposite sides of a property and its longhands. */
function sides(
  style: ReadonlyMap<string, string>,
  name: string,
  which: 'block' | 'inline',
  em: number,
  whole: number,
): number {
  const [top = '0', right = top, bottom = top, left = right] = style.get(name)?.split(/\s+/) ?? []
  const [a, b] = which === 'block' ? [top, bottom] : [left, right]
  const [first, second] = which === 'block' ? ['top', 'bottom'] : ['left', 'right']
  const length = (value: string): number => lengthOf(value, em, whole) ?? 0
  return length(style.get(`${name}-${first}`) ?? a) + length(style.get(`${name}-${second}`) ?? b)
}

const plain: Declared = {
  size: 0,
  line: null,
  width: null,
  height: null,
  tallest: null,
  block: 0,
  inline: 0,
  isOut: false,
  columns: 1,
}

/**
 * What a slide's own type size makes of all sizes on it, 1 for the usual; and its style without that. A size in em or
 * percent is counted from the usual one, and none is so small that it can't be read.
 *
 * @param usual size of the type on slides
 * @param least of the sizes
 */
export function slideScale(style: string, usual: number, least: number): { own: number; rest: string } {
  const wanted = declarations(style).get('font-size')
  if (wanted === undefined) return { own: 1, rest: style }
  const size =
    wanted === 'smaller' ? usual / 1.2 : wanted === 'larger' ? usual * 1.2 : lengthOf(wanted, usual, usual)
  const rest = style.split(';').filter((one) => !/^\s*font-size\s*:/i.test(one))
  return { own: Math.min(3, Math.max(least, size ?? usual) / usual), rest: rest.join(';') }
}

/**
 * Reads what an element's style, and reveal.js's classes for layout, ask of the room it takes.
 *
 * @param size of the type around it
 * @param whole the width that it has
 */
export function declared(node: Element, size: number, whole: number): Declared {
  const names = classes(node)
  const columns = names.includes('r-stack') ? 0 : names.includes('r-hstack') ? partsOf(node) : 1
  const written = attribute(node, 'style')
  if (!written) return { ...plain, size: sizeOf(node, unstyled, size), columns }
  const style = declarations(written)
  const own = sizeOf(node, style, size)
  const length = (...properties: readonly string[]): number | null => {
    for (const name of properties) {
      const value = style.get(name)
      const found = value === undefined ? null : lengthOf(value, own, whole)
      if (found !== null) return found
    }
    return null
  }
  const line = style.get('line-height')
  const lineLength =
    line === undefined ? null : /^[\d.]+$/.test(line) ? Number(line) * own : lengthOf(line, own, own)
  const room = (which: 'block' | 'inline'): number =>
    sides(style, 'margin', which, own, whole) + sides(style, 'padding', which, own, whole)
  const border = /(?:^|\s)([\d.]+)px/.exec(style.get('border') ?? '')
  const edges = border ? 2 * Number(border[1]) : 0
  const display = style.get('display') ?? ''
  return {
    size: own,
    line: lineLength === null ? null : lineLength / own,
    width: length('width', 'max-width'),
    height: style.get('height')?.endsWith('%') ? null : length('height', 'min-height'),
    tallest: length('max-height'),
    block: room('block') + edges,
    inline: room('inline') + edges,
    isOut: display === 'none' || /^(?:absolute|fixed)$/.test(style.get('position') ?? ''),
    columns:
      /flex/.test(display) && !/column/.test(style.get('flex-direction') ?? style.get('flex-flow') ?? '')
        ? partsOf(node)
        : /grid/.test(display)
          ? tracks(style.get('grid-template-columns') ?? '')
          : Number(/^\d+/.exec(style.get('column-count') ?? style.get('columns') ?? '')?.[0] ?? columns),
  }
}

const partsOf = (node: Element): number =>
  Math.max(1, node.childNodes.filter((child) => 'tagName' in child).length)

function tracks(template: string): number {
  const repeated = /repeat\(\s*(\d+)/.exec(template)
  return repeated ? Number(repeated[1]) : Math.max(1, template.split(/\s+(?![^(]*\))/).filter(Boolean).length)
}
