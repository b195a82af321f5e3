import { fontSign } from './font-signs.ts'
import { fraction, root } from './formula.ts'

/**
 * What a field says that Word draws from its code alone, as it does with ringed and stacked letters (`EQ`) and signs
 * (`SYMBOL`); null for every other field, whose result stands in the text.
 */
export function fieldWords(code: string): string | null {
  const [, name = '', rest = ''] = /^\s*(\S+)\s*([\s\S]*)$/u.exec(code.slice(0, LONGEST_CODE)) ?? []
  if (name.toUpperCase() === 'SYMBOL') {
    const [, sign = '', font = ''] = /^(\S+)(?!\S)[\s\S]*?\\f\s*"?([^"\\]+)/u.exec(rest) ?? []
    return fontSign(font.trim(), Number(sign))
  }
  return name.toUpperCase() === 'EQ' ? new Equation(rest).words().trim() : null
}

const LONGEST_CODE = 2000
const DEEPEST = 20

/** `\o\ac(○,甲)`, `\f(a,b)`, `\o\ad(\s\up 9(pò),泊)` */
class Equation {
  readonly #code: string
  #at = 0
  #depth = 0

  constructor(code: string) {
    this.#code = code.replace(/\\\*\s*(?:jc\d+|"[^"]*"|hps\d+|MERGEFORMAT)/giu, '')
  }

  /** Up to a comma, a semicolon or the end of the bracket. */
  words(): string {
    let words = ''
    while (this.#at < this.#code.length) {
      const sign = this.#code.charAt(this.#at)
      if (this.#depth > 0 && /[,;)]/u.test(sign)) break
      if (sign !== '\\') {
        words += sign
        this.#at++
      } else words += this.#switch()
    }
    return words
  }

  #switch(): string {
    const [all = '', name = ''] =
      /^\\(\p{L}+|.)?(?:\s*-?\d+(?=\s*\())?/u.exec(this.#code.slice(this.#at)) ?? []
    this.#at += Math.max(1, all.length)
    if (!/^\p{L}/u.test(name)) return name
    if (this.#code.charAt(this.#at) !== '(' || this.#depth >= DEEPEST) return ''
    const parts: string[] = []
    this.#depth++
    do {
      this.#at++
      parts.push(this.words().trim())
    } while (/[,;]/u.test(this.#code.charAt(this.#at)))
    this.#at++
    this.#depth--
    return said(name.toLowerCase(), parts)
  }
}

const RINGED = [...'①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳']

function said(name: string, parts: readonly string[]): string {
  const [first = '', second = ''] = parts
  if (name === 'f') return fraction(first, second)
  if (name === 'r') return second === '' ? root(first, '') : root(second, first)
  if (name === 'ac' && /^[○□△◇]$/u.test(first)) {
    return (first === '○' && RINGED[Number(second) - 1]) || (second === '√' ? '☑' : `(${second})`)
  }
  // One over the other: how the base is read, then the base.
  if (name === 'ad') return second === '' ? first : `${second}（${first}）`
  return parts.filter((part) => part !== '').join(name === 'a' ? ' ' : '')
}
