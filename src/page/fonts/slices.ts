import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Face } from './faces.ts'

/** A part of a font: its packages cut it by how often characters stand together. */
export interface Slice {
  readonly file: string
  /** Tells this slice, of this release of the font, from every other. */
  readonly key: string
  /** As `unicode-range` has it: `U+4E00-4E0F,U+4E2D`. */
  readonly range: string
}

export interface FontPackage {
  readonly slices: readonly Slice[]
  readonly sliceOf: (codePoint: number) => Slice | undefined
  readonly license: string
}

const { resolve } = createRequire(import.meta.url)
const read = new Map<string, FontPackage>()

/** The slices of one of the font packages, as its style sheet lists them. */
export function fontPackage(name: string): FontPackage {
  const known = read.get(name)
  if (known) return known
  const folder = dirname(resolve(`@fontsource-variable/${name}/package.json`))
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const sheet = readFileSync(join(folder, 'index.css'), 'utf8')
  const rules = [...sheet.matchAll(/url\(\.\/files\/([^)]+)\)[^;]*;\s*unicode-range:\s*([^;]+);/g)]
  const slices = rules.map(([, file = '', range = '']) => ({
    file: join(folder, 'files', file),
    key: `${file}@${version}`,
    range: range.replace(/\s+/g, ''),
  }))
  // The number of each character's slice, from 1. As in a style sheet, of two rules for a character the later counts.
  const numbers = new Uint8Array(0x110000)
  slices.forEach(({ range }, i) => {
    for (const [, from = '', to = from] of range.matchAll(/U\+([\da-f]+)(?:-([\da-f]+))?/gi))
      numbers.fill(i + 1, Number.parseInt(from, 16), Number.parseInt(to, 16) + 1)
  })
  const made = {
    slices,
    sliceOf: (codePoint: number) => slices[(numbers[codePoint] ?? 0) - 1],
    license: readFileSync(join(folder, 'LICENSE'), 'utf8').trim(),
  }
  read.set(name, made)
  return made
}

/** Curly quotation marks and the apostrophe. */
export const quotes = { from: 0x2018, to: 0x201f }

/** The slice that gives a face one of its characters. */
export function sliceFor(face: Face, codePoint: number): Slice | undefined {
  const isQuote = quotes.from <= codePoint && codePoint <= quotes.to
  for (const name of face.quotes && isQuote ? [face.quotes, ...face.packages] : face.packages) {
    const slice = fontPackage(name).sliceOf(codePoint)
    if (slice) return slice
  }
  return undefined
}

/** Characters by the slice that gives them; those that no slice has are left out. */
export function bySlice(face: Face, characters: Iterable<string>): Map<Slice, string[]> {
  const found = new Map<Slice, string[]>()
  for (const character of characters) {
    const slice = sliceFor(face, character.codePointAt(0) ?? 0)
    if (!slice) continue
    const before = found.get(slice)
    if (before) before.push(character)
    else found.set(slice, [character])
  }
  return found
}
