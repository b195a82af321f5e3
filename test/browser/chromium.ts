import { type Browser, chromium } from 'playwright-core'
import { findBrowser } from '../../src/export/find-browser.ts'

/** The browser that the export would print with, driven by Playwright: nothing is downloaded. */
export async function launchChromium(): Promise<Browser> {
  const { path, args } = await findBrowser()
  const quiet = [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ]
  return chromium.launch({ executablePath: path, args: [...args, ...quiet] })
}
