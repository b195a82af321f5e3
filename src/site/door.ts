import type { IncomingMessage } from 'node:http'

/** The names by which a browser on this machine knows it; any other is somebody else's that was made to lead here. */
const names = ['127.0.0.1', 'localhost', '[::1]']

/** What a request asks for, once it is known to come from here. */
export interface Asked {
  /** Decoded: `/学习/index.html`. */
  readonly path: string
  readonly query: URLSearchParams
}

/**
 * Reads the address that a request asks for.
 *
 * @returns null for what is no address of a server's own, such as `http://[/` or `//host/`
 */
export function readAddress(url: string | undefined): Asked | null {
  const [, path = '', query = ''] = /^(\/(?!\/)[^?#\\]*)(?:\?([^#]*))?$/.exec(url ?? '') ?? []
  try {
    return path ? { path: decodeURIComponent(path), query: new URLSearchParams(query) } : null
  } catch {
    return null
  }
}

/**
 * Whether a request comes from a page of this server, or from the person in the browser's address bar. Pages of other
 * servers, also of this machine, and those that name this machine otherwise (DNS rebinding) get nothing.
 *
 * @param port of this server
 */
export function isFromHere({ headers, method }: IncomingMessage, port: number): boolean {
  const { host, origin } = headers
  const hosts = names.flatMap((name) => [`${name}:${port}`, ...(port === 80 ? [name] : [])])
  if (host === undefined || !hosts.includes(host)) return false
  if (origin !== undefined && origin !== `http://${host}`) return false
  const site = headers['sec-fetch-site']
  if (site === undefined || site === 'same-origin' || site === 'none') return true
  // A link to a deck, which the person follows: the page that has it sees nothing of what it leads to.
  return (
    method === 'GET' && headers['sec-fetch-mode'] === 'navigate' && headers['sec-fetch-dest'] === 'document'
  )
}

/** For every answer: no other page reads it, frames it, or keeps hold of its window. */
export const ownHeaders: Readonly<Record<string, string>> = {
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'content-security-policy': "frame-ancestors 'self'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-cache',
}
