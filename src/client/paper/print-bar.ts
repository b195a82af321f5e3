import { wordsFor } from '../../words.ts'
import { addressAsking, askedOf, go } from '../asked.ts'
import { make } from '../element.ts'
import type { PaperOptions } from './options.ts'

/** The button that prints the page. */
export function printButton(): HTMLElement {
  const button = make(
    'button',
    { type: 'button', class: 'print' },
    wordsFor(document.documentElement.lang).paper.print,
  )
  button.addEventListener('click', () => print())
  return button
}

/** On the screen above a handout: how many slides to a page, with lines or notes, and the button that prints it. */
export function handoutBar({ perPage, withNotes }: PaperOptions): HTMLElement {
  const say = wordsFor(document.documentElement.lang).paper
  const many = make(
    'select',
    {},
    ...[1, 2, 3, 4, 6].map((n) => make('option', { value: String(n) }, String(n))),
  )
  many.value = String(perPage)
  const notes = make('input', { type: 'checkbox' })
  notes.checked = withNotes
  const apply = (): void => {
    const asked = askedOf(location)
    asked.set('per-page', many.value)
    asked.delete('with-notes')
    if (notes.checked) asked.set('with-notes', '')
    go(addressAsking(asked))
  }
  many.addEventListener('change', apply)
  notes.addEventListener('change', apply)
  return make(
    'div',
    { class: 'print-bar' },
    make('label', {}, say.perPage, ' ', many),
    make('label', {}, notes, ' ', say.withNotes),
    printButton(),
  )
}
