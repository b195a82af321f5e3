import { readFileSync } from 'node:fs'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { launchChromium } from './chromium.ts'
import { deskContext, dropFile, makeDesk, openSample, pictureShown, pictureText } from './desk-serve.ts'

const axe = readFileSync('node_modules/axe-core/axe.min.js', 'utf8')

let browser: Browser
let page: Page
let address = ''
beforeAll(async () => {
  address = makeDesk()
  browser = await launchChromium()
  page = await (await deskContext(browser)).newPage()
  await openSample(page, address)
  // Whichever clauses are derived: this one is not on the slide.
  const own = clause('推行一水多用')
  if ((await own.getAttribute('aria-pressed')) === 'true') await own.click()
}, 120_000)
afterAll(() => browser.close())

const thumbs = (): Promise<number> => page.getByRole('option').count()
const points = (): Promise<string[]> =>
  page
    .locator('.parts textarea')
    .evaluateAll((fields) => fields.map((field) => (field instanceof HTMLTextAreaElement ? field.value : '')))
const clause = (words: string): Locator => page.locator('.clause', { hasText: words }).first()
const headingAt = async (at: number): Promise<string> =>
  (await page.getByRole('option').nth(at).locator('.unseen').textContent())?.replace(/^.*：/, '') ?? ''
const undo = (): Promise<void> => page.getByRole('button', { name: '撤销' }).click()

/** Drags from a character of a clause to another one of its own, or to a place. */
async function drag(words: string, from: number, to: number | { x: number; y: number }): Promise<void> {
  const place = (at: number): Promise<{ x: number; y: number; width: number; height: number }> =>
    clause(words).evaluate((element, at) => {
      const range = document.createRange()
      const text = element.querySelector('span')?.firstChild ?? element
      range.setStart(text, at)
      range.setEnd(text, at + 1)
      const { x, y, width, height } = range.getBoundingClientRect()
      return { x, y, width, height }
    }, at)
  const first = await place(from)
  const isBack = typeof to === 'number' && to < from
  const last = typeof to === 'number' ? await place(to) : { ...to, width: 0, height: 0 }
  // In the half of a character where the drag takes it in.
  await page.mouse.move(first.x + first.width * (isBack ? 0.9 : 0.1), first.y + first.height / 2)
  await page.mouse.down()
  await page.mouse.move(last.x + last.width * (isBack ? 0.1 : 0.9), last.y + last.height / 2, { steps: 4 })
  await page.mouse.up()
}

it('puts any words that are dragged over on the slide, or makes of them what its menu says', async () => {
  const before = await points()
  const words = '推行一水多用、循环利用'
  const below = await page.locator('.words footer').evaluate((element) => {
    const { right, bottom } = element.getBoundingClientRect()
    return { x: right - 2, y: bottom - 2 }
  })
  for (const [from, to, chosen] of [
    [0, 5, '推行一水多用'],
    [2, 5, '一水多用'],
    [5, 0, '推行一水多用'],
  ] as const) {
    await drag(words, from, to)
    expect(await page.evaluate(() => String(getSelection()))).toBe(chosen)
    await page.getByRole('menuitem', { name: '上屏' }).click()
    expect((await points()).filter((point) => !before.includes(point))).toEqual([chosen])
    await undo()
    expect(await points()).toEqual(before)
  }
  // While the menu of other words is open; and from a clause on to below all of the words.
  await drag(words, 0, 3)
  await page.getByRole('menuitem', { name: '上屏' }).waitFor()
  await drag(words, 0, below)
  await page.getByRole('menuitem', { name: '另成一页' }).click()
  expect(await thumbs()).toBe(6)
  await undo()

  await clause('推行一水多用').click({ button: 'right' })
  await page.getByRole('menuitem', { name: '作标题' }).click()
  expect((await points())[0]).toBe('推行一水多用、循环利用')
  await undo()
  await clause('推行一水多用').click({ button: 'right' })
  await page.getByRole('menuitem', { name: '另成一页' }).click()
  expect(await thumbs()).toBe(6)
  await undo()
})

