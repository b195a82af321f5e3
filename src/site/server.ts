import { createServer, type Server } from 'node:http'
import { createServer as createVite } from 'vite'
import { clientFolder } from '../assets/installed.ts'
import { Fault } from '../fault.ts'
import { findDecks } from '../store/load.ts'
import { isFromHere, ownHeaders, readAddress } from './door.ts'
import { serveDecks } from './live.ts'
import { liveAddresses, liveClient } from './live-client.ts'

/** Decks that are being served. */
export interface LiveServer {
  /** Where the list of them is: `http://127.0.0.1:4800/`. */
  readonly address: string
  readonly close: () => Promise<void>
}

const usualPort = 4800
/** How many further ports are tried where nobody asked for one. */
const furtherPorts = 100

/**
 * Serves the decks live, on this machine and to its own pages only.
 *
 * @param slides the folder of the decks
 * @param asked the port; a free one unless given
 * @throws Fault where there are no decks, or the port is in use
 */
export async function serveLive(slides: string, asked?: number): Promise<LiveServer> {
  await findDecks(slides)
  // Vite listens to it for its web socket. No port leads there: all that comes in passes the door before.
  const inner = createServer()
  const vite = await createVite({
    // The folder that the command is called in says nothing to Vite, and Vite finds nothing in it to run.
    configFile: false,
    root: clientFolder(),
    envDir: false,
    publicDir: false,
    css: { postcss: {} },
    logLevel: 'error',
    appType: 'custom',
    optimizeDeps: { noDiscovery: true, include: [] },
    server: { middlewareMode: true, cors: false, ws: { server: inner } },
    plugins: [liveClient()],
  })
  const decks = serveDecks(vite, slides)
  const addresses = await liveAddresses(vite)
  let port = 0
  const outer = createServer((request, response) => {
    for (const [name, value] of Object.entries(ownHeaders)) response.setHeader(name, value)
    const address = readAddress(request.url)
    const refuse = (status: number): void => {
      response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end()
    }
    if (!address) refuse(404)
    else if (!isFromHere(request, port)) refuse(403)
    // Of what Vite serves, only what a live page asks for.
    else if (addresses.has(address.path)) vite.middlewares(request, response, () => refuse(404))
    else void decks(request, response, () => refuse(404))
  })
  outer.on('upgrade', (request, socket, head) => {
    const comes =
      readAddress(request.url)?.path === '/' && request.headers.origin && isFromHere(request, port)
    if (comes) inner.emit('upgrade', request, socket, head)
    else socket.destroy()
  })
  try {
    port = await listen(outer, asked ?? usualPort, asked === undefined ? furtherPorts : 0)
  } catch (error) {
    await vite.close()
    throw error
  }
  return {
    address: `http://127.0.0.1:${port}/`,
    close: async () => {
      outer.closeAllConnections()
      await Promise.all([vite.close(), new Promise((closed) => outer.close(closed))])
    },
  }
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
