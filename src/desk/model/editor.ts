import { pageScript } from '../../page/scripts.ts'
import { editorName } from '../names.ts'
import type { createMarkdownEditor } from '../room/markdown-editor.ts'
import { carried } from './worker-link.ts'

declare global {
  interface Window {
    /** The script of the Markdown editor, once it was asked for. */
    StudyDeckEditor?: { readonly createMarkdownEditor: typeof createMarkdownEditor }
  }
}

/** The editor for Markdown, which most never open: a third of all that the desk runs. */
export async function markdownEditor(): Promise<typeof createMarkdownEditor> {
  if (!window.StudyDeckEditor) {
    const code = new TextDecoder().decode((await carried.read(editorName)) ?? new Uint8Array())
    const script = document.createElement('script')
    // Just so the page's policy knows it.
    script.textContent = pageScript(code).text
    document.head.append(script)
  }
  if (!window.StudyDeckEditor) throw new Error('the editor did not start')
  return window.StudyDeckEditor.createMarkdownEditor
}
