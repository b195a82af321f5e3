import { cutFile, type DeckState, type EditedSlide, textOfFile } from '../deck-state.ts'
import { placeOf, withFile, withText } from '../within.ts'

/**
 * Gives a slide other Markdown, as a person wrote it. Where that is several slides, it becomes several; where it would run
 * together with those around it, nothing is lost: the file is cut anew.
 */
export function editSlide(state: DeckState, id: number, text: string): DeckState {
  const place = placeOf(state, id)
  const file = place && state.files[place.file]
  if (!file) return state
  const changed = withText(state, id, text.trim() === '' ? '' : text.replace(/^(?:[^\S\n]*\n)+|\s+$/g, ''))
  if (changed === state) return state
  const written = changed.files[place.file]
  return written ? editFile(changed, file.name, textOfFile(written)) : state
}

/**
 * Gives a file other text, as a person wrote it; slides that say what they said are the same ones.
 *
 * @throws Fault with the line of front matter that is no list of settings
 */
export function editFile(state: DeckState, name: string, text: string): DeckState {
  const at = state.files.findIndex((file) => file.name === name)
  const file = state.files[at]
  if (!file) return state
  let nextId = state.nextId
  const cut = cutFile(name, text, file.form, () => nextId++)
  return { ...withFile(state, at, { ...cut, slides: known(file.slides, cut.slides) }), nextId }
}

/** Slides with the ids that they had: those with the same words, and between two such as many as there are on both sides. */
function known(before: readonly EditedSlide[], now: readonly EditedSlide[]): EditedSlide[] {
  const ids: (number | null)[] = now.map(() => null)
  let from = 0
  now.forEach(({ text }, i) => {
    const found = before.findIndex((slide, k) => k >= from && slide.text === text)
    if (found < 0) return
    ids[i] = before[found]?.id ?? null
    from = found + 1
  })
  const place = new Map(before.map(({ id }, i) => [id, i]))
  let [start, above] = [0, -1]
  for (let i = 0; i <= now.length; i++) {
    const id = ids[i]
    if (i < now.length && id == null) continue
    const below = id == null ? before.length : (place.get(id) ?? before.length)
    if (i - start === below - above - 1)
      for (let k = start; k < i; k++) ids[k] = before[above + 1 + k - start]?.id ?? null
    start = i + 1
    above = below
  }
  return now.map((slide, i) => {
    const id = ids[i]
    const same = before.find((one) => one.id === id)
    return same && same.text === slide.text && same.before === slide.before
      ? same
      : { ...slide, id: id ?? slide.id }
  })
}
