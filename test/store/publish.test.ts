import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { partialName } from '../../src/disk/leftovers.ts'
import { generator } from '../../src/page/signs.ts'
import { manifestName, publish, standsIn } from '../../src/store/publish.ts'

/** The move that fails, from 1; 0 for none. */
const failing = vi.hoisted(() => ({ move: 0 }))
vi.mock('node:fs', async (original) => {
  const fs = await original<typeof import('node:fs')>()
  return {
    ...fs,
    renameSync: (from: string, to: string) => {
      if (--failing.move === 0) throw Object.assign(new Error('busy'), { code: 'EBUSY', path: from })
      fs.renameSync(from, to)
    },
  }
})

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'study-deck-test-'))
  failing.move = 0
})
afterEach(() => rmSync(folder, { recursive: true }))

const set = (...names: readonly string[]) => names.map((name) => ({ name, content: `page of ${name}` }))
const files = (): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== manifestName)
    .map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1))
    .sort()

it('takes away the pages that it no longer makes, and nothing else', async () => {
  await publish(folder, set('index.html', 'a/index.html', 'b/index.html', 'c/index.html'))
  writeFileSync(join(folder, 'b/photo.jpg'), 'mine')
  writeFileSync(join(folder, 'c/index.html'), 'changed by me')
  writeFileSync(join(folder, 'notes.txt'), 'mine')
  await publish(folder, set('index.html'))
  expect(files()).toEqual(['b/photo.jpg', 'c/index.html', 'index.html', 'notes.txt'])
  expect(readFileSync(join(folder, manifestName), 'utf8')).toMatch(/^[0-9a-f]{64} {2}index\.html\n$/)
})

it('is not led out of its folder by a manifest', async () => {
  const outside = join(folder, 'outside.txt')
  mkdirSync(join(folder, 'out'))
  writeFileSync(outside, 'page of x')
  await publish(join(folder, 'out'), set('x'))
  const manifest = join(folder, 'out', manifestName)
  writeFileSync(manifest, readFileSync(manifest, 'utf8').replace('  x', '  ../outside.txt'))
  await publish(join(folder, 'out'), set('y'))
  expect(existsSync(outside)).toBe(true)
})

it('puts all of a set in place or nothing', async () => {
  const old = set('index.html', 'a/index.html', 'b/index.html')
  await publish(folder, old)
  const next = [...old, ...set('c/index.html')].map(({ name, content }) => ({
    name,
    content: `new ${content}`,
  }))
  for (let move = 1; move <= 7; move++) {
    failing.move = move
    await expect(publish(folder, next)).rejects.toThrow('busy')
    expect(files()).toEqual(['a/index.html', 'b/index.html', 'index.html'])
    for (const { name, content } of old) expect(readFileSync(join(folder, name), 'utf8')).toBe(content)
  }
  failing.move = 0
  await publish(folder, next)
  for (const { name, content } of next) expect(readFileSync(join(folder, name), 'utf8')).toBe(content)
})

it('writes through no link in the place of its manifest', async () => {
  writeFileSync(join(folder, 'mine'), 'mine')
  symlinkSync(join(folder, 'mine'), join(folder, manifestName))
  await expect(publish(folder, set('index.html'))).rejects.toThrow(/no plain file/)
  expect(readFileSync(join(folder, 'mine'), 'utf8')).toBe('mine')
})

it.each([
  ['a file of somebody', () => writeFileSync(join(folder, 'a/index.html'), 'mine'), /did not write/],
  ['an empty file', () => writeFileSync(join(folder, 'a/index.html'), ''), /did not write/],
  ['a link', () => symlinkSync(join(folder, 'mine'), join(folder, 'a/index.html')), /did not write/],
  ['a folder', () => mkdirSync(join(folder, 'a/index.html/mine'), { recursive: true }), /no plain file/],
])('writes nothing where %s is in the place of a page', async (_, make, line) => {
  mkdirSync(join(folder, 'a'))
  writeFileSync(join(folder, 'mine'), 'mine')
  make()
  const before = readdirSync(folder, { recursive: true })
  await expect(publish(folder, set('index.html', 'a/index.html'))).rejects.toThrow(line)
  expect(readdirSync(folder, { recursive: true })).toEqual(before)
})

it('puts its own files anew, also those that no manifest lists any more, and reads no kept one twice', async () => {
  let reads = 0
  const read = async () => Buffer.from(`${++reads}`)
  const page = `<!doctype html>\n<meta charset="utf-8">\n${generator}`
  const all = [
    { name: 'index.html', content: page },
    { name: 'kept', content: { digest: createHash('sha256').update('1').digest('hex'), size: 1, read } },
  ]
  await publish(folder, all)
  await publish(folder, all)
  expect(reads).toBe(1)
  writeFileSync(join(folder, 'index.html'), `${page}edited`)
  await publish(folder, all)
  expect(readFileSync(join(folder, 'index.html'), 'utf8')).toBe(page)
  rmSync(join(folder, manifestName))
  await publish(folder, all.slice(0, 1))
  await expect(publish(folder, all)).rejects.toThrow(/did not write/)
})

it.each([
  ['a deck called as the list', ['index.html/index.html', 'index.html']],
  ['two decks that Windows takes for one', ['Aa/index.html', 'aa/index.html']],
  ['a name in two forms', ['\u00e9/index.html', 'e\u0301/index.html']],
])('refuses %s, and writes nothing', async (_, names) => {
  await expect(publish(folder, set(...names))).rejects.toThrow(/clashes with/)
  expect(readdirSync(folder)).toEqual([])
})

it('sweeps what a run left that was killed here, and not what another is writing', async () => {
  const running = partialName()
  const killed = running.replace(`-${process.pid}-`, `-${spawnSync(process.execPath, ['-e', '']).pid}-`)
  const elsewhere = killed.replace(/^\.study-deck-.{6}/, '.study-deck-000000')
  for (const name of [running, killed, elsewhere]) mkdirSync(join(folder, name))
  await publish(folder, set('index.html'))
  expect(readdirSync(folder).sort()).toEqual([manifestName, elsewhere, running, 'index.html'].sort())
})

it('knows what stands in a folder, through links and where nothing is yet', async () => {
  expect(await standsIn('slides', 'slides')).toBe(true)
  expect(await standsIn('slides', 'slides/none/here')).toBe(true)
  expect(await standsIn('slides', './slides/../slides/x')).toBe(true)
  expect(await standsIn('slides', 'slides-2')).toBe(false)
  expect(await standsIn('slides', '.')).toBe(false)
})
