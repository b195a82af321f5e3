import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { mkdir, readlink, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { Readable, Writable } from 'node:stream'
import { leftoversIn, partialName } from '../disk/leftovers.ts'
import { Fault } from '../fault.ts'
import { DevTools } from './devtools.ts'
import { findBrowser } from './find-browser.ts'

/** A browser without a window, started to print. */
export interface PrintingBrowser {
  readonly devTools: DevTools
  /** Ends it with all its processes, and takes its files away. */
  readonly close: () => Promise<void>
}

/** It keeps to itself: its own folder of settings, nothing fetched, no questions asked. */
const switches = [
  '--headless',
  '--remote-debugging-pipe',
  '--no-first-run',
  '--no-default-browser-check',
  '--no-startup-window',
  '--disable-background-networking',
  '--disable-breakpad',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-dev-shm-usage',
  '--disable-extensions',
  '--disable-features=MediaRouter,OptimizationHints,Translate,WebUIOmniboxAimPopup,WebUIOmniboxPopup',
  '--disable-gpu',
  '--disable-sync',
  '--font-render-hinting=none',
  '--hide-scrollbars',
  '--password-store=basic',
  '--use-mock-keychain',
]
/** In milliseconds. */
const longestStart = 60_000
const longestClose = 5_000

/**
 * Starts a browser for printing.
 *
 * @param asked path of its program; see `findBrowser`
 * @param stop ends it at once, whatever it is doing
 * @throws Fault where there is none or it does not start
 */
export async function launchBrowser(asked?: string, stop?: AbortSignal): Promise<PrintingBrowser> {
  const path = await findBrowser(asked)
  // The superuser gets no sandbox, and a container may have none to give; the page runs no script but our own.
  if (process.getuid?.() === 0) return start(path, ['--no-sandbox'], stop)
  return start(path, [], stop).catch((error: unknown) => {
    if (error instanceof Fault && /sandbox|namespace/i.test(error.message))
      return start(path, ['--no-sandbox'], stop)
    throw error
  })
}

async function start(path: string, more: readonly string[], stop?: AbortSignal): Promise<PrintingBrowser> {
  // What a run left that was killed while its browser worked.
  for (const left of await leftoversIn(tmpdir())) await takeAway(left)
  const folder = join(tmpdir(), partialName())
  await mkdir(folder, { mode: 0o700 })
  const child = spawn(path, [...switches, ...more, `--user-data-dir=${folder}`], {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
    // A group of its own, so that all its processes end with it; Ctrl-C is for us to tell it.
    detached: process.platform !== 'win32',
    windowsHide: true,
  })
  const end = (): void => kill(child)
  stop?.addEventListener('abort', end)
  if (stop?.aborted) end()
  const ended = new Promise<string>((resolve) => {
    let log = ''
    child.stderr?.on('data', (data) => {
      log = `${log}${data}`.slice(-20_000)
    })
    child.on('error', ({ message }) => resolve(message))
    child.on('exit', (code, signal) => resolve(`${log}\nexited with ${signal ?? code}`))
  })
  const close = async (): Promise<void> => {
    stop?.removeEventListener('abort', end)
    end()
    await Promise.race([ended, patience(longestClose)])
    await takeAway(folder)
  }
  const [, , , to, from] = child.stdio
  if (!(to instanceof Writable) || !(from instanceof Readable)) throw new Error('no pipe to the browser')
  const devTools = new DevTools(to, from)
  const reason = await Promise.race([
    devTools.send('Browser.getVersion').then(
      () => null,
      () => ended,
    ),
    ended,
    patience(longestStart).then(() => ''),
  ])
  if (reason === null) return { devTools, close }
  await close()
  throw new Fault((say) => say.browserStart(whyIn(reason) || say.browserSilent(longestStart / 1000)), {
    file: path,
  })
}

/** Takes away the folder of a browser that has ended, and that of its socket, which stands outside. */
async function takeAway(folder: string): Promise<void> {
  const socket = await readlink(join(folder, 'SingletonSocket')).catch(() => '')
  if (/[\\/][^\\/]*(?:chromium|google|microsoft|edge)[^\\/]*[\\/]SingletonSocket$/i.test(socket))
    await rm(dirname(socket), { recursive: true, force: true }).catch(() => {})
  await rm(folder, { recursive: true, force: true, maxRetries: 5 }).catch(() => {})
}

function kill(child: ChildProcess): void {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return
  if (process.platform === 'win32') spawnSync('taskkill', ['/pid', String(child.pid), '/T', '/F'])
  else
    try {
      process.kill(-child.pid, 'SIGKILL')
    } catch {
      // It has just ended by itself.
    }
}

const patience = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds).unref())

/** The line of a program's log that tells a person something. */
function whyIn(log: string): string {
  const lines = log
    .split('\n')
    .map((line) => line.replace(/^\[[^\]]*\]\s*/, '').trim())
    .filter(Boolean)
  const told = lines.find((line) =>
    /sandbox|error while loading|cannot|can't|denied|not found|bad option/i.test(line),
  )
  return (told ?? lines.at(-1) ?? '').slice(0, 160)
}
