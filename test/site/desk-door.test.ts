import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { request as ask } from 'node:http'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { serveDesk } from '../../src/site/desk-server.ts'
import type { OwnServer } from '../../src/site/own-server.ts'

let folder: string
let server: OwnServer
let port: number
let key: string

const given: Readonly<Record<string, string>> = {
  'slides/甲/01.md': '# 甲\n',
  'slides/甲/review.yaml': 'slides: []\n',
  'slides/甲/.derived.json': '{}',
  'slides/甲/source.txt': '甲的原文',
  'slides/甲/图/一.png': 'png',
}
/** What stands there and is nobody's business. */
const secret = 'SECRET'
const secrets: Readonly<Record<string, string>> = {
  'outside.txt': secret,
  'outside/01.md': secret,
  'slides/notes.txt': secret,
  'slides/01.md': secret,
  'slides/.env': secret,
  'slides/photos/a.png': secret,
  'slides/甲/source.docx': secret,
  'slides/甲/source.md': secret,
  'slides/甲/source.original.txt': secret,
  'slides/甲/.git/config': secret,
  'slides/甲/.git/01.md': secret,
  'slides/甲/keys.txt': secret,
  'slides/甲/package.json': secret,
  'slides/甲/x.js': secret,
  'slides/.hidden/01.md': secret,
}

function fill(): void {
  rmSync(join(folder, 'slides'), { recursive: true, force: true })
  for (const [name, text] of Object.entries({ ...given, ...secrets })) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), text)
  }
  symlinkSync(join(folder, 'outside.txt'), join(folder, 'slides/甲/link.md'))
  symlinkSync(join(folder, 'outside'), join(folder, 'slides/甲/away'))
  symlinkSync(join(folder, 'outside'), join(folder, 'slides/elsewhere'))
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'study-deck-test-'))
  fill()
  server = await serveDesk(join(folder, 'slides'))
  port = Number(new URL(server.address).port)
  key = new URLSearchParams(new URL(server.address).hash.slice(1)).get('key') ?? ''
})
beforeEach(fill)
afterAll(async () => {
  await server?.close()
  rmSync(folder, { recursive: true, force: true })
})

interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: string
}

function send(
  method: string,
  path: string,
  headers: Record<string, string> = {},
  body?: string | Buffer,
): Promise<Answer> {
  return new Promise((done, fail) => {
    const asked = ask({ host: '127.0.0.1', port, path, method, headers }, (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', (data) => {
        text += data
      })
      response.on('end', () =>
        done({ status: response.statusCode ?? 0, headers: response.headers, body: text }),
      )
      response.on('error', fail)
    })
    asked.on('error', fail).end(body)
  })
}

const known = (): Record<string, string> => ({ 'study-deck-key': key })
const get = (path: string): Promise<Answer> => send('GET', path, known())
const put = (path: string, before = '*', text = 'x'): Promise<Answer> =>
  send(
    'PUT',
    path,
    { ...known(), ...(before === '*' ? { 'if-none-match': '*' } : { 'if-match': `"${before}"` }) },
    text,
  )
const encoded = (path: string): string => `/decks/${path.split('/').map(encodeURIComponent).join('/')}`
/** All files, with what is in them. */
const everything = (): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const path = join(entry.parentPath, entry.name)
      return `${path} ${readFileSync(path, 'utf8')}`
    })
    .sort()

const routes: readonly (readonly [string, string])[] = [
  ['GET', '/decks?about'],
  ['GET', '/decks?list'],
  ['GET', encoded('甲')],
  ['GET', `${encoded('甲')}?list`],
  ['GET', encoded('甲/01.md')],
  ['PUT', encoded('甲/01.md')],
  ['PUT', encoded('甲/02.md')],
  ['DELETE', encoded('甲/01.md')],
  ['POST', encoded('乙')],
  ['GET', '/files/deck.js'],
  ['GET', '/files/desk-worker.js'],
  ['GET', '/anything'],
]

it('gives its page what the page asks for', async () => {
  expect(JSON.parse((await get('/decks?about')).body)).toMatchObject({ folder: 'slides', isDeck: false })
  const names = async (path: string): Promise<string[]> =>
    (JSON.parse((await get(path)).body) as { name: string }[]).map(({ name }) => name)
  expect(await names('/decks?list')).toEqual(['甲'])
  // Of the document itself it learns that it is there.
  expect(await names(`${encoded('甲')}?list`)).toEqual([
    '.derived.json',
    '01.md',
    'review.yaml',
    'source.docx',
    'source.md',
    'source.original.txt',
    'source.txt',
    '图',
  ])
  for (const [path, text] of Object.entries(given))
    expect((await get(encoded(path.replace('slides/', '')))).body, path).toBe(text)
  const { headers } = await send('GET', '/')
  expect(headers['cross-origin-resource-policy']).toBe('same-origin')
  expect(headers['access-control-allow-origin']).toBeUndefined()
})