it('makes of a clause by the keys alone what its menu says', async () => {
  const before = await points()
  const by = async (name: string): Promise<void> => {
    await clause('推行一水多用').focus()
    await page.keyboard.press('Shift+F10')
    const item = page.getByRole('menuitem', { name })
    await expect
      .poll(async () => {
        const isThere = await item.evaluate((element) => element === document.activeElement)
        if (!isThere) await page.keyboard.press('ArrowDown')
        return isThere
      })
      .toBe(true)
    await page.keyboard.press('Enter')
  }
  await by('作上一要点的下一级')
  expect(await page.locator('.parts li.below textarea').inputValue()).toBe('推行一水多用、循环利用')
  await undo()
  await by('作标题')
  expect((await points())[0]).toBe('推行一水多用、循环利用')
  await undo()
  await by('另成一页')
  expect(await thumbs()).toBe(6)
  await undo()
  await by('加进上一个要点')
  expect((await points()).length).toBe(before.length)
  await undo()
  expect(await points()).toEqual(before)
})

it('joins a clause to a point with Shift, …… between', async () => {
  const before = await points()
  // A click elsewhere before, from where Shift would select.
  await page.locator('.clauses .numeral').first().click()
  await clause('推行一水多用').click({ modifiers: ['Shift'] })
  const changed = (await points()).filter((point) => !before.includes(point))
  expect(changed).toHaveLength(1)
  expect(changed[0]).toMatch(/……推行一水多用、循环利用$|核定用水指标，推行一水多用/)
  // The keys go on from there.
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('推行一水多用、循环利用')
  await undo()
})

it('shows more points or fewer', async () => {
  await page.getByRole('option').nth(2).click()
  const slider = page.getByRole('slider')
  await slider.waitFor()
  const before = await points()
  await slider.fill('0')
  const few = await points()
  expect(few.length).toBeLessThan(before.length)
  await undo()
  await page.getByRole('option').nth(3).click()
})

it('edits a point where it stands on the slide; Tab puts it below the one above', async () => {
  await page.getByRole('option').nth(4).click()
  const host = page.locator('.stage .picture').first()
  await expect
    .poll(() => host.evaluate((element) => element.shadowRoot?.querySelectorAll('li[data-part]').length ?? 0))
    .toBeGreaterThan(2)
  const place = await host.evaluate((element) => {
    const second = element.shadowRoot?.querySelectorAll('li[data-part]')[1]
    const box = second?.getBoundingClientRect()
    return {
      x: (box?.x ?? 0) + 40,
      y: (box?.y ?? 0) + 10,
      words: second?.textContent?.replace(/\s/g, '') ?? '',
    }
  })
  await page.mouse.click(place.x, place.y)
  await page.keyboard.type('！')
  await page.keyboard.press('Tab')
  expect(await page.locator('.parts li.below').count()).toBe(1)
  await expect.poll(() => pictureText(page)).toContain(`${place.words}！`)
  await undo()
  await undo()
  expect((await points()).join()).not.toContain('！')
})

it('makes the title of a slide of what is typed into its field, letter by letter, and goes on to the next one', async () => {
  await page.locator('.slide-tools').getByRole('button', { name: '加一页' }).click()
  await page.locator('.parts').getByLabel('标题').click()
  await page.keyboard.type('讨论题')
  await page.keyboard.press('Enter')
  await page.keyboard.type('各单位怎样落实')
  await page.keyboard.press('Enter')
  expect(await page.locator('.parts').getByLabel('标题').inputValue()).toBe('讨论题')
  expect(await points()).toEqual(['讨论题', '各单位怎样落实'])
  await expect
    .poll(() =>
      page
        .locator('.stage .picture')
        .first()
        .evaluate((host) => host.shadowRoot?.querySelector('section section h3')?.textContent),
    )
    .toBe('讨论题')
  await page.locator('.slide-tools').getByRole('button', { name: '删除' }).click()
  await page.getByRole('option').nth(4).click()
})

it('adds, duplicates, splits, merges, moves and deletes slides', async () => {
  const press = (name: string): Promise<void> =>
    page.locator('.slide-tools').getByRole('button', { name }).click()
  await page.getByRole('option').nth(4).click()
  await press('拆成两页')
  expect(await thumbs()).toBe(6)
  await press('与下一页合并')
  expect(await thumbs()).toBe(5)
  await press('复制一份')
  expect(await thumbs()).toBe(6)
  await page.getByRole('option').nth(5).focus()
  await page.getByRole('option').nth(5).click()
  await page.locator('#strip').focus()
  await page.keyboard.press('Delete')
  expect(await thumbs()).toBe(5)
  const first = await headingAt(2)
  await page.getByRole('option').nth(2).click()
  await page.locator('#strip').focus()
  await page.keyboard.press('Alt+ArrowDown')
  expect(await headingAt(3)).toBe(first)
  await page
    .getByRole('option')
    .nth(3)
    .dragTo(page.getByRole('option').nth(1), { targetPosition: { x: 60, y: 8 } })
  await expect.poll(async () => await headingAt(1)).toBe(first)
  for (let i = 0; i < 6; i++) await undo()
  expect(await thumbs()).toBe(5)
  expect(await headingAt(2)).toBe(first)
})

