import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { copyOwnDeck } from '../own-deck.ts'

const bin = resolve('bin/study-deck.js')
let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'study-deck-test-'))
  copyOwnDeck(join(folder, 'slides/heilongjiang-secrecy'))
})
afterEach(() => rmSync(folder, { recursive: true }))

function check(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, 'check', ...args], {
    cwd: folder,
    encoding: 'utf8',
  })
  return { status, stdout, stderr }
}

const path = 'slides/heilongjiang-secrecy/01.md'
/** @returns the line of the change, counted from 1 */
function change(from: string, to: string): number {
  const text = readFileSync(join(folder, path), 'utf8')
  const at = text.indexOf(from)
  if (at < 0) throw new Error(`no ${from}`)
  writeFileSync(join(folder, path), text.slice(0, at) + to + text.slice(at + from.length))
  return text.slice(0, at).split('\n').length
}

it('sums up a deck that says what its document says', () => {
  const { status, stdout } = check('--strict')
  expect(stdout).toMatch(/^heilongjiang-secrecy: 段落 13\/13，要点 \d+ 处原文\n$/m)
  expect(status).toBe(0)
})

it('sets old and new words of an edited point side by side, and fails on it only when strict', () => {
  const line = change('### 当前国际形势', '### 国际局势')
  const { status, stdout } = check()
  const lines = stdout.split('\n')
  const told = `${path}:${line}: 改过的要点`
  expect(lines.slice(lines.indexOf(told)).slice(0, 3)).toEqual([
    told,
    expect.stringMatching(/^ {4}现在: 国际局势跌宕起伏/),
    expect.stringMatching(/^ {4}原文: 当前国际形势跌宕起伏/),
  ])
  expect(stdout).toMatch(/，1 处有改动\n$/)
  expect(status).toBe(0)
  expect(check('heilongjiang-secrecy', '--strict').status).toBe(1)
})

it('fails where the notes lost a word, with file, line and the words', () => {
  const line = change('\nNote:\n当前国际形势', '\nNote:\n国际形势') + 2
  const { status, stdout } = check()
  expect(stdout).toContain(`${path}:${line}: 备注缺少: “当前”`)
  expect(stdout).toMatch(/段落 12\/13.*有 1 处与原文不符/)
  expect(status).toBe(1)
  const [audit] = JSON.parse(check('--json').stdout)
  expect(audit).toMatchObject({
    deck: 'heilongjiang-secrecy',
    paragraphs: { total: 13, whole: 12 },
    differences: [{ kind: 'missing', document: '当前', deck: '', place: { file: path, line } }],
  })
})

it('has nothing to check in a deck without a document', () => {
  mkdirSync(join(folder, 'slides/hand'))
  writeFileSync(join(folder, 'slides/hand/01.md'), '# 甲\n')
  expect(check().status).toBe(0)
  expect(check('hand')).toMatchObject({
    status: 1,
    stderr: 'study-deck: slides/hand/source.txt: no document beside the slides to check against\n',
  })
})

it('reads the document itself again, so that its copy is not altered together with the notes', () => {
  writeFileSync(join(folder, '通知.md'), '# 关于保密的通知\n\n各单位不得公开涉密资料，违者依法追究责任。\n')
  spawnSync(process.execPath, [bin, 'derive', '通知.md', '--deck', 'a'], { cwd: folder })
  const deck = join(folder, 'slides/a')
  expect(check('a').status).toBe(0)
  for (const name of ['source.txt', '00.md']) {
    const text = readFileSync(join(deck, name), 'utf8')
    writeFileSync(join(deck, name), text.replaceAll('不得公开', '可以公开'))
  }
  const { status, stdout } = check('a')
  expect(stdout).toContain('slides/a/source.txt:')
  expect(stdout).toContain('〔不得 → 可以〕')
  expect(status).toBe(1)
})

