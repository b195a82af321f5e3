/** A length that no one can read type of, by its unit; what is not here is taken for pixels. */
const least: Readonly<Record<string, number>> = { px: 5, pt: 4, em: 0.3, rem: 0.3, '%': 30, vw: 0.5, vh: 0.5 }
interface Length {
  readonly value: number
  readonly unit: string
}

function lengths(value: string): readonly Length[] {
  return [...value.matchAll(/(-?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?)([a-z%]*)/gi)].map(
    ([, number = '', unit = '']) => ({ value: Number(number), unit: unit.toLowerCase() }),
  )
}

const isTiny = ({ value, unit }: Length): boolean => value < (least[unit] ?? 5)
/** So far to the left or up, or else to the right or down, words have left the slide, by unit. */
const off: Readonly<Record<string, readonly [back: number, ahead: number]>> = {
  px: [-100, 1000],
  em: [-5, 60],
  rem: [-5, 60],
  '%': [-50, 100],
}
const isAway = ({ value, unit }: Length): boolean => {
  const [back, ahead] = off[unit] ?? [-50, 100]
  return value <= back || value >= ahead
}
const isFaint = ({ value, unit }: Length): boolean => value < (unit === '%' ? 10 : 0.1)
const keyword = (words: string): ((value: string) => boolean) => {
  const known = new Set(words.split(' '))
  return (value) => value.split(/[\s,]+/).some((word) => known.has(word))
}
const some =
  (test: (length: Length) => boolean) =>
  (value: string): boolean =>
    lengths(value).some(test)
const isClear = (value: string): boolean =>
  value === 'transparent' ||
  /^#(?:[\da-f]{3}0|[\da-f]{6}0\w)$/.test(value) ||
  (/^(?:rgb|hsl)a?\(/.test(value) && lengths(value).length === 4 && lengths(value).slice(3).some(isFaint))
const isWhite = (value: string): boolean =>
  /^(?:white|#fff(?:f{3})?|rgba?\(255[,\s]+255[,\s]+255\D.*)$/.test(value)

/** What takes words out of sight, or shows them in another order than they stand in, by property. */
const hiding = new Map<string, (value: string) => boolean>(
  Object.entries({
    display: keyword('none'),
    visibility: keyword('hidden collapse'),
    'content-visibility': keyword('hidden'),
    opacity: some(isFaint),
    'font-size': some(isTiny),
    font: (value) =>
      /(?:^|\s)\S*?\d/.test(value) &&
      lengths(value)
        .filter(({ unit }) => unit !== '')
        .some(isTiny),
    'line-height': some(({ value, unit }) => value < (unit === '' ? 0.3 : (least[unit] ?? 5))),
    zoom: some(isFaint),
    color: isClear,
    '-webkit-text-fill-color': isClear,
    '-webkit-text-security': (value) => value !== 'none',
    'text-indent': some(isAway),
    'letter-spacing': some(({ value, unit }) => value < (unit === 'em' ? -0.3 : -5)),
    'word-spacing': some(({ value, unit }) => value < (unit === 'em' ? -1 : -10)),
    'text-decoration': keyword('line-through'),
    'text-decoration-line': keyword('line-through'),
    clip: (value) => value !== 'auto',
    'clip-path': (value) => value !== 'none',
    mask: (value) => value !== 'none',
    'mask-image': (value) => value !== 'none',
    filter: (value) => /blur|opacity|brightness|contrast/.test(value),
    transform: (value) => /scale|translate|matrix|rotate[xy3]|skew|perspective/.test(value),
    scale: some(isFaint),
    translate: some(isAway),
    'unicode-bidi': (value) => value !== 'normal' && value !== 'isolate',
    order: (value) => value !== '0',
    'flex-direction': (value) => value.endsWith('reverse'),
    'flex-wrap': (value) => value.endsWith('reverse'),
    width: some(({ value }) => value === 0),
    height: some(({ value }) => value === 0),
    'max-width': some(({ value }) => value === 0),
    'max-height': some(({ value }) => value === 0),
    'block-size': some(({ value }) => value === 0),
    'inline-size': some(({ value }) => value === 0),
    'max-block-size': some(({ value }) => value === 0),
    'max-inline-size': some(({ value }) => value === 0),
  }),
)
const size = /(?:width|height|(?:block|inline)-size)$/
const offset = /^(?:left|right|top|bottom|inset.*|margin.*)$/

/**
 * Whether a `style` attribute keeps its words from being read as they stand: not shown, too small, clear, moved away,
 * struck through, in another order. Where it can't be told (a transform, white type on what may be white), it does.
 *
 * @param onGround the slide has a background of its own, on which white type may well be read
 */
export function hidingStyle(style: string, onGround = false): boolean {
  if (style.trim() === '') return false
  const declared = new Map(
    style
      .toLowerCase()
      .replaceAll('!important', '')
      .split(';')
      .map((declaration) => {
        const colon = declaration.indexOf(':')
        return [declaration.slice(0, Math.max(0, colon)).trim(), declaration.slice(colon + 1).trim()] as const
      }),
  )
  const ground = declared.get('background-color') ?? declared.get('background')
  const color = declared.get('color')
  if (color !== undefined && (color === ground || (isWhite(color) && ground === undefined && !onGround)))
    return true
  const names = [...declared.keys()]
  const isCut = [...declared].some(
    ([name, value]) => name.startsWith('overflow') && /hidden|clip/.test(value),
  )
  if (isCut && names.some((name) => size.test(name))) return true
  return [...declared].some(
    ([name, value]) => hiding.get(name)?.(value) === true || (offset.test(name) && some(isAway)(value)),
  )
}

/** The selectors of a style sheet under which words can't be read. */
export function hidingSelectors(css: string): string[] {
  return css.split('}').flatMap((rule) => {
    const open = rule.lastIndexOf('{')
    return hidingStyle(rule.slice(open + 1), true) ? [rule.slice(0, Math.max(0, open)).trim()] : []
  })
}
