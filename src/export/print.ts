import type { Browser } from 'playwright-core'
import { Fault } from '../fault.ts'

/** An address that leads nowhere: the page is handed to the browser, which may load nothing else. */
const address = 'http://study-deck.invalid/'
const longest = 180_000

/**
 * Prints one view of a deck's page.
 *
 * @param html the page as it is built
 * @param query which view and how: `view=notes&range=3-8`
 * @returns the PDF as the browser made it
 * @throws Fault where the browser ends half way or the page never becomes ready
 */
export async function printPage(browser: Browser, html: string, query: URLSearchParams): Promise<Uint8Array> {
  try {
    const page = await browser.newPage()
    await page.emulateMedia({ media: 'print' })
    await page.route('**/*', (route) =>
      route.request().isNavigationRequest()
        ? route.fulfill({ contentType: 'text/html; charset=utf-8', body: html })
        : route.abort(),
    )
    await page.goto(`${address}?${query}`, { waitUntil: 'commit' })
    await page.locator('html[data-ready]').waitFor({ state: 'attached', timeout: longest })
    const pdf = await page.pdf({
      tagged: true,
      outline: true,
      preferCSSPageSize: true,
      printBackground: true,
    })
    await page.close()
    return pdf
  } catch (error) {
    if (!browser.isConnected())
      throw new Fault('the browser ended while it was printing; try again or name another with --browser')
    if (error instanceof Error && /Timeout/.test(error.message))
      throw new Fault(
        `the page was not ready to print after ${longest / 1000} seconds; print fewer slides with --range`,
      )
    throw error
  }
}
