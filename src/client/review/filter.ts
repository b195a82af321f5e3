import { signs, wordsFor } from '../../words.ts'
import { make } from '../element.ts'
import { everyPage } from '../paper/every-page.ts'
import { printButton } from '../paper/print-bar.ts'
import type { ShownPassage } from './passage.ts'

/** A section as the filter offers it. */
export interface FilterSection {
  readonly number: number
  readonly title: string
  readonly element: HTMLElement
}

/** The row of fields that choose which passages are shown: words, section, what the check found. */
export function filterRow(
  passages: readonly ShownPassage[],
  sections: readonly FilterSection[],
): {
  element: HTMLElement
  partly: HTMLElement
  /** Calls back, now and after each change, with what is shown. */
  onShown: (act: (shown: readonly ShownPassage[]) => void) => void
  search: HTMLInputElement
  fields: readonly (HTMLInputElement | HTMLSelectElement)[]
} {
  const say = wordsFor(document.documentElement.lang).paper
  const all = make('option', { value: '' }, say.allSections)
  const search = make('input', { type: 'search', placeholder: say.search, 'aria-label': say.search })
  const section = make(
    'select',
    { 'aria-label': say.section },
    all,
    ...sections.map(({ number, title }) => make('option', { value: String(number) }, title)),
  )
  const state = make(
    'select',
    { 'aria-label': say.state },
    make('option', { value: '' }, say.allStates),
    ...(['edited', 'missing', 'verbatim'] as const).map((value) =>
      make('option', { value }, say.states[value]),
    ),
  )
  const shown = make('output', {})
  /** What is printed says that it is not the whole, at its head and on every page: it may be signed. */
  const note = make('p')
  const partly = make('div', { class: 'partly' }, note)
  const sayOnEveryPage = everyPage(partly)
  const total = passages.reduce((sum, { slides }) => sum + slides, 0)

  let tell: (shown: readonly ShownPassage[]) => void = () => {}
  const visible = (): ShownPassage[] => passages.filter(({ element }) => !element.hidden)
  const apply = (): void => {
    const words = search.value.trim().toLocaleLowerCase()
    const seen = new Set<number>()
    let count = 0
    for (const passage of passages) {
      const fits =
        (!section.value || passage.section === Number(section.value)) &&
        (!state.value || passage.state === state.value) &&
        (!words || (passage.element.textContent ?? '').toLocaleLowerCase().includes(words))
      passage.element.hidden = !fits
      if (!fits) continue
      seen.add(passage.section)
      count += passage.slides
    }
    for (const { number, element } of sections) element.hidden = !seen.has(number)
    const chosen = [section, state].flatMap((field) =>
      field.value ? (field.selectedOptions[0]?.text ?? '') : [],
    )
    if (words) chosen.push(search.value.trim())
    note.textContent = chosen.length ? say.partly(chosen.join(signs.dot), count, total) : ''
    partly.hidden = !chosen.length
    sayOnEveryPage('bottom', note.textContent)
    shown.value = count ? say.shown(count, total) : wordsFor(document.documentElement.lang).nothingFound
    tell(visible())
    highlight(words ? visible().map(({ element }) => element) : [], words)
  }
  const fields = [search, section, state]
  for (const field of fields) field.addEventListener('input', apply)
  apply()
  return {
    element: make('div', { class: 'filter', role: 'search' }, search, section, state, shown, printButton()),
    partly,
    onShown(act) {
      tell = act
      act(visible())
    },
    search,
    fields,
  }
}

/** Marks the words that were searched for where they stand, without touching the text. */
function highlight(elements: readonly Element[], words: string): void {
  if (!('highlights' in CSS)) return
  CSS.highlights.delete('found')
  if (!words) return
  const ranges = elements.flatMap((element) => {
    const found: Range[] = []
    const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      const text = (node.nodeValue ?? '').toLocaleLowerCase()
      for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length)) {
        const range = new Range()
        range.setStart(node, at)
        range.setEnd(node, Math.min(at + words.length, node.nodeValue?.length ?? 0))
        found.push(range)
      }
    }
    return found
  })
  if (ranges.length) CSS.highlights.set('found', new Highlight(...ranges))
}
