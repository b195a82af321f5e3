/** Colours as `#rrggbb`, and how well one is read on another. */
export type Colour = `#${string}`

/** What text needs on what it stands on: WCAG 2.2, 1.4.6 (AAA). */
export const readable = 7

type Triple = readonly [number, number, number]

/** The colour that somebody wrote: `#C00`, `#c00000`, `C00000`; null for anything else. */
export function readColour(text: string): Colour | null {
  const [, hex = ''] = /^#?([\da-f]{3}|[\da-f]{6})$/i.exec(text.trim()) ?? []
  if (!hex) return null
  return `#${(hex.length === 3 ? hex.replace(/./g, '$&$&') : hex).toLowerCase()}`
}

/** Red, green and blue from 0 to 1, without the curve of sRGB. */
function linear(colour: Colour): Triple {
  const channel = (at: number): number => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }
  return [channel(1), channel(3), channel(5)]
}

function fromLinear(channels: Triple): Colour {
  const hex = channels.map((value) => {
    const bounded = Math.min(1, Math.max(0, value))
    const curved = bounded <= 0.0031308 ? bounded * 12.92 : 1.055 * bounded ** (1 / 2.4) - 0.055
    return Math.round(curved * 255)
      .toString(16)
      .padStart(2, '0')
  })
  return `#${hex.join('')}`
}

/** Relative luminance, https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
export function luminance(colour: Colour): number {
  const [red, green, blue] = linear(colour)
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** Contrast ratio from 1 to 21, https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
export function contrast(one: Colour, other: Colour): number {
  const [first, second] = [luminance(one), luminance(other)]
  return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05)
}

/** Lightness and the two axes of colour, https://bottosson.github.io/posts/oklab/ */
function toOklab(colour: Colour): Triple {
  const [red, green, blue] = linear(colour)
  const l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
  const m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
  const s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ]
}

function fromOklab([lightness, a, b]: Triple): Colour {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  return fromLinear([
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ])
}

/** A colour of the same hue at another lightness, from 0 to 1; paler the nearer it comes to black or white. */
function atLightness(colour: Colour, lightness: number): Colour {
  const [own, a, b] = toOklab(colour)
  const room = lightness > own ? (1 - lightness) / (1 - own || 1) : lightness / (own || 1)
  const share = Math.min(1, room * 1.5)
  return fromOklab([lightness, a * share, b * share])
}

/** One colour with some of another, `share` from 0 to 1. */
export function mix(one: Colour, other: Colour, share: number): Colour {
  const [from, to] = [toOklab(one), toOklab(other)]
  const at = (i: 0 | 1 | 2): number => from[i] + (to[i] - from[i]) * share
  return fromOklab([at(0), at(1), at(2)])
}

/**
 * The colour itself where it has this contrast with every other; else the nearest of its hue that has it, darker or
 * lighter as they ask for. Black or white where none has it, whichever is read better.
 */
export function nearest(colour: Colour, others: readonly Colour[], least = readable): Colour {
  const worst = (one: Colour): number => Math.min(...others.map((other) => contrast(one, other)))
  if (worst(colour) >= least) return colour
  const [own] = toOklab(colour)
  const found = (['#000000', '#ffffff'] as const)
    .filter((end) => worst(end) >= least)
    .map((end) => {
      let [fails, passes] = [own, end === '#000000' ? 0 : 1]
      for (let i = 0; i < 12; i++) {
        const middle = (fails + passes) / 2
        if (worst(atLightness(colour, middle)) >= least) passes = middle
        else fails = middle
      }
      const shade = atLightness(colour, passes)
      return { shade: worst(shade) >= least ? shade : end, far: Math.abs(passes - own) }
    })
    .sort((one, other) => one.far - other.far)[0]
  return found?.shade ?? (worst('#000000') > worst('#ffffff') ? '#000000' : '#ffffff')
}
