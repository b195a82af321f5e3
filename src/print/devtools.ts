import type { Readable, Writable } from 'node:stream'

interface Answer {
  readonly id?: number
  readonly method?: string
  readonly params?: unknown
  readonly result?: unknown
  readonly error?: { readonly message: string }
}

interface Waiting {
  readonly resolve: (result: unknown) => void
  readonly reject: (error: Error) => void
}

/**
 * The Chrome DevTools Protocol over the pipe of a browser: JSON messages, a zero byte behind each
 * (https://chromedevtools.github.io/devtools-protocol/). An export of 200 slides that loads playwright-core for it
 * takes a quarter longer or more, and 55 MB.
 */
export class DevTools {
  readonly #to: Writable
  readonly #waiting = new Map<number, Waiting>()
  readonly #listeners = new Map<string, (params: unknown) => void>()
  #last = 0
  #ended = false

  constructor(to: Writable, from: Readable) {
    this.#to = to
    let parts: Buffer[] = []
    from.on('data', (data: Buffer) => {
      let rest = data
      for (let end = rest.indexOf(0); end >= 0; end = rest.indexOf(0)) {
        this.#receive(JSON.parse(Buffer.concat([...parts, rest.subarray(0, end)]).toString()))
        parts = []
        rest = rest.subarray(end + 1)
      }
      parts.push(rest)
    })
    // What is written to a browser that has ended is lost; whoever waits for the answer is told.
    for (const stream of [to, from]) stream.on('error', () => this.end())
    from.on('close', () => this.end())
  }

  /** @throws Error where the browser refuses, or ends before it answers */
  send(method: string, params: object = {}, sessionId?: string): Promise<unknown> {
    const id = ++this.#last
    return new Promise((resolve, reject) => {
      if (this.#ended) {
        reject(new Error('the browser has ended'))
        return
      }
      this.#waiting.set(id, { resolve, reject })
      this.#to.write(`${JSON.stringify({ id, method, params, sessionId })}\0`)
    })
  }

  /** Listens to one kind of event. */
  on(method: string, listen: (params: unknown) => void): void {
    this.#listeners.set(method, listen)
  }

  end(): void {
    this.#ended = true
    for (const { reject } of this.#waiting.values()) reject(new Error('the browser has ended'))
    this.#waiting.clear()
  }

  #receive({ id, method, params, result, error }: Answer): void {
    if (method) this.#listeners.get(method)?.(params)
    const waiting = id === undefined ? undefined : this.#waiting.get(id)
    if (id === undefined || !waiting) return
    this.#waiting.delete(id)
    if (error) waiting.reject(new Error(error.message))
    else waiting.resolve(result)
  }
}
