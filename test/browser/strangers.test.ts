import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { buildCommand } from '../../src/cli/build.ts'
import { launchChromium } from './chromium.ts'
import { type Serving, serveLive, servePages } from './serve.ts'

let browser: Browser
let context: BrowserContext
let folder: string
let ours: Serving
let theirs: Serving
let errors: string[]

/**
 * A page that knows all that can be known of how our windows speak, except their secrets, and tries to be one of them:
 * as opener, as a frame around the deck, over every channel, and with what it hears itself.
 */
const stranger = `<!doctype html><title>stranger</title><script>
  const deck = new URLSearchParams(location.search).get('deck') ?? ''
  const path = new URL(deck, location.href).pathname
  const names = [...new Set([path, new URL(deck, location.href).origin + path, 'null' + path, 'file://' + path])]
  const secrets = ['', 'x', 'known', 'undefined']
  for (const key of ['study-deck:token', 'study-deck:secret']) sessionStorage.setItem(key, 'known')
  sessionStorage.setItem('study-deck:shared:' + path, JSON.stringify({ curtain: { value: 'black', stamp: 1 } }))
  window.heard = []
  let view = null
  const entries = () => Object.fromEntries(
    [Date.now() + 1000, 1e300, Number.MAX_SAFE_INTEGER].flatMap((stamp) => [
      ['curtain', { value: 'black', stamp }], ['place', { value: { key: '', h: 3, v: 0, f: -1 }, stamp }],
      ['zoom', { value: { x: 0, y: 0 }, stamp }], ['laser', { value: { x: 0.5, y: 0.5 }, stamp }],
    ]))
  const messages = () => names.flatMap((deck) => ['wall', 'speaker'].flatMap((from) => secrets.map((secret) =>
    ({ app: 'study-deck', deck, from, says: 'here', secret, token: secret, entries: entries() }))))
  const reveal = ['slide', 'toggleOverview', 'togglePause', 'next'].map((method) =>
    JSON.stringify({ method, args: [3, 0] }))
  const channels = names.map((name) => new BroadcastChannel('study-deck:' + name))
  const hear = ({ data }) => { window.heard.push(data); if (data?.secret) secrets.push(data.secret); if (data?.token) secrets.push(data.token) }
  for (const channel of channels) channel.addEventListener('message', hear)
  addEventListener('message', hear)
  window.attack = (target) => {
    for (const channel of channels) for (const message of messages()) channel.postMessage(message)
    for (const message of [...messages(), ...reveal, null, 'x', { app: 'study-deck' }, { __proto__: null }])
      target?.postMessage(message, '*')
  }
  window.openDeck = (query, name) => { view = window.open(deck + query, name); window.view = view }
  window.frameDeck = (query) => {
    const frame = document.createElement('iframe'); frame.src = deck + query; document.body.append(frame); window.view = frame.contentWindow
  }
</script><body></body>`

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'study-deck-test-'))
  cpSync('slides/heilongjiang-secrecy', join(folder, 'slides/deck'), { recursive: true })
  await buildCommand({ slides: join(folder, 'slides'), out: join(folder, 'out') })
  writeFileSync(join(folder, 'stranger.html'), stranger)
  writeFileSync(join(folder, 'out/stranger.html'), stranger)
  ours = await servePages(join(folder, 'out'))
  theirs = await servePages(folder)
  browser = await launchChromium()
}, 60_000)
afterAll(async () => {
  await browser?.close()
  await ours?.stop()
  await theirs?.stop()
  rmSync(folder, { recursive: true, force: true })
})
beforeEach(async () => {
  errors = []
  context = await browser.newContext()
  context.on('page', (page) => page.on('pageerror', (error) => errors.push(error.message)))
})
afterEach(async () => {
  await context.close()
  expect(errors).toEqual([])
})

declare global {
  interface Window {
    heard: unknown[]
    view: Window | null
    attack(target: Window | null): void
    openDeck(query: string, name: string): void
    frameDeck(query: string): void
  }
}

const state = (page: Page): Promise<unknown> =>
  page.evaluate(() => {
    const { h, v } = window.Reveal?.getIndices() ?? {}
    return {
      place: `${h}/${v}`,
      covered: !document.querySelector('.curtain')?.hasAttribute('hidden'),
      zoomed: document.querySelector('.reveal.zoomed') !== null,
      dot: !document.querySelector('.laser')?.hasAttribute('hidden'),
      overview: document.querySelector('.reveal.overview') !== null,
    }
  })
const untouched = { place: '1/1', covered: false, zoomed: false, dot: false, overview: false }
const settle = (page: Page): Promise<void> => page.waitForTimeout(400)

const places = [
  [
    'file://',
    () => pathToFileURL(join(folder, 'out/deck/index.html')).href,
    () => pathToFileURL(join(folder, 'stranger.html')).href,
  ],
  [
    'http://, from another port',
    () => `${ours.address}/deck/index.html`,
    () => `${theirs.address}/stranger.html`,
  ],
] as const

