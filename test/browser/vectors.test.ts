import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildCommand } from '../../src/cli/build.ts'
import { launchChromium } from './chromium.ts'
import { spokenVectors, vectors } from './vectors.ts'

/** `npm run fuzz` tries them; `npm test` has others in test/browser/door.test.ts. */
const isTried = Number(process.env['FUZZ_RUNS'] ?? 0) > 1000
const folder = mkdtempSync(join(tmpdir(), 'study-deck-test-'))
let browser: Browser

beforeAll(async () => {
  if (!isTried) return
  const at = (...names: string[]): string => join(folder, 'slides', ...names)
  mkdirSync(at('x'), { recursive: true })
  // A file each: what one leaves open must not hide the others. In the notes, too.
  vectors.forEach((vector, i) => {
    writeFileSync(at(`x/${i}.md`), `# slide${i}\n\n${vector}\n\nNote:\n${vector}\n`)
  })
  // What a person says elsewhere: each in a deck of its own.
  spokenVectors.forEach((words, i) => {
    mkdirSync(at(`said${i}`))
    const quoted = JSON.stringify(words)
    const settings = ['title', 'unit', 'date', 'marking', 'logo', 'lang'].map((name) => `${name}: ${quoted}`)
    const timings = `timings:\n  ${quoted}: 5`
    writeFileSync(
      at(`said${i}/${words.replace(/[/\\\0]/g, '_')}.md`),
      `---\n${settings.join('\n')}\n${timings}\nignored${i}: ${quoted}\n---\n\n# ${words}\n\n- one\n\nNote:\nSaid.\n`,
    )
    const said = { name: words, date: words, text: words }
    writeFileSync(
      at(`said${i}/review.yaml`),
      JSON.stringify([
        {
          slide: `# ${words}\n\n- one\n\nNote:\nSaid.\n`,
          signed: [{ name: words, date: words, remark: words }],
          comments: [{ ...said, answers: [said] }],
        },
        { slide: '# gone', signed: [{ name: words, date: words }], comments: [said] },
      ]),
    )
    writeFileSync(
      at(`said${i}/theme.yaml`),
      `name: ${quoted}\nlogo: ${quoted}\ncolours:\n  paper: ${quoted}\n  accent: "red;}*{background:url(http://x.test/a)"\nfonts:\n  heading: ${quoted}\n  text: "a;}*{background:url(http://x.test/b)"\n`,
    )
    writeFileSync(at(`said${i}/source.txt`), `${words}\n\n${words}\n\nSaid otherwise than it was.\n`)
  })
  await buildCommand({ slides: join(folder, 'slides'), out: join(folder, 'out') })
  browser = await launchChromium()
}, 300_000)
afterAll(async () => {
  await browser?.close()
  rmSync(folder, { recursive: true, force: true })
})

/** Tells of each script that runs, and of each address that is asked for; the desk has its fonts beside it. */
async function watched(found: Set<string>): Promise<BrowserContext> {
  const context = await browser.newContext({ bypassCSP: true })
  await context.exposeFunction('boom', () => void found.add('a script ran'))
  await context.addInitScript(() => Object.assign(window, { alert: () => 0, print: () => 0 }))
  return context
}

/** A page that tells also of where it goes by itself. */
async function openedAt(address: string, context: BrowserContext, found: Set<string>): Promise<Page> {
  const page = await context.newPage()
  page.on('popup', (popup) => void found.add(`window ${popup.url().slice(0, 80)}`))
  let loads = 0
  page.on('request', (request) => {
    const url = request.url()
    const isOwn = /^(?:data|blob|about):/.test(url) || /desk-[\w-]+\.js$/.test(url)
    if (request.isNavigationRequest() && request.frame() === page.mainFrame()) {
      if (++loads > 1) found.add(`${address} went to ${url.slice(0, 80)}`)
    } else if (!isOwn) found.add(`request ${url.slice(0, 80)}`)
  })
  await page.goto(address)
  return page
}

/** Opens pages without their content security policy, as if that wall had fallen, and touches all that is in them. */
async function whatRuns(addresses: readonly string[]): Promise<string[]> {
  const found = new Set<string>()
  const context = await watched(found)
  for (const address of addresses) {
    // Each in a page of its own: reveal.js writes its place into the address late, when another may be on the way.
    const page = await openedAt(address, context, found)
    const led = await page
      .evaluate(async () => {
        const frame = (): Promise<unknown> => new Promise((done) => requestAnimationFrame(done))
        for (let tries = 0; tries < 100 && !window.Reveal?.isReady?.(); tries++) await frame()
        for (const slide of window.Reveal?.getSlides() ?? []) {
          const { h, v } = window.Reveal?.getIndices(slide) ?? { h: 0, v: 0 }
          window.Reveal?.slide(h, v)
        }
        const links: string[] = []
        for (const element of document.querySelectorAll<HTMLElement>('body *')) {
          if (element.localName === 'a') {
            const address = element.getAttribute('href') ?? element.getAttribute('xlink:href') ?? '#'
            links.push(new URL(address, location.href).protocol)
            if (/^https?:/i.test(address) && !element.getAttribute('rel')?.includes('noopener'))
              links.push('one that takes the page away:')
          }
          // Buttons, links and paragraphs that lead to their slide are a person's to follow.
          if (
            element.closest(
              'a, button, [role=button], [role=option], [data-address], label, input, select, form, nav',
            )
          )
            continue
          for (const type of ['mouseover', 'pointerover', 'focus', 'focusin', 'wheel', 'animationend'])
            element.dispatchEvent(new Event(type, { bubbles: true }))
          element.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }))
        }
        for (let frames = 0; frames < 10; frames++) await frame()
        return links
      })
      .catch((error: unknown) => [`${address}: ${String(error).slice(0, 80)}`])
    for (const scheme of led)
      if (!/^(?:https?|mailto|tel|file):$/.test(scheme)) found.add(`a link by ${scheme}`)
    if (page.url().replace(/[?#].*/, '') !== address.replace(/[?#].*/, '')) found.add(`went to ${page.url()}`)
    await page.close()
  }
  await context.close()
  return [...found]
}

const views = ['', '?view=speaker', '?view=notes', '?view=handout', '?view=slides', '?view=none'] as const
const address = (path: string): string => pathToFileURL(join(folder, 'out', path)).href

describe.skipIf(!isTried)('nothing runs and nothing is fetched, even without the policy', () => {
  it.each(views)(
    `of ${vectors.length} vectors in the view "%s"`,
    async (view) => {
      expect(await whatRuns([address('x/index.html') + view])).toEqual([])
    },
    240_000,
  )

  it('of what people say in settings, reviews, themes and names of files, in every view and in the list', async () => {
    const decks = spokenVectors.map((_, i) => address(`said${i}/index.html`))
    expect(
      await whatRuns([address('index.html'), ...decks.flatMap((deck) => views.map((view) => deck + view))]),
    ).toEqual([])
  }, 240_000)

  it('of either at the desk', async () => {
    const found = new Set<string>()
    const context = await watched(found)
    const decks = [...spokenVectors.map((_, i) => `said${i}`), 'x']
    for (const deck of decks) {
      const page = await openedAt(address('desk.html'), context, found)
      await page.setInputFiles('#file', join(folder, 'out', deck, 'index.html'))
      // All of them were built, so the desk has all of them.
      await page.locator('.stage-slide').waitFor({ timeout: 120_000 })
      const slides = page.getByRole('option')
      const count = await slides.count()
      for (let i = 0; i < count; i += 4) await slides.nth(i).click()
      await page.close()
    }
    await context.close()
    expect([...found]).toEqual([])
  }, 400_000)
})
