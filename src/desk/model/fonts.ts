import type { FontSlice } from '../messages.ts'
import { carried } from './worker-link.ts'

const loaded = new Set<string>()

/** Lets the page set slides in the faces that decks carry: the slices that have their characters. */
export async function loadFonts(slices: readonly FontSlice[]): Promise<void> {
  for (const { family, weight, file, range } of slices) {
    const name = `${family} ${file}`
    if (loaded.has(name)) continue
    loaded.add(name)
    const bytes = await carried.read(file)
    if (!bytes) continue
    const face = new FontFace(family, Uint8Array.from(bytes).buffer, {
      weight: String(weight),
      unicodeRange: range,
    })
    document.fonts.add(face)
    // Others want the processor between two of them.
    await new Promise((done) => setTimeout(done))
  }
}
