import type { TouchedSlide, VersionChange } from '../../edit/index.ts'
import { choose, setVersion, slides } from '../model/deck.ts'
import { say } from '../model/language.ts'
import { newVersion, take } from '../model/new-version.ts'
import { Difference } from './changed.tsx'
import { Dialog } from './dialog.tsx'

const words = say.version

/** So many characters of what stayed are shown beside what changed. */
const around = 24

/** What a new version of the document changes, to be taken over one by one or all. */
export function VersionDialog({ onClose }: { readonly onClose: () => void }) {
  const version = newVersion.value
  if (!version) return null
  const { changes, name } = version
  return (
    <Dialog title={words.title(name)} wide onClose={onClose}>
      <div class="version">
        <p role="status">{changes.length > 0 ? words.count(changes.length) : words.done}</p>
        <ol>
          {changes.map((change, i) => (
            <Change key={keyOf(change)} change={change} number={i} onGone={onClose} />
          ))}
        </ol>
        <footer>
          <button
            type="button"
            onClick={() => {
              onClose()
              setVersion(null)
            }}
          >
            {changes.length > 0 ? words.leave : say.close}
          </button>
          {changes.length > 0 && (
            <button type="button" class="primary" onClick={() => take(null)}>
              {words.takeAll}
            </button>
          )}
        </footer>
      </div>
    </Dialog>
  )
}

const keyOf = ({ paragraphs, slides }: VersionChange): string =>
  JSON.stringify([paragraphs[0] ?? '', slides[0]?.id])

function Change({
  change: { paragraphs, slides: touched },
  number,
  onGone,
}: {
  readonly change: VersionChange
  readonly number: number
  readonly onGone: () => void
}) {
  return (
    <li>
      <div class="paragraphs">
        {paragraphs.length === 0 && <p>{words.others}</p>}
        {paragraphs.map(({ before, after }) => (
          <p key={before + after} class="diff">
            <span class="kind">
              {before === '' ? words.added : after === '' ? words.removed : words.changed}
            </span>
            {before === '' ? (
              <ins>{after}</ins>
            ) : after === '' ? (
              <del>{before}</del>
            ) : (
              <Difference before={before} after={after} around={around} />
            )}
          </p>
        ))}
      </div>
      <ul class="touched">
        {touched.map((slide) => (
          <li key={`${slide.id} ${slide.heading}`}>
            <Touched slide={slide} number={number} onGone={onGone} />
          </li>
        ))}
      </ul>
      <button type="button" aria-label={words.takeNumber(number + 1)} onClick={() => take(number)}>
        {words.take}
      </button>
    </li>
  )
}

function Touched({
  slide: { id, state, heading, instead },
  number: change,
  onGone,
}: {
  readonly slide: TouchedSlide
  readonly number: number
  readonly onGone: () => void
}) {
  const what =
    words.states[state === 'new' || state === 'retired' || state === 'outdated' ? state : 'refreshed']
  if (id === null) return <span>{`${what}：${heading}`}</span>
  const action = instead.length > 0 ? words.replace : words.remove
  const number = slides.value.findIndex((slide) => slide.id === id) + 1
  return (
    <>
      <button
        type="button"
        class="plain"
        onClick={() => {
          onGone()
          choose(id)
        }}
      >
        {words.slide(number, heading)} · {what}
      </button>
      {state === 'outdated' && (
        <p class="instead">
          {words.instead(instead)}
          <button
            type="button"
            aria-label={words.withoutEdits(action, number)}
            onClick={() => take(change, id)}
          >
            {action}
          </button>
        </p>
      )}
    </>
  )
}
