import { type DeckState, type EditedFile, type EditedSlide, newFile } from './deck-state.ts'
import { emptySlide, withFile } from './within.ts'

/** How a file sets its slides apart. */
function separatorIn({ slides, form, separators }: EditedFile): string {
  const used = slides.findLast(({ before }) => before.trim() !== '')?.before
  if (used !== undefined && /^\s*[\r\n]/.test(used) && /[\r\n]/.test(used.slice(used.trimEnd().length)))
    return used
  const blank = form.lineEnd.repeat(2)
  // `---` separates slides in every dialect but where a deck chose another sign.
  const sign = ['---', '----', '--'].find((line) => separators.across(['', line, ''], 1) > 0) ?? '---'
  return blank + sign + blank
}

/** The file with slides put in before one of its own, or behind its last. */
export function inserted(file: EditedFile, at: number, added: readonly EditedSlide[]): EditedFile {
  const separator = separatorIn(file)
  const slides = [
    ...file.slides.slice(0, at),
    ...added.map((slide) => ({ ...slide, before: '' })),
    ...file.slides.slice(at),
  ]
  return {
    ...file,
    // What stood before a slide stays before it, but for the one that was the first.
    slides: slides.map((slide, i) => {
      if (i === 0) return slide.before === '' ? slide : { ...slide, before: '' }
      return slide.before.trim() === '' && !startsAlone(file, slide) ? { ...slide, before: separator } : slide
    }),
    closing: file.closing === '' && file.slides.length === 0 ? file.form.lineEnd : file.closing,
  }
}

/** A slide that begins without a separator before it, as a heading does in some dialects. */
function startsAlone({ slides }: EditedFile, slide: EditedSlide): boolean {
  return slides.indexOf(slide) > 0 && slide.before !== ''
}

/** The file without some slides. */
export function removed(file: EditedFile, gone: (slide: EditedSlide) => boolean): EditedFile {
  const slides = file.slides.filter((slide) => !gone(slide))
  const [first, ...others] = slides
  if (slides.length === file.slides.length) return file
  return { ...file, slides: first ? [first.before === '' ? first : { ...first, before: '' }, ...others] : [] }
}

/**
 * The deck without files that have no slides left; what the first one says of the whole deck goes on to the next. A deck
 * without any slide keeps one that says nothing.
 */
export function withoutEmptyFiles(state: DeckState): DeckState {
  const filled = state.files.filter(({ slides }) => slides.length > 0)
  if (filled.length === state.files.length) return state
  const [first] = state.files
  if (!first) return state
  const [next, ...others] = filled
  if (!next)
    return {
      ...state,
      files: [{ ...first, slides: [{ id: state.nextId, before: '', text: emptySlide }] }],
      nextId: state.nextId + 1,
    }
  const isHeaded = first.slides.length === 0 && first.opening.trim() !== ''
  if (!isHeaded) return { ...state, files: filled }
  if (next.opening.trim() === '') return { ...state, files: [{ ...next, opening: first.opening }, ...others] }
  const blank: EditedSlide = { id: state.nextId, before: '', text: emptySlide }
  return { ...state, files: [{ ...first, slides: [blank] }, ...filled], nextId: state.nextId + 1 }
}

/** The slides of the deck in their order, in the files in which they stood, those named taken out and put in elsewhere. */
export function putBehind(state: DeckState, behind: number | null, added: readonly EditedSlide[]): DeckState {
  if (added.length === 0) return state
  if (behind === null) {
    const [first] = state.files
    if (!first) return { ...state, files: [newFile('00.md', added, undefined)] }
    return withFile(state, 0, inserted(first, 0, added))
  }
  for (const [i, file] of state.files.entries()) {
    const at = file.slides.findIndex(({ id }) => id === behind)
    if (at >= 0) return withFile(state, i, inserted(file, at + 1, added))
  }
  return state
}
