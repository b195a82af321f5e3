import { readFile } from 'node:fs/promises'
import { createServer, type RequestListener } from 'node:http'
import { join } from 'node:path'
import { serveLive as serve } from '../../src/site/server.ts'

/** A server on this machine: where it answers, without a slash at the end, and how it is stopped. */
export interface Serving {
  readonly address: string
  readonly stop: () => Promise<void>
}

/** Serves the pages of a folder, as any web server would. */
export async function servePages(folder: string): Promise<Serving> {
  return listen((request, response) => {
    readFile(join(folder, decodeURIComponent((request.url ?? '').replace(/[?#].*/, '')))).then(
      (page) => response.setHeader('content-type', 'text/html').end(page),
      () => response.writeHead(404).end(),
    )
  })
}

/** Serves decks live, as `study-deck dev` does, on a port that is free. */
export async function serveLive(slides: string): Promise<Serving> {
  const probe = await listen(() => {})
  await probe.stop()
  const server = await serve(slides, Number(new URL(probe.address).port))
  return { address: probe.address, stop: server.close }
}

async function listen(answer: RequestListener): Promise<Serving> {
  const server = createServer(answer)
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const at = server.address()
  return {
    address: typeof at === 'object' && at ? `http://127.0.0.1:${at.port}` : '',
    stop: () => new Promise((done) => server.close(() => done())),
  }
}
