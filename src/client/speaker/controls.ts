import { signs, wordsFor } from '../../words.ts'
import type { Binding } from '../deck/keys.ts'
import { make } from '../element.ts'
import type { Link } from '../link/link.ts'

/** The buttons at the foot of the speaker view, big enough for fingers, and the way to the wall. */
export function controls(bindings: readonly Binding[], link: Link): HTMLElement {
  const { presenter } = wordsFor(document.documentElement.lang)
  const button = (label: Binding['label'], written: string): HTMLButtonElement => {
    const binding = bindings.find((one) => one.label === label)
    const key = binding?.keys[0] ?? ''
    const made = make(
      'button',
      { type: 'button', title: `${presenter.actions[label]} (${key.toUpperCase()})`, 'data-tool': label },
      written,
    )
    made.addEventListener('click', () => {
      made.blur()
      binding?.act?.()
    })
    return made
  }
  const { short } = presenter
  // A browser opens for a person's own click what it blocks for a script.
  const tab = make('a', { href: link.otherAddress(), target: link.otherName, rel: 'opener' }, presenter.asTab)
  tab.addEventListener('click', () => {
    tab.href = link.otherAddress()
  })
  const noWall = make('span', { class: 'no-wall', role: 'status' })
  const showWall = (): void => {
    noWall.replaceChildren(...(link.connected() ? [] : [presenter.noWall, ' ', tab]))
  }
  link.onConnection(showWall)
  // A wall that is there answers at once.
  setTimeout(showWall, 600)
  return make(
    'footer',
    { class: 'desk' },
    make(
      'div',
      { class: 'group' },
      button('smaller', `A${signs.minus}`),
      button('bigger', 'A+'),
      button('watch', short.watch),
      button('settings', short.settings),
      button('rehearse', short.rehearse),
      button('agenda', short.agenda),
      button('find', short.find),
      button('black', short.black),
      button('laser', short.laser),
      button('pen', short.pen),
      button('help', '?'),
    ),
    noWall,
    make(
      'div',
      { class: 'group' },
      button('wallHere', short.wallHere),
      button('back', signs.back),
      button('next', signs.next),
    ),
  )
}
