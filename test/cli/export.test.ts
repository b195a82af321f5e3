import { spawn, spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { PDFDocument } from '@cantoo/pdf-lib'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from '../../src/print/browser.ts'
import { exportPdf, printableDeck } from '../../src/print/export-deck.ts'
import { usualPlaces } from '../../src/print/find-browser.ts'
import { loadDeck } from '../../src/store/load.ts'

const bin = resolve('bin/study-deck.js')
const browser = process.env['CHROME_PATH'] ?? usualPlaces(process.platform, process.env).find(existsSync)
let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'study-deck-test-'))
  for (const name of ['one', 'two']) {
    mkdirSync(join(folder, 'slides', name), { recursive: true })
    writeFileSync(
      join(folder, 'slides', name, '01.md'),
      `---\ntitle: ${name}\nlang: en\n---\n\n# Heading ${name}\n\n- [a link](https://example.org/x)\n- [the second](#/1)\n\nNote:\nSome words.\n\n---\n\n## Second\n\nNote:\nMore words.\n`,
    )
  }
  mkdirSync(join(folder, 'out'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function run(...args: string[]) {
  return spawnSync(process.execPath, [bin, 'export', ...args], { cwd: folder, encoding: 'utf8' })
}
const written = (): string[] => readdirSync(join(folder, 'out'))

it('makes several decks in several formats, and says what it wrote', () => {
  const { status, stdout, stderr } = run(
    'one',
    'two',
    '--as',
    'slides,notes',
    '--as',
    'handout',
    '--out',
    'out',
  )
  expect(stderr).toBe('')
  expect(status).toBe(0)
  const files = ['one', 'two'].flatMap((deck) =>
    ['slides', 'notes', 'handout'].map((as) => `${deck}-${as}.pdf`),
  )
  expect(written().sort()).toEqual([...files].sort())
  for (const file of files) {
    // Short notes share a page.
    const pages = file.includes('notes') ? '1 page' : '2 pages'
    expect(stdout).toMatch(new RegExp(`^out/${file}  ${pages}  \\d+ KB$`, 'm'))
  }
  for (const file of written()) rmSync(join(folder, 'out', file))
})

it('makes the same file of the same deck, dated by its last change or by SOURCE_DATE_EPOCH', async () => {
  const make = async (name: string, env: Record<string, string> = {}): Promise<Buffer> => {
    const file = join(folder, name)
    const { status } = spawnSync(process.execPath, [bin, 'export', 'one', '--as', 'notes', '--out', file], {
      cwd: folder,
      env: { ...process.env, SOURCE_DATE_EPOCH: '', ...env },
    })
    expect(status).toBe(0)
    return readFileSync(file)
  }
  const created = async (pdf: Buffer): Promise<Date | undefined> =>
    (await PDFDocument.load(pdf, { updateMetadata: false })).getCreationDate()
  const changed = new Date('2024-05-06T07:08:09Z')
  utimesSync(join(folder, 'slides/one/01.md'), changed, changed)
  const first = await make('first.pdf')
  expect((await make('again.pdf')).equals(first)).toBe(true)
  expect(await created(first)).toEqual(changed)
  const epoch = { SOURCE_DATE_EPOCH: '1700000000' }
  const dated = await make('dated.pdf', epoch)
  expect((await make('dated-again.pdf', epoch)).equals(dated)).toBe(true)
  expect(await created(dated)).toEqual(new Date(1_700_000_000_000))
})

it('keeps what somebody changed in a file, and knows whose it is by any name', () => {
  const file = join(folder, 'one.docx')
  const write = (): ReturnType<typeof run> => run('one', '--as', 'docx', '--out', file)
  expect([write().status, write().status]).toEqual([0, 0])
  const parts = unzipSync(readFileSync(file))
  const changed = strFromU8(parts['word/document.xml'] ?? new Uint8Array()).replace(
    'Some words',
    'Other words',
  )
  const edited = zipSync({ ...parts, 'word/document.xml': strToU8(changed) })
  writeFileSync(file, edited)
  expect(write()).toMatchObject({
    status: 1,
    stderr: expect.stringMatching(/one\.docx: this file was changed/),
  })
  expect(readFileSync(file).equals(edited)).toBe(true)
  renameSync(file, join(folder, 'came back (1).docx'))
  const { stdout } = spawnSync(process.execPath, [bin, 'merge', 'came back (1).docx', '--dry-run'], {
    cwd: folder,
    encoding: 'utf8',
  })
  expect(stdout).toMatch(/"Some words." is now "Other words."/)
})

describe('a mistake is told in a line, and nothing is written', () => {
  it.each([
    [
      'an unknown deck',
      1,
      ['three', '--as', 'slides', '--out', 'out'],
      /^study-deck: slides\/three: no such deck; there are one, two\n$/,
    ],
    ['an unknown format', 2, ['one', '--as', 'word', '--out', 'out'], /one of slides, notes, handout/],
    ['no format', 2, ['one', '--out', 'out'], /--as <formats>' not specified/],
    ['no range', 2, ['one', '--as', 'slides', '--range', '8-3', '--out', 'out'], /write it as 3-8/],
    [
      'a range outside the deck',
      1,
      ['one', '--as', 'slides', '--range', '3-8', '--out', 'out'],
      /there is no slide 3; the deck has 2/,
    ],
    [
      'slides to a page that none has',
      2,
      ['one', '--as', 'handout', '--per-page', '5', '--out', 'out'],
      /one of 1, 2, 3, 4, 6/,
    ],
    [
      'a folder that is not there',
      1,
      ['one', '--as', 'slides', '--out', 'none/a.pdf'],
      /^study-deck: none: no such folder; make it first/,
    ],
    [
      'a file where a folder should be',
      1,
      ['one', '--as', 'slides', '--out', 'slides/one/01.md/a.pdf'],
      /^study-deck: slides\/one\/01.md: no such folder; make it first/,
    ],
    [
      'one file for several',
      1,
      ['one', 'two', '--as', 'slides', '--out', 'out/a.pdf'],
      /^study-deck: out\/a.pdf: no such folder; several files/,
    ],
    [
      'a browser that is not there',
      1,
      ['one', '--as', 'slides', '--out', 'out', '--browser', 'none'],
      /^study-deck: none: no such program; name the one of Chrome/,
    ],
    [
      'a program that is no browser',
      1,
      ['one', '--as', 'slides', '--out', 'out', '--browser', process.execPath],
      /the browser did not start \(.*\); name another with --browser\n$/,
    ],
  ])('%s', (_what, code, args, line) => {
    const { status, stdout, stderr } = run(...args)
    expect(stderr).toMatch(line)
    expect(stderr).not.toMatch(/\n {4}at /)
    expect(stdout).toBe('')
    expect(status).toBe(code)
    expect(written()).toEqual([])
  })

  it('a browser that ends half way', async () => {
    const end = new AbortController()
    const dying = await launchBrowser(undefined, end.signal)
    const deck = await printableDeck(await loadDeck(join(folder, 'slides'), 'one'))
    const exported = exportPdf(dying, deck, 'slides', {}, new Date(), () => end.abort())
    await expect(exported).rejects.toThrow(/^the browser ended while it was printing; try again/)
    await dying.close()
  })

  it.skipIf(process.platform === 'win32' || !browser)('Ctrl-C, which also ends the browser', async () => {
    cpSync('slides/heilongjiang-secrecy', join(folder, 'slides/real'), { recursive: true })
    const noted = join(folder, 'pid')
    const program = join(folder, 'browser.sh')
    writeFileSync(program, `#!/bin/sh\necho $$ > '${noted}'\nexec '${browser}' "$@"\n`, { mode: 0o755 })
    const args = [bin, 'export', 'real', '--as', 'slides,notes,handout', '--out', 'out', '--browser', program]
    const child = spawn(process.execPath, args, { cwd: folder })
    let told = ''
    child.stderr.on('data', (data) => {
      told += data
    })
    const ended = new Promise((done) => child.on('exit', done))
    await expect.poll(() => existsSync(noted) && readFileSync(noted, 'utf8')).toMatch(/\d+\n/)
    child.kill('SIGINT')
    expect(await ended).toBe(1)
    expect(told).toBe('study-deck: stopped; the file under way was not written\n')
    expect(written()).toEqual([])
    expect(() => process.kill(Number(readFileSync(noted, 'utf8')), 0)).toThrow(/ESRCH/)
  })

  it.skipIf(process.platform === 'win32')(
    'Ctrl-C while a browser does not start',
    async () => {
      const noted = join(folder, 'slow-pid')
      const program = join(folder, 'slow.sh')
      writeFileSync(program, `#!/bin/sh\necho $$ > '${noted}'\nexec sleep 300\n`, { mode: 0o755 })
      const args = [bin, 'export', 'one', '--as', 'slides', '--out', 'out', '--browser', program]
      const child = spawn(process.execPath, args, { cwd: folder })
      const ended = new Promise((done) => child.on('exit', done))
      await expect.poll(() => existsSync(noted) && readFileSync(noted, 'utf8')).toMatch(/\d+\n/)
      child.kill('SIGINT')
      expect(await ended).toBe(1)
      expect(() => process.kill(Number(readFileSync(noted, 'utf8')), 0)).toThrow(/ESRCH/)
    },
    20_000,
  )
})

it('exports what was built: what no PDF can prove and what no slide shows are remarks, lost words a failure', () => {
  mkdirSync(join(folder, 'slides/foreign'))
  const markdown = [
    '# Thanks 💻 🇨🇳 1️⃣ \ue123 ✅',
    '<p style="text-shadow:2px 2px 4px #888">Words with a shadow that go on for longer than one line of the slide can hold, so that each line is painted twice</p>',
    '<div style="position:absolute;left:3000px">nobody sees this</div>\n\nseen',
    '<div style="height:90px;overflow:hidden">first line<br>second line that is cut off</div>',
    '<details><summary>More</summary>\n\ninside\n\n</details>',
    '# Hidden\n\n<!-- .slide: data-visibility="hidden" -->',
    'Inputs ($x_{n}$) are.\n\n```js [25: 1|2]\nlet a\nlet b\n```',
    '<span style="display:none">secret</span> told',
  ]
  writeFileSync(
    join(folder, 'slides/foreign/01.md'),
    `---\nlang: en\n---\n\n${markdown.join('\n\n---\n\n')}\n`,
  )
  const { status, stdout, stderr } = run('foreign', '--as', 'slides,notes,handout', '--out', 'out')
  expect(stderr).toBe('')
  expect(status).toBe(0)
  expect(stdout).toMatch(/foreign-slides\.pdf {2}7 pages/)
  expect(stdout).toMatch(/01\.md:\d+: not to be seen on the slide, nor on paper: "nobody sees this"/)
  expect(stdout).toMatch(/nor on paper: "second line that is cut off"/)
  expect(stdout).toMatch(/nor on paper: "secret"/)
  expect(stdout).toMatch(/can't be compared in the PDF, have a look: 💻/u)
}, 180_000)
