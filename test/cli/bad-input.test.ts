import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
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
    timeout: 30_000,
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
    expectFault(
      run('build'),
      /slides: no such folder; name the folder of the decks with --slides, or .*study-deck desk/,
    )
    mkdirSync(join(folder, 'slides/a'), { recursive: true })
    expectFault(run('build'), /slides\/a: no Markdown files; derive the deck or write 01\.md in it/)
    expect(readdirSync(folder)).toEqual(['slides'])
    rmSync(join(folder, 'slides/a'), { recursive: true })
    expectFault(run('build'), /slides: no decks; derive one first, or .*study-deck desk/)
    writeFileSync(join(folder, '学习材料.txt'), '甲')
    expectFault(run('build'), /slides: 还没有课件；.*study-deck desk/)
  })

  it('tells of a setting that is broken, and builds with the others', () => {
    deck('---\ntitle: "x\nmarking: 内部资料\n---\n# 甲\n')
    const { status, stdout } = run('build')
    expect(status).toBe(0)
    expect(stdout).toMatch(/01\.md:2: 文件开头的设置：/)
    expect(stdout).toMatch(/index\.html {2}1 页\n.*desk\.html {2}在浏览器里做课件/)
    expect(readFileSync(join(folder, 'dist/a/index.html'), 'utf8')).toContain('内部资料')
  })

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

it.each(['', 'derive', 'export'])(
  'explains "%s" in the language of the system, and nothing half and half',
  (command) => {
    const help = (language: string): string =>
      spawnSync(process.execPath, [bin, ...(command ? [command] : []), '--help'], {
        encoding: 'utf8',
        env: { ...process.env, LC_ALL: language },
      }).stdout
    expect(help('en_US.UTF-8')).not.toMatch(/\p{Script=Han}/u)
    for (const line of help('zh_CN.UTF-8').split('\n'))
      if (line && !line.includes('study-deck')) expect(line).toMatch(/\p{Script=Han}/u)
  },
)

it('tells wrong usage in a line, in the language of the system or of what was typed', () => {
  const said = (language: string, ...args: string[]): string =>
    spawnSync(process.execPath, [bin, ...args], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, LC_ALL: language },
    }).stderr
  expect(said('zh_CN.UTF-8', 'build', '--slide', 'x')).toBe(
    'study-deck: 没有选项“--slide”；加 --help 看用法（是不是 --slides？）\n',
  )
  expect(said('en_US.UTF-8', 'derive', '材料.txt', '--points', '99')).toMatch(
    /^study-deck: “--points .*请写 1 到 12/,
  )
  expect(said('zh_CN.UTF-8', 'export', 'a')).toMatch(/^study-deck: 必须写选项“--as <格式>”/)
  expect(said('zh_CN.UTF-8', 'derive', 'none.txt')).toBe('study-deck: none.txt: 没有这个文件；请核对文件名\n')
})

it('ends derive with commands that can be copied as they stand', () => {
  writeFileSync(join(folder, 'a.txt'), '标题\n一、甲\n正文在此，内容完整。')
  expect(run('derive', 'a.txt', '--slides', 'my decks').stdout).toMatch(
    /\n {2}npx study-deck dev --slides "my decks"\n.*\n {2}npx study-deck check a --slides "my decks"\n$/,
  )
  expect(run('derive', 'a.txt').stdout).toMatch(/\n {2}npx study-deck dev\n.*\n {2}npx study-deck check a\n$/)
})

it.each([
  ['con', /Windows keeps the name "con" to itself/],
  ['LPT1', /Windows keeps the name/],
  ['a'.repeat(201), /too long; choose a shorter one with --deck/],
  ['AA', /there is a deck "aa", and Windows does not tell capitals apart/],
])('refuses to derive a deck "%s"', (slug, line) => {
  writeFileSync(join(folder, 'a.txt'), 'Title\n1. One\nThe text is here.')
  mkdirSync(join(folder, 'slides/aa'), { recursive: true })
  expectFault(run('derive', 'a.txt', '--deck', slug), line)
  expect(readdirSync(join(folder, 'slides'))).toEqual(['aa'])
})

it('derives a document whose name is as long as names can be', () => {
  const name = `${'学'.repeat(83)}.txt`
  writeFileSync(join(folder, name), '标题\n一、甲\n正文在此，内容完整。')
  expect(run('derive', name)).toMatchObject({ status: 0, stderr: '' })
})

