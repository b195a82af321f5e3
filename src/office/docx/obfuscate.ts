import { guidOf } from '../guid.ts'

/**
 * A font as Word documents carry them (ISO/IEC 29500-4, 11.1): its first 32 bytes are covered by a key, byte by byte and
 * twice, the last of the key first.
 */
export function obfuscated(font: Uint8Array): { readonly key: string; readonly bytes: Uint8Array } {
  const key = guidOf(font)
  const cover = (key.match(/[\dA-F]{2}/g) ?? []).map((pair) => Number.parseInt(pair, 16)).reverse()
  const bytes = font.slice()
  for (let i = 0; i < 32; i++) bytes[i] = (font[i] ?? 0) ^ (cover[i % cover.length] ?? 0)
  return { key, bytes }
}
