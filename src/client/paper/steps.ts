/**
 * A slide once for each step in which its fragments appear, the last one being the slide itself. Fragments with the
 * same `data-fragment-index` appear together; those without one follow in their order, as reveal.js has it.
 */
export function stepsOf(slide: HTMLElement): HTMLElement[] {
  const fragments = [...slide.querySelectorAll<HTMLElement>('.fragment')]
  const groups = new Map<number, number[]>()
  const own: number[][] = []
  fragments.forEach((fragment, i) => {
    const index = Number.parseInt(fragment.dataset['fragmentIndex'] ?? '', 10)
    if (Number.isNaN(index)) own.push([i])
    else groups.set(index, [...(groups.get(index) ?? []), i])
  })
  const steps = [...[...groups].sort(([a], [b]) => a - b).map(([, group]) => group), ...own]
  const shown = new Set<number>()
  return [[], ...steps].map((step, k) => {
    for (const i of step) shown.add(i)
    if (k === steps.length) return slide
    const still = slide.cloneNode(true) as HTMLElement
    still.querySelectorAll('.fragment').forEach((fragment, i) => {
      if (!shown.has(i)) fragment.classList.add('later')
    })
    return still
  })
}
