import { useSignal } from '@preact/signals'
import { type PaperKind, paperKinds, usualCounts } from '../../office/papers/paper.ts'
import { commandWords } from '../../words.ts'
import { isChinese } from '../model/deck.ts'
import { language, say } from '../model/language.ts'
import { printPaper, savePaper, type WantedPaper } from '../out/office.ts'
import { Dialog } from './dialog.tsx'

/** The papers of the meeting, each printed or as Word. */
export function PapersDialog({ onClose }: { readonly onClose: () => void }) {
  const { papers } = commandWords(language)
  const isOfficial = useSignal(false)
  const counts = useSignal<Partial<Record<PaperKind, number>>>({})
  const wanted = (kind: PaperKind): WantedPaper => ({
    kind,
    count: counts.value[kind] ?? null,
    official: isOfficial.value,
  })
  return (
    <Dialog title={say.papers.title} onClose={onClose}>
      <ul class="papers">
        {paperKinds.map((kind) => (
          <li key={kind}>
            <span>
              <b>{papers[kind]}</b>
              <span class="how">{say.papers.about[kind]}</span>
            </span>
            {kind !== 'minutes' && (
              <label>
                {say.papers.counts[kind]}
                <input
                  type="number"
                  min={1}
                  max={500}
                  placeholder={String(usualCounts[kind])}
                  onChange={(event) => {
                    const count = Math.min(500, Math.trunc(event.currentTarget.valueAsNumber))
                    counts.value = { ...counts.value, [kind]: count > 0 ? count : undefined }
                  }}
                />
              </label>
            )}
            <button
              type="button"
              aria-label={say.papers.printOf(papers[kind])}
              onClick={() => void printPaper({ ...wanted(kind), official: false })}
            >
              {say.papers.print}
            </button>
            <button
              type="button"
              aria-label={say.papers.wordOf(papers[kind])}
              onClick={() => void savePaper(wanted(kind), papers[kind])}
            >
              {say.papers.word}
            </button>
          </li>
        ))}
      </ul>
      {isChinese.value && (
        <label class="check">
          <input
            type="checkbox"
            checked={isOfficial.value}
            onChange={(event) => (isOfficial.value = event.currentTarget.checked)}
          />
          {say.papers.official}
        </label>
      )}
    </Dialog>
  )
}
