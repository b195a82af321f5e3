import type { IncomingHttpHeaders } from 'node:http'

/** What comes with a request. */
export interface Incoming extends AsyncIterable<Buffer> {
  readonly headers: IncomingHttpHeaders
}

/** So many bytes of all requests are held at once; one that would be more alone is held alone. */
const mostHeld = 100 * 1024 * 1024
/** A body of no more bytes, as most edits are, waits for nobody. */
const small = 1024 * 1024

let held = 0
const waiting: (() => void)[] = []

/**
 * Reads what comes with a request, and uses it. Requests whose bodies would be too much together wait for each other,
 * unread.
 *
 * @param largest in bytes
 * @param use is given null for more than that, of which no more is read
 */
export async function withBody<T>(
  request: Incoming,
  largest: number,
  use: (body: Buffer | null) => Promise<T>,
): Promise<T> {
  // One that does not say how long it is may be as long as it may be.
  const size = Number(request.headers['content-length'] ?? largest)
  if (!(size <= largest)) return use(null)
  while (size > small && held > 0 && held + size > mostHeld) await new Promise<void>((go) => waiting.push(go))
  held += size
  try {
    return await use(await readBody(request, largest))
  } finally {
    held -= size
    for (const go of waiting.splice(0)) go()
  }
}

async function readBody(request: Incoming, largest: number): Promise<Buffer | null> {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of request) {
    size += part.length
    if (size > largest) return null
    parts.push(part)
  }
  return Buffer.concat(parts)
}
