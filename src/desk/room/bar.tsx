import { signal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { canRedo, canUndo, deck, deckTitle, redo, undo } from '../model/deck.ts'
import { inFolder } from '../model/folder.ts'
import { keeping } from '../model/keep.ts'
import { say } from '../model/language.ts'
import { leftOut } from '../model/open.ts'
import { present } from '../out/present.ts'
import { saveDeckFile, saveFolder } from '../out/save.ts'
import { placeInPage } from './place-in-page.ts'

/** The dialog that is open. */
export type DialogName = 'settings' | 'markdown' | 'keys' | 'told'
export const dialog = signal<DialogName | null>(null)

/** What can be done with the deck as a whole. */
export function Bar() {
  return (
    <header class="bar">
      <button type="button" class="plain brand" title={say.bar.home} onClick={() => (deck.value = null)}>
        {say.name}
      </button>
      <h1>
        <button
          type="button"
          class="plain title"
          title={say.settings.title}
          onClick={() => (dialog.value = 'settings')}
        >
          {deckTitle.value}
        </button>
      </h1>
      <Kept />
      <button
        type="button"
        disabled={!canUndo.value}
        aria-label={say.bar.undo}
        title={`${say.bar.undo} Ctrl+Z`}
        onClick={undo}
      >
        ↶
      </button>
      <button
        type="button"
        disabled={!canRedo.value}
        aria-label={say.bar.redo}
        title={`${say.bar.redo} Ctrl+Y`}
        onClick={redo}
      >
        ↷
      </button>
      <span class="room" />
      {leftOut.value.length > 0 && (
        <button type="button" class="told" onClick={() => (dialog.value = 'told')}>
          {say.bar.told(leftOut.value.length)}
        </button>
      )}
      <button type="button" onClick={() => (dialog.value = 'settings')}>
        {say.bar.settings}
      </button>
      <button type="button" onClick={() => (dialog.value = 'markdown')}>
        {say.bar.markdown}
      </button>
      <More />
      <button type="button" onClick={() => void saveDeckFile()} title="Ctrl+S">
        {say.bar.save}
      </button>
      <button type="button" class="primary" onClick={() => void present('deck', placeInPage())} title="F5">
        ▶ {say.bar.present} F5
      </button>
    </header>
  )
}

/** Whether all that was done is kept, and where. */
function Kept() {
  const [kept, said] = deck.value?.folder
    ? keptAs(inFolder.value, 'saved', say.bar.inFolder, say.bar.notInFolder)
    : keptAs(keeping.value, 'kept', say.bar.kept, say.bar.notKept)
  return (
    <span class={`kept ${kept}`} role="status">
      {said}
    </span>
  )
}

const keptAs = (
  state: 'kept' | 'saved' | 'keeping' | 'saving' | 'failed',
  done: 'kept' | 'saved',
  kept: string,
  failed: string,
): readonly [state: string, said: string] =>
  state === done ? ['kept', kept] : state === 'failed' ? [state, failed] : ['keeping', say.bar.keeping]

function More() {
  const menu = useRef<HTMLDetailsElement>(null)
  useEffect(() => {
    const away = (event: Event): void => {
      if (menu.current && event.target instanceof Node && !menu.current.contains(event.target))
        menu.current.open = false
    }
    addEventListener('pointerdown', away)
    return () => removeEventListener('pointerdown', away)
  }, [])
  const choose = (action: () => void) => (): void => {
    if (menu.current) menu.current.open = false
    action()
  }
  const items: readonly (readonly [string, () => void])[] = [
    [say.bar.notes, () => void present('notes')],
    [say.bar.handout, () => void present('handout')],
    ...('showDirectoryPicker' in window && !deck.value?.folder
      ? [[say.bar.folder, () => void saveFolder()] as const]
      : []),
    [say.bar.help, () => (dialog.value = 'keys')],
  ]
  return (
    <details class="more" ref={menu}>
      <summary>{say.bar.more} ▾</summary>
      <div class="menu">
        {items.map(([name, action]) => (
          <button key={name} type="button" onClick={choose(action)}>
            {name}
          </button>
        ))}
      </div>
    </details>
  )
}
