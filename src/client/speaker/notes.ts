import { wordsFor } from '../../words.ts'
import { make } from '../element.ts'
import { recall, remember } from '../storage.ts'
import type { Saying } from './said.ts'

const sizeKey = 'study-deck:notes-size'
/** CSS pixels. */
const sizes = { least: 20, most: 120, step: 4 }
/** Until a presenter chooses: large windows are looked at from further away. */
const usualSize = (): number => Math.max(32, Math.round(Math.min(innerWidth / 46, innerHeight / 25)))

/** The full notes of the slide, with the place in them. */
export interface NotesPane {
  readonly element: HTMLElement
  show(slide: HTMLElement): void
  mark(saying: Saying): void
  resize(by: 1 | -1): void
}

export function notesPane(): NotesPane {
  const words = wordsFor(document.documentElement.lang)
  const element = make('main', { class: 'spoken-notes', tabindex: '0', 'aria-label': words.presenter.notes })
  let chosen = Number(recall('localStorage', sizeKey)) || null
  const size = (): number => Math.min(sizes.most, Math.max(sizes.least, chosen ?? usualSize()))
  const setSize = (): void => {
    element.style.fontSize = `${size()}px`
  }
  setSize()
  const still = matchMedia('(prefers-reduced-motion: reduce)')
  /** Brings the place near the top: what is said stays in sight a little, and there is room for what comes. */
  const scrollTo = (first: HTMLElement | undefined): void => {
    const top = first
      ? element.scrollTop +
        first.getBoundingClientRect().top -
        element.getBoundingClientRect().top -
        element.clientHeight / 5
      : 0
    element.scrollTo({ top, behavior: still.matches ? 'auto' : 'smooth' })
  }
  let marked: HTMLElement | undefined
  addEventListener('resize', () => {
    setSize()
    scrollTo(marked)
  })
  return {
    element,
    show(slide) {
      const notes = slide.querySelector<HTMLElement>(':scope > aside.notes')
      element.replaceChildren(...[...(notes?.childNodes ?? [])].map((node) => node.cloneNode(true)))
      element.classList.toggle('empty', !notes?.textContent?.trim())
      if (element.classList.contains('empty')) element.textContent = words.noNotes
      element.scrollTop = 0
    },
    mark({ now, from }) {
      const parts = [...element.querySelectorAll<HTMLElement>('[data-sentence]')]
      for (const part of parts) {
        const number = Number(part.dataset['sentence'])
        part.classList.toggle('now', now.includes(number))
        part.classList.toggle('said', number < from)
      }
      marked = parts.find((part) => part.classList.contains('now'))
      scrollTo(marked)
    },
    resize(by) {
      chosen = size() + by * sizes.step
      chosen = size()
      setSize()
      remember('localStorage', sizeKey, String(chosen))
      scrollTo(marked)
    },
  }
}
