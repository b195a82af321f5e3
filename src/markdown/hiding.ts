import { type Colour, contrast, readColour } from '../theme/colour.ts'

/** Letters of a slide's body, about; a percentage is taken for one of them, too. */
const pixels: Readonly<Record<string, number>> = { px: 1, pt: 1.33, em: 30, rem: 30, '%': 0.3 }
/** How much a length is in pixels; null for what is no plain length: a function, a variable, another unit. */
function length(value: string): number | null {
  const [, number, unit = ''] = /^([-+]?(?:\d+(?:\.\d*)?|\.\d+))(px|pt|em|rem|%)?$/.exec(value) ?? []
  if (number === undefined || (unit === '' && Number(number) !== 0)) return null
  return Number(number) * (pixels[unit] ?? 1)
}

type Test = (value: string) => boolean

const words = (text: string): Test => {
  const known = new Set(text.split(' '))
  return (value) => value.split(/\s+/).every((word) => known.has(word))
}
const between =
  (least: number, most: number): Test =>
  (value) =>
    value.split(/\s+/).every((part) => {
      const size = length(part)
      return part === 'auto' || (size !== null && size >= least && size <= most)
    })
const number =
  (least: number, most: number): Test =>
  (value) =>
    /^(?:\d+(?:\.\d*)?|\.\d+)$/.test(value) && Number(value) >= least && Number(value) <= most
const either =
  (...tests: readonly Test[]): Test =>
  (value) =>
    tests.some((test) => test(value))

const named: Readonly<Record<string, Colour>> = {
  aqua: '#00ffff',
  black: '#000000',
  blue: '#0000ff',
  brown: '#a52a2a',
  crimson: '#dc143c',
  cyan: '#00ffff',
  darkblue: '#00008b',
  darkgreen: '#006400',
  darkred: '#8b0000',
  gold: '#ffd700',
  gray: '#808080',
  green: '#008000',
  grey: '#808080',
  lightblue: '#add8e6',
  lightgray: '#d3d3d3',
  lightgreen: '#90ee90',
  lightgrey: '#d3d3d3',
  lightyellow: '#ffffe0',
  lime: '#00ff00',
  maroon: '#800000',
  navy: '#000080',
  orange: '#ffa500',
  pink: '#ffc0cb',
  purple: '#800080',
  red: '#ff0000',
  silver: '#c0c0c0',
  skyblue: '#87ceeb',
  teal: '#008080',
  white: '#ffffff',
  whitesmoke: '#f5f5f5',
  yellow: '#ffff00',
}

/** A colour as it is written most; null for one that is partly clear, or written in another way. */
export function colour(value: string): Colour | null {
  const [, ...channels] = /^rgb\(\s*(\d+)[\s,]+(\d+)[\s,]+(\d+)\s*\)$/.exec(value) ?? []
  if (channels.length > 0)
    return readColour(
      `#${channels.map((one) => Math.min(255, Number(one)).toString(16).padStart(2, '0')).join('')}`,
    )
  return Object.hasOwn(named, value) ? (named[value] ?? null) : readColour(value.startsWith('#') ? value : '')
}

/** What the words of a theme stand on, and a ground of the author's own that is a picture or the like: anything. */
const white = '#ffffff'
const black = '#000000'
/** Less contrast than this can't be read at all; what is good to read takes more. */
export const visible = 1.8
/** The darkest grounds of our themes are lighter than black. */
export const visibleOnDark = 1.5

const line: Test = (value) => value.split(/\s+/).every((part) => (length(part) ?? 0) <= 12)

/** Faces that have the letters that are written; in others an `a` may be a hand or a tick. Those of a Chinese name do. */
const faces = new Set(
  `serif,sans-serif,monospace,cursive,system-ui,ui-serif,ui-sans-serif,ui-monospace,inherit,initial,unset,arial,
  arial black,helvetica,helvetica neue,times,times new roman,georgia,palatino,garamond,cambria,calibri,candara,tahoma,
  verdana,trebuchet ms,segoe ui,roboto,open sans,lato,courier,courier new,consolas,menlo,monaco,simsun,nsimsun,simhei,
  kaiti,fangsong,kaiti_gb2312,fangsong_gb2312,microsoft yahei,microsoft yahei ui,microsoft jhenghei,dengxian,youyuan,
  lisu,stsong,stheiti,stkaiti,stfangsong,stzhongsong,stxihei,pingfang sc,pingfang tc,heiti sc,songti sc,kaiti sc,mingliu,
  pmingliu,ms mincho,ms gothic,meiryo,yu mincho,yu gothic`.split(/,\s*/),
)
const isReadableFace = (name: string): boolean =>
  faces.has(name) ||
  /^\p{Script=Han}[\p{Script=Han}\w ]*$/u.test(name) ||
  /^(?:noto|source han) [\w ]+$/.test(name)