it('lets its page read the theme of the office among the decks, and its logo, but not change them', async () => {
  const theme = 'logo: ./标志.png\n'
  writeFileSync(join(folder, 'slides/theme.yaml'), theme)
  writeFileSync(join(folder, 'slides/标志.png'), 'logo')
  writeFileSync(join(folder, 'slides/另一.png'), secret)
  expect((await get(encoded('theme.yaml'))).body).toBe(theme)
  expect((await get(encoded('标志.png'))).body).toBe('logo')
  expect((await get(encoded('另一.png'))).status).toBe(404)
  for (const name of ['theme.yaml', '标志.png']) expect((await put(encoded(name))).status, name).not.toBe(200)
  expect(readFileSync(join(folder, 'slides/theme.yaml'), 'utf8')).toBe(theme)
})

it('gives nobody else anything, on any route', async () => {
  const before = everything()
  const here = `127.0.0.1:${port}`
  const others: readonly Record<string, string>[] = [
    {},
    { 'study-deck-key': '' },
    { 'study-deck-key': `${key}x` },
    { 'study-deck-key': key.toLowerCase() },
    { cookie: `study-deck-key=${key}` },
    { authorization: `Bearer ${key}` },
    ...[
      { host: 'evil.example' },
      { host: `evil.example:${port}` },
      { host: '127.0.0.1' },
      { origin: 'http://evil.example' },
      { origin: 'null' },
      { origin: `http://127.0.0.1:${port + 1}` },
      { origin: `http://localhost:${port}` },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
    ].map((headers) => ({ ...known(), ...headers })),
  ]
  for (const headers of others)
    for (const [method, path] of routes) {
      const {
        status,
        body,
        headers: told,
      } = await send(method, path, {
        host: here,
        'if-none-match': '*',
        ...headers,
      })
      expect([status, body], `${method} ${path} ${JSON.stringify(headers)}`).toEqual([403, ''])
      expect(told['access-control-allow-origin']).toBeUndefined()
    }
  for (const method of ['OPTIONS', 'HEAD', 'PATCH', 'TRACE'])
    expect((await send(method, '/', { host: here, origin: 'http://evil.example' })).status).toBe(403)
  expect(everything()).toEqual(before)
})

