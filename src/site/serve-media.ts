import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { mediaOf } from '../deck/media-types.ts'

/**
 * Serves a film or sound that is too large for its page, whole or the part that the browser asks for: it can then go to
 * any place in a film without having all of it.
 *
 * @param name its path in the deck's folder, as the deck's reader of files gave it
 */
export async function serveMedia(
  folder: string,
  name: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const path = join(folder, name)
  const { size } = await stat(path)
  const asked = request.headers.range
  const part = asked === undefined ? { start: 0, end: size - 1 } : rangeIn(asked, size)
  response.setHeader('accept-ranges', 'bytes')
  if (!part) {
    response.writeHead(416, { 'content-range': `bytes */${size}` }).end()
    return
  }
  const { start, end } = part
  response.writeHead(asked === undefined ? 200 : 206, {
    'content-type': mediaOf(name)?.type ?? 'application/octet-stream',
    'content-length': end - start + 1,
    ...(asked === undefined ? {} : { 'content-range': `bytes ${start}-${end}/${size}` }),
  })
  // The browser ends what it needs no more of.
  await pipeline(createReadStream(path, part), response).catch(() => {})
}

/** The one part that a request asks for, ends included; null for one that is not there (RFC 9110, 14.1.2). */
function rangeIn(asked: string, size: number): { readonly start: number; readonly end: number } | null {
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(asked.trim()) ?? []
  if (first === '' && last === '') return null
  const start = first === '' ? Math.max(0, size - Number(last)) : Number(first)
  const end = first === '' || last === '' ? size - 1 : Math.min(size - 1, Number(last))
  return start <= end ? { start, end } : null
}
