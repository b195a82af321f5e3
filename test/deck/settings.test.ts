import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { nearestSetting } from '../../src/deck/setting-names.ts'
import { readFrontMatter } from '../../src/deck/settings.ts'
import { loadDeck } from '../../src/store/load.ts'
import { faultWords } from '../../src/words.ts'
import { render } from '../page/render.ts'

const read = (...lines: readonly string[]) =>
  readFrontMatter('slides/a/00.md', `---\ntitle: 甲\n${lines.join('\n')}\n---\n\n# 甲\n`)
/** What is told, each with its line. */
const told = (...lines: readonly string[]): string[] => {
  const { remarks, foreignTheme } = read(...lines)
  return [...remarks, ...(foreignTheme ? [foreignTheme] : [])].map(
    ({ line, say }) => `${line} ${say(faultWords('en'))}`,
  )
}

it.each([
  ['theme: 墨', { theme: 'mo' }],
  ['theme: "朱"', { theme: 'zhu' }],
  ['theme: su', { theme: 'su' }],
  ['主题: 素色', { theme: 'su' }],
  ['ratio: 4:3', { ratio: '4:3' }],
  ['ratio: ４：３', { ratio: '4:3' }],
  ['比例: 9:16', { ratio: '9:16' }],
  ['ratio: a4', { ratio: 'A4' }],
  ['aspectRatio: 16/9', { ratio: '16:9' }],
  ['lang: zh_CN', { lang: 'zh-CN' }],
  ['lang: und', { lang: 'und' }],
  ['lang: 中文', { lang: 'zh-CN' }],
  ['语言: 繁體中文', { lang: 'zh-TW' }],
  ['lang: English', { lang: 'en' }],
  ['lang: fr_FR.UTF-8', { lang: 'fr-FR' }],
  ['lang: Deutsch', { lang: 'de' }],
  ['单位: 青松镇', { unit: '青松镇' }],
  ['單位: 青松鎮', { unit: '青松鎮' }],
  ['日期: 2026-11-27', { date: '2026-11-27' }],
  ['标记: 内部资料', { marking: '内部资料' }],
  ['密级: 内部', { marking: '内部' }],
  ['时长: 45 分钟', { duration: 45 }],
  ['duration: 20min', { duration: 20 }],
  ['duration: 1h30m', { duration: 90 }],
  ['duration: 1 小时 30 分', { duration: 90 }],
  ['duration: 1:30:00', { duration: 90 }],
  ['语速: 220 字/分钟', { pace: 220 }],
  ['逐条: 是', { incremental: true }],
  ['incremental: no', { incremental: false }],
])('reads %s', (line, settings) => {
  expect(read(line).settings).toMatchObject(settings)
  expect(told(line)).toEqual([])
})

it('reads lines that are nearly right, and says how other programs want them', () => {
  const { settings, body, line } = readFrontMatter(
    'a.md',
    '\n---\ntitle: 学习: 第一讲\nunit：办公室\nmarking:内部资料\ndate: 2026 # 待定\n---\n# 甲\n',
  )
  expect(settings).toEqual({ title: '学习: 第一讲', unit: '办公室', marking: '内部资料', date: '2026' })
  expect([body, line]).toEqual(['# 甲\n', 8])
  expect(told('unit：办公室')).toEqual([expect.stringMatching(/^3 .*write it as unit: 办公室$/)])
  expect(told('unit：办公室', 'date: at: noon')).toEqual([
    expect.stringMatching(/^3 .*2 of these lines; write them as\n {4}unit: 办公室\n {4}date: "at: noon"$/),
  ])
})

it.each([
  ['theme: 红', /^3 front matter: there is no theme 红 here.* the name of a theme/],
  ['theme: constructor', /^3 front matter: there is no theme constructor/],
  ['主题: black', /^3 front matter: there is no theme black here/],
  ['ratio: 16:10', /^3 front matter: ratio must be 16:9, 4:3, A4 or 9:16/],
  ['lang: 火星文', /^3 front matter: lang must be the code of a language/],
  ['duration: soon', /^3 front matter: duration must be a number above 0/],
  ['duration: -5', /^3 front matter: duration must be a number above 0/],
  ['incremental: 也许', /^3 front matter: incremental must be true or false/],
  ['unit: [a, b]', /^3 front matter: unit must be a text/],
  ['title: 乙', /^3 front matter: title is set twice; the first one holds/],
  ['logo: https://example.com/logo.png', /^3 front matter: a logo of the web is left out/],
])('leaves out what it can not read of %s, and says so with its line', (line, message) => {
  expect(told(line)).toEqual([expect.stringMatching(message)])
  expect(read(line).settings).toEqual({ title: '甲' })
})

it.each([
  ['mark', 'marking'],
  ['Titel', 'title'],
  ['duraton', 'duration'],
  ['incremantal', 'incremental'],
  ['日', '日期'],
  ['单', '单位'],
])('knows what %s may have meant', (name, meant) => {
  expect(nearestSetting(name)).toBe(meant)
})

it.each(['author', 'layout', 'marp', 'class', 'paginate', 'revealOptions', 'tags', '作者'])(
  'takes %s for no slip',
  (name) => {
    expect(nearestSetting(name)).toBeUndefined()
  },
)

it.each([
  '---\n# 甲\nNote: 乙\n---\n# 丙\n',
  '---\n今天: 三件事\n- 甲\n还有一段话\n---\n# 丙\n',
  '# 甲\n\n---\ntitle: 乙\n---\n',
])('takes slides for slides: %j', (text) => {
  expect(readFrontMatter('a.md', text)).toMatchObject({ settings: {}, body: text, line: 1 })
})

it('has no language, title or marking where only the name stands', () => {
  expect(read('lang:', 'marking: ""').settings).toEqual({ title: '甲' })
})

it.each(['title: "甲', 'title: [甲', 'date: "甲\n乙: 丙'])(
  'leaves out %j, which nobody can read, and reads the others',
  (line) => {
    const { settings, remarks, body } = readFrontMatter('a.md', `---\nlang: zh\n${line}\n---\n# 甲\n`)
    expect(settings).toEqual({ lang: 'zh' })
    expect(remarks.map(({ line, say }) => `${line} ${say(faultWords('en'))}`)).toEqual([
      expect.stringMatching(/^3 .*this line can't be read, so it is left out/),
    ])
    expect(body).toBe('# 甲\n')
  },
)

it('reads a quotation over several lines that are not indented', () => {
  const front = '---\nauthor: A\ndescription: "Two: lines\nof words"\ntitle: T\n---\n'
  const { settings, others, remarks } = readFrontMatter('a.md', front)
  expect(settings).toEqual({ title: 'T' })
  expect([...others.keys()]).toEqual(['author', 'description'])
  expect(remarks).toEqual([])
})

const slides = mkdtempSync(join(tmpdir(), 'study-deck-test-'))
afterAll(() => rmSync(slides, { recursive: true, force: true }))

it('embeds the logo, and says where a missing one is named', async () => {
  const folder = mkdtempSync(join(slides, 'd'))
  writeFileSync(join(folder, '00.md'), '---\nlogo: logo.svg\n---\n\n# 甲\n')
  const rendered = async () => render(await loadDeck(slides, folder.slice(slides.length + 1)))
  const { settings, remarks } = await rendered()
  expect(settings.logo).toBeUndefined()
  expect(remarks.map(({ message }) => message)).toEqual([expect.stringContaining('没有图片 logo.svg')])
  writeFileSync(join(folder, 'logo.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>')
  expect((await rendered()).settings.logo).toMatch(/^data:image\/svg\+xml;base64,/)
})
