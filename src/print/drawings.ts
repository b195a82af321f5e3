import { type Drawings, type DrawnPicture, drawnSelector } from '../office/content/drawings.ts'
import type { PrintingBrowser } from './browser.ts'
import { openPage } from './print.ts'

/** Pixels of a picture to a pixel of a slide: sharp on a large screen. */
const sharpness = 3

interface Found {
  readonly name: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Where on the page, shown as slides, everything is that Office needs a picture of. */
const find = `[...document.querySelectorAll('section[data-key]')].flatMap((slide) =>
  [...slide.querySelectorAll(${JSON.stringify(drawnSelector)})]
    .filter((one) => !one.closest('aside.notes') && !one.parentElement.closest('pre.mermaid, .katex, .katex-display, svg'))
    .filter((one) => one.tagName !== 'IMG' || !/^data:image\\/(?:png|jpeg|gif|bmp)[;,]/i.test(one.src))
    .map((one, at) => {
      const box = (one.matches('pre.mermaid') ? (one.querySelector('svg') ?? one) : (one.querySelector('.katex') ?? one)).getBoundingClientRect()
      const scale = slide.getBoundingClientRect().width / slide.offsetWidth || 1
      return { name: slide.dataset.key + ' ' + at, x: box.x + scrollX, y: box.y + scrollY, width: box.width, height: box.height, scale }
    }))`

/** Draws what only a browser draws of a deck: formulas, diagrams, drawings. @param html its page */
export async function drawDeck(browser: PrintingBrowser, html: string): Promise<Drawings> {
  const drawings = new Map<string, DrawnPicture>()
  const { send, close } = await openPage(browser, html, new URLSearchParams({ view: 'slides' }))
  const { result } = (await send('Runtime.evaluate', { expression: find, returnByValue: true })) as {
    result?: { value?: readonly (Found & { readonly scale: number })[] }
  }
  for (const { name, x, y, width, height, scale } of result?.value ?? []) {
    if (width < 1 || height < 1) continue
    const { data } = (await send('Page.captureScreenshot', {
      format: 'png',
      captureBeyondViewport: true,
      clip: { x, y, width, height, scale: sharpness / scale },
    })) as { data: string }
    drawings.set(name, {
      bytes: Buffer.from(data, 'base64'),
      width: width / scale,
      height: height / scale,
    })
  }
  close()
  return drawings
}
