import mermaid from 'mermaid'
import { diagramsDrawn } from './diagrams-drawn.ts'

mermaid.initialize({
  startOnLoad: false,
  securityLevel: 'strict',
  // What can't be drawn is told in its place, and leaves no picture of a mistake behind the slides.
  suppressErrorRendering: true,
  theme: 'neutral',
  themeVariables: { fontSize: '28px' },
  // What a diagram may not ask for itself: what could load something, or loosen this.
  secure: [
    ...['secure', 'securityLevel', 'startOnLoad', 'maxTextSize', 'maxEdges', 'suppressErrorRendering'],
    ...['dompurifyConfig', 'themeCSS', 'themeVariables', 'fontFamily', 'altFontFamily'],
  ],
  // Of HTML in labels.
  dompurifyConfig: {
    FORBID_TAGS: [
      'img',
      'image',
      'picture',
      'video',
      'audio',
      'source',
      'svg',
      'style',
      'link',
      'input',
      'form',
    ],
    FORBID_ATTR: ['style', 'src', 'srcset', 'href', 'xlink:href', 'poster', 'background'],
  },
})
let count = 0

/**
 * Draws the diagrams of a page; nothing is fetched. Each is drawn aside and put in its place when it is done: most
 * slides are hidden, and what is hidden has no size.
 */
async function drawDiagrams(): Promise<void> {
  await document.fonts.ready
  for (const place of document.querySelectorAll('pre.mermaid:not([data-drawn])')) {
    place.setAttribute('data-drawn', '')
    const drawn = await mermaid
      .render(`study-deck-diagram-${count++}`, place.textContent ?? '')
      .catch((error: unknown) => (error instanceof Error ? error.message : String(error)))
    if (typeof drawn === 'string') place.textContent = drawn
    else {
      place.innerHTML = drawn.svg
      for (const link of place.querySelectorAll('a')) leadOut(link)
    }
  }
}

/** A link of a diagram opens beside the deck, as all links out of it do, and by no other scheme than theirs. */
function leadOut(link: Element): void {
  const xlink = 'http://www.w3.org/1999/xlink'
  const address = link.getAttribute('href') ?? link.getAttributeNS(xlink, 'href') ?? ''
  for (const name of link.getAttributeNames()) if (/href|target|rel/.test(name)) link.removeAttribute(name)
  if (!/^(?:https?:|mailto:|tel:)/i.test(address)) return
  link.setAttribute('href', address)
  link.setAttribute('target', '_blank')
  link.setAttribute('rel', 'noopener noreferrer')
}

window[diagramsDrawn] = drawDiagrams()
document.addEventListener('study-deck:edited', () => void drawDiagrams())
