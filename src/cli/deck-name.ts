import { readdir } from 'node:fs/promises'
import { Fault } from '../fault.ts'
import { comparableName } from '../store/publish.ts'

/**
 * Names of Windows for devices, which no folder can have there
 * (https://learn.microsoft.com/windows/win32/fileio/naming-a-file).
 */
const devices = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])$/i
/** In bytes of UTF-8: some systems have 255 for a name, and `-handout.pdf` goes behind it. */
const longest = 200

/** The name of a deck, made of a document's. */
export function deckNameOf(name: string): string {
  const letters = [...name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-')]
  while (Buffer.byteLength(letters.join('')) > longest) letters.pop()
  return letters.join('').replace(/^-|-$/g, '')
}

/** @throws Fault for a name that no folder can have on some system */
export function refuseDeckName(name: string): void {
  if (!/^[\p{L}\p{N}][\p{L}\p{M}\p{N}_-]*$/u.test(name)) throw new Fault((say) => say.slug(name.slice(0, 60)))
  if (devices.test(name)) throw new Fault((say) => say.deviceName(name))
  if (Buffer.byteLength(name) > longest) throw new Fault((say) => say.longSlug)
}

/** @throws Fault where another deck has the name but for capitals: on Windows they would be one folder */
export async function refuseSimilarDeck(slides: string, name: string): Promise<void> {
  const names = await readdir(slides).catch((): string[] => [])
  const other = names.find((one) => one !== name && comparableName(one) === comparableName(name))
  if (other) throw new Fault((say) => say.likeOtherDeck(other))
}
