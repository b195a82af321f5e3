import { useEffect } from 'preact/hooks'
import { filter, hasReview, isReviewing } from '../model/review.ts'
import { Bar } from './bar.tsx'
import { BroughtDialog } from './brought-dialog.tsx'
import { MarkdownDialog } from './markdown-dialog.tsx'
import { dialog } from './open-dialog.ts'
import { PapersDialog } from './papers-dialog.tsx'
import { askForPicture, isPicture, PictureDialog } from './picture-dialog.tsx'
import { roomKeys } from './room-keys.ts'
import { SettingsDialog } from './settings-dialog.tsx'
import { Stage } from './stage.tsx'
import { Status } from './status.tsx'
import { Strip } from './strip.tsx'
import { KeysDialog, ToldDialog } from './told-dialog.tsx'
import { VersionDialog } from './version-dialog.tsx'
import { WordsPane } from './words-pane.tsx'

/** The room: the deck as a strip, the slide that is shown, the document's words for it. */
export function Room() {
  useEffect(() => {
    filter.value = 'all'
    isReviewing.value = hasReview.peek()
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
      <BroughtDialog />
      {dialog.value === 'papers' && <PapersDialog onClose={close} />}
      {dialog.value === 'version' && <VersionDialog onClose={close} />}
      {dialog.value === 'settings' && <SettingsDialog onClose={close} />}
      {dialog.value === 'markdown' && <MarkdownDialog onClose={close} />}
      {dialog.value === 'keys' && <KeysDialog onClose={close} />}
      {dialog.value === 'told' && <ToldDialog onClose={close} />}
    </div>
  )
}
