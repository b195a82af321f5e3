import { recall, remember } from '../storage.ts'

const key = `study-deck:review:${location.pathname}`

interface Kept {
  /** What stands in the fields, in their order. */
  readonly fields: readonly string[]
  /** The address of the first slide in the window, and how far below the window's top its passage begins. */
  readonly address: string
  readonly top: number
}

const beginsAt = (element: Element): number => element.getBoundingClientRect().top

/**
 * Keeps what would be lost when the page is loaded again, as it is after each edit of a live deck: what the fields
 * say, and the place. A page that is opened anew begins at its beginning.
 */
export function keepAcrossReloads(
  main: HTMLElement,
  fields: readonly (HTMLInputElement | HTMLSelectElement)[],
): void {
  addEventListener('pagehide', () => {
    const shown = [...main.querySelectorAll('.passage:not([hidden])')]
    const first = shown.find((passage) => passage.getBoundingClientRect().bottom > 0)
    const kept: Kept = {
      fields: fields.map(({ value }) => value),
      address: first?.querySelector<HTMLElement>('[data-address]')?.dataset['address'] ?? '',
      top: first ? beginsAt(first) : 0,
    }
    remember('sessionStorage', key, JSON.stringify(kept))
  })
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
  const kept = navigation?.type === 'reload' ? readKept(recall('sessionStorage', key)) : null
  if (!kept) return
  fields.forEach((field, i) => {
    field.value = kept.fields[i] ?? ''
  })
  fields[0]?.dispatchEvent(new Event('input'))
  const passage = main.querySelector(`[data-address="${CSS.escape(kept.address)}"]`)?.closest('.passage')
  if (!passage) return
  history.scrollRestoration = 'manual'
  scrollBy(0, beginsAt(passage) - kept.top)
}

/** What was kept; null where something else was, as any page that is a file may store under our name. */
function readKept(text: string | null): Kept | null {
  try {
    const { fields, address, top } = JSON.parse(text ?? '')
    const fits = Array.isArray(fields) && fields.every((field) => typeof field === 'string')
    return fits && typeof address === 'string' && typeof top === 'number' ? { fields, address, top } : null
  } catch {
    return null
  }
}
