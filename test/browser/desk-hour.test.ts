import { readFileSync } from 'node:fs'
import { strFromU8, unzipSync } from 'fflate'
import type { Browser, BrowserContext, Download, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { makeDocx, par } from '../document/make-docx.ts'
import { launchChromium } from './chromium.ts'
import { deskContext, dropFile, makeDesk, pictureShown, pictureText } from './desk-serve.ts'
import { pdfText } from './pdf-text.ts'

// The hour of whoever prepares a meeting: from a Word file to what is signed, shown and handed out.

const water =
  '水是生命之源、生产之要、生态之基。近年来，全市用水效率稳步提高，节水器具基本普及，公众节水意识明显增强。'
const fields =
  '当前要抓好三个领域的节水工作：一是农业节水，加快灌区改造；二是工业节水，对高耗水行业逐户核定用水指标，推行一水多用、循环利用；三是城镇节水，改造老旧管网，公共供水漏损率控制在9%以内。'
const chart = '<w:p><w:r><w:drawing><c:chart xmlns:c="c" r:id="c"/></w:drawing></w:r></w:p>'
const lead = '各级各部门要把节水纳入重要议事日程，主要负责同志亲自抓、负总责。'
const docx = (water: string, leading = lead): Buffer =>
  Buffer.from(
    makeDocx(
      [
        par('把节约用水落到实处', '<w:jc w:val="center"/>', '<w:b/><w:sz w:val="44"/>'),
        par('一、提高认识，把节水摆在重要位置', '<w:outlineLvl w:val="0"/>'),
        par(water),
        chart,
        par('二、突出重点，抓好三个领域', '<w:outlineLvl w:val="0"/>'),
        par(fields),
        par('三、加强领导，确保取得实效', '<w:outlineLvl w:val="0"/>'),
        par(leading),
      ].join(''),
    ),
  )
const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

let browser: Browser
let context: BrowserContext
let page: Page
let saved: string
beforeAll(async () => {
  const address = makeDesk()
  browser = await launchChromium()
  context = await deskContext(browser)
  page = await context.newPage()
  await page.goto(address)
}, 120_000)
afterAll(() => browser.close())

const open = async (name: string, buffer: Buffer, mimeType: string): Promise<void> => {
  await page.setInputFiles('#file', { name, mimeType, buffer })
  await page.locator('.stage-slide').waitFor()
}
const downloaded = async (from: Page, action: () => Promise<void>): Promise<Download> => {
  const [download] = await Promise.all([from.waitForEvent('download'), action()])
  return download
}
const bytesOf = async (download: Download): Promise<Buffer> => readFileSync(await download.path())
const save = async (): Promise<string> =>
  (
    await bytesOf(
      await downloaded(page, () => page.getByRole('button', { name: '存成课件', exact: true }).click()),
    )
  ).toString('utf8')
const choose = async (menu: string, item: string): Promise<void> => {
  await page.locator(`${menu} summary`).click()
  await page.locator(menu).getByRole('button', { name: item }).click()
}
/** Behind the one that opens its section. */
const slide = (heading: string) => page.getByRole('option', { name: heading }).last()
const count = async (): Promise<number> =>
  Number(await page.locator('.thumb').first().getAttribute('aria-setsize'))
const allSigned = async (): Promise<void> => {
  const all = await count()
  await page.getByText(`已签 ${all}/${all} 页`).first().waitFor()
}
const wordsIn = (zip: Uint8Array, part: RegExp): string =>
  Object.entries(unzipSync(zip))
    .filter(([name]) => part.test(name))
    .map(([, bytes]) => strFromU8(bytes).replace(/<[^>]*>/g, ''))
    .join('')

it('reads a Word document, and leads to where something of it could not be taken over', async () => {
  await open('把节约用水落到实处.docx', docx(water), word)
  await page.getByRole('button', { name: '没带进来 1 处' }).click()
  await page.locator('.told-list').getByRole('button', { name: '明显增强' }).click()
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.textContent))
    .toBe('公众节水意识明显增强')
})

it('takes a picture that is pasted, with what it shows', async () => {
  await slide('突出重点').click()
  await page.evaluate(() => {
    const pixel = atob(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    )
    const bytes = Uint8Array.from(pixel, (character) => character.charCodeAt(0))
    const clipboardData = new DataTransfer()
    clipboardData.items.add(new File([bytes], '会场 (1).png', { type: 'image/png' }))
    dispatchEvent(new ClipboardEvent('paste', { clipboardData }))
  })
  await page.getByLabel('图片说明').fill('会场[左]')
  await page.getByLabel('图片说明').press('Enter')
  await expect.poll(() => pictureShown(page)).toBe('会场[左] data:image/png')
  await page.keyboard.press('Control+z')
})

