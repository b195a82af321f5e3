import type { IncomingMessage, ServerResponse } from 'node:http'
import { fromBase64 } from '../base64.ts'
import { largestFile, namesIn, type Store, type StoredFile } from '../deck/store.ts'
import { asFault, Fault } from '../fault.ts'
import { withBody } from './read-body.ts'

/** A new deck with its document and pictures, in base64: bytes. */
const largestFolder = 100 * 1024 * 1024

/**
 * Answers for a store: a file is read with GET, written with PUT and taken away with DELETE, `If-Match` and
 * `If-None-Match` say from what (RFC 9110, 13.1); `GET …?list` lists a folder, `POST` makes one.
 *
 * @param path in the store, decoded
 */
export async function serveStore(
  store: Store,
  { path, query }: { readonly path: string; readonly query: URLSearchParams },
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const send = (status: number, content: unknown): void => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(content))
  }
  const sendFile = (status: number, file: StoredFile | null): void => {
    const stamp = file ? { etag: `"${file.stamp}"` } : {}
    response.writeHead(status, { 'content-type': 'application/octet-stream', ...stamp }).end(file?.bytes)
  }
  const withBytes = <T>(largest: number, use: (bytes: Buffer) => Promise<T>): Promise<T> =>
    withBody(request, largest, (bytes) => {
      if (bytes) return use(bytes)
      // The rest of it is not waited for.
      response.setHeader('connection', 'close')
      throw new Fault((say) => say.tooLarge, { file: path })
    })
  try {
    namesIn(path)
    const { method } = request
    if (method === 'GET' && query.has('list')) send(200, await store.list(path))
    else if (method === 'GET') {
      const file = await store.read(path)
      sendFile(file ? 200 : 404, file)
    } else if (method === 'PUT' || method === 'DELETE') {
      const before = stampIn(request)
      if (before === undefined) return send(428, null)
      const write = (bytes: Buffer | null): ReturnType<Store['write']> => store.write(path, bytes, before)
      const { written, there } = await (method === 'PUT' ? withBytes(largestFile, write) : write(null))
      // What was written, whoever wrote it has.
      sendFile(written ? 200 : 412, written ? there && { ...there, bytes: new Uint8Array() } : there)
    } else if (method === 'POST') {
      await withBytes(largestFolder, async (bytes) => {
        const files = filesIn(bytes.toString('utf8'))
        if (!files) return send(400, null)
        send(200, await store.create(path, files))
      })
    } else send(405, null)
  } catch (error) {
    if (error instanceof RangeError) return send(404, null)
    const { texts, place } = asFault(error)
    send(422, { texts, place })
  }
}

/** The stamp that a change is made from; null for a file that is not to be there, undefined where nothing is said. */
function stampIn({ headers }: IncomingMessage): string | null | undefined {
  if (headers['if-none-match'] === '*') return null
  return /^"([^"]+)"$/.exec(headers['if-match'] ?? '')?.[1]
}

/** Files by their paths, in base64. */
function filesIn(text: string): Map<string, Uint8Array> | null {
  try {
    const files = new Map<string, Uint8Array>()
    for (const [path, written] of Object.entries(JSON.parse(text) as object)) {
      const bytes = typeof written === 'string' ? fromBase64(written) : null
      if (!bytes) return null
      files.set(path, bytes)
    }
    return files
  } catch {
    return null
  }
}
