import {
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
import { afterEach, beforeEach, expect, it } from 'vitest'
import { cached, cachedFile } from '../../src/assets/cache.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'study-deck-test-'))
  process.env['STUDY_DECK_CACHE'] = join(folder, 'cache')
})
afterEach(() => {
  delete process.env['STUDY_DECK_CACHE']
  rmSync(folder, { recursive: true })
})

const make = async (): Promise<Uint8Array> => Buffer.from('made')

it.each<readonly [string, (path: string) => void]>([
  ['cut off', (path) => writeFileSync(path, readFileSync(path).subarray(0, 66))],
  ['empty', (path) => writeFileSync(path, '')],
  ['rubbish', (path) => writeFileSync(path, 'rubbish'.repeat(99))],
  ['of another key', (path) => writeFileSync(path, readFileSync(join(folder, 'other')))],
  [
    'a folder',
    (path) => {
      rmSync(path)
      mkdirSync(path)
    },
  ],
  [
    'a link to something of a person',
    (path) => {
      rmSync(path)
      symlinkSync(join(folder, 'mine'), path)
    },
  ],
])('makes again what is kept where that is %s, and changes nothing else', async (_, damage) => {
  writeFileSync(join(folder, 'mine'), 'mine')
  const path = (): string => join(folder, 'cache', readdirSync(join(folder, 'cache'))[0] ?? '')
  await cached('another', async () => Buffer.from('another'))
  writeFileSync(join(folder, 'other'), readFileSync(path()))
  rmSync(path())
  await cached('key', make)
  const kept = path()
  damage(kept)
  expect(Buffer.from(await (await cachedFile('key', make)).read()).toString()).toBe('made')
  expect(Buffer.from(await cached('key', make)).toString()).toBe('made')
  expect(readFileSync(join(folder, 'mine'), 'utf8')).toBe('mine')
})
