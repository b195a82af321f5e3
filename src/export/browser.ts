import { access, constants } from 'node:fs/promises'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'
import { Fault } from '../fault.ts'

/** Where Chrome, Edge and Chromium usually are on a system, the likeliest first. */
export function usualPlaces(
  platform: NodeJS.Platform,
  env: Readonly<Record<string, string | undefined>>,
  home = homedir(),
): string[] {
  if (platform === 'win32')
    return [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']].flatMap((folder) =>
      folder
        ? [
            `${folder}\\Google\\Chrome\\Application\\chrome.exe`,
            `${folder}\\Microsoft\\Edge\\Application\\msedge.exe`,
            `${folder}\\Chromium\\Application\\chrome.exe`,
          ]
        : [],
    )
  if (platform === 'darwin')
    return ['Google Chrome', 'Microsoft Edge', 'Chromium'].flatMap((name) =>
      ['/Applications', `${home}/Applications`].map(
        (folder) => `${folder}/${name}.app/Contents/MacOS/${name}`,
      ),
    )
  const names = [
    'google-chrome-stable',
    'google-chrome',
    'microsoft-edge-stable',
    'microsoft-edge',
    'chromium',
    'chromium-browser',
  ]
  const folders = [...(env['PATH'] ?? '').split(delimiter), '/usr/bin', '/usr/local/bin', '/snap/bin']
  return names.flatMap((name) => [...new Set(folders.filter(Boolean))].map((folder) => join(folder, name)))
}

const runs = (path: string): Promise<boolean> =>
  access(path, constants.X_OK).then(
    () => true,
    () => false,
  )

/**
 * Starts a browser for printing, without a window: the one asked for, else `CHROME_PATH`, else one that is installed,
 * else the one of the package `@sparticuz/chromium` where that is installed. Nothing is downloaded.
 *
 * @param asked path of its program
 * @throws Fault where there is none or it does not start
 */
export async function launchBrowser(asked = process.env['CHROME_PATH'] || undefined): Promise<Browser> {
  if (asked && !(await runs(asked)))
    throw new Fault('no such program; name the one of Chrome, Edge or Chromium', { file: asked })
  for (const path of asked ? [asked] : usualPlaces(process.platform, process.env))
    if (await runs(path)) return start(path)
  const packaged = await import('@sparticuz/chromium').then(
    (module) => module.default,
    () => null,
  )
  // It is built for Linux.
  if (packaged && process.platform === 'linux') return start(await packaged.executablePath(), packaged.args)
  throw new Fault('no browser to print with; install Chrome, Edge or Chromium, or name one with --browser')
}

const quiet = [
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

async function start(path: string, args: readonly string[] = []): Promise<Browser> {
  // The superuser gets no sandbox, and a container may have none to give; the page runs no script but our own.
  const sandboxes = process.getuid?.() === 0 || args.length > 0 ? [false] : [true, false]
  let reason = ''
  for (const chromiumSandbox of sandboxes)
    try {
      return await chromium.launch({
        executablePath: path,
        args: [...args, ...quiet],
        chromiumSandbox,
        timeout: 60_000,
        // Whoever asked for the browser closes it.
        handleSIGINT: false,
        handleSIGTERM: false,
        handleSIGHUP: false,
      })
    } catch (error) {
      reason = error instanceof Error ? error.message : String(error)
      if (!/sandbox|namespace/i.test(reason)) break
    }
  throw new Fault(`the browser did not start (${whyIn(reason)}); name another with --browser`, { file: path })
}

/** The line of a long protocol log that tells a person something. */
function whyIn(log: string): string {
  const lines = log.split('\n').map((line) => line.replace(/^[\s-]*(?:\[[^\]]*\])*/g, '').trim())
  const told = lines.find((line) =>
    /error while loading|cannot|can't|denied|not found|exec format/i.test(line),
  )
  return (told ?? lines.find((line) => /exited|timeout|closed/i.test(line)) ?? lines[0] ?? '').slice(0, 160)
}
