import { wordsFor } from '../../words.ts'
import { make } from '../element.ts'
import type { Binding } from './keys.ts'

/** Milliseconds for which the toolbar stays after the pointer moved. */
const stay = 2500

const offered = [
  'agenda',
  'find',
  'laser',
  'pen',
  'highlighter',
  'clear',
  'zoom',
  'black',
  'fullScreen',
  'speaker',
  'help',
] as const
const isOffered = (label: Binding['label']): label is (typeof offered)[number] =>
  offered.some((name) => name === label)

/** Buttons for what keys do, at the edge of the wall; they show when the pointer moves and go again. */
export function toolbar(bindings: readonly Binding[]): void {
  const { presenter } = wordsFor(document.documentElement.lang)
  const bar = make('nav', { class: 'toolbar', 'aria-label': presenter.tools })
  for (const { keys, label, act } of bindings) {
    if (!act || !isOffered(label)) continue
    const name = presenter.actions[label]
    const button = make(
      'button',
      { type: 'button', title: `${name} (${keys[0]?.toUpperCase() ?? ''})`, 'data-tool': label },
      presenter.short[label],
    )
    button.addEventListener('click', () => {
      button.blur()
      act()
    })
    bar.append(button)
  }
  document.body.append(bar)
  let timer: ReturnType<typeof setTimeout> | undefined
  const wake = (): void => {
    bar.classList.add('awake')
    clearTimeout(timer)
    timer = setTimeout(() => bar.classList.remove('awake'), stay)
  }
  for (const event of ['pointermove', 'pointerdown'] as const) addEventListener(event, wake)
}
