import mermaid from 'mermaid'
import { diagramsDrawn } from './diagrams-drawn.ts'

mermaid.initialize({
  startOnLoad: false,
  securityLevel: 'strict',
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
    else place.innerHTML = drawn.svg
  }
}

window[diagramsDrawn] = drawDiagrams()
document.addEventListener('study-deck:edited', () => void drawDiagrams())
