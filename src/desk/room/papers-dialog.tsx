import { useSignal } from '@preact/signals'
import { paperKinds } from '../../office/papers/paper.ts'
import { commandWords } from '../../words.ts'
import { isChinese } from '../model/deck.ts'
import { language, say } from '../model/language.ts'
import { printPaper, savePaper } from '../out/office.ts'
import { Dialog } from './dialog.tsx'

/** The papers of the meeting, each printed or as Word. */
export function PapersDialog({ onClose }: { readonly onClose: () => void }) {
  const { papers } = commandWords(language)
  const isOfficial = useSignal(false)
  return (
    <Dialog title={say.papers.title} onClose={onClose}>
      <ul class="papers">
        {paperKinds.map((kind) => (
          <li key={kind}>
            <span>
              <b>{papers[kind]}</b>
              <span class="how">{say.papers.about[kind]}</span>
            </span>
            <button
              type="button"
              aria-label={say.papers.printOf(papers[kind])}
              onClick={() => void printPaper(kind)}
            >
              {say.papers.print}
            </button>
            <button
              type="button"
              aria-label={say.papers.wordOf(papers[kind])}
              onClick={() => void savePaper(kind, papers[kind], isOfficial.value)}
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
