import { useComputed, useSignal } from '@preact/signals'
import { directoryOpen } from 'browser-fs-access'
import { useEffect } from 'preact/hooks'
import { type DeckList, deckList, listDecks } from '../model/deck-list.ts'
import { forgetKept, type KeptDeck, keptDecks } from '../model/keep.ts'
import { say } from '../model/language.ts'
import { tellFault } from '../model/notice.ts'
import { openFile, openFolder, openKept, openListed, reading, stopReading } from '../model/open.ts'
import { Dialog } from '../room/dialog.tsx'
import { FileField } from '../room/file-field.tsx'
import { isServed } from '../served.ts'
import { sample } from './sample.ts'

/** Where the desk begins: a document is brought, or a deck that is kept is taken up again. */
export function Start() {
  const kept = useSignal<readonly KeptDeck[]>([])
  const isPasting = useSignal(false)
  const look = (): void => {
    if (isServed) void listDecks().catch(tellFault)
    else void keptDecks().then((found) => (kept.value = found))
  }
  useEffect(look, [])
  return (
    <main class="start">
      <h1>{say.start.title}</h1>
      <p>{say.start.about}</p>
      {reading.value ? (
        <Reading />
      ) : (
        <FileField kind="zone" id="file" onFile={(file) => void openFile(file)}>
          <strong>{say.start.drop}</strong>
          <span class="button primary">{say.start.choose}</span>
          <span>{say.start.kinds}</span>
        </FileField>
      )}
      <p class="others">
        <button type="button" onClick={() => (isPasting.value = true)}>
          {say.start.paste}
        </button>
        {!isServed && (
          <button type="button" onClick={() => void chooseFolder()}>
            {say.start.folder}
          </button>
        )}
        <button type="button" onClick={() => void openFile(sample())}>
          {say.start.sample}
        </button>
      </p>
      {deckList.value && <InFolder list={deckList.value} />}
      <Kept title={say.start.recent} decks={kept.value} onForgotten={look} />
      <Kept title={say.start.lost} decks={deckList.value?.lost ?? []} onForgotten={look} />
      {isPasting.value && <Paste onClose={() => (isPasting.value = false)} />}
    </main>
  )
}

/** The decks of the folder that the server keeps. */
function InFolder({ list: { folder, decks } }: { readonly list: DeckList }) {
  return (
    <section class="recent">
      <h2>{say.start.inFolder(folder)}</h2>
      {decks.length === 0 && <p>{say.start.noneInFolder}</p>}
      <ul>
        {decks.map(({ slug, title }) => (
          <li key={slug}>
            <button type="button" class="plain" onClick={() => void openListed(slug)}>
              <b>{title}</b>
              <span>{slug}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Decks that this browser keeps. */
function Kept({
  title,
  decks,
  onForgotten,
}: {
  readonly title: string
  readonly decks: readonly KeptDeck[]
  readonly onForgotten: () => void
}) {
  if (decks.length === 0) return null
  return (
    <section class="recent">
      <h2>{title}</h2>
      <ul>
        {decks.map((deck) => (
          <Recent key={deck.id} deck={deck} onForgotten={onForgotten} />
        ))}
      </ul>
    </section>
  )
}

/** Opens a deck's folder; none that is chosen is none that is opened. */
async function chooseFolder(): Promise<void> {
  const found = await directoryOpen({ id: 'study-deck', recursive: false }).catch(() => [])
  const files = found.flatMap((one) => (one instanceof File ? [one] : []))
  if (files.length > 0) await openFolder(files)
}

/** What is being read, and how long already. */
function Reading() {
  const now = useSignal(Date.now())
  useEffect(() => {
    const timer = setInterval(() => (now.value = Date.now()), 500)
    return () => clearInterval(timer)
  }, [])
  const seconds = useComputed(() => Math.floor((now.value - (reading.value?.since ?? now.value)) / 1000))
  return (
    <div class="zone" role="status">
      <strong>{say.start.reading(reading.value?.name ?? '')}</strong>
      <progress />
      <span>{say.start.seconds(Math.max(0, seconds.value))}</span>
      <button type="button" onClick={stopReading}>
        {say.start.stop}
      </button>
    </div>
  )
}

function Recent({ deck, onForgotten }: { readonly deck: KeptDeck; readonly onForgotten: () => void }) {
  const isAsking = useSignal(false)
  return (
    <li>
      <button type="button" class="plain" onClick={() => void openKept(deck)}>
        <b>{deck.title}</b>
        <span>
          {say.start.slides(deck.slides)} · {new Date(deck.changed).toLocaleString()}
        </span>
      </button>
      <button
        type="button"
        class="plain"
        aria-label={say.start.forget(deck.title)}
        title={say.start.forget(deck.title)}
        onClick={() => (isAsking.value = true)}
      >
        ×
      </button>
      {isAsking.value && (
        <Dialog title={say.start.forget(deck.title)} onClose={() => (isAsking.value = false)}>
          <p>{say.start.forgetSure(deck.title)}</p>
          <footer>
            <button type="button" onClick={() => (isAsking.value = false)}>
              {say.cancel}
            </button>
            <button type="button" class="primary" onClick={() => void forgetKept(deck).then(onForgotten)}>
              {say.strip.remove}
            </button>
          </footer>
        </Dialog>
      )}
    </li>
  )
}

function Paste({ onClose }: { readonly onClose: () => void }) {
  const text = useSignal('')
  return (
    <Dialog title={say.start.paste} onClose={onClose}>
      <form
        class="paste"
        onSubmit={(event) => {
          event.preventDefault()
          const [title = ''] = text.value.trim().split('\n')
          const name = title.trim().slice(0, 40) || say.start.pasted
          onClose()
          void openFile(new File([text.value], `${name}.txt`, { type: 'text/plain' }))
        }}
      >
        <textarea
          rows={14}
          aria-label={say.start.pasteHere}
          placeholder={say.start.pasteHere}
          value={text.value}
          onInput={(event) => (text.value = event.currentTarget.value)}
        />
        <footer>
          <button type="button" onClick={onClose}>
            {say.cancel}
          </button>
          <button type="submit" class="primary" disabled={text.value.trim() === ''}>
            {say.start.pasteDone}
          </button>
        </footer>
      </form>
    </Dialog>
  )
}
