import { computed, signal } from '@preact/signals'
import type { DeckFiles } from '../../deck/deck-files.ts'
import { type Comparison, compareVersion, takeVersion } from '../../edit/index.ts'
import { act, deck, state } from './deck.ts'
import { say } from './language.ts'
import { tell, tellFault } from './notice.ts'
import { ask } from './worker-link.ts'

/** With less than this of what it was before, it is another document, as derive has it. */
const leastFamiliar = 0.2

/** A new version of the document of the deck that is open. */
export interface NewVersion {
  /** The deck that it is for. */
  readonly deck: string
  /** What its file is called. */
  readonly name: string
  readonly files: DeckFiles
}

const brought = signal<NewVersion | null>(null)

/** The new version that is being taken over, and what of it is not taken yet. */
export const newVersion = computed<(NewVersion & Comparison) | null>(() => {
  const version = brought.value
  if (!version || !state.value || deck.value?.id !== version.deck) return null
  return { ...version, ...compareVersion(state.value, version.files) }
})

/** Reads a new version of the document. @returns whether there is anything to take over */
export async function readVersion(file: File): Promise<boolean> {
  const open = deck.value
  if (!open) return false
  try {
    const bytes = new Uint8Array(await file.arrayBuffer())
    // What a file is called may head its slides; the deck goes on with the name that it has.
    const [ending = ''] = /\.[^.]*$/.exec(file.name) ?? []
    const { files } = await ask('derive', { name: `${open.slug}${ending}`, bytes })
    brought.value = { deck: open.id, name: file.name, files }
    const found = newVersion.value
    const isOther = (found?.familiar ?? 0) < leastFamiliar
    if (found && !isOther && found.changes.length > 0) return true
    brought.value = null
    tell(isOther ? say.version.other(file.name) : say.version.same(file.name), isOther)
  } catch (error) {
    tellFault(error)
  }
  return false
}

/** Takes over one change, by its number, or all. */
export function take(number: number | null): void {
  const version = brought.value
  if (!version) return
  act((now) => takeVersion(now, version.files, number === null ? null : new Set([number])), null)
}

/** Has done with the new version: what was not taken over stays as it was. */
export function leaveVersion(): void {
  brought.value = null
}
