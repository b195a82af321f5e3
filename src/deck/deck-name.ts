import { Fault } from '../fault.ts'
import { isDevice } from './harmless.ts'

/** A folder of programs is none of decks. */
const pattern = /^(?!node_modules$)[\p{L}\p{N}][\p{L}\p{M}\p{N}_-]*$/u
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
  return pattern.test(name) && !isDevice(name) && bytesOf(name) <= longest
}

/** @throws Fault for a name that no folder can have on some system */
export function refuseDeckName(name: string): void {
  if (!pattern.test(name)) throw new Fault((say) => say.slug(name.slice(0, 60)))
  if (isDevice(name)) throw new Fault((say) => say.deviceName(name))
  if (bytesOf(name) > longest) throw new Fault((say) => say.longSlug)
}
