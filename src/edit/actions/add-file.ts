import type { DeckState } from '../deck-state.ts'
import { isSameBytes } from '../same-bytes.ts'

/** A file as a person's computer calls it: `照片 1.png`. */
export interface NamedFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** Puts a file beside the slides, under its own name or one that is free. */
export function addFile(
  state: DeckState,
  file: NamedFile,
): { readonly state: DeckState; readonly name: string } {
  const name = freeName(state, file)
  return { state: { ...state, beside: new Map([...state.beside, [name, file.bytes]]) }, name }
}

/** The name by which the same file stands there already, or one that nothing has. */
function freeName({ beside }: DeckState, { name, bytes }: NamedFile): string {
  const plain = name.replace(/[\\/:*?"<>|\s#%]+/g, '-').replace(/^[-.~]+/, '') || 'picture'
  const [, stem = plain, end = ''] = /^(.*?)(\.[^.]*)?$/.exec(plain) ?? []
  for (let number = 1; ; number++) {
    const free = number === 1 ? plain : `${stem}-${number}${end}`
    const there = beside.get(free)
    if (!there || isSameBytes(there, bytes)) return free
  }
}