it('finds that a plain text was altered together with the notes, until the deck is derived from it again', () => {
  const words = '关于保密的通知\n\n各单位不得公开涉密资料，违者依法追究责任。\n'
  writeFileSync(join(folder, '通知.txt'), words)
  const derive = () =>
    spawnSync(process.execPath, [bin, 'derive', '通知.txt', '--deck', 'a'], { cwd: folder })
  derive()
  const deck = join(folder, 'slides/a')
  // An editor may write line ends of its own.
  writeFileSync(join(deck, 'source.txt'), words.replaceAll('\n', '\r\n'))
  expect(check('a', '--strict').status).toBe(0)
  for (const name of ['source.txt', '00.md']) {
    const text = readFileSync(join(deck, name), 'utf8')
    writeFileSync(join(deck, name), text.replaceAll('不得公开', '可以公开'))
  }
  expect(check('a')).toMatchObject({
    status: 1,
    stdout: expect.stringMatching(/^slides\/a\/source\.txt: source\.txt 在 derive 之后改过/m),
  })
  rmSync(join(deck, '.derived.json'))
  expect(check('a')).toMatchObject({
    status: 0,
    stdout: expect.stringMatching(/^slides\/a\/source\.txt: 没有 derive 的记录/m),
  })
  expect(check('a', '--strict').status).toBe(1)
  writeFileSync(join(folder, '通知.txt'), readFileSync(join(deck, 'source.txt')))
  derive()
  expect(check('a')).toMatchObject({ status: 0, stdout: expect.not.stringContaining('source.txt') })
})

it('holds the title of the settings, which stands in every foot, against the title of the document', () => {
  const first = join(folder, 'slides/heilongjiang-secrecy/00.md')
  const text = readFileSync(first, 'utf8')
  writeFileSync(first, text.replace('title: 黑龙江省', 'title: 黑龙江'))
  const told = /00\.md:1: 标题与原文不同\n {4}现在: 黑龙江做好\S+\n {4}原文: 黑龙江省做好/
  expect(check()).toMatchObject({ status: 0, stdout: expect.stringMatching(told) })
  expect(check('--strict').status).toBe(1)
  const title = /^title: (.*)$/m.exec(readFileSync(first, 'utf8'))?.[1]
  writeFileSync(first, `${readFileSync(first, 'utf8')}\n<!-- 有意改写：${title} -->\n`)
  expect(check('--strict')).toMatchObject({ status: 0, stdout: expect.stringContaining('1 处注明有意') })
})

it('reads again the document that a deck was derived from last, not one of before', () => {
  writeFileSync(join(folder, 'a.md'), '# 关于保密的通知\n\n各单位不得公开涉密资料，违者依法追究责任。\n')
  writeFileSync(
    join(folder, 'a.html'),
    '<html><body><h1>关于保密的通知</h1><p>各单位不得公开涉密资料，违者依法追究责任。</p><p>特此通知。</p>',
  )
  for (const name of ['a.md', 'a.html']) spawnSync(process.execPath, [bin, 'derive', name], { cwd: folder })
  expect(check('a')).toMatchObject({ status: 0, stdout: expect.not.stringContaining('source.txt') })
})

it('says that a document is lost, rather than nothing, and a deck that is derived again has it again', () => {
  const deck = join(folder, 'slides/heilongjiang-secrecy')
  renameSync(join(deck, 'source.txt'), join(folder, 'a.txt'))
  const before = readdirSync(deck)
  expect(check()).toMatchObject({ status: 1, stderr: expect.stringContaining('source.txt') })
  const derive = (file: string) =>
    spawnSync(process.execPath, [bin, 'derive', file, '--deck', 'heilongjiang-secrecy'], { cwd: folder })
  writeFileSync(join(folder, 'b.txt'), '别的通知\n\n各单位不得公开涉密资料，违者依法追究责任。\n')
  expect(derive('b.txt').status).toBe(1)
  expect(readdirSync(deck)).toEqual(before)
  expect(derive('a.txt').status).toBe(0)
  expect(check('--strict').status).toBe(0)
})