it('reads no file outside a deck, nor any of a deck that is none of its page, however it is spelt', async () => {
  const names = Object.keys(secrets).map((path) => path.replace(/^slides\//, ''))
  const spelt = [
    ...names.flatMap((name) =>
      [encoded(name), encoded(`甲/../${name}`), `/decks/甲/..%2f${name}`].map(encodeURI),
    ),
    ...['link.md', 'away/01.md'].map((name) => encoded(`甲/${name}`)),
    encoded('elsewhere/01.md'),
    ...[
      '..',
      '%2e%2e',
      '.%2e',
      '..%2f',
      '..%5c',
      '%2e%2e%2f',
      '..%00',
      '%252e%252e',
      '....//',
      '..;',
    ].flatMap((up) => [
      `/decks/${up}/outside.txt`,
      `/decks/%E7%94%B2/${up}/${up}/outside.txt`,
      `/decks/%E7%94%B2/${up}/${up}/outside/01.md`,
      `/files/${up}/package.json`,
      `/files/${up}/${up}/package.json`,
    ]),
    `/decks/${encodeURIComponent(join(folder, 'outside.txt'))}`,
    `/decks//${join(folder, 'outside.txt')}`,
    `/decks/file:%2f%2f${join(folder, 'outside.txt')}`,
    `/decks/C:%5cWindows%5cwin.ini`,
    ...[
      '01.md::$DATA',
      '01.md:x',
      '01.md.',
      '01.md ',
      'SOURCE.DOCX',
      'Source.MD',
      'SOURCE~1.DOC',
      'con',
      'con.md',
      'nul',
      'aux.md',
      'COM1',
    ].map((name) => encoded(`甲/${name}`)),
    '/files/constructor',
    '/files/__proto__',
    '/files/',
    '/decks/%E7%94%B2',
    '/decks/%zz',
    '/decks/%E7%94%B2/%c0%ae%c0%ae/01.md',
  ]
  for (const path of spelt) {
    const { status, body } = await get(path)
    expect([404, 422], path).toContain(status)
    expect(body, path).not.toContain(secret)
    const list = await get(`${path}?list`)
    expect(list.body, path).not.toContain(secret)
    if (!path.endsWith('%E7%94%B2'))
      expect(['null', '[]', ''], path).toContain(list.body.slice(0, 9).replace(/^\{.*/, 'null'))
  }
})

it('writes no file that is none of a deck, and none over another', async () => {
  const before = everything()
  const paths = [
    ...Object.keys(secrets)
      .map((path) => path.replace(/^slides\//, ''))
      .filter((path) => !/source\./.test(path)),
    ...[
      '../a.md',
      '甲/../a.md',
      'a.md',
      '甲/a.exe',
      '甲/a.js',
      '甲/run.bat',
      '甲/a.lnk',
      '甲/.bashrc',
      '甲/.git/hooks',
      '甲/desktop.ini',
    ],
    ...[
      '甲/con.md',
      '甲/nul',
      '甲/a:b.md',
      '甲/a.md.',
      '甲/a.md ',
      '甲/a\u202edm.md',
      '甲/01.MD',
      '甲/Source.Docx',
      '甲/link.md',
      '甲/away/02.md',
    ],
    ...['new/01.md', 'elsewhere/02.md', 'photos/01.md', '.hidden/02.md', '甲', '甲/图', ''],
  ]
  for (const path of paths)
    for (const method of ['PUT', 'DELETE']) {
      const { status } = await send(
        method,
        encoded(path),
        { ...known(), 'if-none-match': '*' },
        method === 'PUT' ? 'x' : undefined,
      )
      expect([404, 412, 422], `${method} ${path}`).toContain(status)
    }
  for (const name of ['', '甲', '乙/丙', '..', 'con', '.x', 'photos', 'a:b', '甲 ', 'elsewhere'])
    for (const file of ['01.md', '../01.md']) {
      const body = JSON.stringify({ [file]: 'eA==' })
      const { body: made } = await send('POST', encoded(name), known(), body)
      expect(made, `${name} ${file}`).not.toBe('true')
    }
  for (const file of ['../a.md', '.bashrc', 'con.md', '/etc/a.md', 'a\\b.md', '']) {
    const made = await send(
      'POST',
      encoded('丁'),
      known(),
      JSON.stringify({ '01.md': 'eA==', [file]: 'eA==' }),
    )
    expect(made.body, file).not.toBe('true')
  }
  expect(everything()).toEqual(before)
  // Nothing is changed that does not say from what.
  expect((await send('PUT', encoded('甲/01.md'), known(), 'x')).status).toBe(428)
  expect((await put(encoded('甲/01.md'), 'other')).status).toBe(412)
  expect((await put(encoded('甲/01.md'))).status).toBe(412)
  expect(everything()).toEqual(before)
})

it('makes a deck of what its page is made of, and of nothing that stood beside it', async () => {
  const files = [
    '01.md',
    '图/一.png',
    'review.yaml',
    'a.exe',
    'autorun.inf',
    'desktop.ini',
    'x.jar',
    'Makefile',
    'a.py',
    'x.url',
  ]
  const body = JSON.stringify(Object.fromEntries(files.map((file) => [file, 'eA=='])))
  expect((await send('POST', encoded('戊'), known(), body)).body).toBe('true')
  expect(readdirSync(join(folder, 'slides/戊')).sort()).toEqual(['01.md', 'review.yaml', '图'])
})

it('takes no more than a deck can be', async () => {
  const before = everything()
  const large = { ...known(), 'if-none-match': '*', 'content-length': String(2 ** 40) }
  expect((await send('PUT', encoded('甲/02.md'), large, 'x').catch(() => ({ status: 422 }))).status).toBe(422)
  // Without a length, it is counted.
  const chunked = { ...known(), 'if-none-match': '*', 'transfer-encoding': 'chunked' }
  const sent = await send('PUT', encoded('甲/02.md'), chunked, Buffer.alloc(21 * 2 ** 20)).catch(() => ({
    status: 422,
  }))
  expect(sent.status).toBe(422)
  for (const body of ['', 'null', '[]', '{"01.md":1}', '{"01.md":"%"}', '{', `{"a":${'['.repeat(100_000)}`])
    expect((await send('POST', encoded('丁'), known(), body)).body, body.slice(0, 20)).not.toBe('true')
  expect(everything()).toEqual(before)
})

it('opens no socket', async () => {
  const { status } = await send('GET', '/', { connection: 'keep-alive', ...known() })
  expect(status).toBe(200)
  await expect(
    send('GET', '/', {
      connection: 'upgrade',
      upgrade: 'websocket',
      origin: `http://127.0.0.1:${port}`,
      ...known(),
    }),
  ).rejects.toThrow()
})
