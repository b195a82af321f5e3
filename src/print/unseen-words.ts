/** Words that are on a slide but not to be seen there: hidden, outside it, cut off. */
export interface Unseen {
  /** The slide, counted from 1 through the deck. */
  readonly slide: number
  readonly words: string
}

/**
 * Runs in the page, once it is ready: what its author has put where nobody can see it is no word that paper could
 * lack. Text of which a part is outside is told character by character.
 */
function find(): Unseen[] {
  const found: Unseen[] = []
  for (const box of document.querySelectorAll<HTMLElement>('.slide-box')) {
    const edges = box.getBoundingClientRect()
    const shows = (range: Range, element: Element): boolean =>
      [...range.getClientRects()].some((one) => {
        let [left, top, right, bottom] = [one.left, one.top, one.right, one.bottom]
        for (let outer: Element | null = element; outer && outer !== box; outer = outer.parentElement) {
          if (getComputedStyle(outer).overflow === 'visible') continue
          const clip = outer.getBoundingClientRect()
          left = Math.max(left, clip.left)
          top = Math.max(top, clip.top)
          right = Math.min(right, clip.right)
          bottom = Math.min(bottom, clip.bottom)
        }
        const width = Math.min(right, edges.right) - Math.max(left, edges.left)
        const height = Math.min(bottom, edges.bottom) - Math.max(top, edges.top)
        // Of what lies across the edge the paper has what is within for the greater part.
        return width > (one.right - one.left) / 2 && height > (one.bottom - one.top) / 2
      })
    const walker = document.createTreeWalker(box, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement
      const text = node.nodeValue ?? ''
      if (!text.trim() || !element || element.closest('.furniture, .katex, svg, code.fragment')) continue
      const isHidden = !element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
      const range = document.createRange()
      range.selectNodeContents(node)
      const all = [...range.getClientRects()]
      const isWhole = all.every(
        ({ left, right, top, bottom }) =>
          left >= edges.left && right <= edges.right && top >= edges.top && bottom <= edges.bottom,
      )
      const isClipped = (): boolean => {
        for (let outer: Element | null = element; outer && outer !== box; outer = outer.parentElement)
          if (!outer.matches('.reveal, .slides, section') && getComputedStyle(outer).overflow !== 'visible')
            return true
        return false
      }
      let words = ''
      if (isHidden) words = text
      else if (!isWhole || isClipped())
        for (let i = 0; i < text.length; i++) {
          range.setStart(node, i)
          range.setEnd(node, i + 1)
          if (!shows(range, element)) words += text[i]
        }
      if (words.trim()) found.push({ slide: Number(box.dataset['number']), words })
    }
  }
  return found
}

/** The same as an expression for the browser. */
export const findUnseen = `(${find})()`
