import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

/** The tokens of a theme's file that are colours. */
function tokens(theme: string): Map<string, string> {
  const css = readFileSync(`src/client/styles/themes/${theme}.css`, 'utf8')
  return new Map(
    [...css.matchAll(/--([\w-]+):\s*(#[\da-f]{6})/g)].map(([, name = '', value = '']) => [name, value]),
  )
}

/** Relative luminance, https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (high + 0.05) / (low + 0.05)
}

const text = [
  ...['ink', 'muted', 'heading', 'accent', 'gold'].flatMap((name) => [
    [name, 'paper'],
    [name, 'surface'],
  ]),
  ['paper', 'heading'],
  ...['cover-ink', 'cover-gold'].flatMap((name) => [
    [name, 'cover'],
    [name, 'cover-glow'],
  ]),
  ...['keyword', 'string', 'comment', 'name'].map((name) => [`code-${name}`, 'surface']),
] as const
describe.each(['zhu', 'mo', 'su'])('the theme %s', (theme) => {
  const colours = tokens(theme)
  const of = ([one = '', other = '']: readonly string[]): number =>
    contrast(colours.get(one) ?? '', colours.get(other) ?? '')

  it.each(text)('sets %s on %s at 7:1', (...pair) => {
    expect(of(pair)).toBeGreaterThanOrEqual(7)
  })
})
