import type { RevealApi } from 'reveal.js'
import type { DeckUpdate } from '../site/live.ts'

declare global {
  interface Window {
    Reveal?: RevealApi
  }
}

const slug = decodeURIComponent(location.pathname.split('/')[1] ?? '')

/** Makes the page the deck as it now is, keeping every slide that did not change and the place being shown. */
function apply({ stacks, html }: DeckUpdate): void {
  const deck = window.Reveal
  const root = document.querySelector('.slides')
  if (!deck || !root) return
  const have = new Map<string, Element>()
  for (const slide of root.querySelectorAll(':scope > section > section'))
    have.set(slide.getAttribute('data-key') ?? '', slide)
  const { h, v, f } = deck.getIndices()
  const current = deck.getCurrentSlide().getAttribute('data-key') ?? ''

  const make = (key: string): Element => {
    const known = have.get(key)
    if (known) return known
    const template = document.createElement('template')
    template.innerHTML = html[key] ?? ''
    return template.content.firstElementChild ?? document.createElement('section')
  }
  stacks.forEach((keys, i) => {
    const stack = root.children[i] ?? root.appendChild(document.createElement('section'))
    keys.forEach((key, j) => {
      const slide = make(key)
      if (stack.children[j] !== slide) stack.insertBefore(slide, stack.children[j] ?? null)
    })
    while (stack.children.length > keys.length) stack.lastElementChild?.remove()
  })
  while (root.children.length > stacks.length) root.lastElementChild?.remove()

  deck.sync()
  const stays = stacks.findIndex((keys) => keys.includes(current))
  const stack = stays < 0 ? Math.min(h, stacks.length - 1) : stays
  const keys = stacks[stack] ?? []
  deck.slide(stack, stays < 0 ? Math.min(v, keys.length - 1) : keys.indexOf(current), f ?? -1)
}

/** Follows the deck's updates; `hot` is the page's `import.meta.hot`. */
export function follow(hot: { on(event: string, act: (update: DeckUpdate) => void): void }): void {
  hot.on('study-deck:update', (update) => {
    if (update.slug !== slug) return
    for (const overlay of document.querySelectorAll('vite-error-overlay')) overlay.remove()
    apply(update)
  })
}