it('writes nothing into the folder of the decks, over a file of somebody, or where nothing can be', () => {
  deck('# One\n')
  writeFileSync(join(folder, 'mine.txt'), 'mine')
  expectFault(
    run('build', '--out', 'slides/a/dist'),
    /slides\/a\/dist: this is inside the folder of the decks/,
  )
  expectFault(run('export', 'a', '--as', 'notes', '--out', 'slides'), /slides: this is inside the folder/)
  expectFault(
    run('export', 'a', '--as', 'notes', '--out', 'mine.txt'),
    /mine\.txt: a file is here that study/,
  )
  writeFileSync(join(folder, 'mine.txt'), '%PDF-1.7 mine')
  expectFault(
    run('export', 'a', '--as', 'notes', '--out', 'mine.txt'),
    /mine\.txt: a file is here that study/,
  )
  expectFault(run('themes', '--out', 'mine.txt'), /mine\.txt: a file is here that study/)
  expectFault(run('build', '--out', '/proc/x/y'), /\/proc\/x/)
  expect(readdirSync(folder).sort()).toEqual(['mine.txt', 'slides'])
})

it.skipIf(process.platform === 'win32')(
  'waits for no pipe, and reads no folder as a file',
  () => {
    deck('# 甲\n\n![图](a.png)\n')
    spawnSync('mkfifo', [join(folder, 'slides/a/a.png')])
    expect(run('build').stdout).toMatch(/01\.md:3: a\.png 不是普通文件/)
    rmSync(join(folder, 'slides/a/a.png'))
    mkdirSync(join(folder, 'slides/a/a.png'))
    expect(run('build').stdout).toMatch(/01\.md:3: a\.png 不是普通文件/)
    writeFileSync(join(folder, 'slides/a/01.md'), '# 甲\n')
    writeFileSync(join(folder, 'a.txt'), '标题\n一、甲\n正文在此，内容完整。')
    const isRefused = (...args: string[]) =>
      expectFault(run(...args), /slides\/a\/.*(?:不是普通文件|no plain file)/)
    spawnSync('mkfifo', [join(folder, 'slides/a/source.txt')])
    isRefused('build')
    isRefused('check', 'a')
    isRefused('derive', 'a.txt', '--deck', 'a')
    rmSync(join(folder, 'slides/a/source.txt'))
    writeFileSync(join(folder, 'slides/a/source.txt'), '甲')
    spawnSync('mkfifo', [join(folder, 'slides/a/.derived.json')])
    isRefused('derive', 'a.txt', '--deck', 'a')
    spawnSync('mkfifo', [join(folder, 'pipe')])
    for (const file of ['pipe', '/dev/zero', '/dev/null'])
      for (const command of ['derive', 'outline', 'theme', 'unpack'])
        expectFault(run(command, file), /^study-deck: \S+: is no plain file; name a file, or -/)
  },
  90_000,
)

it('tells the line of a formula beyond reason', () => {
  deck(`# 甲\n\n$${'{'.repeat(1900)}$\n`)
  expect(run('build')).toMatchObject({
    status: 0,
    stderr: '',
    stdout: expect.stringMatching(/01\.md:3: 公式/),
  })
})

it('refuses a deck called as the list of decks', () => {
  deck('# 甲\n')
  mkdirSync(join(folder, 'slides/index.html'))
  writeFileSync(join(folder, 'slides/index.html/01.md'), '# One\n')
  expectFault(run('build'), /index\.html: its name clashes with index\.html|index\.html.*名称冲突/)
  expect(readdirSync(folder)).toEqual(['slides'])
})

it('says what a bad SOURCE_DATE_EPOCH should be', () => {
  deck('# One\n')
  for (const epoch of ['soon', '-1', '99999999999999999'])
    expectFault(
      spawnSync(process.execPath, [bin, 'export', 'a', '--as', 'notes'], {
        cwd: folder,
        encoding: 'utf8',
        env: { ...process.env, SOURCE_DATE_EPOCH: epoch },
      }),
      /SOURCE_DATE_EPOCH must be seconds since 1970/,
    )
})

it('tells wrong usage from a wrong input', () => {
  expect(run('derive').status).toBe(2)
  expect(run('frobnicate').status).toBe(2)
  expect(run('build', '--nonsense').status).toBe(2)
  expect(run('--help').status).toBe(0)
  expect(run('--version')).toMatchObject({ status: 0, stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) })
})
