import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { request as ask } from 'node:http'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createServer } from 'vite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Serving, serveLive } from '../browser/serve.ts'

let slides: string
let server: Serving
let port: number

beforeAll(async () => {
  slides = mkdtempSync(join(tmpdir(), 'study-deck-test-'))
  cpSync('slides/heilongjiang-secrecy', join(slides, 'deck'), { recursive: true })
  server = await serveLive(slides)
  port = Number(new URL(server.address).port)
})
afterAll(async () => {
  await server?.stop()
  rmSync(slides, { recursive: true, force: true })
})

interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: string
}

/** Asks as a browser does, with any header that it may send. */
function get(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  return new Promise((done, fail) => {
    const request = ask({ host: '127.0.0.1', port, path, method, headers }, (response) => {
      let body = ''
      response.setEncoding('utf8').on('data', (data) => {
        body += data
      })
      response.on('end', () => done({ status: response.statusCode ?? 0, headers: response.headers, body }))
    })
    request.on('error', fail).end()
  })
}

/** Says anything at all, and gives back the first line of the answer; '' where there is none. */
function say(text: string): Promise<string> {
  return new Promise((done) => {
    const socket = connect(port, '127.0.0.1')
    let heard = ''
    const end = (): void => {
      socket.destroy()
      done(heard.split('\r\n')[0] ?? '')
    }
    socket.setTimeout(2000, end)
    socket.on('data', (data) => {
      heard += data
      if (heard.includes('\r\n')) end()
    })
    socket.on('error', end).on('close', end)
    socket.write(text)
  })
}

const addresses = ['/', '/deck/', '/@study-deck/live.js', '/@vite/client']

it('serves its own page, and what that asks for', async () => {
  for (const path of addresses) expect((await get(path)).status, path).toBe(200)
  const { headers } = await get('/deck/')
  expect(headers['content-security-policy']).toBe("frame-ancestors 'self'")
  expect(headers['access-control-allow-origin']).toBeUndefined()
})

it('has none of the routes that Vite adds, and no file of this machine', async () => {
  const vite = await createServer({ configFile: false, logLevel: 'silent', server: { middlewareMode: true } })
  const routes = vite.middlewares.stack.map(({ route }) => route).filter((route) => route.length > 1)
  await vite.close()
  expect(routes).toContain('/__open-in-editor')
  const file = '/etc/hostname'
  const asked = [
    ...routes.flatMap((route) => [route, `${route}?file=${file}`, `${route}/${file}`]),
    ...[
      '',
      '?raw',
      '?url',
      '?import&raw',
      '?inline',
      '?init',
      '?worker',
      '?html-proxy&index=0.js',
      '?t=1&raw??',
    ].map((query) => `/@fs${file}${query}`),
    `/@fs${process.cwd()}/package.json`,
    `/@fs/..%2f..%2f..${file}`,
    `/@vite/client/../../..${file}`,
    `/@vite/client%2f..%2f..`,
    '/@vite/env',
    '/@id/virtual:study-deck',
    '/@id/__x00__/@study-deck/live.js',
    '/@react-refresh',
    '/@module-preload-polyfill',
    '/node_modules/vite/package.json',
    '/package.json',
    '/src/site/live.ts',
    '/deck.js',
    '/deck/source.txt',
    '/deck/index.html/source.txt',
    '/deck/index.html/',
    '/deck/00.md',
    '/deck/..%2f..%2fpackage.json',
    '/.env',
    '/favicon.ico',
    '/constructor/',
    '/__proto__/',
  ]
  for (const path of asked) expect((await get(path)).status, path).toBe(404)
  const ping = await get('/', { accept: 'text/x-vite-ping' })
  expect(ping.status).toBe(200)
})

