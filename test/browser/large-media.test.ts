import {
  closeSync,
  ftruncateSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { buildCommand } from '../../src/cli/build.ts'
import { serveLive } from '../../src/site/server.ts'
import { launchChromium } from './chromium.ts'

const folder = mkdtempSync(join(tmpdir(), 'study-deck-test-'))
const slides = join(folder, 'slides')
const seconds = 300
/** Bytes a second: 8 kHz, one channel, 16 bits take 16,000. */
const rate = 96_000

/** A silent sound of more than 20 MB, of which the disk keeps next to nothing. */
function writeSound(path: string): void {
  const size = seconds * rate
  const head = Buffer.alloc(44)
  head.write('RIFF')
  head.writeUInt32LE(36 + size, 4)
  head.write('WAVEfmt ', 8)
  head.writeUInt32LE(16, 16)
  head.writeUInt16LE(1, 20)
  head.writeUInt16LE(1, 22)
  head.writeUInt32LE(rate / 2, 24)
  head.writeUInt32LE(rate, 28)
  head.writeUInt16LE(2, 32)
  head.writeUInt16LE(16, 34)
  head.write('data', 36)
  head.writeUInt32LE(size, 40)
  const file = openSync(path, 'w')
  writeSync(file, head)
  ftruncateSync(file, 44 + size)
  closeSync(file)
}

let browser: Browser
beforeAll(async () => {
  mkdirSync(join(slides, 'a/声 音'), { recursive: true })
  writeSound(join(slides, 'a/声 音/大#1.wav'))
  writeSound(join(slides, 'a/unused.wav'))
  writeFileSync(join(slides, 'a/01.md'), '## Sound\n\n<audio src="声 音/大%231.wav" controls></audio>\n')
  browser = await launchChromium()
})
afterAll(async () => {
  await browser?.close()
  rmSync(folder, { recursive: true, force: true })
})

/** Goes to a place in the sound; says how long it is. */
const seek = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    const sound = document.querySelector('audio')
    if (!sound) return 0
    if (sound.readyState < 1) await new Promise((done) => sound.addEventListener('loadedmetadata', done))
    sound.currentTime = 250
    await new Promise((done) => sound.addEventListener('seeked', done, { once: true }))
    return Math.round(sound.duration)
  })

it('a sound too large for the page stands beside it, and plays from there', async () => {
  const out = join(folder, 'dist')
  const told: string[] = []
  const { write } = process.stdout
  process.stdout.write = (text) => told.push(String(text)) > 0
  try {
    await buildCommand({ slides, out })
    // Built again, it is not copied again, and stays.
    await buildCommand({ slides, out })
  } finally {
    process.stdout.write = write
  }
  expect(told.join('')).toMatch(/over 20 MB: it stands beside the page, in media\/声 音\/大#1\.wav/)
  expect(await readdir(join(out, 'a'), { recursive: true })).toHaveLength(4)
  expect((await readFile(join(out, 'a/index.html'))).length).toBeLessThan(3_000_000)
  const page = await browser.newPage()
  await page.goto(pathToFileURL(join(out, 'a/index.html')).href)
  expect(await seek(page)).toBe(seconds)
  await page.close()
})

it('and in a live deck by the part that is asked for, and nothing else of the folder', async () => {
  const live = await serveLive(slides)
  try {
    const page = await browser.newPage()
    await page.goto(`${live.address}a/`)
    expect(await seek(page)).toBe(seconds)
    await page.close()
    const at = (path: string, range?: string): Promise<Response> =>
      fetch(`${live.address}a/media/${path}`, range ? { headers: { range } } : {})
    const name = `${encodeURI('声 音/大')}%231.wav`
    const part = await at(name, 'bytes=0-3')
    expect([part.status, await part.text()]).toEqual([206, 'RIFF'])
    expect(part.headers.get('content-range')).toBe(`bytes 0-3/${44 + seconds * rate}`)
    expect((await at(name, 'bytes=-4')).status).toBe(206)
    expect((await at(name, 'bytes=999999999-')).status).toBe(416)
    for (const other of ['unused.wav', '01.md', '..%2f..%2fa%2f01.md', '%2e%2e/01.md'])
      expect((await at(other)).status).toBe(404)
  } finally {
    await live.close()
  }
})
