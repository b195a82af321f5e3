import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { launchChromium } from './chromium.ts'
import { deskContext, makeDesk, openSample } from './desk-serve.ts'

/** So often the page is killed; a hundred times where KILLS=100. */
const kills = Number(process.env['KILLS'] ?? 3)

let browser: Browser
let address = ''
beforeAll(async () => {
  address = makeDesk()
  browser = await launchChromium()
}, 120_000)
afterAll(() => browser.close())

/** Which clauses stand on the slide. */
const pressed = (page: Page): Promise<readonly string[]> =>
  page
    .locator('.clause')
    .evaluateAll((clauses) =>
      clauses.map((clause) => `${clause.textContent}${clause.getAttribute('aria-pressed')}`),
    )

it('loses nothing that was kept, whenever the page is killed', async () => {
  const context = await deskContext(browser)
  let page = await context.newPage()
  await openSample(page, address)
  let random = 7
  const next = (most: number): number => {
    random = (random * 48271) % 2147483647
    return random % most
  }
  for (let kill = 0; kill < kills; kill++) {
    const clauses = page.locator('.clause')
    const count = await clauses.count()
    for (let i = next(3); i >= 0; i--) await clauses.nth(2 + next(count - 2)).click()
    await page.locator('.kept.done').waitFor()
    const before = await pressed(page)
    const last = 2 + next(count - 2)
    const wait = next(40)
    const session = await context.newCDPSession(page)
    await page.evaluate((at) => {
      document.querySelectorAll<HTMLElement>('.clause')[at]?.click()
    }, last)
    const after = await pressed(page).catch(() => null)
    await new Promise((done) => setTimeout(done, wait))
    // The answer never comes.
    session.send('Page.crash').catch(() => {})
    await page.waitForEvent('crash', { timeout: 10_000 }).catch(() => {})
    await page.close().catch(() => {})
    page = await context.newPage()
    await page.goto(address)
    await page.locator('.recent li button').first().click()
    await page.locator('.clause').first().waitFor()
    expect([before, after]).toContainEqual(await pressed(page))
  }
}, 3_600_000)

it('keeps what is typed with each letter, and undoes it as one', async () => {
  const page = await (await deskContext(browser)).newPage()
  await openSample(page, address)
  const field = page.locator('.parts textarea').nth(1)
  const was = await field.inputValue()
  await field.focus()
  await page.keyboard.press('End')
  await page.keyboard.type('，说到做到')
  // What was kept before the last letter is told until the page gets to it.
  await page.waitForTimeout(500)
  await page.locator('.kept.done').waitFor()
  await page.goto('about:blank')
  await page.goto(address)
  await page.locator('.recent li button').first().click()
  await page.locator('.clause').first().waitFor()
  expect(await page.locator('.parts textarea').nth(1).inputValue()).toBe(`${was}，说到做到`)
  expect(await page.locator('.changed ins').textContent()).toBe('，说到做到')
  // One click back to the document's words.
  await page.locator('.changed').getByRole('button').click()
  expect(await page.locator('.parts textarea').nth(1).inputValue()).toBe(was)
  await page.locator('.parts textarea').nth(1).focus()
  await page.keyboard.press('End')
  await page.keyboard.type('甲乙丙')
  await page.getByRole('button', { name: '撤销' }).click()
  expect(await page.locator('.parts textarea').nth(1).inputValue()).toBe(was)
})

it('lets one window write', async () => {
  const context = await deskContext(browser)
  const page = await context.newPage()
  await openSample(page, address)
  await page.locator('.kept.done').waitFor()
  const other = await context.newPage()
  await other.goto(address)
  await other.locator('.recent li button').first().click()
  expect(await other.getByRole('alert').textContent()).toContain('已在另一个窗口打开')
})

it('says that the disk is full, and keeps everything once there is room', async () => {
  const page = await (await deskContext(browser)).newPage()
  await openSample(page, address)
  await page.locator('.kept.done').waitFor()
  await page.evaluate(() => {
    const put = IDBObjectStore.prototype.put
    Object.assign(window, { isFull: true })
    IDBObjectStore.prototype.put = function (...given) {
      if (Reflect.get(window, 'isFull')) throw new DOMException('full', 'QuotaExceededError')
      return put.apply(this, given)
    }
  })
  await page.locator('.clause').nth(3).click()
  await page.locator('.clause').nth(6).click()
  expect(await page.locator('.kept.failed').textContent()).toContain('没有存住')
  const chosen = await pressed(page)
  await page.evaluate(() => Object.assign(window, { isFull: false }))
  await page.locator('.kept.done').waitFor()
  await page.reload()
  await page.locator('.recent li button').first().click()
  await page.locator('.clause').first().waitFor()
  expect(await pressed(page)).toEqual(chosen)
})

it('says so where a folder is gone or a file is not to be written, and the deck stays', async () => {
  const page = await (await deskContext(browser)).newPage()
  await page.addInitScript(() => {
    const fail = (): never => {
      throw new DOMException('gone', Reflect.get(window, 'failure'))
    }
    const folder = { kind: 'directory', name: '课件', getDirectoryHandle: fail }
    const file = { kind: 'file', name: '课件.html', createWritable: fail }
    Object.assign(window, {
      showDirectoryPicker: async () => folder,
      showSaveFilePicker: async () => file,
      showOpenFilePicker: async () => [file],
    })
  })
  await openSample(page, address)
  for (const [failure, button] of [
    ['NotFoundError', '存成 Markdown 文件夹…'],
    ['NotAllowedError', '存成 Markdown 文件夹…'],
    ['NoModificationAllowedError', '存成课件'],
  ] as const) {
    await page.evaluate((failure) => Object.assign(window, { failure }), failure)
    if (button.endsWith('…')) await page.locator('.out summary').click()
    await page.getByRole('button', { name: button, exact: true }).click()
    expect(await page.getByRole('alert').textContent()).toMatch(/\p{Script=Han}/u)
    await page.getByRole('alert').getByRole('button').click()
    await page.locator('.kept.done').waitFor()
    expect(await page.locator('.clause').count()).toBeGreaterThan(3)
  }
})
