import { createServer } from 'node:http'
import { clientFolder } from '../assets/installed.ts'
import { findDecks } from '../store/load.ts'
import { serveDecks } from './live.ts'
import { liveAddresses, liveClient } from './live-client.ts'
import { type OwnServer, refuse, serveHere } from './own-server.ts'

/**
 * Serves the decks live, on this machine and to its own pages only; the list of them is at the server's address.
 *
 * @param slides the folder of the decks
 * @param asked the port; a free one unless given
 * @throws Fault where there are no decks, or the port is in use
 */
export async function serveLive(slides: string, asked?: number): Promise<OwnServer> {
  await findDecks(slides)
  // Vite listens to it for its web socket. No port leads there: all that comes in passes the door before.
  const inner = createServer()
  const vite = await (await import('vite')).createServer({
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
  try {
    const server = await serveHere(
      {
        answer: ({ path }, request, response) => {
          const nothing = (): void => refuse(response, 404)
          // Of what Vite serves, only what a live page asks for.
          if (addresses.has(path)) vite.middlewares(request, response, nothing)
          else void decks(request, response, nothing)
        },
        upgrade: ({ path }, request, socket, head) => {
          if (path === '/') inner.emit('upgrade', request, socket, head)
          else socket.destroy()
        },
      },
      asked,
    )
    return {
      address: server.address,
      close: async () => {
        await Promise.all([vite.close(), server.close()])
      },
    }
  } catch (error) {
    await vite.close()
    throw error
  }
}
