import { signal } from '@preact/signals'
import { projectIn } from '../../deck/project.ts'
import { isMarkdown } from '../../deck/slide-files.ts'
import { openState } from '../../edit/index.ts'
import { openDeck } from './deck.ts'
import { type KeptDeck, readKept } from './keep.ts'
import { say } from './language.ts'
import { isFree } from './lock.ts'
import { notice, tell, tellFault } from './notice.ts'
import { ask, stopWorker } from './worker-link.ts'

/** The file that is being read, and since when; null for none. */
export const reading = signal<{ readonly name: string; readonly since: number } | null>(null)
/** What of the document that was read last could not be taken over. */
export const leftOut = signal<readonly string[]>([])

let turn = 0

export function stopReading(): void {
  turn++
  reading.value = null
  stopWorker()
}

/** Opens what a person brings: a deck file, or a document, of which a deck is made. */
export async function openFile(file: File): Promise<void> {
  const mine = ++turn
  notice.value = null
  reading.value = { name: file.name, since: Date.now() }
  try {
    const bytes = new Uint8Array(await file.arrayBuffer())
    const html = /\.html?$/i.test(file.name) ? new TextDecoder().decode(bytes) : ''
    const project = html ? projectIn(html) : null
    if (project) {
      leftOut.value = []
      openDeck(newId(), file.name.replace(/\.[^.]*$/, ''), openState(project))
      return
    }
    const { slug, files, told } = await ask('derive', { name: file.name, bytes })
    if (mine !== turn) return
    leftOut.value = told
    openDeck(newId(), slug, openState(files))
  } catch (error) {
    if (mine === turn) tellFault(error)
  } finally {
    if (mine === turn) reading.value = null
  }
}

/** Opens the Markdown files of a folder, and what stands beside them. */
export async function openFolder(files: readonly File[]): Promise<void> {
  try {
    const read = await Promise.all(
      files.map(async (file) => [file.name, new Uint8Array(await file.arrayBuffer())] as const),
    )
    const path = files[0]?.webkitRelativePath ?? ''
    if (!read.some(([name]) => isMarkdown(name))) {
      tell(say.start.noMarkdown, true)
      return
    }
    leftOut.value = []
    openDeck(newId(), path.split('/').at(-2) ?? say.unnamed, openState(new Map(read)))
  } catch (error) {
    tellFault(error)
  }
}

export async function openKept(kept: KeptDeck): Promise<void> {
  try {
    leftOut.value = []
    if (!(await isFree(kept.id))) {
      tell(say.bar.elsewhere, true)
      return
    }
    openDeck(kept.id, kept.slug, await readKept(kept), kept.at)
  } catch (error) {
    tellFault(error)
  }
}

const newId = (): string => crypto.randomUUID()
