/** A name of the window that no element of the page can have. */
export const diagramsDrawn: unique symbol = Symbol.for('study-deck diagrams')

declare global {
  interface Window {
    /** Settled when the page's diagrams are drawn; there are none without it. */
    [diagramsDrawn]?: Promise<void>
  }
}
