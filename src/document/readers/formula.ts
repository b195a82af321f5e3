/** A formula on one line, as it is typed: `(a+b)/c=x²`. */
export interface LinearFormula {
  readonly words: string
  /** Its place on the page said something (a fraction, a root, a matrix) that now signs say. */
  readonly flattened: boolean
}

const RAISED = new Map([...'0123456789+-=()ni'].map((sign, at) => [sign, [...'⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ'][at] ?? '']))
const LOWERED = new Map([...'0123456789+-=()'].map((sign, at) => [sign, [...'₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎'][at] ?? '']))

export function fraction(above: string, below: string): string {
  return `${grouped(above)}/${grouped(below)}`
}

export function raised(words: string): string {
  return small(words, RAISED, '^')
}

export function lowered(words: string): string {
  return small(words, LOWERED, '_')
}

export function root(words: string, degree: string): string {
  return `${degree === '' ? '' : raised(degree)}√${grouped(words)}`
}

/** Rows of a matrix or of a system of equations. */
export function rows(cells: readonly (readonly string[])[]): string {
  return cells.map((row) => row.join(', ')).join('; ')
}

/** In brackets, unless it is one number or one letter. */
export function grouped(words: string): string {
  const isOne = [...words].length <= 1 || /^(?:[\d.,%]+|\p{L}+\d*)$/u.test(words)
  return isOne || isBracketed(words) ? words : `(${words})`
}

/** The bracket that it begins with ends at its end. */
function isBracketed(words: string): boolean {
  if (!words.startsWith('(') || !words.endsWith(')')) return false
  let depth = 0
  for (let at = 0; at < words.length; at++) {
    if (words[at] === '(') depth++
    else if (words[at] === ')') depth--
    if (depth === 0) return at === words.length - 1
  }
  return false
}

function small(words: string, signs: ReadonlyMap<string, string>, mark: string): string {
  const letters = [...words]
  if (letters.length > 0 && letters.every((letter) => signs.has(letter)))
    return letters.map((letter) => signs.get(letter)).join('')
  return `${mark}${grouped(words)}`
}
