import { sha1 } from '@noble/hashes/legacy.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { fromBase64 } from '../base64.ts'
import { imageType } from '../document/readers/images.ts'
import type { Part } from './package.ts'

/** The media types that every version of Office and WPS shows. */
const endings: Readonly<Record<string, string>> = {
  'image/png': 'png',
  'image/jpeg': 'jpeg',
  'image/gif': 'gif',
  'image/bmp': 'bmp',
}

/** The pictures of a document, each file once however often it is shown. */
export class Media {
  readonly #parts = new Map<string, Part>()
  readonly #folder: string

  /** @param folder ends in a slash */
  constructor(folder: string) {
    this.#folder = folder
  }

  /** Takes a picture in. @returns its path; null for one of a kind that Office does not show */
  add(bytes: Uint8Array): string | null {
    const ending = endings[imageType(bytes) ?? '']
    if (!ending) return null
    const key = bytesToHex(sha1(bytes))
    const known = this.#parts.get(key)
    if (known) return known.path
    const path = `${this.#folder}image${this.#parts.size + 1}.${ending}`
    this.#parts.set(key, { path, type: '', content: bytes })
    return path
  }

  get parts(): readonly Part[] {
    return [...this.#parts.values()]
  }
}

/** The bytes of a `data:` address; null for any other. */
export function bytesOf(address: string): Uint8Array | null {
  const [, base64, data = ''] = /^data:[^,;]*(;base64)?(?:;[^,;]*)*,(.*)$/s.exec(address) ?? []
  return base64 ? fromBase64(data) : null
}