describe('pages of others', () => {
  const here = (): string => `127.0.0.1:${port}`
  const others: readonly (readonly [string, () => Record<string, string>])[] = [
    ['a page of another port', () => ({ origin: 'http://127.0.0.1:3000' })],
    ['the same page under the other name of this machine', () => ({ origin: `http://localhost:${port}` })],
    ['a sandboxed frame or a file', () => ({ origin: 'null' })],
    ['a page of the web', () => ({ origin: 'https://evil.example' })],
    ['a script tag of another port', () => ({ 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'no-cors' })],
    [
      'a frame in another site',
      () => ({ 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'iframe' }),
    ],
    [
      'a form of another site',
      () => ({
        'sec-fetch-site': 'cross-site',
        'sec-fetch-mode': 'navigate',
        'sec-fetch-dest': 'document',
        origin: 'https://evil.example',
      }),
    ],
    ['a name that was made to lead here', () => ({ host: `evil.example:${port}` })],
    ['a name that begins as ours', () => ({ host: `localhost.evil.example:${port}` })],
    ['a name below ours', () => ({ host: `evil.localhost:${port}` })],
    ['another port of ours', () => ({ host: '127.0.0.1:1' })],
    ['no port', () => ({ host: '127.0.0.1' })],
    ['another address of this machine', () => ({ host: `127.0.0.2:${port}` })],
    ['the address as one number', () => ({ host: `2130706433:${port}` })],
  ]
  it.each(others)('get nothing: %s', async (_who, headers) => {
    for (const path of [...addresses, '/@study-deck/timings?deck=deck', '/nothing']) {
      const { status, body, headers: told } = await get(path, { host: here(), ...headers() })
      expect(status, path).toBe(403)
      expect(body).toBe('')
      expect(told['access-control-allow-origin']).toBeUndefined()
    }
  })

  it('get no socket', async () => {
    const { body } = await get('/@vite/client')
    const [, token = ''] = /wsToken = "([^"]+)"/.exec(body) ?? []
    expect(token).not.toBe('')
    const upgrade = (headers: Record<string, string>, path = `/?token=${token}`): Promise<string> => {
      const lines = Object.entries({
        Host: here(),
        Connection: 'Upgrade',
        Upgrade: 'websocket',
        'Sec-WebSocket-Version': '13',
        'Sec-WebSocket-Key': 'AAAAAAAAAAAAAAAAAAAAAA==',
        'Sec-WebSocket-Protocol': 'vite-hmr',
        ...headers,
      }).map(([name, value]) => `${name}: ${value}\r\n`)
      return say(`GET ${path} HTTP/1.1\r\n${lines.join('')}\r\n`)
    }
    expect(await upgrade({ Origin: server.address })).toContain('101')
    for (const [, headers] of others.filter(([, make]) => !('sec-fetch-mode' in make())))
      expect(await upgrade({ Origin: server.address, ...capitalised(headers()) })).toBe('')
    expect(await upgrade({})).toBe('')
    expect(await upgrade({ Origin: server.address }, '/')).not.toContain('101')
    expect(await upgrade({ Origin: server.address }, '//[')).toBe('')
    expect(await upgrade({ Origin: server.address }, 'http://[/')).toBe('')
  })

  it('may have a link to a deck', async () => {
    const link = {
      'sec-fetch-site': 'cross-site',
      'sec-fetch-mode': 'navigate',
      'sec-fetch-dest': 'document',
    }
    const { status, headers } = await get('/deck/', { host: here(), ...link })
    expect(status).toBe(200)
    expect(headers['cross-origin-opener-policy']).toBe('same-origin')
  })
})

const capitalised = (headers: Record<string, string>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [`${name[0]?.toUpperCase()}${name.slice(1)}`, value]),
  )

it('stands whatever is said to it', async () => {
  const targets = [
    'http://[/',
    '//[',
    '/%zz',
    '/%',
    '*',
    'evil.example:80',
    '?',
    '#',
    '/a#b',
    '/\\evil',
    '/deck%00/',
    `/${'a'.repeat(15_000)}`,
  ]
  const methods = ['GET', 'POST', 'HEAD', 'OPTIONS', 'CONNECT', 'TRACE', 'PUT', 'PATCH']
  for (const method of methods)
    for (const target of targets) await say(`${method} ${target} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n\r\n`)
  for (const text of [
    '\0\0\0',
    'GET\r\n\r\n',
    'GET / HTTP/9.9\r\n\r\n',
    'GET / HTTP/1.1\r\n\r\n',
    'POST /@study-deck/timings?deck=deck HTTP/1.1\r\nContent-Length: -1\r\n\r\n',
  ])
    await say(text)
  expect((await get('/deck/')).status).toBe(200)
}, 120_000)
