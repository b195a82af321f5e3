/** Bytes per call: a longer list of arguments is refused by some engines. */
const most = 0x8000

/** Bytes as base64 (RFC 4648), as `data:` addresses have them. */
export function toBase64(bytes: Uint8Array): string {
  let binary = ''
  for (let at = 0; at < bytes.length; at += most)
    binary += String.fromCharCode(...bytes.subarray(at, at + most))
  return btoa(binary)
}

/** The bytes of base64; null for what is none. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> | null {
  try {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0))
  } catch {
    return null
  }
}
