import { execFileSync, spawn } from 'node:child_process'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { projectElement } from '../../src/deck/project.ts'
import { generator } from '../../src/page/signs.ts'

const folder = mkdtempSync(join(tmpdir(), 'study-deck-test-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const at = (...names: string[]): string => join(folder, ...names)
const run = (...args: string[]): string =>
  execFileSync(process.execPath, ['bin/study-deck.js', ...args], { encoding: 'utf8', stdio: 'pipe' })

it('gives the folder of a deck back from its page, byte for byte, but the document itself', () => {
  writeFileSync(at('a.md'), '# 保密要点\n\n## 一、提高认识\n\n要坚持把保密教育放在首位，经常组织学习。\n')
  run('derive', at('a.md'), '--slides', at('slides'))
  mkdirSync(at('slides/a/图'))
  writeFileSync(at('slides/a/图/红.svg'), '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')
  writeFileSync(at('slides/a/02.md'), '\ufeff# 图\r\n\r\n![](图/红.svg)\r\n')
  run('build', '--slides', at('slides'), '--out', at('dist'))
  run('unpack', at('dist/a/index.html'), '--slides', at('again'))
  const files = (where: string): string[] =>
    readdirSync(at(where), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name).slice(at(where).length + 1))
      .sort()
  expect(files('again/a')).toEqual(files('slides/a').filter((name) => name !== 'source.md'))
  for (const name of files('again/a'))
    expect(readFileSync(at('again/a', name)).equals(readFileSync(at('slides/a', name)))).toBe(true)
  // Whatever the file is called by now.
  copyFileSync(at('dist/a/index.html'), at('保密要点 (1).html'))
  expect(run('unpack', at('保密要点 (1).html'), '--slides', at('renamed'))).toContain(at('renamed/a'))
  // As it is there already, it stays; derive opens it, too, but never over another's work.
  run('unpack', at('dist/a/index.html'), '--slides', at('again'))
  expect(run('derive', at('dist/a/index.html'), '--slides', at('again'))).toContain(at('again/a'))
  writeFileSync(at('again/a/02.md'), '# 改\n')
  for (const command of ['unpack', 'derive'])
    expect(() => run(command, at('dist/a/index.html'), '--slides', at('again'))).toThrow()
  expect(readFileSync(at('again/a/02.md'), 'utf8')).toBe('# 改\n')
})

it('has the theme of its office with it, so that it looks the same wherever it is opened', () => {
  writeFileSync(at('b.md'), '# 保密要点\n\n要坚持把保密教育放在首位，经常组织学习。\n')
  run('derive', at('b.md'), '--slides', at('office'))
  writeFileSync(at('office/theme.yaml'), 'name: 机关\nbase: 青\nlogo: 徽.svg\n')
  writeFileSync(at('office/徽.svg'), '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')
  run('build', '--slides', at('office'), '--out', at('dist'))
  run('unpack', at('dist/b/index.html'), '--slides', at('elsewhere'))
  run('build', '--slides', at('elsewhere'), '--out', at('dist-elsewhere'))
  expect(readFileSync(at('dist-elsewhere/b/index.html'), 'utf8')).toBe(
    readFileSync(at('dist/b/index.html'), 'utf8'),
  )
})

it('dev opens a deck from its page, in a folder of its own, and shows what is changed there', async () => {
  const served = spawn(process.execPath, [
    'bin/study-deck.js',
    ...['dev', at('dist/b/index.html'), '--slides', at('served')],
  ])
  try {
    let said = ''
    served.stdout.on('data', (data) => {
      said += String(data)
    })
    await expect.poll(() => said, { timeout: 30_000 }).toMatch(/\/b\/\n$/)
    expect(said.split('\n')[0]).toBe(at('served/b'))
    writeFileSync(at('served/b/02.md'), '# 改了\n')
    const page = await fetch(said.trim().split('\n').at(-1) ?? '')
    expect(await page.text()).toContain('改了')
  } finally {
    served.kill()
  }
})

it.each(['--without-notes', '--without-sources'])('finds nothing in a page that was built %s', (option) => {
  run('build', '--slides', at('slides'), '--out', at('bare'), option)
  for (const command of ['unpack', 'derive', 'dev'])
    expect(() => run(command, at('bare/a/index.html'), '--slides', at('none'))).toThrow(/without-sources/)
  expect(readFileSync(at('bare/a/index.html'), 'utf8')).not.toContain('study-deck-project')
})

it('takes out what a deck is made of, and nothing that a system would obey', () => {
  const names = [
    '01.md',
    '图/一.png',
    'source.txt',
    'desktop.ini',
    'autorun.inf',
    'x.jar',
    'Makefile',
    'a.reg',
    '../up.md',
    '.git/config',
  ]
  const files = new Map(names.map((name) => [name, new TextEncoder().encode('# 甲\n')]))
  writeFileSync(at('odd.html'), `${generator}${projectElement(files, 'odd')}`)
  run('unpack', at('odd.html'), '--slides', at('odd'))
  expect(readdirSync(at('odd'), { recursive: true }).map(String).sort()).toEqual(
    ['odd', 'odd/01.md', 'odd/source.txt', 'odd/图', 'odd/图/一.png'].sort(),
  )
  expect(() => run('unpack', at('odd.html'), '--slides', at('none'), '--deck', 'node_modules')).toThrow()
})

it('makes no folder of a page whose deck has no slides', () => {
  const files = new Map([['review.yaml', new TextEncoder().encode('[]')]])
  writeFileSync(at('empty.html'), `${generator}${projectElement(files, 'a')}`)
  for (const command of ['unpack', 'derive'])
    expect(() => run(command, at('empty.html'), '--slides', at('none'))).toThrow(
      /no files of a deck|没有课件的文件/,
    )
  expect(existsSync(at('none'))).toBe(false)
})
