import { useEffect } from 'preact/hooks'
import { Bar, dialog } from './bar.tsx'
import { MarkdownDialog } from './markdown-dialog.tsx'
import { askForPicture, isPicture, PictureDialog } from './picture-dialog.tsx'
import { roomKeys } from './room-keys.ts'
import { SettingsDialog } from './settings-dialog.tsx'
import { Stage } from './stage.tsx'
import { Status } from './status.tsx'
import { Strip } from './strip.tsx'
import { KeysDialog, ToldDialog } from './told-dialog.tsx'
import { WordsPane } from './words-pane.tsx'

/** The room: the deck as a strip, the slide that is shown, the document's words for it. */
export function Room() {
  useEffect(() => {
    const onPaste = (event: ClipboardEvent): void => {
      const picture = [...(event.clipboardData?.files ?? [])].find(isPicture)
      if (!picture) return
      event.preventDefault()
      askForPicture(picture)
    }
    addEventListener('keydown', roomKeys)
    addEventListener('paste', onPaste)
    return () => {
      removeEventListener('keydown', roomKeys)
      removeEventListener('paste', onPaste)
    }
  }, [])
  const close = (): void => {
    dialog.value = null
  }
  return (
    <div class="room-grid">
      <Bar />
      <Strip />
      <Stage />
      <WordsPane />
      <Status />
      <PictureDialog />
      {dialog.value === 'settings' && <SettingsDialog onClose={close} />}
      {dialog.value === 'markdown' && <MarkdownDialog onClose={close} />}
      {dialog.value === 'keys' && <KeysDialog onClose={close} />}
      {dialog.value === 'told' && <ToldDialog onClose={close} />}
    </div>
  )
}
