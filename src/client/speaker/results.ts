import { signs, wordsFor } from '../../words.ts'
import { makeDialog } from '../deck/dialog.ts'
import { make } from '../element.ts'
import { formatTime } from './stopwatch.ts'

export interface Result {
  readonly name: string
  /** Seconds. */
  readonly planned: number
  readonly used: number
}

/** The front matter that holds a rehearsal's seconds; JSON strings are YAML's too. */
function timingsYaml(timings: Readonly<Record<string, number>>): string {
  const lines = Object.entries(timings).map(([name, seconds]) => `  ${JSON.stringify(name)}: ${seconds}`)
  return `timings:\n${lines.join('\n')}\n`
}

/** Where a live page takes timings; a built one can't write into the deck. */
function saveAddress(): string | null {
  if (!document.querySelector('script[src="/@study-deck/live.js"]')) return null
  return `/@study-deck/timings?deck=${location.pathname.split('/')[1] ?? ''}`
}

async function save(address: string, timings: Readonly<Record<string, number>>): Promise<string | null> {
  try {
    const answer = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(timings),
    })
    return answer.ok ? null : await answer.text()
  } catch (error) {
    return String(error)
  }
}

/** Shows what a rehearsal took against the plan, and offers to keep it as the deck's timings. */
export function showResults(results: readonly Result[], timings: Readonly<Record<string, number>>): void {
  const { presenter } = wordsFor(document.documentElement.lang)
  const sum = (part: 'planned' | 'used'): number => results.reduce((total, result) => total + result[part], 0)
  const row = (number: string, { name, planned, used }: Result): HTMLTableRowElement => {
    const difference = Math.round(used - planned)
    const sign = difference < 0 ? signs.minus : '+'
    return make(
      'tr',
      {},
      make('td', {}, number),
      make('th', { scope: 'row' }, name),
      make('td', {}, formatTime(planned)),
      make('td', {}, formatTime(used)),
      make('td', {}, `${sign}${formatTime(Math.abs(difference))}`),
    )
  }
  const heads = ['', presenter.slide, presenter.plan, presenter.used, presenter.difference]
  const table = make(
    'table',
    {},
    make('thead', {}, make('tr', {}, ...heads.map((head) => make(head ? 'th' : 'td', {}, head)))),
    make('tbody', {}, ...results.map((result, i) => row(String(i + 1), result))),
    make('tfoot', {}, row('', { name: presenter.total, planned: sum('planned'), used: sum('used') })),
  )
  const yaml = make('textarea', { readonly: '', rows: '6', 'aria-label': presenter.paste })
  yaml.value = timingsYaml(timings)
  const said = make('p', { role: 'status' })
  const button = (label: string, act: () => void): HTMLButtonElement => {
    const made = make('button', { type: 'button', class: 'plain' }, label)
    made.addEventListener('click', act)
    return made
  }
  const copy = button(presenter.copy, () => {
    yaml.select()
    // Files are no secure context everywhere, and only there is a clipboard to write to.
    if (document.execCommand('copy')) said.textContent = presenter.copied
  })
  const download = make(
    'a',
    {
      class: 'plain',
      download: 'timings.yaml',
      href: `data:text/yaml;charset=utf-8,${encodeURIComponent(yaml.value)}`,
    },
    presenter.download,
  )
  const address = saveAddress()
  const saving = address
    ? [
        button(presenter.save, () => {
          void save(address, timings).then((refusal) => {
            said.textContent = refusal === null ? presenter.saved : presenter.notSaved + refusal
          })
        }),
      ]
    : []
  const close = button(presenter.close, () => dialog.close())
  const dialog = makeDialog(
    'results',
    presenter.rehearsal,
    make('div', { class: 'scroll', tabindex: '0' }, table),
    make('p', {}, presenter.paste),
    yaml,
    make('div', { class: 'buttons' }, ...saving, copy, download, close),
    said,
  )
  dialog.addEventListener('close', () => dialog.remove())
  dialog.showModal()
  close.focus()
}
