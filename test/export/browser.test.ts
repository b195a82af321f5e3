import { expect, it } from 'vitest'
import { launchBrowser } from '../../src/export/browser.ts'
import { usualPlaces } from '../../src/export/find-browser.ts'

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
