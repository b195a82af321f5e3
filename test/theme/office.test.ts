import fc from 'fast-check'
import { expect, it } from 'vitest'
import { installedAssets } from '../../src/assets/installed.ts'
import { readThemeFile } from '../../src/deck/theme-file.ts'
import { officeFonts } from '../../src/page/fonts/office.ts'
import { type Colour, contrast, nearest } from '../../src/theme/colour.ts'
import { officeColours, officePalette } from '../../src/theme/office.ts'
import { textPairs, themes } from '../../src/theme/palettes.ts'
import { officeStyle } from '../../src/theme/style.ts'
import { faultWords } from '../../src/words.ts'

const colour = fc
  .integer({ min: 0, max: 0xffffff })
  .map((value): Colour => `#${value.toString(16).padStart(6, '0')}`)

const told = (text: string): string[] =>
  readThemeFile('theme.yaml', text).remarks.map(({ line, say }) => `${line} ${say(faultWords('zh'))}`)

it('sets every text at 7:1, whatever colours an office gives', () => {
  const wanted = fc.record(
    { paper: colour, ink: colour, accent: colour, accent2: colour },
    { requiredKeys: [] },
  )
  fc.assert(
    fc.property(fc.constantFrom(...themes), wanted, (base, colours) => {
      const { palette } = officePalette(base, colours)
      for (const [text, ground] of textPairs)
        expect(contrast(palette[text], palette[ground]), `${text} on ${ground}`).toBeGreaterThanOrEqual(7)
    }),
    { numRuns: 300 },
  )
})

it('keeps the colours that can be read, and takes the nearest of those that can not', () => {
  const { palette, replaced } = officePalette('su', { accent: '#003366', accent2: '#ed7d31' })
  expect(palette.accent).toBe('#003366')
  expect(replaced.map(({ name }) => name)).toEqual(['accent2'])
  expect(contrast(nearest('#4472c4', ['#ffffff']), '#ffffff')).toBeLessThan(7.2)
})

it('reads a theme in Chinese or English, and tells each thing that it can not read with its line', () => {
  const text = `名称: 省委办公厅
base: 青
颜色：
  主色: #4472C4
  纸色: 红
fonts:
  heading: 方正小标宋简体
cover: 白底
footer: 单位 | 标记 | 日期 页码
css: 'x'`
  const { theme } = readThemeFile('theme.yaml', text)
  expect(theme).toMatchObject({
    name: '省委办公厅',
    base: 'qing',
    fonts: { heading: { system: '方正小标宋简体' } },
    cover: 'paper',
    footer: [['unit'], ['marking'], ['date', 'number']],
  })
  expect(told(text)).toEqual([
    expect.stringMatching(/^4 主题：accent #4472c4 的对比度只有 4\.\d:1，.*已改用最近的 #/),
    expect.stringMatching(/^5 主题：纸色 应写颜色/),
    expect.stringMatching(/^10 主题：没有 css 这一项/),
  ])
})

it.each(['', '# only a comment\n', '\ufeff\n'])('takes an empty file (%j) for the usual theme', (text) => {
  expect(readThemeFile('theme.yaml', text).theme.base).toBe('zhu')
})

it.each(['just words', '- a\n- b', 'a: [', 'a: *b\nb: &b [*b]'])(
  'refuses %j or reads it without harm',
  (text) => {
    try {
      told(text)
    } catch (error) {
      expect(error).toMatchObject({ name: 'Fault', place: { file: 'theme.yaml' } })
    }
  },
)

it('lets no value out of its token', () => {
  const keys = ['name', 'base', 'logo', 'cover', 'divider', 'footer']
  const nasty = fc.oneof(
    fc.string({ maxLength: 40 }),
    fc.constantFrom(
      'valueOf',
      '__proto__',
      'red;}*{display:none',
      '</style><script>',
      'a");src:url(http://x/',
      'url(x)',
      '\\22 ',
      '@import',
    ),
  )
  fc.assert(
    fc.property(nasty, (value) => {
      const written = JSON.stringify(value)
      const text = [
        ...keys.map((key) => `${key}: ${written}`),
        'colours:',
        ...officeColours.map((name) => `  ${name}: ${written}`),
        'fonts:',
        `  heading: ${written}`,
        `  text: ${written}`,
      ].join('\n')
      const style = officeStyle(readThemeFile('theme.yaml', text).theme)
      expect(style).toMatch(
        /^(?:@font-face\{font-family:"Office (?:Heading|Text)";font-weight:1 999;src:local\("[\p{L}\p{N} ._-]+"\)(?:,local\("[\w. -]+"\))*;unicode-range:[U+\da-f,-]+\})*\[data-theme="office"\]\{color-scheme:(?:light|dark)(?:;--[\w-]+:(?:#[\da-f]{6}|"Office \w+","Deck \w+"))+\}$/u,
      )
    }),
  )
})

it('takes headings from the sans and text from the serif where an office wants them so', () => {
  const { fonts } = installedAssets()
  const { theme } = readThemeFile('theme.yaml', 'fonts:\n  heading: 思源黑体\n  text: 思源宋体')
  const first = (name: string): string | undefined =>
    officeFonts(fonts, theme).package(name).slices[0]?.package
  expect([first('noto-serif-sc'), first('noto-sans-sc'), first('noto-sans-mono')]).toEqual([
    'noto-sans-sc',
    'noto-serif-sc',
    'noto-sans-mono',
  ])
})
