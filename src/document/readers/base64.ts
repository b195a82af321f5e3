import { fromBase64 } from '../../base64.ts'

/** The bytes that base64 in a document stands for; what is no sign of it is passed over, as mail programs do. */
export function bytesOfBase64(text: string): Uint8Array {
  const signs = text.replace(/[^A-Za-z0-9+/]/gu, '')
  return fromBase64(signs.length % 4 === 1 ? signs.slice(0, -1) : signs) ?? new Uint8Array()
}
