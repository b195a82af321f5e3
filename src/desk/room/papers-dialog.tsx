import { paperKinds } from '../../office/papers/paper.ts'
import { commandWords } from '../../words.ts'
import { language, say } from '../model/language.ts'
import { printPaper, savePaper } from '../out/office.ts'
import { Dialog } from './dialog.tsx'

/** The papers of the meeting, each printed or as Word. */
export function PapersDialog({ onClose }: { readonly onClose: () => void }) {
  const { papers } = commandWords(language)
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
              onClick={() => void savePaper(kind, papers[kind])}
            >
              {say.papers.word}
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
