import { execFileSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'

/** Makes the desk in a folder of its own. @returns its address */
export function makeDesk(folder = mkdtempSync(join(tmpdir(), 'study-deck-test-'))): string {
  execFileSync(process.execPath, [
    'bin/study-deck.js',
    'build',
    '--slides',
    'slides',
    '--out',
    join(folder, 'dist'),
  ])
  return `file://${join(folder, 'dist', 'desk.html')}`
}

/** A browser that saves files as any other does: without asking where. */
export async function deskContext(
  browser: Browser,
  locale = 'zh-CN',
  size = { width: 1440, height: 900 },
): Promise<BrowserContext> {
  const made = await browser.newContext({ locale, viewport: size, bypassCSP: false })
  await made.addInitScript(() => {
    for (const picker of ['showSaveFilePicker', 'showOpenFilePicker']) Reflect.deleteProperty(window, picker)
  })
  return made
}

/** Opens the sample at the desk, on one of its slides, counted from 0. */
export async function openSample(page: Page, address: string, slide = 3): Promise<void> {
  await page.goto(address)
  await page.getByRole('button', { name: /^(?:用示例试一试|Try it with a sample)$/ }).click()
  await page.locator('.stage-slide').waitFor()
  await page.getByRole('option').nth(slide).click()
  await page.locator('.clause').first().waitFor()
}

/** The words of the slide that is shown, as they stand in its picture. */
export const pictureText = (page: Page): Promise<string> =>
  page
    .locator('.stage .picture')
    .first()
    .evaluate(
      (host) => host.shadowRoot?.querySelector('section section')?.textContent?.replace(/\s/g, '') ?? '',
    )

/** What the first picture in the slide that is shown says it shows, and how its address begins. */
export const pictureShown = (page: Page): Promise<string> =>
  page
    .locator('.stage .picture')
    .first()
    .evaluate((host) => {
      const picture = host.shadowRoot?.querySelector('section section img')
      return `${picture?.getAttribute('alt')} ${picture?.getAttribute('src')?.slice(0, 14)}`
    })

/** Drops a file anywhere on the desk. */
export async function dropFile(
  page: Page,
  name: string,
  content: string,
  type = 'text/plain',
): Promise<void> {
  const dropped = await page.evaluateHandle(
    ([name, content, type]) => {
      const transfer = new DataTransfer()
      transfer.items.add(new File([content], name, { type }))
      return transfer
    },
    [name, content, type] as const,
  )
  await page.dispatchEvent('.stage', 'drop', { dataTransfer: dropped })
}
