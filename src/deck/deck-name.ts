import { Fault } from '../fault.ts'

/**
 * Names of Windows for devices, which no folder can have there
 * (https://learn.microsoft.com/windows/win32/fileio/naming-a-file).
 */
const devices = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])$/i
const pattern = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}_-]*$/u
/** In bytes of UTF-8: some systems have 255 for a name, and `-handout.pdf` goes behind it. */
const longest = 200
const bytesOf = (text: string): number => new TextEncoder().encode(text).length

/** The name of a deck, made of a document's. */
export function deckNameOf(name: string): string {
  const letters = [...name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-')]
  while (bytesOf(letters.join('')) > longest) letters.pop()
  return letters.join('').replace(/^-|-$/g, '')
}

/** Whether a folder can have the name on every system. */
export function isDeckName(name: string): boolean {
  return pattern.test(name) && !devices.test(name) && bytesOf(name) <= longest
}

/** @throws Fault for a name that no folder can have on some system */
export function refuseDeckName(name: string): void {
  if (!pattern.test(name)) throw new Fault((say) => say.slug(name.slice(0, 60)))
  if (devices.test(name)) throw new Fault((say) => say.deviceName(name))
  if (bytesOf(name) > longest) throw new Fault((say) => say.longSlug)
}
