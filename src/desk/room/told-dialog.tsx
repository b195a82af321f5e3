import { say } from '../model/language.ts'
import { leftOut } from '../model/open.ts'
import { Dialog } from './dialog.tsx'

/** What of the document could not be taken over. */
export function ToldDialog({ onClose }: { readonly onClose: () => void }) {
  return (
    <Dialog title={say.bar.toldTitle} onClose={onClose}>
      <ul class="told-list">
        {leftOut.value.map((line, i) => (
          <li key={String(i)}>{line}</li>
        ))}
      </ul>
    </Dialog>
  )
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
