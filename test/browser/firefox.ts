import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { connect, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Where Firefox is, null where there is none: its tests are skipped then. */
export const firefoxPath =
  ['/usr/bin/firefox-esr', '/usr/bin/firefox', '/Applications/Firefox.app/Contents/MacOS/firefox'].find(
    (path) => existsSync(path),
  ) ?? null

const SETTINGS = {
  'intl.accept_languages': 'zh-CN, zh',
  'marionette.port': 0,
  'browser.shell.checkDefaultBrowser': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'app.update.disabledForTesting': true,
  'network.captive-portal-service.enabled': false,
  // Files are saved without a word, into a folder of its own.
  'browser.download.folderList': 2,
  'browser.download.always_ask_before_handling_new_types': false,
}

const downloadsIn = (profile: string): string => join(profile, 'downloads')

/** One window of a Firefox without a screen, driven by Marionette, its own protocol: `length:[type, id, command, parameters]`. */
export class Firefox {
  readonly #process: ChildProcess
  readonly #profile: string
  readonly #socket: Socket
  readonly #waiting = new Map<number, (answer: readonly unknown[]) => void>()
  #bytes = Buffer.alloc(0)
  #id = 0

  private constructor(process: ChildProcess, profile: string, socket: Socket) {
    this.#process = process
    this.#profile = profile
    this.#socket = socket
    socket.on('data', (bytes) => this.#take(bytes))
  }

  static async launch(path: string): Promise<Firefox> {
    const profile = await mkdtemp(join(tmpdir(), 'study-deck-firefox-'))
    const settings = { ...SETTINGS, 'browser.download.dir': downloadsIn(profile) }
    const lines = Object.entries(settings).map(
      ([name, value]) => `user_pref("${name}", ${JSON.stringify(value)});`,
    )
    await writeFile(join(profile, 'user.js'), lines.join('\n'))
    const options = ['--headless', '--marionette', '--no-remote', '--profile', profile]
    const process = spawn(path, options, { stdio: 'ignore' })
    const port = await activePort(join(profile, 'MarionetteActivePort'), process)
    const firefox = new Firefox(process, profile, connect(port, '127.0.0.1'))
    await firefox.send('WebDriver:NewSession', {
      capabilities: { alwaysMatch: { acceptInsecureCerts: true } },
    })
    return firefox
  }

  /** What the command answers. */
  async send(command: string, parameters: object = {}): Promise<unknown> {
    const id = ++this.#id
    const message = JSON.stringify([0, id, command, parameters])
    const answered = new Promise<readonly unknown[]>((resolve) => this.#waiting.set(id, resolve))
    this.#socket.write(`${Buffer.byteLength(message)}:${message}`)
    const [, , error, value] = await answered
    if (error) throw new Error(`${command}: ${JSON.stringify(error).slice(0, 300)}`)
    return value !== null && typeof value === 'object' && 'value' in value ? value.value : value
  }

  /** The value of an expression of the page. */
  evaluate(expression: string): Promise<unknown> {
    return this.send('WebDriver:ExecuteScript', { script: `return (${expression})`, args: [] })
  }

  /** Waits until the expression holds. */
  async until(expression: string): Promise<void> {
    for (const end = Date.now() + 30_000; !(await this.evaluate(expression)); await pause())
      if (Date.now() > end) throw new Error(`never: ${expression}`)
  }

  async open(url: string, width: number, height: number): Promise<void> {
    await this.send('WebDriver:SetWindowRect', { width, height })
    await this.send('WebDriver:Navigate', { url })
  }

  /** The text of the one file that was saved, once all of it is there. */
  async saved(): Promise<string> {
    const folder = downloadsIn(this.#profile)
    for (const end = Date.now() + 60_000; Date.now() < end; await pause()) {
      const names = await readdir(folder).catch(() => [])
      const [name, more] = names
      if (name && !more && !name.endsWith('.part')) {
        const text = await readFile(join(folder, name), 'utf8')
        if (text !== '') return text
      }
    }
    throw new Error('Firefox saved nothing')
  }

  async press(key: string): Promise<void> {
    const keys = ['keyDown', 'keyUp'].map((type) => ({ type, value: key }))
    await this.send('WebDriver:PerformActions', { actions: [{ type: 'key', id: 'keys', actions: keys }] })
  }

  /** The page as it is printed, with its own sizes. */
  async print(): Promise<Uint8Array> {
    const pdf = await this.send('WebDriver:Print', { background: true })
    return Buffer.from(String(pdf), 'base64')
  }

  async close(): Promise<void> {
    const ended = new Promise((resolve) => this.#process.once('exit', resolve))
    this.#socket.destroy()
    this.#process.kill()
    await ended
    await rm(this.#profile, { recursive: true, force: true, maxRetries: 5 })
  }

  #take(bytes: Buffer): void {
    this.#bytes = Buffer.concat([this.#bytes, bytes])
    for (;;) {
      const colon = this.#bytes.indexOf(':')
      const length = Number(this.#bytes.subarray(0, Math.max(0, colon)).toString())
      if (colon < 0 || this.#bytes.length < colon + 1 + length) return
      const answer: unknown = JSON.parse(this.#bytes.subarray(colon + 1, colon + 1 + length).toString())
      this.#bytes = this.#bytes.subarray(colon + 1 + length)
      // The first message says who speaks; only answers are lists.
      if (Array.isArray(answer)) this.#waiting.get(Number(answer[1]))?.(answer)
    }
  }
}

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 50))

async function activePort(file: string, { exitCode }: ChildProcess): Promise<number> {
  for (const end = Date.now() + 60_000; Date.now() < end && exitCode === null; await pause()) {
    const port = Number(await readFile(file, 'utf8').catch(() => ''))
    if (port > 0) return port
  }
  throw new Error('Firefox did not start')
}
