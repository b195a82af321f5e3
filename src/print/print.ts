import { Fault } from '../fault.ts'
import type { PrintingBrowser } from './browser.ts'
import { findUnseen, type Unseen } from './unseen-words.ts'

/** An address that leads nowhere: the page is handed to the browser, which may load nothing else. */
const address = 'http://study-deck.invalid/'
/** In milliseconds. */
const longest = 180_000

/** Settled when the page says that all of it is there. */
const becomesReady = `new Promise((ready) => {
  const look = () => document.documentElement?.dataset.ready !== undefined && ready('ready')
  new MutationObserver(look).observe(document, { attributes: true, subtree: true, attributeFilter: ['data-ready'] })
  look()
})`

/** The PDF as the browser made it, and the words of slides that it shows nobody. */
export interface Printed {
  readonly pdf: Uint8Array
  readonly unseen: readonly Unseen[]
}

/** A page that is open in a browser, all of it there. */
export interface OpenPage {
  /** Sends a command of the DevTools protocol. */
  readonly send: (method: string, params?: object) => Promise<unknown>
  readonly close: () => void
}

/**
 * Opens one view of a deck's page, as it is printed; it may load nothing.
 *
 * @param html the page as it is built
 * @param query which view and how: `view=notes&range=3-8`
 * @throws Fault where the page never becomes ready
 */
export async function openPage(
  { devTools }: PrintingBrowser,
  html: string,
  query: URLSearchParams,
): Promise<OpenPage> {
  const { targetId } = (await devTools.send('Target.createTarget', { url: 'about:blank' })) as {
    targetId: string
  }
  const { sessionId } = (await devTools.send('Target.attachToTarget', { targetId, flatten: true })) as {
    sessionId: string
  }
  const send = (method: string, params?: object): Promise<unknown> => devTools.send(method, params, sessionId)
  devTools.on('Fetch.requestPaused', (event) => {
    const { requestId, resourceType } = event as { requestId: string; resourceType: string }
    const answer =
      resourceType === 'Document'
        ? send('Fetch.fulfillRequest', {
            requestId,
            responseCode: 200,
            responseHeaders: [{ name: 'Content-Type', value: 'text/html; charset=utf-8' }],
            body: Buffer.from(html).toString('base64'),
          })
        : send('Fetch.failRequest', { requestId, errorReason: 'BlockedByClient' })
    answer.catch(() => {})
  })
  await Promise.all([
    send('Page.enable'),
    send('Fetch.enable', { patterns: [{ urlPattern: '*' }] }),
    send('Emulation.setEmulatedMedia', { media: 'print' }),
    send('Page.navigate', { url: `${address}?${query}` }),
  ])
  const ready = send('Runtime.evaluate', { expression: becomesReady, awaitPromise: true })
  const { result } = (await Promise.race([ready, late()])) as { result?: { value?: unknown } }
  if (result?.value !== 'ready') throw new Fault((say) => say.notReady(longest / 1000))
  return { send, close: () => void devTools.send('Target.closeTarget', { targetId }).catch(() => {}) }
}

/**
 * Prints one view of a deck's page.
 *
 * @param html the page as it is built
 * @param query which view and how: `view=notes&range=3-8`
 * @throws Fault where the browser ends half way or the page never becomes ready
 */
export async function printPage(
  browser: PrintingBrowser,
  html: string,
  query: URLSearchParams,
): Promise<Printed> {
  try {
    const { send, close } = await openPage(browser, html, query)
    const looked = (await send('Runtime.evaluate', { expression: findUnseen, returnByValue: true })) as {
      result?: { value?: readonly Unseen[] }
    }
    const { data } = (await send('Page.printToPDF', {
      printBackground: true,
      preferCSSPageSize: true,
      generateTaggedPDF: true,
      generateDocumentOutline: true,
    })) as { data: string }
    close()
    return { pdf: Buffer.from(data, 'base64'), unseen: looked.result?.value ?? [] }
  } catch (error) {
    if (error instanceof Fault) throw error
    throw new Fault((say) => say.browserEnded)
  }
}

const late = (): Promise<object> => new Promise((resolve) => setTimeout(() => resolve({}), longest).unref())
