import type { Face } from './faces.ts'
import type { FontLibrary, Slice } from './library.ts'

/** The slice that gives a face one of its characters. */
export function sliceFor(fonts: FontLibrary, face: Face, codePoint: number): Slice | undefined {
  const narrow = face.narrow.get(codePoint)
  for (const name of narrow ? [narrow, ...face.packages] : face.packages) {
    const slice = fonts.package(name).sliceOf(codePoint)
    if (slice) return slice
  }
  return undefined
}

/** Whether a face has a character. */
export function has(fonts: FontLibrary, face: Face, character: string): boolean {
  return sliceFor(fonts, face, character.codePointAt(0) ?? 0) !== undefined
}

/** Characters by the slice that gives them; those that no slice has are left out. */
export function bySlice(fonts: FontLibrary, face: Face, characters: Iterable<string>): Map<Slice, string[]> {
  const found = new Map<Slice, string[]>()
  for (const character of characters) {
    const slice = sliceFor(fonts, face, character.codePointAt(0) ?? 0)
    if (!slice) continue
    const before = found.get(slice)
    if (before) before.push(character)
    else found.set(slice, [character])
  }
  return found
}
