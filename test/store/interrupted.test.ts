import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { deriveCommand } from '../../src/cli/derive.ts'
import { withTimings } from '../../src/deck/timings.ts'
import { changeFile, createFolder } from '../../src/disk/file.ts'
import { diskStore } from '../../src/store/disk.ts'

/** How many more files are put into their place before the machine stops; nothing is tidied up then. */
const power = vi.hoisted(() => ({ left: Number.POSITIVE_INFINITY }))
const cut = (): boolean => power.left-- <= 0
vi.mock('node:fs/promises', async (original) => {
  const fs = await original<typeof import('node:fs/promises')>()
  return {
    ...fs,
    rename: async (from: string, to: string) => {
      if (cut()) throw new Error('power cut')
      return fs.rename(from, to)
    },
    rm: async (path: string, options: object) => power.left >= 0 && fs.rm(path, options),
  }
})
vi.mock('node:fs', async (original) => {
  const fs = await original<typeof import('node:fs')>()
  return {
    ...fs,
    renameSync: (from: string, to: string) => {
      if (cut()) throw new Error('power cut')
      fs.renameSync(from, to)
    },
    rmSync: (path: string, options: object) => {
      if (cut()) throw new Error('power cut')
      fs.rmSync(path, options)
    },
  }
})

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'study-deck-test-'))
  vi.spyOn(process.stdout, 'write').mockReturnValue(true)
  // A run that has ended.
  vi.spyOn(process, 'pid', 'get').mockReturnValue(spawnSync(process.execPath, ['-e', '']).pid)
})
afterEach(() => {
  vi.restoreAllMocks()
  power.left = Number.POSITIVE_INFINITY
  rmSync(folder, { recursive: true, force: true })
})

const text = (sections: readonly string[]): string =>
  [
    '关于加强工作的意见',
    ...sections.map(
      (name, i) => `${'一二三四五'[i]}、${name}\n${name}很重要，要加强${name}的领导，落实${name}的责任。`,
    ),
  ].join('\n')
const sections = ['教育', '科技', '文化', '卫生']
const derive = async (words: string): Promise<void> => {
  writeFileSync(join(folder, 'a.txt'), words)
  await deriveCommand(join(folder, 'a.txt'), { slides: join(folder, 'slides'), deck: 'a' })
}
const deck = (): Record<string, string> =>
  Object.fromEntries(
    readdirSync(join(folder, 'slides/a')).map((name) => [
      name,
      readFileSync(join(folder, 'slides/a', name), 'utf8'),
    ]),
  )

it('leaves nothing of a new deck, and the next one is whole', async () => {
  power.left = 0
  await expect(derive(text(sections))).rejects.toThrow('power cut')
  expect(existsSync(join(folder, 'slides/a'))).toBe(false)
  power.left = Number.POSITIVE_INFINITY
  await derive(text(sections))
  expect(readdirSync(join(folder, 'slides'))).toEqual(['a'])
  expect(Object.keys(deck())).toContain('source.txt')
})

it('leaves nothing of a folder whose film can not be copied into it', async () => {
  const film = join(folder, 'film.mp4')
  const make = (): Promise<boolean> =>
    createFolder(
      join(folder, 'slides/a'),
      new Map([['01.md', Buffer.from('# 甲')]]),
      new Map([['媒体/a.mp4', film]]),
    )
  await expect(make()).rejects.toThrow('ENOENT')
  expect(readdirSync(join(folder, 'slides'))).toEqual([])
  writeFileSync(film, 'film')
  expect(await make()).toBe(true)
  expect(readFileSync(join(folder, 'slides/a/媒体/a.mp4'), 'utf8')).toBe('film')
})

it('keeps every edit of a deck that is there, wherever it stops, and the next one finishes it', async () => {
  const changed = text(['教育', '体育', '科技', '卫生'].map((name) => name)).replace('很重要', '十分重要')
  const edit = (): void => {
    for (const [name, words] of Object.entries(deck()))
      if (words.includes('要加强卫生'))
        writeFileSync(join(folder, 'slides/a', name), `${words.replace('## 四', '## 改四')}\n---\n\n# 讨论\n`)
  }
  await derive(text(sections))
  edit()
  await derive(changed)
  const finished = deck()
  expect(Object.values(finished).join('')).toMatch(/改四[\s\S]*# 讨论/)
  for (let steps = 0; steps < 8; steps++) {
    rmSync(join(folder, 'slides'), { recursive: true })
    power.left = Number.POSITIVE_INFINITY
    await derive(text(sections))
    edit()
    power.left = steps
    await derive(changed).catch((error: Error) => expect(error.message).toBe('power cut'))
    expect(Object.values(deck()).join('')).toMatch(/改四[\s\S]*# 讨论/)
    power.left = Number.POSITIVE_INFINITY
    await derive(changed)
    expect(deck()).toEqual(finished)
  }
})

it('leaves the file of the timings as it was or as it is to be, wherever a save of them stops', async () => {
  const path = join(folder, '01.md')
  const before = '---\ntitle: 甲\n---\n\n# 甲\n'
  writeFileSync(path, before)
  const save = (seconds: number): Promise<void> =>
    changeFile(path, (there) => Buffer.from(withTimings(String(there), { 甲: seconds })))
  power.left = 0
  await expect(save(5)).rejects.toThrow('power cut')
  expect(readFileSync(path, 'utf8')).toBe(before)
  expect(readdirSync(folder).length).toBe(2)
  power.left = Number.POSITIVE_INFINITY
  // What the run left that was stopped, a later one of another process takes away.
  vi.restoreAllMocks()
  await diskStore(folder).write('02.md', Buffer.from('# 乙\n'), null)
  await save(6)
  expect(readFileSync(path, 'utf8')).toContain('甲: 6')
  expect(readdirSync(folder).sort()).toEqual(['01.md', '02.md'])
})
