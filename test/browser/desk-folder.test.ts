import { type ChildProcess, spawn } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { launchChromium } from './chromium.ts'
import { deskContext } from './desk-serve.ts'

/** So often the server is killed while it writes; a hundred times where KILLS=100. */
const kills = Number(process.env['KILLS'] ?? 2)

const text =
  '保密工作要点\n\n一、提高认识\n\n要坚持把保密教育放在首位，经常组织学习，使每个人都知道哪些话不能说，哪些事不能做。' +
  '要定期检查，发现问题及时整改，决不允许走过场。\n\n二、抓好落实\n\n要明确责任，谁主管谁负责，一级抓一级。\n'

let folder: string
let browser: Browser
let context: BrowserContext
let page: Page
let server: { readonly process: ChildProcess; readonly address: string }

/** Starts `study-deck desk`, on the port of the one before unless it is the first. */
async function start(): Promise<typeof server> {
  const port = server ? ['--port', new URL(server.address).port] : []
  const process = spawn(globalThis.process.execPath, [
    'bin/study-deck.js',
    'desk',
    join(folder, 'slides'),
    ...port,
  ])
  const address = await new Promise<string>((done, fail) => {
    let said = ''
    process.stdout.on('data', (part) => {
      said += part
      const [found] = /http\S+/.exec(said) ?? []
      if (found) done(found)
    })
    process.on('exit', () => fail(new Error(said)))
  })
  return { process, address }
}

function kill(): Promise<void> {
  const { process } = server
  return new Promise((done) => {
    if (process.exitCode !== null || process.signalCode !== null) return done()
    process.on('exit', () => done())
    process.kill('SIGKILL')
  })
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'study-deck-test-'))
  mkdirSync(join(folder, 'slides'))
  writeFileSync(join(folder, '要点.txt'), text)
  server = await start()
  browser = await launchChromium()
  context = await deskContext(browser)
  page = await context.newPage()
  await page.goto(server.address)
  await page.getByText('还没有课件').waitFor()
  await page.setInputFiles('#file', join(folder, '要点.txt'))
  await page.locator('.stage-slide').waitFor()
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await kill()
  rmSync(folder, { recursive: true, force: true })
})

const at = (name: string): string => join(folder, 'slides/要点', name)
const onDisk = (name = '01.md'): string => readFileSync(at(name), 'utf8')
const saved = async (): Promise<void> => {
  await expect.poll(() => page.locator('.kept').getAttribute('class')).toBe('kept done')
}
const points = (): Promise<string[]> =>
  page
    .locator('.parts textarea')
    .evaluateAll((fields) => fields.map((field) => (field instanceof HTMLTextAreaElement ? field.value : '')))
const alert = (): Promise<string> => page.getByRole('alert').first().innerText()

/** Shows the slide whose file the tests change. */
async function toSlide(): Promise<void> {
  await page.getByRole('option').nth(2).click()
  await page.locator('.clause').first().waitFor()
  await saved()
}
async function openAgain(): Promise<void> {
  await page.goto('about:blank')
  await page.goto(server.address)
  await page.locator('.recent li button').first().click()
  await toSlide()
}

beforeEach(async () => {
  await toSlide()
})

it('makes a folder of a document that is dropped', () => {
  expect(readdirSync(join(folder, 'slides/要点')).sort()).toEqual([
    '.derived.json',
    '00.md',
    '01.md',
    'source.txt',
  ])
  expect(readFileSync(at('source.txt'), 'utf8')).toBe(text)
  // The key is in the address for a moment only.
  expect(page.url()).not.toContain('key')
})

it('changes of a file only the lines of the clause that is clicked', async () => {
  const others = Object.fromEntries(['00.md'].map((name) => [name, onDisk(name)]))
  const odd = onDisk().replace(/\n/g, '\r\n').concat('\r\n\r\n<!-- 我的注 -->   \r\n')
  writeFileSync(at('01.md'), odd)
  await expect.poll(async () => (await page.locator('.stage-slide').count()) && onDisk()).toBe(odd)
  const clause = page.locator('.clause[aria-pressed=true]').last()
  // The editor's change is there before the click, or is brought together with it.
  await page.waitForFunction(() => !document.querySelector('.kept.keeping'))
  const words = (await clause.textContent()) ?? ''
  await clause.click()
  await saved()
  await expect.poll(onDisk).not.toBe(odd)
  const [before, after] = [odd, onDisk()].map((text) => text.split('\n'))
  const gone = before?.filter((line) => !after?.includes(line)) ?? []
  expect(gone.length).toBeGreaterThan(0)
  for (const line of gone) expect(line).toContain(words.slice(0, 4))
  expect(onDisk().endsWith('\r\n\r\n<!-- 我的注 -->   \r\n')).toBe(true)
  for (const [name, text] of Object.entries(others)) expect(onDisk(name)).toBe(text)
  await page.getByRole('button', { name: '撤销' }).click()
  await expect.poll(onDisk).toBe(odd)
})

it('shows what an editor writes, and undoes none of it', async () => {
  await page.locator('.parts .add textarea, .parts textarea').last().fill('自己的话')
  await page.keyboard.press('Enter')
  await expect.poll(onDisk).toContain('自己的话')
  await saved()
  writeFileSync(at('01.md'), onDisk().replace(/\r?\nNote:/, '\r\n- 编辑器里的话\r\n\r\nNote:'))
  await expect.poll(points).toContain('编辑器里的话')
  await page.getByRole('button', { name: '撤销' }).click()
  await expect.poll(onDisk).not.toContain('自己的话')
  expect(onDisk()).toContain('编辑器里的话')
  expect(await points()).toContain('编辑器里的话')
})