describe.each(places)('a stranger over %s', (_scheme, deck, page) => {
  const strange = async (): Promise<Page> => {
    const stranger = await context.newPage()
    await stranger.goto(`${page()}?deck=${encodeURIComponent(deck())}`)
    return stranger
  }

  it('beside two windows of a deck moves neither, and the two still keep in step', async () => {
    const stranger = await strange()
    const wall = await context.newPage()
    await wall.goto(`${deck()}#/1/1`)
    await wall.locator('.reveal.ready').waitFor()
    const [speaker] = await Promise.all([wall.waitForEvent('popup'), wall.keyboard.press('s')])
    await speaker.locator('.spoken-notes').waitFor()
    await speaker.locator('.reveal.ready').waitFor()
    for (let times = 0; times < 5; times++) await stranger.evaluate(() => window.attack(null))
    await settle(wall)
    expect(await state(wall)).toEqual(untouched)
    expect(await state(speaker)).toEqual(untouched)
    expect(await stranger.evaluate(() => window.heard)).toEqual([])
    await speaker.keyboard.press('b')
    await wall.locator('.curtain:not([hidden])').waitFor()
  })

  it.each([
    ['', 'any'],
    ['?view=deck', 'study-deck-wall-known'],
    ['?postMessage=true&postMessageEvents=true', 'study-deck-wall-known-'],
    ['?view=speaker', 'study-deck-speaker-known-deck'],
    ['?keyboard=false&autoSlide=50&rtl=true&dependencies=x', 'study-deck-wall-known-deck'],
  ])(
    'that opened the deck as %s, by the name %s, moves it neither before nor after a reload',
    async (query, name) => {
      const stranger = await strange()
      const [view] = await Promise.all([
        stranger.waitForEvent('popup'),
        stranger.evaluate(([query, name]) => window.openDeck(`${query}#/1/1`, name), [query, name] as const),
      ])
      await view.locator('.reveal.ready').waitFor()
      await stranger.evaluate(() => window.attack(window.view))
      await settle(view)
      expect(await state(view)).toEqual(untouched)
      await view.reload()
      await view.locator('.reveal.ready').waitFor()
      await stranger.evaluate(() => window.attack(window.view))
      await settle(view)
      expect(await state(view)).toEqual(untouched)
      expect(await stranger.evaluate(() => window.heard)).toEqual([])
      await view.keyboard.press('End')
      if (query !== '?view=speaker')
        expect(await view.locator('section.present section.present').count()).toBe(1)
    },
  )

  it('around the deck moves nothing', async () => {
    const stranger = await strange()
    await stranger.evaluate(() => window.frameDeck('#/1/1'))
    const frame = stranger.frameLocator('iframe')
    await frame.locator('.reveal.ready').waitFor()
    await stranger.evaluate(() => window.attack(window.view))
    await settle(stranger)
    expect(await frame.locator('.curtain:not([hidden])').count()).toBe(0)
    expect(await frame.locator('.overview').count()).toBe(0)
    expect(await frame.locator('section.present section.present h3').textContent()).toContain('跌宕起伏')
  })
})

it('a page of another port reads nothing of the live server, and joins no socket of it', async () => {
  const live = await serveLive(join(folder, 'slides'))
  try {
    const deck = await context.newPage()
    await deck.goto(`${live.address}/deck/#/1/1`)
    await deck.locator('.reveal.ready').waitFor()
    const [speaker] = await Promise.all([deck.waitForEvent('popup'), deck.keyboard.press('s')])
    await speaker.locator('.spoken-notes').waitFor()
    await speaker.keyboard.press('PageDown')
    await expect.poll(() => deck.locator('section.present .fragment.visible').count()).toBe(1)
    const page = await context.newPage()
    await page.goto(`${theirs.address}/stranger.html`)
    const got = await page.evaluate(async (address) => {
      const paths = [
        '/',
        '/deck/',
        '/@vite/client',
        '/@study-deck/live.js',
        '/__open-in-editor?file=package.json',
      ]
      const read = await Promise.all(
        paths.map((path) =>
          fetch(address + path).then(
            (answer) => answer.text(),
            () => null,
          ),
        ),
      )
      const blind = await Promise.all(
        paths.map((path) =>
          fetch(address + path, { mode: 'no-cors' }).then(
            ({ type }) => type,
            () => null,
          ),
        ),
      )
      const script = await new Promise((done) => {
        const element = document.createElement('script')
        element.src = `${address}/@vite/client`
        element.onload = () => done('ran')
        element.onerror = () => done(null)
        document.head.append(element)
      })
      const socket = await new Promise((done) => {
        const socket = new WebSocket(`${address.replace('http', 'ws')}/?token=x`, 'vite-hmr')
        socket.onopen = () => done('open')
        socket.onerror = () => done(null)
      })
      const posted = await fetch(`${address}/@study-deck/timings?deck=deck`, {
        method: 'POST',
        mode: 'no-cors',
        body: '{}',
      }).then(
        () => 'sent',
        () => null,
      )
      return { read, blind, script, socket, posted }
    }, live.address)
    const nothing = [null, null, null, null, null]
    expect(got).toEqual({ read: nothing, blind: nothing, script: null, socket: null, posted: null })
    const frame = await page.evaluate(async (address) => {
      const element = document.createElement('iframe')
      element.src = `${address}/deck/`
      document.body.append(element)
      await new Promise((done) => {
        element.onload = done
      })
      return element.contentDocument?.body?.innerText ?? null
    }, live.address)
    expect(frame).toBeNull()
    expect(readFileSync(join(folder, 'slides/deck/00.md'), 'utf8')).not.toContain('timings')
  } finally {
    await context.close()
    await live.stop()
  }
})
