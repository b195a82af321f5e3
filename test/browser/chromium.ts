import { type Browser, chromium } from 'playwright-core'
import { findBrowser } from '../../src/print/find-browser.ts'

/** The browser that the export would print with, driven by Playwright: nothing is downloaded. */
export async function launchChromium(): Promise<Browser> {
  const quiet = [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ]
  return chromium.launch({ executablePath: await findBrowser(), args: quiet })
}
