import {
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, expect, it, vi } from 'vitest'
import { deriveCommand } from '../../src/cli/derive.ts'
import { importCommand } from '../../src/cli/import.ts'
import { mergeCommand } from '../../src/cli/merge.ts'
import { changeFile, writeWhole } from '../../src/disk/file.ts'
import { diskStore } from '../../src/store/disk.ts'
import { findDeck, findDecks, readDeck } from '../../src/store/load.ts'

/** Whoever is root may read all folders: one is refused here. */
const refused = vi.hoisted(() => ({ folder: '' }))
vi.mock('node:fs/promises', async (original) => {
  const fs = await original<typeof import('node:fs/promises')>()
  return {
    ...fs,
    readdir: async (path: string, options: object) => {
      if (path !== refused.folder) return fs.readdir(path, options)
      throw Object.assign(new Error('refused'), { code: 'EACCES', path })
    },
  }
})

const folder = mkdtempSync(join(tmpdir(), 'study-deck-test-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
beforeEach(() => void vi.spyOn(process.stdout, 'write').mockReturnValue(true))

const words = (text: string): Buffer => Buffer.from(text)

it('nothing is put in the place of a file that is marked as read-only, nor is it taken away', async () => {
  const path = join(folder, 'kept.md')
  writeFileSync(path, 'mine')
  chmodSync(path, 0o444)
  const store = diskStore(folder)
  const { stamp = null } = (await store.read('kept.md')) ?? {}
  const ways = [
    () => store.write('kept.md', words('other'), stamp),
    () => store.write('kept.md', null, stamp),
    () => changeFile(path, () => words('other')),
    () => writeWhole(path, 'other'),
  ]
  for (const way of ways) await expect(way()).rejects.toThrow('read-only')
  expect(readFileSync(path, 'utf8')).toBe('mine')
  expect(readdirSync(folder)).toEqual(['kept.md'])
})

it('derive tells of a slide file that is read-only, and leaves it', async () => {
  const source = join(folder, 'a.txt')
  const derive = (text: string): Promise<void> => {
    writeFileSync(source, text)
    return deriveCommand(source, { slides: join(folder, 'slides') })
  }
  const text =
    '关于工作的意见\n一、教育\n教育很重要，要加强教育的领导。\n二、科技\n科技很重要，要加强科技的领导。\n'
  await derive(text)
  const deck = join(folder, 'slides/a')
  const names = readdirSync(deck).filter((name) => name.endsWith('.md'))
  const read = (): string[] => names.map((name) => readFileSync(join(deck, name), 'utf8'))
  const before = read()
  for (const name of names) chmodSync(join(deck, name), 0o444)
  await expect(derive(text.replaceAll('要加强', '必须加强'))).rejects.toThrow('read-only')
  expect(read()).toEqual(before)
})

it('no command makes a deck that Windows takes for another one', async () => {
  const slides = join(folder, 'alike')
  const file = join(folder, 'law.md')
  writeFileSync(file, '# 法\n\n- 一\n')
  await importCommand(file, { slides, deck: 'law' })
  await expect(importCommand(file, { slides, deck: 'LAW' })).rejects.toThrow('capitals')
  await expect(deriveCommand(join(folder, 'a.txt'), { slides, deck: 'Law' })).rejects.toThrow('capitals')
  expect(readdirSync(slides)).toEqual(['law'])
})

it('a link among the slides is told, and not read', async () => {
  const slides = join(folder, 'slides')
  symlinkSync(join(folder, 'a.txt'), join(slides, 'a/09.md'))
  const { remarks, files } = await readDeck(await findDeck(slides, 'a'))
  expect(remarks).toContainEqual({
    place: { file: join(slides, 'a/09.md') },
    message: expect.stringContaining('这是链接'),
  })
  expect(files.map(({ path }) => path)).not.toContain(join(slides, 'a/09.md'))
  // Nor is anything of an exported file taken over through it.
  const before = readFileSync(join(folder, 'a.txt'))
  await expect(mergeCommand(join(folder, 'a.txt'), { slides, deck: 'a' })).rejects.toThrow('is a link')
  expect(readFileSync(join(folder, 'a.txt'))).toEqual(before)
})

it('a folder that may not be read is the fault of one deck', async () => {
  await deriveCommand(join(folder, 'a.txt'), { slides: join(folder, 'slides'), deck: 'b' })
  refused.folder = join(folder, 'slides/a')
  const [refusedOne, other] = await findDecks(join(folder, 'slides'))
  if (!refusedOne || !other) throw new Error('no decks')
  await expect(readDeck(refusedOne)).rejects.toThrow('not allowed')
  expect((await readDeck(other)).slug).toBe('b')
})
