/**
 * A point and the sentence it stands in light up together, whichever of them the pointer or the keyboard is on.
 */
export function lightSentences(root: HTMLElement): void {
  let lit: Element[] = []
  const numbersIn = (element: HTMLElement): string[] => element.dataset['sentence']?.split(' ') ?? []
  const light = (target: EventTarget | null, follow: boolean): void => {
    for (const element of lit) element.classList.remove('lit')
    lit = []
    const at = target instanceof Element ? target.closest<HTMLElement>('[data-sentence]') : null
    const passage = at?.closest('.passage')
    if (!at || !passage) return
    const wanted = new Set(numbersIn(at))
    lit = [...passage.querySelectorAll<HTMLElement>('[data-sentence]')].filter((element) =>
      numbersIn(element).some((number) => wanted.has(number)),
    )
    for (const element of lit) element.classList.add('lit')
    const other = lit.find((element) => !!element.closest('.slide-box') !== !!at.closest('.slide-box'))
    if (follow) other?.scrollIntoView({ block: 'nearest' })
  }
  root.addEventListener('pointerover', ({ target }) => light(target, false))
  root.addEventListener('focusin', ({ target }) => light(target, true))
}
