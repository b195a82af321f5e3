import type { RevealApi } from 'reveal.js'
import type { DeckMistake, DeckUpdate, ShownDeck } from '../page/update.ts'
import { writeSettings } from './settings.ts'

declare global {
  interface Window {
    Reveal?: RevealApi
  }
}

const slug = decodeURIComponent(location.pathname.split('/')[1] ?? '')

/** What reveal.js writes on a slide itself, of classes, attributes and styles. */
const revealClasses = new Set(['past', 'present', 'future'])
const revealAttributes = new Set(['hidden', 'aria-hidden', 'data-index-h', 'data-index-v', 'data-fragment'])
const revealStyles = ['display', 'top'] as const

/** Gives an edited slide's words and attributes to the element that reveal.js knows it by. */
function rewrite(slide: HTMLElement, edited: HTMLElement): void {
  const classes = [...slide.classList].filter((name) => revealClasses.has(name))
  const styles = revealStyles.map((name) => [name, slide.style[name]] as const)
  for (const name of slide.getAttributeNames())
    if (!revealAttributes.has(name) && !edited.hasAttribute(name)) slide.removeAttribute(name)
  for (const { name, value } of edited.attributes) slide.setAttribute(name, value)
  slide.classList.add(...classes)
  for (const [name, value] of styles) slide.style[name] = value
  slide.replaceChildren(...edited.childNodes)
}

/** Makes the page the deck as it now is, keeping every slide that did not change and the place being shown. */
function apply({ stacks, html }: DeckUpdate, deck: RevealApi): void {
  const root = document.querySelector('.slides')
  if (!root) return
  const have = new Map<string, HTMLElement>()
  for (const slide of root.querySelectorAll<HTMLElement>(':scope > section > section'))
    have.set(slide.getAttribute('data-key') ?? '', slide)
  const { h, v, f } = deck.getIndices()
  const current = deck.getCurrentSlide().getAttribute('data-key') ?? ''

  const make = (key: string): HTMLElement => {
    const known = have.get(key)
    if (known) return known
    const template = document.createElement('template')
    template.innerHTML = html[key] ?? ''
    return template.content.querySelector<HTMLElement>('section') ?? document.createElement('section')
  }
  const changed: HTMLElement[] = []
  let moved = root.children.length !== stacks.length
  stacks.forEach((keys, i) => {
    const stack = root.children[i] ?? root.appendChild(document.createElement('section'))
    const same = stack.children.length === keys.length
    moved ||= !same
    keys.forEach((key, j) => {
      const now = stack.children[j] as HTMLElement | undefined
      if (now?.getAttribute('data-key') === key) return
      const slide = make(key)
      if (same && now && !have.has(key)) {
        rewrite(now, slide)
        changed.push(now)
      } else {
        moved = true
        stack.insertBefore(slide, now ?? null)
      }
    })
    while (stack.children.length > keys.length) stack.lastElementChild?.remove()
  })
  while (root.children.length > stacks.length) root.lastElementChild?.remove()

  if (moved) deck.sync()
  else for (const slide of changed) deck.syncSlide(slide)
  const stays = stacks.findIndex((keys) => keys.includes(current))
  const stack = stays < 0 ? Math.min(h, stacks.length - 1) : stays
  const keys = stacks[stack] ?? []
  deck.slide(stack, stays < 0 ? Math.min(v, keys.length - 1) : keys.indexOf(current), f ?? -1)
}

const closeOverlays = (): void => {
  for (const overlay of document.querySelectorAll('vite-error-overlay')) overlay.remove()
}

interface Hot {
  on(event: 'study-deck:update', act: (update: DeckUpdate) => void): void
  on(event: 'study-deck:mistake', act: (mistake: DeckMistake) => void): void
  on(event: 'study-deck:shown', act: (current: ShownDeck) => void): void
  /** Waits until it is connected. */
  send(event: 'study-deck:shown', shown: ShownDeck): void
}

/**
 * Follows the deck's updates, and shows a mistake over it until it is mended.
 *
 * @param hot the page's `import.meta.hot`
 * @param Overlay the dev server's own
 */
export function follow(
  hot: Hot,
  Overlay: new (error: { message: string; stack: string }) => HTMLElement,
): void {
  let version = document.querySelector('script[data-version]')?.getAttribute('data-version') ?? ''
  hot.on('study-deck:update', (update) => {
    if (update.slug !== slug) return
    closeOverlays()
    // It missed an edit; or it is a view for paper, which lays all slides out at once: it does it again.
    if (update.from !== version || !Object.hasOwn(window, 'Reveal') || !window.Reveal) {
      location.reload()
      return
    }
    version = update.version
    writeSettings(update.settings)
    apply(update, window.Reveal)
    document.dispatchEvent(new Event('study-deck:edited'))
  })
  const showMistake = (message: string): void => {
    closeOverlays()
    document.body.append(new Overlay({ message, stack: '' }))
  }
  hot.on('study-deck:mistake', (mistake) => {
    if (mistake.slug === slug) showMistake(mistake.message)
  })
  const standing = document.querySelector('body > pre.mistake')
  if (standing) showMistake(standing.textContent ?? '')
  // Edits before it was connected are told now; the page is then marked, `<html data-live>`.
  const opened = version
  hot.on('study-deck:shown', (current) => {
    if (version === opened && current.version !== opened) location.reload()
    else document.documentElement.dataset['live'] = ''
  })
  hot.send('study-deck:shown', { slug, version })
}
