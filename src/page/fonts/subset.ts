/** What is kept of a font. */
export interface Subset {
  /** Its characters. */
  readonly text: string
  /** A weight to settle on, of a font that has several. */
  readonly weight?: number
  /** OpenType features by their tags; all unless given. */
  readonly features?: readonly string[]
  /** Tables to leave out, by their tags. */
  readonly dropTables?: readonly string[]
}

/** Cuts a TrueType font to a part of it, as TrueType. */
export type Cutter = (font: Uint8Array, subset: Subset) => Uint8Array

/** The functions of `harfbuzz-subset.wasm` (https://harfbuzz.github.io/harfbuzz-hb-subset.html) that are called here. */
interface HarfBuzz {
  readonly memory: WebAssembly.Memory
  readonly _initialize: () => void
  readonly malloc: (size: number) => number
  readonly free: (at: number) => void
  readonly hb_blob_create: (at: number, size: number, mode: number, data: number, destroy: number) => number
  readonly hb_blob_destroy: (blob: number) => void
  readonly hb_blob_get_data: (blob: number, size: number) => number
  readonly hb_blob_get_length: (blob: number) => number
  readonly hb_face_create: (blob: number, index: number) => number
  readonly hb_face_destroy: (face: number) => void
  readonly hb_face_reference_blob: (face: number) => number
  readonly hb_set_add: (set: number, value: number) => void
  readonly hb_set_clear: (set: number) => void
  readonly hb_set_invert: (set: number) => void
  readonly hb_subset_input_create_or_fail: () => number
  readonly hb_subset_input_destroy: (input: number) => void
  readonly hb_subset_input_pin_axis_location: (
    input: number,
    face: number,
    tag: number,
    value: number,
  ) => number
  readonly hb_subset_input_set: (input: number, which: number) => number
  readonly hb_subset_input_unicode_set: (input: number) => number
  readonly hb_subset_or_fail: (face: number, input: number) => number
}

/** `HB_MEMORY_MODE_WRITABLE`, and of `hb_subset_sets_t` the tables to drop and the features to keep. */
const writable = 2
const dropped = 3
const featured = 6

const tagOf = (name: string): number =>
  [...name].reduce((tag, letter) => (tag << 8) + letter.charCodeAt(0), 0)

/**
 * Makes the function that cuts fonts, with HarfBuzz.
 *
 * @param wasm the bytes of `harfbuzz-subset.wasm`
 */
export async function createCutter(wasm: Uint8Array<ArrayBuffer>): Promise<Cutter> {
  const { instance } = await WebAssembly.instantiate(wasm)
  const hb = instance.exports as unknown as HarfBuzz
  hb._initialize()
  // Memory that grows is another buffer: a view of it is good for one use.
  const memory = (): Uint8Array => new Uint8Array(hb.memory.buffer)
  return (font, { text, weight, features, dropTables = [] }) => {
    const at = hb.malloc(font.length)
    memory().set(font, at)
    const blob = hb.hb_blob_create(at, font.length, writable, 0, 0)
    const face = hb.hb_face_create(blob, 0)
    hb.hb_blob_destroy(blob)
    const input = hb.hb_subset_input_create_or_fail()
    const kept = hb.hb_subset_input_set(input, featured)
    hb.hb_set_clear(kept)
    if (features) for (const feature of features) hb.hb_set_add(kept, tagOf(feature))
    else hb.hb_set_invert(kept)
    const left = hb.hb_subset_input_set(input, dropped)
    for (const table of dropTables) hb.hb_set_add(left, tagOf(table))
    const unicodes = hb.hb_subset_input_unicode_set(input)
    for (const character of text) hb.hb_set_add(unicodes, character.codePointAt(0) ?? 0)
    if (weight !== undefined) hb.hb_subset_input_pin_axis_location(input, face, tagOf('wght'), weight)
    const cut = hb.hb_subset_or_fail(face, input)
    hb.hb_subset_input_destroy(input)
    hb.hb_face_destroy(face)
    if (cut === 0) {
      hb.free(at)
      throw new Error('not a font that can be cut')
    }
    const result = hb.hb_face_reference_blob(cut)
    const start = hb.hb_blob_get_data(result, 0)
    const bytes = memory().slice(start, start + hb.hb_blob_get_length(result))
    hb.hb_blob_destroy(result)
    hb.hb_face_destroy(cut)
    hb.free(at)
    return bytes
  }
}

/** What packs fonts is a megabyte: it is loaded when a font is cut that was not cut before. */
const packer = (): Promise<typeof import('woff2-encoder')> => import('woff2-encoder')

export const toWoff2 = async (font: Uint8Array): Promise<Uint8Array> => (await packer()).compress(font)
export const fromWoff2 = async (font: Uint8Array): Promise<Uint8Array> => (await packer()).decompress(font)
