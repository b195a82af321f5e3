import { signs, wordsFor } from '../../words.ts'
import { make } from '../element.ts'
import { closeDialog, makeDialog } from './dialog.ts'
import type { Binding } from './keys.ts'

const named: Readonly<Record<string, string>> = {
  ArrowRight: signs.right,
  ArrowLeft: signs.left,
  ArrowUp: signs.up,
  ArrowDown: signs.down,
  Escape: 'Esc',
}

/** The help sheet: every key that the table of bindings has, below what else there is. */
export function helpSheet(
  bindings: readonly Binding[],
  ...above: readonly HTMLElement[]
): { open: () => void } {
  const { presenter } = wordsFor(document.documentElement.lang)
  const sign = (key: string): string =>
    key === ' ' ? presenter.space : (named[key] ?? (key.length === 1 ? key.toUpperCase() : key))
  const list = make('dl')
  const rows = new Map<Binding['label'], string[]>()
  for (const { keys, label } of bindings) rows.set(label, [...(rows.get(label) ?? []), ...keys])
  for (const [label, keys] of rows)
    list.append(
      make(
        'div',
        {},
        make('dt', {}, ...keys.map((key) => make('kbd', {}, sign(key)))),
        make('dd', {}, presenter.actions[label]),
      ),
    )
  const dialog = makeDialog('help', presenter.actions.help, ...above, list)
  dialog.addEventListener('keydown', ({ key }) => key === '?' && closeDialog(dialog))
  return { open: () => dialog.showModal() }
}