/**
 * What leaves words to be read where and as they stand, by property: a list of what may be, since nobody knows all that
 * CSS can do to words.
 */
const harmless = new Map<string, Test>(
  Object.entries({
    'text-align': words('left right center justify start end'),
    'font-weight': either(words('normal bold bolder lighter'), number(100, 900)),
    'font-style': words('normal italic oblique'),
    'font-family': (value) =>
      value.split(',').every((name) => isReadableFace(name.replace(/["']/g, '').trim())),
    'font-size': either(words('small medium large x-large xx-large larger smaller'), between(11, 150)),
    'text-decoration': words('none underline overline solid dotted dashed double wavy'),
    'text-decoration-line': words('none underline overline'),
    'vertical-align': words('baseline sub super middle top bottom text-top text-bottom'),
    'white-space': words('normal pre-wrap pre-line'),
    'line-height': either(words('normal'), number(0.8, 4), between(24, 120)),
    'letter-spacing': either(words('normal'), between(-1, 30)),
    'text-indent': between(0, 200),
    display: words('block inline inline-block list-item flex inline-flex grid'),
    position: words('static relative'),
    direction: words('ltr'),
    overflow: words('visible'),
    opacity: number(0.4, 1),
    width: between(100, 1280),
    'max-width': between(100, 1280),
    'min-width': between(0, 1000),
    height: between(20, 720),
    'min-height': between(0, 600),
    gap: between(0, 200),
    'align-items': words('start end center stretch baseline flex-start flex-end'),
    'justify-content': words('start end center space-between space-around space-evenly flex-start flex-end'),
    'list-style': words('none disc circle square inside outside'),
    'list-style-type': words('none disc circle square'),
    color: (value) => colour(value) !== null,
    background: (value) => colour(value) !== null,
    'background-color': (value) => colour(value) !== null,
  }),
)
/** Of every side. */
const sides: readonly (readonly [RegExp, Test])[] = [
  [/^(?:margin|padding)(?:-(?:top|right|bottom|left))?$/, between(0, 300)],
  [/^border(?:-(?:top|right|bottom|left))?(?:-width)?$/, line],
  [/^border(?:-\w+)*-(?:radius|color|style)$/, () => true],
]

/** Whether a declaration leaves the words of its element to be read where and as they stand. */
export const isHarmless = (property: string, value: string): boolean =>
  (harmless.get(property) ?? sides.find(([name]) => name.test(property))?.[1])?.(value) === true

/**
 * Whether a `style` attribute may keep its words from being read as they stand: not shown, too small, clear, covered,
 * moved away, struck through, in another order. It does where that can't be told.
 *
 * @param ground the slide's own background: a colour, or `''` for a picture, on which any colour may be read
 */
export function hidingStyle(style: string, ground?: string): boolean {
  const declarations = style
    .toLowerCase()
    .replaceAll('!important', '')
    .split(';')
    .filter((one) => one.trim() !== '')
    .map((one): [string, string] => {
      const colon = one.indexOf(':')
      return [one.slice(0, Math.max(0, colon)).trim(), one.slice(colon + 1).trim()]
    })
  if (!declarations.every(([property, value]) => isHarmless(property, value))) return true
  const declared = new Map(declarations)
  const text = declared.get('color')
  const own = declared.get('background-color') ?? declared.get('background')
  const under = own ?? ground
  const on = under === undefined ? null : colour(under)
  if (text === undefined) return own !== undefined && on !== null && contrast(on, black) < 7
  const type = colour(text)
  if (type === null) return true
  if (on !== null) return contrast(type, on) < visible
  return under === undefined && (contrast(type, white) < visible || contrast(type, black) < visibleOnDark)
}
