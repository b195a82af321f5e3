import type { IncomingMessage } from 'node:http'

/**
 * Reads what comes with a request.
 *
 * @param largest in bytes
 * @returns null for more than that, of which no more is read
 */
export async function readBody(request: IncomingMessage, largest: number): Promise<Buffer | null> {
  if (Number(request.headers['content-length'] ?? 0) > largest) return null
  const parts: Buffer[] = []
  let size = 0
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length
    if (size > largest) return null
    parts.push(part)
  }
  return Buffer.concat(parts)
}
