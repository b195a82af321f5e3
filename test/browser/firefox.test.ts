import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildCommand } from '../../src/cli/build.ts'
import { Firefox, firefoxPath } from './firefox.ts'
import { pdfText } from './pdf-text.ts'

/** The keys of presenter remotes as WebDriver names them. */
const PAGE_UP = '\uE00E'
const PAGE_DOWN = '\uE00F'
const F5 = '\uE035'

describe.skipIf(firefoxPath === null)('Firefox', () => {
  let firefox: Firefox
  let out: string
  let deck: string

  beforeAll(async () => {
    out = await mkdtemp(join(tmpdir(), 'study-deck-test-'))
    await buildCommand({ slides: 'slides', out })
    deck = pathToFileURL(join(out, 'heilongjiang-secrecy/index.html')).href
    firefox = await Firefox.launch(firefoxPath ?? '')
  }, 120_000)

  afterAll(async () => {
    await firefox?.close()
    await rm(out, { recursive: true, force: true })
  })

  it('fills a large projector and knows the keys of presenter remotes', async () => {
    await firefox.open(deck, 3840, 2160)
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
      await firefox.open(`${deck}?${view}`, 1280, 900)
      await firefox.until("document.querySelector('.reveal.ready, html[data-ready]') !== null")
      const pages = await pdfText(await firefox.print())
      expect(pages.length).toBeGreaterThan(3)
      expect(pages.filter((words) => words.length < 10)).toEqual([])
    }
  }, 120_000)
})
