import {
  canRedo,
  canUndo,
  deck,
  deckTitle,
  documentText,
  isChinese,
  leftOut,
  redo,
  undo,
} from '../model/deck.ts'
import { inFolder } from '../model/folder.ts'
import { keeping } from '../model/keep.ts'
import { say } from '../model/language.ts'
import { newVersion } from '../model/new-version.ts'
import { saveOffice } from '../out/office.ts'
import { present } from '../out/present.ts'
import { saveDeckFile, saveFolder } from '../out/save.ts'
import { chooseTemplate, leaveTemplate, template } from '../out/template.ts'
import { chooseReview, chooseVersion } from './brought-dialog.tsx'
import { Menu, type MenuItem } from './menu.tsx'
import { dialog } from './open-dialog.ts'
import { placeInPage } from './place-in-page.ts'

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
          {say.bar.told(leftOut.value.filter(({ behind }) => behind !== null).length)}
        </button>
      )}
      {newVersion.value && newVersion.value.changes.length > 0 && (
        <button type="button" class="told" onClick={() => (dialog.value = 'version')}>
          {say.version.button(newVersion.value.changes.length)}
        </button>
      )}
      <button type="button" onClick={() => (dialog.value = 'settings')}>
        {say.bar.settings}
      </button>
      <button type="button" onClick={() => (dialog.value = 'markdown')}>
        {say.bar.markdown}
      </button>
      <OutMenu />
      <MoreMenu />
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
    <span class={`kept ${kept}`} role="status" title={said}>
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
  state === done ? ['done', kept] : state === 'failed' ? [state, failed] : ['keeping', say.bar.keeping]

/** What leaves the desk, and in which form. */
function OutMenu() {
  const items: readonly MenuItem[] = [
    [say.bar.notes, () => void present('notes')],
    [say.bar.handout, () => void present('handout')],
    [template.value ? say.bar.pptxIn(template.value.name) : say.bar.pptx, () => void saveOffice('pptx')],
    template.value
      ? [say.bar.leaveTemplate, () => void leaveTemplate()]
      : [say.bar.chooseTemplate, () => void chooseTemplate()],
    [say.bar.docx, () => void saveOffice('docx')],
    ...(isChinese.value ? [[say.bar.gongwen, () => void saveOffice('docx', true)] as const] : []),
    [say.papers.open, () => (dialog.value = 'papers')],
    ...('showDirectoryPicker' in window && !deck.value?.folder
      ? [[say.bar.folder, () => void saveFolder()] as const]
      : []),
  ]
  return <Menu name={say.bar.out} kind="out" items={items} />
}

function MoreMenu() {
  const items: readonly MenuItem[] = [
    ...(documentText.value === '' ? [] : [[say.version.choose, chooseVersion] as const]),
    [say.review.mergeFile, chooseReview],
    ...(leftOut.value.length > 0 ? [[say.bar.toldTitle, () => (dialog.value = 'told')] as const] : []),
    [say.bar.help, () => (dialog.value = 'keys')],
  ]
  return <Menu name={say.bar.more} kind="others" items={items} />
}
