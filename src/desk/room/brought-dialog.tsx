import { signal } from '@preact/signals'
import { fileOpen } from 'browser-fs-access'
import type { DeckFiles } from '../../deck/deck-files.ts'
import { type DeckState, mergeReview, openState, reviewIn, signedTexts } from '../../edit/index.ts'
import { act, documentText, state } from '../model/deck.ts'
import { say } from '../model/language.ts'
import { readVersion } from '../model/new-version.ts'
import { tell, tellFault } from '../model/notice.ts'
import { openFile, projectOf } from '../model/open.ts'
import { isReviewing } from '../model/review.ts'
import { Dialog } from './dialog.tsx'
import { dialog } from './open-dialog.ts'

const words = say.brought

/** A file that was brought while a deck is open, and the deck that it holds, if any. */
const brought = signal<{ readonly file: File; readonly project: DeckFiles | null } | null>(null)

/** Asks what is to be done with a file while a deck is open. */
export async function askAboutFile(file: File): Promise<void> {
  try {
    const bytes = new Uint8Array(await file.arrayBuffer())
    brought.value = { file, project: (await projectOf(file.name, bytes))?.files ?? null }
  } catch (error) {
    tellFault(error)
  }
}

/** Takes over what was said in another copy of the deck, and says how much that was. */
function mergeFrom(project: DeckFiles): void {
  const before = state.value
  if (!before) return
  try {
    const other = openState(project)
    act((now) => mergeReview(now, project), null)
    const after = state.value
    if (!after) return
    const [was, is] = [countOf(before), countOf(after)]
    const here = new Set(signedTexts(after))
    const otherwise = signedTexts(other).filter((text) => !here.has(text)).length
    isReviewing.value = true
    tell(
      (after === before
        ? say.review.nothingNew
        : say.review.merged(is.signed - was.signed, is.said - was.said)) +
        (otherwise > 0 ? say.review.otherWords(otherwise) : ''),
    )
  } catch (error) {
    tellFault(error)
  }
}

/** How many signatures and remarks there are. */
function countOf(deck: DeckState): { readonly signed: number; readonly said: number } {
  const all = reviewIn(deck)
  return {
    signed: all.reduce((sum, { signed }) => sum + signed.length, 0),
    said: all.reduce((sum, { comments }) => sum + comments.length, 0),
  }
}

/** What can be done with a file that was brought while a deck is open. */
export function BroughtDialog() {
  const found = brought.value
  if (!found) return null
  const { file, project } = found
  const close = (): void => {
    brought.value = null
  }
  const then = (action: () => void) => (): void => {
    close()
    action()
  }
  const choices: readonly (readonly [string, () => void])[] = project
    ? [
        [words.merge, () => mergeFrom(project)],
        [words.open, () => void openFile(file)],
      ]
    : [
        ...(documentText.value === '' ? [] : [[words.compare, () => void compareWith(file)] as const]),
        [words.derive, () => void openFile(file)],
      ]
  return (
    <Dialog title={words.title(file.name)} onClose={close}>
      <div class="brought">
        <p>{project ? words.deck : words.document}</p>
        {choices.map(([name, action], i) => (
          <button key={name} type="button" class={i === 0 ? 'primary' : ''} onClick={then(action)}>
            {name}
          </button>
        ))}
        <p class="how">{words.kept}</p>
      </div>
    </Dialog>
  )
}

/** Lets the person choose another copy of the deck, to take over what was said there. */
export function chooseReview(): void {
  void chooseFile(['.html'], async (file) => {
    const project = await projectOf(file.name, new Uint8Array(await file.arrayBuffer()))
    if (project) mergeFrom(project.files)
    else tell(words.noDeck(file.name), true)
  })
}

/** Lets the person choose a new version of the deck's document. */
export function chooseVersion(): void {
  void chooseFile([], compareWith)
}

async function chooseFile(extensions: string[], then: (file: File) => Promise<void>): Promise<void> {
  try {
    await then(await fileOpen({ id: 'study-deck', ...(extensions.length > 0 ? { extensions } : {}) }))
  } catch (error) {
    if (!(error instanceof DOMException && error.name === 'AbortError')) tellFault(error)
  }
}

async function compareWith(file: File): Promise<void> {
  if (await readVersion(file)) dialog.value = 'version'
}
