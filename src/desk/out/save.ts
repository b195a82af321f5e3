import { fileSave } from 'browser-fs-access'
import { filesOf } from '../../edit/index.ts'
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
      { fileName: name, extensions: ['.html'], mimeTypes: ['text/html'], id: 'study-deck' },
      handles.get(open.id) ?? null,
    )
    if (handle) handles.set(open.id, handle)
    tell(say.bar.saved(handle?.name ?? name))
  } catch (error) {
    if (!(error instanceof DOMException && error.name === 'AbortError')) tellFault(error)
  }
}

/** Writes the deck's Markdown, its document and pictures into a folder that the person picks. */
export async function saveFolder(): Promise<void> {
  const open = deck.value
  if (!open || !('showDirectoryPicker' in window)) return
  try {
    const pick = window.showDirectoryPicker as (options: {
      mode: 'readwrite'
    }) => Promise<FileSystemDirectoryHandle>
    const parent = await pick({ mode: 'readwrite' })
    const folder = await parent.getDirectoryHandle(open.slug, { create: true })
    for (const [name, bytes] of filesOf(open.history.now.state)) {
      const file = await folder.getFileHandle(name, { create: true })
      const stream = await file.createWritable()
      await stream.write(Uint8Array.from(bytes))
      await stream.close()
    }
    tell(say.bar.saved(open.slug))
  } catch (error) {
    if (!(error instanceof DOMException && error.name === 'AbortError')) tellFault(error)
  }
}
