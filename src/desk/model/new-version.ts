import { computed } from '@preact/signals'
import { type Comparison, compareVersion, takeUnedited, takeVersion } from '../../edit/index.ts'
import { act, deck, type NewVersion, setVersion, state } from './deck.ts'
import { say } from './language.ts'
import { tell, tellFault } from './notice.ts'
import { ask } from './worker-link.ts'

/** With less than this of what it was before, it is another document, as derive has it. */
const leastFamiliar = 0.2

const brought = computed(() => deck.value?.version ?? null)

/** The new version that is being taken over, and what of it is not taken yet. */
export const newVersion = computed<(NewVersion & Comparison) | null>(() => {
  const version = brought.value
  return version && state.value && { ...version, ...compareVersion(state.value, version.files) }
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
    // Meanwhile another deck may have been opened.
    if (!state.value || deck.value?.id !== open.id) return false
    const { changes, familiar } = compareVersion(state.value, files)
    const isOther = familiar < leastFamiliar
    if (!isOther && changes.length > 0) {
      setVersion({ name: file.name, files })
      return true
    }
    tell(isOther ? say.version.other(file.name) : say.version.same(file.name), isOther)
  } catch (error) {
    tellFault(error)
  }
  return false
}

/**
 * Takes over one change, by its number.
 *
 * @param replaced slides that a person edited and that give way to what the new version has there
 */
export function take(number: number, replaced: readonly number[] = []): void {
  const version = brought.value
  if (version) act((now) => takeVersion(now, version.files, new Set([number]), new Set(replaced)), null)
}

/** Takes over all changes but those of slides that a person edited. */
export function takeOthers(): void {
  const version = brought.value
  if (version) act((now) => takeUnedited(now, version.files), null)
}
