import { render } from 'preact'
import './styles/desk.css'
import { deck, deckTitle } from './model/deck.ts'
import { followFolder } from './model/folder.ts'
import { keepChanges } from './model/keep.ts'
import { language, say } from './model/language.ts'
import { holdDeck } from './model/lock.ts'
import { countMinutes } from './model/minutes.ts'
import { notice } from './model/notice.ts'
import { openFile } from './model/open.ts'
import { ask } from './model/worker-link.ts'
import { askAboutFile } from './room/brought-dialog.tsx'
import { askForPicture, isPicture } from './room/picture-dialog.tsx'
import { Room } from './room/room.tsx'
import { Start } from './start/start.tsx'

document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'

function Desk() {
  document.title = deck.value ? `${deckTitle.value} – ${say.name}` : say.name
  const told = notice.value
  return (
    <>
      {deck.value ? <Room key={deck.value.id} /> : <Start />}
      {told && (
        <div class={`notice${told.isFault ? ' fault' : ''}`} role={told.isFault ? 'alert' : 'status'}>
          {told.text}
          <button type="button" class="plain" aria-label={say.close} onClick={() => (notice.value = null)}>
            ×
          </button>
        </div>
      )}
    </>
  )
}

// Wherever a file is dropped: a picture goes to the slide that is shown; of anything else it is asked what to do with it.
addEventListener('dragover', (event) => {
  if (event.dataTransfer?.types.includes('Files')) event.preventDefault()
})
addEventListener('drop', (event) => {
  const [file] = event.dataTransfer?.files ?? []
  if (!file) return
  event.preventDefault()
  if (deck.value && isPicture(file)) askForPicture(file)
  else if (deck.value) void askAboutFile(file)
  else void openFile(file)
})

const root = document.createElement('div')
root.id = 'desk'
document.body.append(root)
followFolder()
keepChanges()
holdDeck()
countMinutes()
render(<Desk />, root)
// While a person looks for a document.
setTimeout(() => void ask('ready', { lang: document.documentElement.lang }).catch(() => {}), 200)
