import type { Cutter } from './subset.ts'

/** A part of a font: its package cuts it by how often characters stand together. */
export interface Slice {
  /** The package that it is of: `noto-sans-sc`. */
  readonly package: string
  /** Its file there, WOFF2. */
  readonly file: string
  /** Tells this slice, of this release of the font, from every other. */
  readonly key: string
  /** The characters that its own table has, as `unicode-range` names them: `U+4e00-4e0f,U+4e2d`. */
  readonly range: string
}

export interface FontPackage {
  readonly slices: readonly Slice[]
  /** The slice that has a character. */
  readonly sliceOf: (codePoint: number) => Slice | undefined
  readonly license: string
}

/** Fonts as they are listed when the package is compiled, by their packages' names. */
export type FontList = Readonly<
  Record<
    string,
    {
      readonly version: string
      readonly license: string
      /** The files, with the characters that each one's own table has. */
      readonly slices: readonly (readonly [file: string, range: string])[]
    }
  >
>

/** Where fonts come from, and what cuts them: a folder of packages, or a page that carries all of it. */
export interface FontLibrary {
  readonly package: (name: string) => FontPackage
  /** @returns WOFF2 */
  readonly read: (slice: Slice) => Promise<Uint8Array>
  readonly cutter: () => Promise<Cutter>
  /**
   * Gives what was made before under the same key, or makes it. A library that keeps nothing makes it each time.
   *
   * @param key everything that the result depends on
   */
  readonly cached: (key: string, make: () => Promise<Uint8Array>) => Promise<Uint8Array>
}

/** Looks fonts up in their list. */
export function packagesOf(list: FontList): FontLibrary['package'] {
  const known = new Map<string, FontPackage>()
  return (name) => {
    const before = known.get(name)
    if (before) return before
    const { version, license, slices: files } = list[name] ?? { version: '', license: '', slices: [] }
    const slices = files.map(([file, range]) => ({ package: name, file, key: `${file}@${version}`, range }))
    // The number of each character's slice, from 1. As in a style sheet, of two rules for a character the later counts.
    const numbers = new Uint8Array(0x110000)
    slices.forEach(({ range }, i) => {
      for (const [, from = '', to = from] of range.matchAll(/U\+([\da-f]+)(?:-([\da-f]+))?/gi))
        numbers.fill(i + 1, Number.parseInt(from, 16), Number.parseInt(to, 16) + 1)
    })
    const made = { slices, license, sliceOf: (point: number) => slices[(numbers[point] ?? 0) - 1] }
    known.set(name, made)
    return made
  }
}

/** Neighbours joined to ranges, as `unicode-range` has them. */
export function rangeOf(codePoints: Iterable<number>): string {
  const ranges: [number, number][] = []
  for (const point of [...codePoints].sort((a, b) => a - b)) {
    const last = ranges.at(-1)
    if (last && point === last[1] + 1) last[1] = point
    else ranges.push([point, point])
  }
  const hex = (point: number): string => point.toString(16)
  return ranges.map(([from, to]) => (from === to ? `U+${hex(from)}` : `U+${hex(from)}-${hex(to)}`)).join()
}

/** The characters of a `unicode-range`. */
export function charactersIn(range: string): string[] {
  return range.split(',').flatMap((part) => {
    const [from = '', to = from] = part.slice(2).split('-')
    const first = Number.parseInt(from, 16)
    return Array.from({ length: Number.parseInt(to, 16) - first + 1 }, (_, i) =>
      String.fromCodePoint(first + i),
    )
  })
}
