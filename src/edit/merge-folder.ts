import type { DeckFiles } from '../deck/deck-files.ts'
import { parseReview, reviewName, reviewText } from '../deck/review/review.ts'
import { mergeReviews } from '../deck/review/say.ts'
import { slideFiles } from '../deck/slide-files.ts'
import { isOriginal } from '../deck/source-files.ts'
import { readWrittenText } from '../document/encoding.ts'
import { addFile } from './actions/add-file.ts'
import { bytesOf, cutFile, type DeckState, type EditedFile } from './deck-state.ts'
import { linesOf, textOfLines } from './lines.ts'
import { mergeFile } from './merge-files.ts'
import { isSameBytes } from './same-bytes.ts'
import { withFile } from './within.ts'

/** Files as another hand left them, by name; null for one that it took away. */
export type TheirFiles = ReadonlyMap<string, Uint8Array | null>

/** What stands twice after two hands changed it, each otherwise. */
export interface MergedFolder {
  readonly state: DeckState
  /** How many slides stand there as both have them, one behind the other. */
  readonly slides: number
  /** The names of the files of which both are there. */
  readonly files: readonly string[]
}

/** What tells a person whose something is: a comment of Markdown, and a comment of front matter. */
export interface Marks {
  readonly slide: string
  readonly settings: string
}

/**
 * Brings what another hand did in a deck's folder together with what was done here. Nothing of either is lost: where both
 * changed the same words, both stand there.
 *
 * @param before the files when both were the same
 * @param theirs those of them that are others by now
 * @throws Fault for one that can't be read, with file and line
 */
export function mergeFolder(
  state: DeckState,
  before: DeckFiles,
  theirs: TheirFiles,
  marks: Marks,
): MergedFolder {
  const names = [
    ...state.files.map(({ name }) => name),
    ...[...theirs].flatMap(([name, bytes]) => (bytes ? [name] : [])),
  ]
  const slidesIn = new Set(slideFiles(names, isOriginal))
  let now = state
  let slides = 0
  const files: string[] = []
  for (const [name, bytes] of theirs) {
    const known = before.get(name)
    const isOurs = now.files.some((file) => file.name === name)
    if (!isOurs && !(bytes && slidesIn.has(name))) {
      const { merged, kept } = withBeside(now, name, known, bytes)
      now = merged
      if (kept) files.push(kept)
    } else if (!bytes) now = withoutFile(now, name, known)
    else if (!isOurs || !known) {
      // Made here and there under one name, or changed there after it was taken away here.
      const own = now.files.find((file) => file.name === name)
      now = withNewFile(now, name, bytes)
      if (own && !isSameBytes(bytesOf(own), bytes)) {
        now = withBehind(now, own, marks.slide)
        slides += own.slides.length
      }
    } else {
      const [was, is] = [known, bytes].map((bytes) => readWrittenText({ name, bytes }))
      const { state, conflicts, opening } = mergeFile(now, name, was?.text ?? '', is?.text ?? '', marks.slide)
      now = opening === null ? state : withOtherSettings(state, name, opening, marks.settings)
      now = withForm(now, name, was?.form, is?.form)
      slides += conflicts.length + (opening === null ? 0 : 1)
    }
  }
  return { state: now, slides, files }
}

/** A file that is no slides: theirs is taken where ours is as it was; else both stay, or are brought together. */
function withBeside(
  state: DeckState,
  name: string,
  before: Uint8Array | undefined,
  theirs: Uint8Array | null,
): { readonly merged: DeckState; readonly kept?: string } {
  const ours = state.beside.get(name)
  const put = (bytes: Uint8Array | null): DeckState => {
    const beside = new Map(state.beside)
    if (bytes) beside.set(name, bytes)
    else beside.delete(name)
    return { ...state, beside }
  }
  if (isSameBytes(ours, theirs)) return { merged: state }
  if (isSameBytes(ours, before) || !ours) return { merged: put(theirs) }
  if (!theirs) return { merged: state }
  if (name === reviewName) return { merged: put(bothReviews(ours, theirs)) }
  // What derive remembers, or the document's words: whoever took a new version over has them right.
  if (!/\.\w+$/.test(name) || /\.(?:json|yaml|txt|html?)$/i.test(name)) return { merged: put(theirs) }
  const both = addFile({ ...state, beside: put(theirs).beside }, { name, bytes: ours })
  return { merged: both.state, kept: both.name }
}

