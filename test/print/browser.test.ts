import { lstatSync, mkdirSync, mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, vi } from 'vitest'
import { launchBrowser } from '../../src/print/browser.ts'
import { findBrowser, usualPlaces } from '../../src/print/find-browser.ts'
import { packagedBrowser } from '../../src/print/packaged-browser.ts'
import { readPages } from '../../src/print/pdf/read-pages.ts'
import { printPage } from '../../src/print/print.ts'

it('looks for Chrome and Edge where each system installs them', () => {
  const windows = usualPlaces(
    'win32',
    {
      PROGRAMFILES: 'C:\\Program Files',
      'PROGRAMFILES(X86)': 'C:\\Program Files (x86)',
      LOCALAPPDATA: 'C:\\L',
    },
    '',
  )
  expect(windows).toContain('C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe')
  expect(windows).toContain('C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe')
  expect(windows).toContain('C:\\L\\Google\\Chrome\\Application\\chrome.exe')
  const mac = usualPlaces('darwin', {}, '/Users/a')
  expect(mac).toContain('/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge')
  expect(mac).toContain('/Users/a/Applications/Google Chrome.app/Contents/MacOS/Google Chrome')
  const linux = usualPlaces('linux', { PATH: '/opt/bin' }, '/home/a')
  expect(linux.indexOf('/opt/bin/google-chrome')).toBeLessThan(linux.indexOf('/usr/bin/chromium'))
})

it('says what to do where the browser asked for is none', async () => {
  await expect(launchBrowser('/none/chrome')).rejects.toThrow(/no such program; name the one of Chrome/)
})

it('says in one line that a program is no browser', async () => {
  await expect(launchBrowser(process.execPath)).rejects.toThrow(
    /^the browser did not start \([^\n]*\); name another/,
  )
})

it.runIf(process.platform === 'linux')(
  'falls back on the packaged browser where none is installed',
  async () => {
    vi.stubEnv('CHROME_PATH', '')
    const browser = await launchBrowser(await findBrowser(undefined, []))
    try {
      const page = '<!doctype html><p>打印</p><script>document.documentElement.dataset.ready = ""</script>'
      const { pdf } = await printPage(browser, page, new URLSearchParams({ view: 'slides' }))
      expect((await readPages(pdf)).map(({ text }) => text)).toEqual(['打印'])
    } finally {
      await browser.close()
      vi.unstubAllEnvs()
    }
  },
)

it.runIf(process.platform === 'linux')(
  'runs no browser that another user put where the packaged one is unpacked',
  async () => {
    const shared = mkdtempSync(join(tmpdir(), 'study-deck-test-'))
    const own = join(shared, 'own')
    const plant = (folder: string): string => {
      mkdirSync(folder, { recursive: true })
      const path = join(folder, 'chromium')
      writeFileSync(path, '#!/bin/sh\n', { mode: 0o755 })
      return path
    }
    try {
      vi.stubEnv('TMPDIR', shared)
      const planted = plant(shared)
      // A link to a folder of theirs, with what seems to be whole.
      plant(join(shared, 'others'))
      writeFileSync(join(shared, 'others/whole'), '')
      symlinkSync(join(shared, 'others'), own)
      const path = await packagedBrowser(own)
      expect(path).toBe(join(own, 'chromium'))
      expect(path).not.toBe(planted)
      expect(lstatSync(own).isSymbolicLink()).toBe(false)
      const { size, ino } = statSync(join(own, 'chromium'))
      expect(size).toBeGreaterThan(1_000_000)
      expect(process.env['TMPDIR']).toBe(shared)
      await packagedBrowser(own)
      expect(statSync(join(own, 'chromium')).ino).toBe(ino)
    } finally {
      vi.unstubAllEnvs()
      rmSync(shared, { recursive: true, force: true })
    }
  },
)

it('looks in no folder that depends on where it is called', () => {
  const places = usualPlaces('linux', { PATH: '.:bin::/opt/bin' }, '/home/a')
  expect(places.every((place) => place.startsWith('/'))).toBe(true)
})
