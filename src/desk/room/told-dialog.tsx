import { bare } from '../../deck/audit/compare.ts'
import { partsOf } from '../../edit/index.ts'
import { choose, leftOut, state } from '../model/deck.ts'
import { say } from '../model/language.ts'
import { Dialog } from './dialog.tsx'

/** What of the document could not be taken over; each line leads to the words behind which it stood. */
export function ToldDialog({ onClose }: { readonly onClose: () => void }) {
  return (
    <Dialog title={say.bar.toldTitle} onClose={onClose}>
      <ul class="told-list">
        {leftOut.value.map(({ told, behind }, i) => {
          const slide = behind === null ? null : slideWith(behind)
          return (
            <li key={String(i)}>
              {slide === null || behind === null ? (
                told
              ) : (
                <button
                  type="button"
                  class="plain"
                  onClick={() => {
                    onClose()
                    choose(slide)
                    focusBehind(behind)
                  }}
                >
                  {told}
                </button>
              )}
            </li>
          )
        })}
      </ul>
    </Dialog>
  )
}

/** The slide whose notes have this paragraph of the document; null for none. */
function slideWith(paragraph: string): number | null {
  const wanted = bare(paragraph)
  if (wanted === '') return null
  for (const file of state.value?.files ?? [])
    for (const slide of file.slides) {
      // Reading a slide's parts takes its time; most have not these words at all.
      if (!bare(slide.text).includes(wanted.slice(0, 8))) continue
      const { notes, parts } = partsOf(slide, file)
      if ([...notes, ...parts].some(({ text }) => bare(text) === wanted)) return slide.id
    }
  return null
}

/** Puts the focus on the last clause of a paragraph, once its slide is shown. */
function focusBehind(paragraph: string, patience = 20): void {
  const found = [...document.querySelectorAll('.clauses p')].find(
    ({ textContent }) => bare(textContent ?? '') === bare(paragraph),
  )
  const last = [...(found?.querySelectorAll<HTMLElement>('.clause') ?? [])].at(-1)
  if (last) {
    last.focus()
    last.scrollIntoView({ block: 'nearest' })
  } else if (patience > 0) setTimeout(() => focusBehind(paragraph, patience - 1), 50)
}

/** The keys of the desk. */
export function KeysDialog({ onClose }: { readonly onClose: () => void }) {
  return (
    <Dialog title={say.keys.title} onClose={onClose}>
      <dl class="keys">
        {say.keys.list.map(([key, what]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  )
}