it('shows both where an editor changed the same words', async () => {
  const heading = page.locator('.parts textarea').first()
  const was = await heading.inputValue()
  const before = await page.getByRole('option').count()
  // Neither knows of the other.
  await context.setOffline(true)
  await heading.fill('这里的标题')
  writeFileSync(at('01.md'), onDisk().replace(was, '编辑器的标题'))
  await context.setOffline(false)
  await expect.poll(() => page.getByRole('option').count()).toBe(before + 1)
  await expect.poll(alert).toContain('两份都在')
  await saved()
  expect(onDisk()).toContain('这里的标题')
  expect(onDisk()).toContain('编辑器的标题')
  await page.getByRole('option').nth(3).click()
  await page.locator('#strip').focus()
  await page.keyboard.press('Delete')
  await expect.poll(onDisk).not.toContain('编辑器的标题')
})

it('tells of a file that is read-only and a folder that is gone, and goes on when they are back', async () => {
  chmodSync(at('01.md'), 0o444)
  const heading = page.locator('.parts textarea').first()
  await heading.fill('只读时的标题')
  await expect.poll(() => page.locator('.kept').textContent()).toContain('没有写进文件夹')
  await expect.poll(alert).toContain('只读')
  expect(onDisk()).not.toContain('只读时的标题')
  chmodSync(at('01.md'), 0o644)
  await expect.poll(onDisk).toContain('只读时的标题')
  await saved()

  renameSync(join(folder, 'slides/要点'), join(folder, 'away'))
  await heading.fill('拔掉时的标题')
  await expect.poll(() => page.locator('.kept').textContent()).toContain('没有写进文件夹')
  await expect.poll(alert).toContain('不见了')
  expect(existsSync(at('01.md'))).toBe(false)
  renameSync(join(folder, 'away'), join(folder, 'slides/要点'))
  await expect.poll(() => existsSync(at('01.md')) && onDisk()).toContain('拔掉时的标题')
  await saved()
})

it('loses nothing when the server is killed while it writes', async () => {
  for (let i = 0; i < kills; i++) {
    const title = `第${i}次的标题`
    await page.locator('.parts textarea').first().fill(title)
    await page.waitForTimeout((i * 97) % 450)
    const before = onDisk()
    await kill()
    // One or the other, and whole.
    const after = onDisk()
    expect(after === before || after.includes(title)).toBe(true)
    expect(after.length).toBeGreaterThan(50)
    await page.locator('.parts textarea').nth(1).fill(`${title}之后的话`)
    await expect.poll(() => page.locator('.kept').textContent()).toContain('没有写进文件夹')
    writeFileSync(at('00.md'), `${onDisk('00.md')}\n第${i}次编辑\n`)
    server = await start()
    await openAgain()
    expect((await points()).slice(0, 2)).toEqual([title, `${title}之后的话`])
    await expect.poll(onDisk).toContain(`${title}之后的话`)
    await saved()
    expect(onDisk('00.md')).toContain(`第${i}次编辑`)
  }
}, 3_600_000)

it('lets one window write, and a window without the key see nothing', async () => {
  const other = await context.newPage()
  await other.goto(server.address)
  await other.locator('.recent li button').first().click()
  expect(await other.getByRole('alert').textContent()).toContain('已在另一个窗口打开')
  await other.close()
  const stranger = await (await deskContext(browser)).newPage()
  await stranger.goto(new URL(server.address).origin)
  await expect.poll(() => stranger.getByRole('alert').textContent()).toContain('打开它给出的地址')
  expect(await stranger.locator('.recent').count()).toBe(0)
  await stranger.close()
})

it('shows the theme of the office among the decks, and lets it be chosen again', async () => {
  writeFileSync(join(folder, 'slides/theme.yaml'), '名称: 某某局\n配色:\n  主色: "#0a5c36"\n')
  await openAgain()
  const theme = (): Promise<string | undefined> =>
    page
      .locator('.stage .picture')
      .first()
      .evaluate((host) => host.shadowRoot?.querySelector<HTMLElement>('.picture-root')?.dataset['theme'])
  await expect.poll(theme).toBe('office')
  await page.getByRole('button', { name: '设置', exact: true }).click()
  await page.getByRole('radio', { name: '青', exact: true }).check({ force: true })
  await expect.poll(theme).toBe('qing')
  await page.getByRole('radio', { name: '某某局' }).check({ force: true })
  await page.getByRole('button', { name: '完成' }).click()
  await expect.poll(theme).toBe('office')
  // Changed in an editor, it is followed when the person comes back.
  const colour = (): Promise<string> =>
    page
      .locator('.stage .picture')
      .first()
      .evaluate((host) =>
        JSON.stringify(
          [...(host.shadowRoot?.adoptedStyleSheets ?? [])].map((sheet) =>
            [...sheet.cssRules].map(({ cssText }) => cssText).join(''),
          ),
        ),
      )
  writeFileSync(join(folder, 'slides/theme.yaml'), '名称: 某某局\n配色:\n  主色: "#123456"\n')
  await page.evaluate(() => dispatchEvent(new Event('focus')))
  await expect.poll(colour).toContain('--accent: #123456')
  await saved()
  expect(readdirSync(at('')).includes('theme.yaml')).toBe(false)
})

it('presents on full screen: at once for a click, unless the page took long, else with the first step', async () => {
  const [wall] = await Promise.all([context.waitForEvent('page'), page.locator('.bar .primary').click()])
  await wall.locator('.slides > .present > .present').waitFor()
  const isFull = (): Promise<boolean> => wall.evaluate(() => document.fullscreenElement !== null)
  if (!(await isFull())) await wall.keyboard.press('ArrowRight')
  await expect.poll(isFull).toBe(true)
  await wall.close()
})
