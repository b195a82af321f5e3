import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildCommand } from '../../src/cli/build.ts'
import { deriveCommand } from '../../src/cli/derive.ts'
import { Firefox, firefoxPath } from './firefox.ts'
import { pdfText } from './pdf-text.ts'

/** The keys of presenter remotes as WebDriver names them. */
const PAGE_UP = '\uE00E'
const PAGE_DOWN = '\uE00F'
const F5 = '\uE035'

const deck = 'heilongjiang-secrecy/index.html'
const name = '要点.txt'
const prose = '要坚持把保密教育放在首位，经常组织学习，使每个人都知道哪些话不能说。'
const text = `保密工作要点\n\n一、提高认识\n\n${prose}${prose}\n\n二、抓好落实\n\n${prose}\n`

describe.skipIf(firefoxPath === null)('Firefox', () => {
  let firefox: Firefox
  let folder: string
  let page: (file: string) => string

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'study-deck-test-'))
    const [slides, out] = [join(folder, 'slides'), join(folder, 'dist')]
    await cp('slides', slides, { recursive: true })
    await writeFile(join(folder, name), text)
    await deriveCommand(join(folder, name), { slides })
    await buildCommand({ slides, out })
    page = (file) => pathToFileURL(join(out, file)).href
    firefox = await Firefox.launch(firefoxPath ?? '')
  }, 120_000)

  afterAll(async () => {
    await firefox?.close()
    await rm(folder, { recursive: true, force: true })
  })

  it('fills a large projector and knows the keys of presenter remotes', async () => {
    await firefox.open(page(deck), 3840, 2160)
    await firefox.until("document.querySelector('.reveal.ready') !== null")
    const filled =
      "(({ width, height }) => Math.max(width / innerWidth, height / innerHeight))(document.querySelector('.slides').getBoundingClientRect())"
    expect(await firefox.evaluate(filled)).toBeGreaterThan(0.99)
    await firefox.press(PAGE_DOWN)
    await firefox.until("location.hash === '#/0/1'")
    await firefox.press(PAGE_UP)
    await firefox.until("location.hash === '#/' || location.hash === '#/0' || location.hash === ''")
    await firefox.press(F5)
    await firefox.until('document.fullscreenElement !== null')
    await firefox.evaluate('document.exitFullscreen()')
  }, 120_000)

  it('prints notes and slides: no page is empty', async () => {
    for (const view of ['view=notes', 'print-pdf']) {
      await firefox.open(`${page(deck)}?${view}`, 1280, 900)
      await firefox.until("document.querySelector('.reveal.ready, html[data-ready]') !== null")
      const pages = await pdfText(await firefox.print())
      expect(pages.length).toBeGreaterThan(3)
      expect(pages.filter((words) => words.length < 10)).toEqual([])
    }
  }, 120_000)

  it('makes at the desk, from file://, the page that the command line makes, byte for byte', async () => {
    await firefox.open(page('desk.html'), 1280, 900)
    await firefox.until("document.querySelector('#file') !== null")
    await firefox.evaluate(`(() => {
      const chosen = new DataTransfer()
      chosen.items.add(new File([${JSON.stringify(text)}], '${name}', { type: 'text/plain' }))
      const input = document.querySelector('#file')
      input.files = chosen.files
      input.dispatchEvent(new Event('change', { bubbles: true }))
    })()`)
    const save =
      "[...document.querySelectorAll('button')].find((one) => one.textContent.trim() === '存成课件')"
    await firefox.until(`document.querySelector('.stage-slide') !== null && ${save} !== undefined`)
    await firefox.evaluate(`${save}.click()`)
    const saved = await firefox.saved()
    expect(saved === (await readFile(join(folder, 'dist/要点/index.html'), 'utf8'))).toBe(true)
  }, 120_000)
})
