import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

const bin = resolve('bin/study-deck.js')
let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'study-deck-test-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], {
    cwd: folder,
    encoding: 'utf8',
  })
  return { status, stdout, stderr }
}

/** What a person sees of a mistake of theirs: one line that names the place and what to do. */
function expectFault(result: ReturnType<typeof run>, line: RegExp): void {
  expect(result.stderr).toMatch(/^study-deck: [^\n]+\n$/)
  expect(result.stderr).toMatch(line)
  expect(result.status).toBe(1)
}

function deck(markdown: string): void {
  mkdirSync(join(folder, 'slides/a'), { recursive: true })
  writeFileSync(join(folder, 'slides/a/01.md'), markdown)
}

describe('derive', () => {
  it.each([
    ['no such file', 'none.txt', () => {}, /none\.txt: no such file; check the name/],
    ['a folder', 'dir.txt', (file: string) => mkdirSync(file), /dir\.txt: is a folder; name the document/],
    [
      'an empty file',
      'empty.txt',
      (file: string) => writeFileSync(file, ''),
      /empty\.txt: the file is empty/,
    ],
    [
      'binary rubbish',
      'rubbish.txt',
      (file: string) =>
        writeFileSync(file, Buffer.from(Array.from({ length: 4096 }, (_, i) => (i * 7919) % 256))),
      /rubbish\.txt: /,
    ],
    [
      'a file over 20 MB',
      'large.txt',
      (file: string) => writeFileSync(file, 'a'.repeat(20 * 1024 * 1024 + 1)),
      /large\.txt: the file is over 20 MB; cut it into parts/,
    ],
  ])('says what is wrong with %s and writes nothing', (_what, name, make, line) => {
    make(join(folder, name))
    expectFault(run('derive', name), line)
    expect(readdirSync(folder)).not.toContain('slides')
  })

  it.each(['../out', 'a/b', '..', '.hidden', '', '/tmp/x'])('keeps the deck "%s" inside slides/', (slug) => {
    writeFileSync(join(folder, 'a.txt'), '标题\n一、甲\n正文在此，内容完整。')
    expectFault(run('derive', 'a.txt', '--deck', slug), /can't name a deck; use letters, digits and hyphens/)
    expect(readdirSync(folder)).toEqual(['a.txt'])
  })
})

it('derives from standard input, the deck named by its title', () => {
  const derived = spawnSync(process.execPath, [bin, 'derive', '-'], {
    cwd: folder,
    encoding: 'utf8',
    input: '关于加强工作的意见\n一、甲\n正文在此，内容完整。\n二、乙\n正文在此，内容完整。',
  })
  expect(derived.stderr).toBe('')
  expect(readdirSync(join(folder, 'slides'))).toEqual(['关于加强工作的意见'])
  const empty = spawnSync(process.execPath, [bin, 'derive', '-'], {
    cwd: folder,
    encoding: 'utf8',
    input: '',
  })
  expectFault(empty, /standard input: the file is empty/)
})

describe('build', () => {
  it('says where it found no decks', () => {
    expectFault(run('build'), /slides: no such folder; name the folder of the decks with --slides/)
    mkdirSync(join(folder, 'slides/a'), { recursive: true })
    expectFault(run('build'), /slides\/a: no Markdown files; derive the deck or write 01\.md in it/)
    expect(readdirSync(folder)).toEqual(['slides'])
  })

  it.each([['a broken front matter', '---\ntitle: "x\n---\n# 甲\n', /01\.md:\d: front matter: /]])(
    'says where %s is and writes nothing',
    (_what, markdown, line) => {
      deck(markdown)
      expectFault(run('build'), line)
      expect(readdirSync(folder)).toEqual(['slides'])
    },
  )

  it('builds what it has no picture for, and tells of all at once', () => {
    writeFileSync(join(folder, 'secret.png'), '')
    deck('# 甲\n\n![图](无%201.png)\n\n![图](../../secret.png)\n\n![图](https://example.com/a.png)\n')
    const { status, stdout } = run('build')
    expect(status).toBe(0)
    expect(stdout).toMatch(
      /01\.md:3: 没有图片 无 1\.png，[^\n]*\n[^\n]*01\.md:5: 图片 \S+secret\.png 在课件的文件夹外面/,
    )
    expect(stdout).toMatch(/01\.md:7: 图片 https:\/\/example\.com\/a\.png 不在 Markdown 旁边/)
  })
})

it('says that a port is in use', async () => {
  cpSync(resolve('slides'), join(folder, 'slides'), { recursive: true })
  const server = createServer()
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  expectFault(run('dev', '--port', String(port)), /port \d+ is in use; choose another with --port/)
  server.close()
  expectFault(run('dev', '--port', 'x'), /"x" is no port; use 1 to 65535/)
})

it('says which decks there are when one is not among them', () => {
  deck('# 甲\n')
  expectFault(run('check', 'b'), /slides\/b: no such deck; there is a$/m)
  expectFault(run('check', '../..'), /no such deck; there is a$/m)
})

it('says in plain words what the system refused', () => {
  deck('# 甲\n')
  writeFileSync(join(folder, 'file'), '')
  expectFault(run('build', '--out', 'file/x'), /file\/x\S*: a file is where a folder should be/)
})

it('tells wrong usage from a wrong input', () => {
  expect(run('derive').status).toBe(2)
  expect(run('frobnicate').status).toBe(2)
  expect(run('build', '--nonsense').status).toBe(2)
  expect(run('--help').status).toBe(0)
  expect(run('--version')).toMatchObject({ status: 0, stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) })
})