it('shows the slide in each layout, and takes the one that is chosen', async () => {
  await page.getByRole('option').nth(4).click()
  const layouts = await page.locator('.layouts input').count()
  expect(layouts).toBeGreaterThan(8)
  await expect.poll(() => page.locator('.layout-picture .picture').count()).toBe(layouts)
  await page.getByRole('radio', { name: '对照' }).check({ force: true })
  await expect
    .poll(() =>
      page
        .locator('.stage .picture')
        .first()
        .evaluate((host) => host.shadowRoot?.querySelector('section section')?.className ?? ''),
    )
    .toContain('contrast')
  await undo()
})

it('takes a picture with what it shows, and a table cell by cell', async () => {
  const pixel =
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
  await page.getByRole('button', { name: '插入图片…' }).click()
  await page.getByRole('heading', { name: '插入图片', exact: true }).waitFor()
  await page
    .locator('dialog input[type=file]')
    .setInputFiles({ name: '照片 1.png', mimeType: 'image/png', buffer: Buffer.from(pixel, 'base64') })
  await page.getByLabel('图片说明').fill('会场')
  await page.getByRole('button', { name: '插入', exact: true }).click()
  await expect.poll(() => pictureShown(page)).toBe('会场 data:image/png')
  // Its name, and what it shows in plain words.
  const picture = page.locator('.parts li.picture')
  expect(await picture.textContent()).toContain('图片 照片-1.png')
  expect(await picture.getByLabel('图片说明').inputValue()).toBe('会场')
  await picture.getByLabel('图片说明').fill('会场[左]')
  await expect.poll(() => pictureShown(page)).toBe('会场[左] data:image/png')
  await undo()
  await undo()
  await page.getByRole('option').nth(4).click()
  await page.getByRole('button', { name: 'Markdown' }).click()
  await page.locator('.cm-content').click()
  await page.keyboard.press('Control+End')
  await page.keyboard.insertText('\n\n---\n\n### 表\n\n| 甲 | 乙 |\n| --- | --- |\n| 1 | 2 |\n')
  await page.getByRole('button', { name: '用这些文字' }).click()
  expect(await thumbs()).toBe(6)
  await page.getByRole('option').nth(5).click()
  await page.getByLabel('第 2 行第 2 列').fill('九')
  await page.getByLabel('第 2 行第 2 列').blur()
  await expect.poll(() => pictureText(page)).toContain('1九')
})

it('has a form for the settings, which the slides follow at once', async () => {
  await page.getByRole('button', { name: '设置', exact: true }).click()
  // What ends it is in sight, however long the form.
  expect(
    await page.getByRole('button', { name: '完成' }).evaluate((button) => {
      const { left, top, bottom } = button.getBoundingClientRect()
      const isSeen = [top + 2, bottom - 2].every((y) => document.elementFromPoint(left + 9, y) === button)
      return isSeen && bottom <= (button.closest('dialog')?.getBoundingClientRect().bottom ?? 0)
    }),
  ).toBe(true)
  await page.getByLabel('单位').fill('办公室')
  await page.getByRole('radio', { name: '青', exact: true }).check({ force: true })
  await page.getByRole('button', { name: '完成' }).click()
  const look = (): Promise<string> =>
    page
      .locator('.stage .picture')
      .first()
      .evaluate((host) => {
        const root = host.shadowRoot?.querySelector<HTMLElement>('.picture-root')
        return `${root?.dataset['theme']} ${root?.querySelector('.furniture')?.textContent}`
      })
  await expect.poll(look).toMatch(/^qing .*办公室/)
})

