import { groundsRead } from '../deck/ground.ts'
import { diagramsDrawn } from '../diagrams-drawn.ts'

/** Waits until everything on the page is there to be printed, then marks the page: `<html data-ready>`. */
export async function markReady(): Promise<void> {
  if (document.readyState !== 'complete')
    await new Promise((loaded) => addEventListener('load', loaded, { once: true }))
  await window[diagramsDrawn]?.catch(() => undefined)
  await groundsRead()
  // Only what is laid out asks for its fonts.
  void document.body.offsetHeight
  await document.fonts.ready
  document.documentElement.dataset['ready'] = ''
}
