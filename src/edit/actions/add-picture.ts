import type { DeckState } from '../deck-state.ts'
import { asMarkdown, withBlock } from '../point-lines.ts'
import { fileOf, slideOf, withText } from '../within.ts'

/**
 * Puts a picture on a slide and its file beside the Markdown, under a name that is free.
 *
 * @param file as a person's computer calls it: `照片 1.png`
 * @param text what it shows, for who can't see it
 */
export function addPicture(
  state: DeckState,
  id: number,
  file: { readonly name: string; readonly bytes: Uint8Array },
  text: string,
): DeckState {
  const [slide, own] = [slideOf(state, id), fileOf(state, id)]
  if (!slide || !own) return state
  const name = freeName(state, file)
  const address = encodeURI(name).replace(/[()]/g, (mark) => `%${mark.charCodeAt(0).toString(16)}`)
  const markdown = `![${asMarkdown(text)}](${address})`
  const withPicture = { ...state, beside: new Map([...state.beside, [name, file.bytes]]) }
  return withText(withPicture, id, withBlock(slide, own, [markdown]))
}

/** The name by which the same picture stands there already, or one that nothing has. */
function freeName(
  { beside }: DeckState,
  { name, bytes }: { readonly name: string; readonly bytes: Uint8Array },
): string {
  const plain = name.replace(/[\\/:*?"<>|\s#%]+/g, '-').replace(/^[-.~]+/, '') || 'picture'
  const [, stem = plain, end = ''] = /^(.*?)(\.[^.]*)?$/.exec(plain) ?? []
  for (let number = 1; ; number++) {
    const free = number === 1 ? plain : `${stem}-${number}${end}`
    const there = beside.get(free)
    if (!there || isSame(there, bytes)) return free
  }
}

const isSame = (one: Uint8Array, other: Uint8Array): boolean =>
  one.length === other.length && one.every((byte, i) => byte === other[i])
