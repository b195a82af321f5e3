import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { Fault } from '../fault.ts'
import { type Asked, isFromHere, ownHeaders, readAddress } from './door.ts'

/** A server on this machine, for its own pages only. */
export interface OwnServer {
  /** `http://127.0.0.1:4800/` */
  readonly address: string
  readonly close: () => Promise<void>
}

/** What a server does once it is known that a request comes from here. */
export interface OwnAnswers {
  readonly answer: (asked: Asked, request: IncomingMessage, response: ServerResponse) => void
  /** Takes a request for a web socket; none is opened unless given. */
  readonly upgrade?: (asked: Asked, request: IncomingMessage, socket: Duplex, head: Buffer) => void
}

const usualPort = 4800
/** How many further ports are tried where nobody asked for one. */
const furtherPorts = 100

/**
 * Listens on this machine. All that comes in passes the door before it is answered.
 *
 * @param asked the port; a free one unless given
 * @throws Fault where the port is in use
 */
export async function serveHere({ answer, upgrade }: OwnAnswers, asked?: number): Promise<OwnServer> {
  let port = 0
  const server = createServer((request, response) => {
    for (const [name, value] of Object.entries(ownHeaders)) response.setHeader(name, value)
    const address = readAddress(request.url)
    if (!address) refuse(response, 404)
    else if (!isFromHere(request, port)) refuse(response, 403)
    else answer(address, request, response)
  })
  server.on('upgrade', (request, socket, head) => {
    const address = readAddress(request.url)
    // A browser always says from where it wants one.
    if (upgrade && address && request.headers.origin && isFromHere(request, port))
      upgrade(address, request, socket, head)
    else socket.destroy()
  })
  port = await listen(server, asked ?? usualPort, asked === undefined ? furtherPorts : 0)
  return {
    address: `http://127.0.0.1:${port}/`,
    close: () => {
      server.closeAllConnections()
      return new Promise((closed) => server.close(() => closed()))
    },
  }
}

/** Says no, and not why. */
export function refuse(response: ServerResponse, status: number): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end()
}

/** @returns the port on which it listens: the one wanted or, where that is taken, one of so many behind it */
async function listen(server: Server, port: number, further: number): Promise<number> {
  const failed = await new Promise<Error | null>((done) => {
    server.once('error', done)
    server.listen(port, '127.0.0.1', () => {
      server.off('error', done)
      done(null)
    })
  })
  if (!failed) return port
  if (!('code' in failed) || failed.code !== 'EADDRINUSE') throw failed
  if (!further) throw new Fault((say) => say.portInUse(port))
  return listen(server, port + 1, further - 1)
}