it('signs slides; a change undoes that and is shown; remarks are answered and resolved', async () => {
  await page.locator('.review > summary').click()
  // It is said before anything is signed.
  await page.locator('.review .asked').waitFor()
  await page.getByRole('button', { name: '签这一页' }).click()
  expect(await page.locator('.review .asked').textContent()).toBe('先填姓名')
  await page.getByLabel('姓名').fill('王芳')
  await page.locator('#strip').focus()
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Control+Enter')
  // Several at once, when it is confirmed.
  await page.getByText(`签这 ${await count()} 页吗？`).waitFor()
  await page.getByRole('button', { name: '取消' }).click()
  await page.getByRole('button', { name: '全部签' }).click()
  await page
    .getByText(`已签 0/${await count()} 页`)
    .first()
    .waitFor()
  await page.getByRole('button', { name: '确定' }).click()
  await allSigned()

  await slide('突出重点').click()
  const clause = page.locator('.clause', { hasText: '推行一水多用' }).first()
  await clause.click()
  await page.locator('.review .state.changed').waitFor()
  expect(await page.locator('.review .since').textContent()).toContain('推行一水多用、循环利用')
  await page.getByLabel('只看').selectOption('changed')
  await expect.poll(() => page.locator('.thumb').count()).toBe(1)
  await page.getByLabel('只看').selectOption('all')

  await page.getByLabel('写意见').fill('9%请再核对')
  await page.getByLabel('写意见').press('Enter')
  await page.getByLabel('写答复').fill('已核对')
  await page.getByLabel('写答复').press('Enter')
  expect(await page.locator('.remark').textContent()).toMatch(/王芳 .*9%请再核对.*已核对/)
  await page.getByRole('button', { name: '标为已处理' }).click()
  await page.getByRole('button', { name: '重新打开' }).waitFor()
  await page.locator('.sign').getByRole('button', { name: '签这一页' }).click()
  await allSigned()
})

it('prints the notes with the sign-off, and writes PowerPoint, Word and the papers of the meeting', async () => {
  await page.locator('.out summary').click()
  const [notes] = await Promise.all([
    context.waitForEvent('page'),
    page.getByRole('button', { name: '讲稿（打印）' }).click(),
  ])
  await notes.locator('html[data-ready]').waitFor()
  const pdf = (await pdfText(await notes.pdf({ preferCSSPageSize: true }))).join('')
  expect(pdf).toContain(water.replace(/\s/g, '').normalize('NFKC').slice(0, 20))
  expect(pdf).toContain('王芳')
  await notes.close()

  const pptx = await bytesOf(await downloaded(page, () => choose('.out', 'PowerPoint')))
  expect(wordsIn(pptx, /notesSlide\d+\.xml$/)).toContain(fields)
  const script = await bytesOf(await downloaded(page, () => choose('.out', 'Word')))
  expect(wordsIn(script, /document\.xml$/)).toContain(fields.slice(0, 14))
  const official = await bytesOf(await downloaded(page, () => choose('.out', '公文版式')))
  expect(strFromU8(unzipSync(official)['word/styles.xml'] ?? new Uint8Array())).toContain('仿宋')

  // The template of an office, for this deck and every other: here what was just written.
  const chooser = page.waitForEvent('filechooser')
  await choose('.out', '套用单位的模板…')
  const mimeType = 'application/vnd.openxmlformats-officedocument.presentationml.presentation'
  await (await chooser).setFiles({ name: '模板.pptx', mimeType, buffer: pptx })
  await page.locator('.out summary').click()
  const inTemplate = page.locator('.out').getByRole('button', { name: '套用“模板.pptx”' })
  const branded = await bytesOf(await downloaded(page, () => inTemplate.click()))
  expect(wordsIn(branded, /notesSlide\d+\.xml$/)).toContain(fields)
  expect(branded.equals(pptx)).toBe(false)
  await choose('.out', '不再套用模板')
  await choose('.out', '签到表')
  await page.getByLabel('行数').fill('60')
  const paper = await bytesOf(
    await downloaded(page, () => page.getByRole('button', { name: '存成 Word：填空题' }).click()),
  )
  expect(wordsIn(paper, /document\.xml$/)).toContain('____')
  const [printed] = await Promise.all([
    context.waitForEvent('page'),
    page.getByRole('button', { name: '打印：签到表' }).click(),
  ])
  await expect.poll(() => printed.locator('body').textContent()).toContain('把节约用水落到实处')
  expect(await printed.locator('tr').last().textContent()).toContain('60')
  await printed.close()
  await page.keyboard.press('Escape')
})

