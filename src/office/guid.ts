import { sha1 } from '@noble/hashes/legacy.js'
import { bytesToHex } from '@noble/hashes/utils.js'

/** A name that is one in the world, the same for the same bytes: `{8-4-4-4-12}` hexadecimal digits. */
export function guidOf(bytes: Uint8Array): string {
  const hex = bytesToHex(sha1(bytes)).toUpperCase()
  const part = (from: number, to: number): string => hex.slice(from, to)
  return `{${part(0, 8)}-${part(8, 12)}-4${part(13, 16)}-8${part(17, 20)}-${part(20, 32)}}`
}
