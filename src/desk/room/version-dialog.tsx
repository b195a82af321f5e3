import { useSignal } from '@preact/signals'
import { isEdited, type TouchedSlide, type VersionChange } from '../../edit/index.ts'
import { choose, setVersion, slides } from '../model/deck.ts'
import { say } from '../model/language.ts'
import { newVersion, take, takeOthers } from '../model/new-version.ts'
import { Difference } from './changed.tsx'
import { Dialog } from './dialog.tsx'

const words = say.version

/** So many characters of what stayed are shown beside what changed. */
const around = 24

/** What a new version of the document changes, to be taken over one by one or all. */
export function VersionDialog({ onClose }: { readonly onClose: () => void }) {
  const taken = useSignal(0)
  const version = newVersion.value
  if (!version) return null
  const { changes, name } = version
  const edited = changes.filter(isEdited)
  const pages = edited.flatMap((change) => editedOf(change).map(({ id }) => numberOf(id)))
  const said = [
    taken.value > 0 && words.taken(taken.value),
    edited.length < changes.length && words.count(changes.length),
    edited.length > 0 && words.edited(pages),
    changes.length === 0 && words.done,
  ]
  return (
    <Dialog title={words.title(name)} wide onClose={onClose}>
      <div class="version">
        <p role="status">{said.filter(Boolean).join(say.version.between)}</p>
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
          {edited.length < changes.length && (
            <button
              type="button"
              class="primary"
              onClick={() => {
                taken.value = changes.length - edited.length
                takeOthers()
              }}
            >
              {words.takeAll}
            </button>
          )}
        </footer>
      </div>
    </Dialog>
  )
}

const numberOf = (id: number | null): number => slides.value.findIndex((slide) => slide.id === id) + 1
const editedOf = ({ slides }: VersionChange): readonly TouchedSlide[] =>
  slides.filter(({ state }) => state === 'outdated')

const keyOf = ({ paragraphs, slides }: VersionChange): string =>
  JSON.stringify([paragraphs[0] ?? '', slides[0]?.id])

function Change({
  change,
  number,
  onGone,
}: {
  readonly change: VersionChange
  readonly number: number
  readonly onGone: () => void
}) {
  const { paragraphs, slides: touched } = change
  const edited = editedOf(change)
  const instead = edited.flatMap(({ instead }) => instead)
  const action = instead.length > 0 ? words.replace : words.remove
  // A slide that goes and one that comes for the same words are one that becomes another.
  const gone = touched.filter(({ state }) => state === 'retired')
  const come = touched.filter(({ state }) => state === 'new')
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
      <div>
        <ul class="touched">
          {touched.map((slide, i) => {
            const instead = slide.state === 'retired' ? come[gone.indexOf(slide)] : undefined
            if (come.includes(slide) && gone[come.indexOf(slide)]) return null
            return (
              <li key={`${i} ${slide.heading}`}>
                <Touched slide={slide} instead={instead?.heading} onGone={onGone} />
              </li>
            )
          })}
        </ul>
        {edited.length > 0 && <p class="instead">{words.instead(instead)}</p>}
      </div>
      <div class="actions">
        {edited.length > 0 && (
          <button
            type="button"
            aria-label={words.withoutEdits(
              action,
              edited.map(({ id }) => numberOf(id)),
            )}
            onClick={() =>
              take(
                number,
                edited.flatMap(({ id }) => id ?? []),
              )
            }
          >
            {action}
          </button>
        )}
        <button
          type="button"
          aria-label={edited.length > 0 ? undefined : words.takeNumber(number + 1)}
          onClick={() => take(number)}
        >
          {edited.length > 0 ? words.keep : words.take}
        </button>
      </div>
    </li>
  )
}

function Touched({
  slide: { id, state, heading, isReparted },
  instead,
  onGone,
}: {
  readonly slide: TouchedSlide
  /** What comes in its place. */
  readonly instead: string | undefined
  readonly onGone: () => void
}) {
  const { states } = words
  const whatOf = (): string => {
    if (state === 'outdated') return states.outdated
    if (state === 'new') return isReparted ? states.parted : states.new
    if (state !== 'retired' || instead === heading) return states.refreshed
    if (instead !== undefined) return words.becomes(instead)
    return isReparted ? states.joined : states.retired
  }
  const what = whatOf()
  if (id === null) return <span>{`${what}：${heading}`}</span>
  return (
    <button
      type="button"
      class="plain"
      onClick={() => {
        onGone()
        choose(id)
      }}
    >
      {words.slide(numberOf(id), heading)} · {what}
    </button>
  )
}