it('opens what it saved, everything as it was', async () => {
  saved = await save()
  await page.getByTitle('回到开始').click()
  await open('把节约用水落到实处.html', Buffer.from(saved), 'text/html')
  await allSigned()
  await slide('突出重点').click()
  expect(await page.locator('.remark').textContent()).toContain('已核对')
  expect((await save()) === saved).toBe(true)
})

it('merges what somebody else said in their copy', async () => {
  await slide('加强领导').click()
  await page.getByLabel('姓名').fill('李强')
  await page.locator('.sign').getByRole('button', { name: '签这一页' }).click()
  await page.getByLabel('写意见').fill('同意')
  await page.getByLabel('写意见').press('Enter')
  const theirs = await save()
  await page.getByTitle('回到开始').click()
  await open('把节约用水落到实处.html', Buffer.from(saved), 'text/html')
  // The file says it to whoever gets it.
  await page.getByRole('button', { name: '没带进来 1 处' }).waitFor()
  await dropFile(page, '李强.html', theirs, 'text/html')
  await page.getByRole('button', { name: '只合并审阅' }).click()
  await page.getByText('已合并：多了 1 个签名、1 条意见').waitFor()
  await slide('加强领导').click()
  expect(await page.locator('.signers').textContent()).toMatch(/王芳.*李强/)
  await page.keyboard.press('Control+z')
  await expect.poll(() => page.locator('.signers').textContent()).not.toContain('李强')
})

it('takes over a new version of the document change by change, and keeps what was edited', async () => {
  await slide('加强领导').click()
  const field = page.locator('.parts textarea').last()
  await field.fill('主要负责同志负总责')
  await field.blur()
  await page.locator('.others summary').click()
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: '换成新版文稿…' }).click()
  const revised = docx(water.replace('稳步', '大幅'), lead.replace('亲自抓', '亲自部署'))
  await (await chooser).setFiles({ name: '修订稿.docx', mimeType: word, buffer: revised })
  const changes = page.locator('.version > ol > li')
  await changes.first().waitFor()
  expect(await changes.count()).toBe(2)
  expect(await changes.first().locator('del').textContent()).toBe('稳步')
  expect(await changes.first().locator('ins').textContent()).toBe('大幅')
  await page.getByRole('button', { name: '采用第 1 处' }).click()
  await expect.poll(() => changes.count()).toBe(1)
  await page.keyboard.press('Escape')
  await slide('提高认识').click()
  await expect.poll(() => pictureText(page)).toContain('大幅提高')
  // Who signed it signed other words.
  await page.locator('.review .state.changed').waitFor()
  await slide('加强领导').click()
  expect(await page.locator('.parts textarea').last().inputValue()).toBe('主要负责同志负总责')
})

it('goes on with a new version, and with what was not taken over, when the page was closed', async () => {
  await page.locator('.kept.done').waitFor()
  const leftOut = await page.locator('.bar .told').first().textContent()
  await page.reload()
  await page.locator('.recent li button').first().click()
  await page.getByRole('button', { name: '新版文稿 1 处' }).click()
  expect(await page.locator('.bar .told').first().textContent()).toBe(leftOut)
  // The slide was edited: it stays, unless it is to give way.
  const change = page.locator('.version > ol > li')
  expect(await change.textContent()).toMatch(/你改过，还是旧文稿的话.*新文稿的这一页：.*纳入重要议事日程/)
  await change.getByRole('button', { name: '换成新的' }).click()
  await page.getByText('都采用了').waitFor()
  await page.keyboard.press('Escape')
  await slide('加强领导').click()
  await page.locator('.clause', { hasText: '亲自部署' }).first().waitFor()
  expect(await page.locator('.parts textarea').last().inputValue()).not.toBe('主要负责同志负总责')
  await page.keyboard.press('Control+z')
  expect(await page.locator('.parts textarea').last().inputValue()).toBe('主要负责同志负总责')
})
