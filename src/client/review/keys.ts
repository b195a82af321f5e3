/** J and K go to the next and the previous passage, / to the search. */
export function walkWithKeys(main: HTMLElement, search: HTMLInputElement): void {
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement) return
    if (event.key === '/') search.focus()
    else if (event.key === 'j' || event.key === 'k') {
      const passages = [...main.querySelectorAll<HTMLElement>('.passage:not([hidden])')]
      const at = passages.findIndex((passage) => passage.contains(document.activeElement))
      const next = passages[event.key === 'j' ? at + 1 : Math.max(at - 1, 0)]
      next?.scrollIntoView({ block: 'start' })
      next?.focus({ preventScroll: true })
    } else return
    event.preventDefault()
  })
}