function bothReviews(ours: Uint8Array, theirs: Uint8Array): Uint8Array {
  const [mine, other] = [ours, theirs].map((bytes) =>
    parseReview(reviewName, readWrittenText({ name: reviewName, bytes }).text.replace(/\r\n?/g, '\n')),
  )
  return new TextEncoder().encode(reviewText(mergeReviews(mine ?? [], other ?? [])))
}

/** The deck without a file that another hand took away, unless it was changed here meanwhile. */
function withoutFile(state: DeckState, name: string, before: Uint8Array | undefined): DeckState {
  const files = state.files.filter((file) => file.name !== name || !isSameBytes(bytesOf(file), before))
  // A deck without any slide is no deck that could be shown.
  return files.length > 0 && files.length < state.files.length ? { ...state, files } : state
}

/** The deck with a file as it is written, in its place; one of the same name gives way. */
function withNewFile(state: DeckState, name: string, bytes: Uint8Array): DeckState {
  let nextId = state.nextId
  const { text, form } = readWrittenText({ name, bytes })
  const file = cutFile(name, text, form, () => nextId++)
  const others = state.files.filter((one) => one.name !== name)
  const order = slideFiles([...others.map((one) => one.name), name], isOriginal)
  const files = order.flatMap((one) => (one === name ? file : others.filter(({ name }) => name === one)))
  return { ...state, files: files.flat(), nextId }
}

/** Slides of a file behind those that it has in the deck. */
function withBehind(state: DeckState, own: EditedFile, mark: string): DeckState {
  const at = state.files.findIndex(({ name }) => name === own.name)
  const file = state.files[at]
  if (!file) return state
  const { lineEnd } = file.form
  const slides = own.slides.map(({ id, text }) => ({
    id,
    text: `${mark}${lineEnd}${text}`,
    before: `${lineEnd.repeat(2)}---${lineEnd.repeat(2)}`,
  }))
  return withFile(state, at, { ...file, slides: [...file.slides, ...slides] })
}

/** Front matter with the lines that another hand has otherwise, as comments above its end. */
function withOtherSettings(state: DeckState, name: string, opening: string, mark: string): DeckState {
  const at = state.files.findIndex((file) => file.name === name)
  const file = state.files[at]
  if (!file) return state
  const lines = linesOf(file.opening)
  const known = new Set(lines.map(({ text }) => text))
  const other = linesOf(opening).filter(({ text }) => text.trim() !== '' && !known.has(text))
  const end = lines.findLastIndex(({ text }) => /^---[ \t]*$/.test(text))
  const comments = [mark, ...other.map(({ text }) => `# ${text}`)].map((text) => ({ text, end: '' }))
  const mended = textOfLines([...lines.slice(0, end), ...comments, ...lines.slice(end)], file.form.lineEnd)
  return end < 0 ? state : withFile(state, at, { ...file, opening: mended })
}

/** A file that another hand saved in another encoding goes on in that. */
function withForm(
  state: DeckState,
  name: string,
  before: EditedFile['form'] | undefined,
  theirs: EditedFile['form'] | undefined,
): DeckState {
  const at = state.files.findIndex((file) => file.name === name)
  const file = state.files[at]
  if (!file || !before || !theirs || JSON.stringify(before) === JSON.stringify(theirs)) return state
  return withFile(state, at, { ...file, form: theirs })
}
