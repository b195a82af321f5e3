import { computed, effect, signal } from '@preact/signals'
import type { DeckFiles } from '../../deck/deck-files.ts'
import { isSameBytes, mergeFolder } from '../../edit/index.ts'
import { asFault } from '../../fault.ts'
import { deck, setTheme, state, takeOver } from './deck.ts'
import { FolderLink, type KnownFiles } from './folder-link.ts'
import { language, say } from './language.ts'
import { tell } from './notice.ts'

/** How the open deck and its folder are, where it has one. */
export const inFolder = signal<'saved' | 'saving' | 'failed'>('saved')
/** The folder as it was when it and the open deck were the same. */
export const knownFiles = signal<{ readonly id: string; readonly files: KnownFiles } | null>(null)

/** After so long it is tried again to write what could not be written, in milliseconds. */
const patience = 3000

/** Keeps the open deck and its folder the same: what is done here stands there at once, what is done there here. */
export function followFolder(): void {
  const id = computed(() => deck.value?.id)
  effect(() => {
    void id.value
    const open = deck.peek()
    if (!open?.folder) return
    const { store, known } = open.folder
    let now = open.history.now.state
    let isOver = false
    let isRunning = false
    let isWanted = false
    let told = ''
    let timer: ReturnType<typeof setTimeout> | undefined
    const link = new FolderLink(
      store,
      {
        state: () => now,
        takeOver: (before, theirs) => {
          // What was done here is kept, and is brought together with theirs when the deck is opened again.
          if (isOver) throw new Error('the deck is closed')
          let both = 0
          let files: readonly string[] = []
          takeOver((state) => {
            const merged = mergeFolder(state, before, theirs, say.conflict)
            both = merged.slides
            files = merged.files
            return merged.state
          })
          if (both > 0) tell(say.conflict.told(both), true)
          if (files.length > 0) tell(say.conflict.files(files.join(' ')), true)
        },
      },
      known,
    )
    const run = async (): Promise<void> => {
      isWanted = true
      if (isRunning) return
      isRunning = true
      clearTimeout(timer)
      inFolder.value = 'saving'
      try {
        // The last change is written also where the deck is closed by now.
        while (isWanted) {
          isWanted = false
          await link.bringTogether()
        }
        if (!isOver) inFolder.value = 'saved'
        told = ''
      } catch (error) {
        const line = asFault(error).line(language)
        if (!isOver) {
          inFolder.value = 'failed'
          // Said once, not each time that it is tried again.
          if (line !== told) tell(line, true)
          told = line
          timer = setTimeout(run, patience)
        }
      } finally {
        isRunning = false
        if (!isOver) knownFiles.value = { id: open.id, files: new Map(link.known) }
      }
    }
    const looked = (): void => void run()
    const cameBack = (): void => {
      looked()
      void open.folder?.readTheme().then((theme) => {
        if (!isOver && !areSame(theme, deck.value?.folder?.theme)) setTheme(theme)
      })
    }
    const stopWatching = store.watch(looked)
    const stopFollowing = effect(() => {
      now = state.value ?? now
      looked()
    })
    addEventListener('focus', cameBack)
    return () => {
      isOver = true
      clearTimeout(timer)
      stopWatching()
      stopFollowing()
      removeEventListener('focus', cameBack)
    }
  })
}

const areSame = (some: DeckFiles, others: DeckFiles = new Map()): boolean =>
  some.size === others.size && [...some].every(([name, bytes]) => isSameBytes(bytes, others.get(name)))
