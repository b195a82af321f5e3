import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { readFile, realpath } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { basename, resolve } from 'node:path'
import { deskPaths, deskScripts } from '../assets/desk.ts'
import { type AboutDecks, decksAddress, filesAddress, keyHeader, keyName, workerName } from '../desk/names.ts'
import { servedDeskPage } from '../desk/page.ts'
import { deskFolder, isOneDeck } from './desk-folder.ts'
import type { Asked } from './door.ts'
import { type OwnServer, refuse, serveHere } from './own-server.ts'
import { serveStore } from './serve-store.ts'

/**
 * Serves the desk on a folder of decks, on this machine and to its own page only. The page itself says nothing of the
 * decks; for all else a key is asked that only the address has which is given back. It stands behind `#`, so that no
 * request tells it, and goes in a header: a cookie would go to every server of this machine.
 *
 * @param folder of the decks, or one that is itself a deck; it need not be there yet
 * @param asked the port; a free one unless given
 * @throws Fault where the port is in use
 */
export async function serveDesk(folder: string, asked?: number): Promise<OwnServer> {
  const key = randomBytes(24).toString('base64url')
  const store = await deskFolder(folder)
  const about: AboutDecks = {
    folder: basename(resolve(folder)),
    path: await realpath(folder).catch(() => resolve(folder)),
    isDeck: await isOneDeck(folder),
  }
  const { worker, ...scripts } = await deskScripts()
  const paths = await deskPaths()
  const deckScript = await readFile(paths.files.get('deck.js') ?? '', 'utf8')
  const page = servedDeskPage({ ...scripts, deckScript })
  const files = new Map([...paths.files, ...paths.seldom])

  const answerKnown = async (
    { path, query }: Asked,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> => {
    if (path.startsWith(`${filesAddress}/`) && request.method === 'GET') {
      const name = path.slice(filesAddress.length + 1)
      const file = files.get(name)
      if (!file && name !== workerName) return refuse(response, 404)
      response.writeHead(200, { 'content-type': 'application/octet-stream' })
      response.end(file ? await readFile(file) : worker)
    } else if (path === decksAddress && query.has('about'))
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(about))
    else if (path === decksAddress || path.startsWith(`${decksAddress}/`))
      await serveStore(store, { path: path.slice(decksAddress.length + 1), query }, request, response)
    else refuse(response, 404)
  }

  const server = await serveHere(
    {
      answer: (asked, request, response) => {
        const isPage = asked.path === '/' && request.method === 'GET'
        if (isPage) response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page)
        else if (!isSame(String(request.headers[keyHeader] ?? ''), key)) refuse(response, 403)
        else
          answerKnown(asked, request, response).catch(() => {
            // Whoever asked has gone.
            response.destroy()
          })
      },
    },
    asked,
  )
  return { ...server, address: `${server.address}#${keyName}=${key}` }
}

/** Compares in a time that tells nothing of what is the same. */
function isSame(one: string, other: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(one), digest(other))
}