it('shows the notes and the handout of what is here, and the speaker view', async () => {
  for (const [name, words] of [
    ['讲稿（打印）', '水是生命之源'],
    ['讲义（打印）', '把节约用水落到实处'],
  ] as const) {
    await page.locator('.out summary').click()
    const [shown] = await Promise.all([
      page.context().waitForEvent('page'),
      page.getByRole('button', { name }).click(),
    ])
    await shown.locator('html[data-ready]').waitFor()
    expect(await shown.locator('body').textContent()).toContain(words)
    await shown.close()
  }
  const [wall] = await Promise.all([page.context().waitForEvent('page'), page.keyboard.press('F5')])
  await wall.locator('.slides > .present > .present').waitFor()
  // A window of a file may go to full screen with the first step.
  await wall.keyboard.press('ArrowRight')
  await expect.poll(() => wall.evaluate(() => document.fullscreenElement !== null)).toBe(true)
  // Left once, it stays left.
  await wall.keyboard.press('f')
  await expect.poll(() => wall.evaluate(() => document.fullscreenElement !== null)).toBe(false)
  await wall.keyboard.press('ArrowRight')
  expect(await wall.evaluate(() => document.fullscreenElement !== null)).toBe(false)
  const [speaker] = await Promise.all([wall.context().waitForEvent('page'), wall.keyboard.press('s')])
  await speaker.locator('html[data-view=speaker]').waitFor()
  expect(await speaker.title()).toContain('把节约用水落到实处')
  await speaker.close()
  await wall.close()
})

it('has a menu for slides, by a click or a key, and marks those with words that are not the document’s', async () => {
  const count = (): Promise<number> =>
    page.locator('.thumb').first().getAttribute('aria-setsize').then(Number)
  const before = await count()
  const first = page.locator('.thumb').nth(3)
  await first.click({ button: 'right' })
  await page.getByRole('menuitem', { name: '复制一份' }).click()
  await expect.poll(count).toBe(before + 1)
  await page.keyboard.press('Shift+F10')
  await page.getByRole('menuitem', { name: '删除' }).press('Enter')
  await expect.poll(count).toBe(before)
  await page.locator('.thumb:not(:has(.thumb-reworded))').nth(2).click()
  const field = page.locator('.parts textarea').last()
  await field.fill('自己改写的一句话')
  await field.blur()
  const mark = page.locator('.thumb.current .thumb-reworded')
  await mark.waitFor()
  await undo()
  await expect.poll(() => mark.count()).toBe(0)
})

it.each(['zh-CN', 'en-GB'])('is usable by everyone, says axe (%s)', async (locale) => {
  const own = await browser.newContext({ locale, viewport: { width: 1280, height: 720 }, bypassCSP: true })
  const page = await own.newPage()
  const faults = async (): Promise<unknown> => {
    await page.evaluate(axe)
    return page.evaluate(async () => {
      const { axe } = window as unknown as {
        axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> }
      }
      return (await axe.run()).violations.map(({ id, nodes }) => [id, nodes[0]?.html])
    })
  }
  const [other, text] =
    locale === 'zh-CN'
      ? ['修订稿.txt', '把节约用水落到实处\n\n一、提高认识，把节水摆在重要位置\n\n水是生命之源。\n']
      : [
          'revised.txt',
          'Saving Water, in Practice\n\n1. Why it comes first\n\nWater is what life depends on.\n',
        ]
  await page.goto(address)
  expect(await faults()).toEqual([])
  await openSample(page, address)
  expect(await faults()).toEqual([])
  await page.locator('.clause').nth(3).click({ button: 'right' })
  expect(await faults()).toEqual([])
  await page.keyboard.press('Escape')
  for (const name of [/^(?:设置|Settings)$/, /^Markdown$/]) {
    await page.getByRole('button', { name }).click()
    await page.locator('dialog[open]').waitFor()
    expect(await faults()).toEqual([])
    await page.keyboard.press('Escape')
  }
  await page.locator('.out summary').click()
  expect(await faults()).toEqual([])
  await page.getByRole('button', { name: /签到表|Sign-in sheet/ }).click()
  await page.locator('dialog .papers').waitFor()
  expect(await faults()).toEqual([])
  await page.keyboard.press('Escape')
  // A slide that was signed, remarked on, and changed since; the strip shows what is open only.
  await page.locator('.review > summary').click()
  await page.locator('#reviewer').fill('Wang')
  await page.locator('.sign .primary').click()
  await page.locator('.comments > .one-line input').fill('9%?')
  await page.locator('.comments > .one-line input').press('Enter')
  await page.locator('.clause').nth(4).click()
  await page.locator('.review .since').waitFor()
  await page.locator('.filter select').selectOption('changed')
  expect(await faults()).toEqual([])
  await dropFile(page, other, text)
  await page.locator('dialog .brought').waitFor()
  expect(await faults()).toEqual([])
  await page.locator('dialog .brought .primary').click()
  await page.locator('dialog .version').waitFor()
  expect(await faults()).toEqual([])
  await own.close()
})
