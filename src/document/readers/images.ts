/** The images that every browser shows, by how their bytes begin. */
const SIGNS: readonly (readonly [type: string, sign: RegExp])[] = [
  ['image/png', /^\x89PNG\r\n/u],
  ['image/jpeg', /^\xff\xd8\xff/u],
  ['image/gif', /^GIF8/u],
  ['image/webp', /^RIFF[\s\S]{4}WEBP/u],
  ['image/bmp', /^BM[\s\S]{12}/u],
]

/** The media type of an image that every browser shows, told by its bytes; null for any other. */
export function imageType(bytes: Uint8Array): string | null {
  const beginning = String.fromCharCode(...bytes.subarray(0, 16))
  return SIGNS.find(([, sign]) => sign.test(beginning))?.[0] ?? null
}
