import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { projectElement } from '../../src/deck/project.ts'
import { readAddress } from '../../src/site/door.ts'
import { serveStore } from '../../src/site/serve-store.ts'
import { deckFileStore } from '../../src/store/deck-file.ts'
import { diskStore } from '../../src/store/disk.ts'
import { type MemoryStore, memoryStore } from '../../src/store/memory.ts'
import { servedStore } from '../../src/store/served.ts'
import { contract, type Trial } from './contract.ts'

async function onDisk(work: (trial: Trial, folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'study-deck-test-'))
  const hand: Trial['hand'] = async (path, text) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    if (text === null) rmSync(join(folder, path))
    else writeFileSync(join(folder, path), text)
  }
  try {
    await work({ store: diskStore(folder), hand }, folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Through a server of ours, as the desk does. */
function served(work: (trial: Trial) => Promise<void>): Promise<void> {
  return onDisk(async ({ store, hand }) => {
    const server = createServer((request, response) => {
      const { path = '', query = new URLSearchParams() } = readAddress(request.url) ?? {}
      void serveStore(store, { path: path.replace(/^\/decks\/?/, ''), query }, request, response)
    })
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    const at = server.address()
    const address = `http://127.0.0.1:${typeof at === 'object' ? at?.port : ''}/decks`
    try {
      await work({ store: servedStore({ address, headers: {}, folder: 'slides' }), hand })
    } finally {
      server.closeAllConnections()
      server.close()
    }
  })
}

/** In a store that nobody else can reach, the other hand is the store's own. */
function inMemory(store: MemoryStore): Trial {
  const hand: Trial['hand'] = async (path, text) => {
    const before = (await store.read(path))?.stamp ?? null
    await store.write(path, text === null ? null : new TextEncoder().encode(text), before)
  }
  return { store, hand }
}

async function openedPage(): Promise<MemoryStore> {
  const store = deckFileStore(`<body>${projectElement(new Map([['0.md', new Uint8Array()]]), 'a')}</body>`)
  const file = await store?.read('0.md')
  if (!store || !file) throw new Error('no deck in the page')
  await store.write('0.md', null, file.stamp)
  return store
}

describe.each(Object.entries(contract))('a store %s', (_, holds) => {
  it('on disk', () => onDisk(holds))
  it('through a server', () => served(holds))
  it('in memory', () => holds(inMemory(memoryStore())))
  it('in a deck file', async () => holds(inMemory(await openedPage())))
})

it('nothing is read, listed or written through a link', () =>
  onDisk(async ({ store }, folder) => {
    mkdirSync(join(folder, 'a'))
    symlinkSync('/etc/passwd', join(folder, 'a/01.md'))
    symlinkSync('/etc', join(folder, 'b'))
    expect(await store.list()).toEqual([{ kind: 'folder', name: 'a' }])
    expect(await store.list('a')).toEqual([])
    for (const path of ['a/01.md', 'b/passwd', 'b/new']) {
      await expect(store.read(path)).rejects.toThrow()
      await expect(store.write(path, new Uint8Array(), null)).rejects.toThrow()
    }
  }))

it('a deck file has what its page carries', async () => {
  const files = new Map([['01.md', new TextEncoder().encode('# 保密')]])
  const store = deckFileStore(`<body>${projectElement(files, 'a')}</body>`)
  expect(store?.files).toEqual(files)
  expect(deckFileStore('<body></body>')).toBe(null)
})
