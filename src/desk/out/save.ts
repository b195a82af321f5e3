import { fileSave } from 'browser-fs-access'
import { pathIn, type Stamp, stampOf } from '../../deck/store.ts'
import { filesOf } from '../../edit/index.ts'
import { browserFolderStore } from '../../store/browser-folder.ts'
import { deck } from '../model/deck.ts'
import { say } from '../model/language.ts'
import { tell, tellFault } from '../model/notice.ts'
import { builtPage } from './build.ts'

/** The file that a deck was saved to, where the browser lets us write it again. */
const handles = new Map<string, FileSystemFileHandle>()

/** Saves the deck as one page that plays anywhere and opens here again. */
export async function saveDeckFile(): Promise<void> {
  const open = deck.value
  if (!open) return
  const name = `${open.slug}.html`
  const blob = builtPage().then((html) => new Blob([html], { type: 'text/html' }))
  try {
    const handle = await fileSave(
      blob,
      {
        fileName: name,
        description: say.bar.fileKind,
        extensions: ['.html'],
        mimeTypes: ['text/html'],
        id: 'study-deck',
      },
      handles.get(open.id) ?? null,
    )
    if (handle) handles.set(open.id, handle)
    tell(say.bar.saved(handle?.name ?? name))
  } catch (error) {
    if (!(error instanceof DOMException && error.name === 'AbortError')) tellFault(error)
  }
}

/** What of a deck was written into a folder from here: whatever stands there otherwise is somebody's. */
const written = new Map<string, Map<string, Stamp | null>>()

/**
 * Writes the deck's Markdown, its document and pictures into a folder that the person picks. What was changed there
 * meanwhile stays, and is told.
 */
export async function saveFolder(): Promise<void> {
  const open = deck.value
  if (!open || !('showDirectoryPicker' in window)) return
  try {
    const pick = window.showDirectoryPicker as (options: {
      mode: 'readwrite'
    }) => Promise<FileSystemDirectoryHandle>
    const store = browserFolderStore(await pick({ mode: 'readwrite' }))
    const before = written.get(open.id) ?? new Map<string, Stamp | null>()
    written.set(open.id, before)
    const left: string[] = []
    for (const [name, bytes] of filesOf(open.history.now.state)) {
      const path = pathIn(open.slug, name)
      const there = (await store.read(path))?.stamp ?? null
      if (there === stampOf(bytes)) continue
      const isOurs = there === null || before.get(path) === there
      const outcome = isOurs ? await store.write(path, bytes, there) : { written: false }
      if (outcome.written) before.set(path, stampOf(bytes))
      else left.push(name)
    }
    if (left.length > 0) tell(say.bar.otherThere(left.join(' '), open.slug), true)
    else tell(say.bar.savedFolder(open.slug))
  } catch (error) {
    if (!(error instanceof DOMException && error.name === 'AbortError')) tellFault(error)
  }
}
