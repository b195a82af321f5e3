import type { OfficeTheme } from './office.ts'
import { type Palette, palettes, themes } from './palettes.ts'

/** A palette as the custom properties that the style sheets read. */
function tokens({ scheme, ...colours }: Palette): string {
  const named = Object.entries(colours).map(([name, colour]) => `--${name}:${colour}`)
  return [`color-scheme:${scheme}`, ...named].join(';')
}

/** The rule for what has this theme. */
export function themeRule(theme: string, palette: Palette, ...more: readonly string[]): string {
  return `[data-theme="${theme}"]{${[tokens(palette), ...more].join(';')}}`
}

/** The rules of all themes of ours. */
export const themesStyle: string = themes.map((theme) => themeRule(theme, palettes[theme])).join('\n')

/** What the page calls an office's theme. */
export const officeName = 'office'

/**
 * Ideographs and their punctuation. Only these are set in a face of the computer: there they are as wide as ours, so
 * that what was measured holds, whatever letters it has.
 */
const ideographs = 'U+2e80-2fdf,U+3000-312f,U+3190-9fff,U+f900-faff,U+ff01-ff60,U+20000-3ffff'

/** Faces that offices use, by what their makers call them: a browser may know only one of the names. */
const otherNames: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    宋体: ['SimSun'],
    黑体: ['SimHei'],
    楷体: ['KaiTi'],
    仿宋: ['FangSong'],
    楷体_GB2312: ['KaiTi_GB2312', 'KaiTi'],
    仿宋_GB2312: ['FangSong_GB2312', 'FangSong'],
    微软雅黑: ['Microsoft YaHei'],
    等线: ['DengXian'],
    方正小标宋简体: ['FZXiaoBiaoSong-B05S'],
    华文中宋: ['STZhongsong'],
    华文楷体: ['STKaiti'],
    华文仿宋: ['STFangsong'],
  }),
)

/** The rules of an office's theme. Every value is a colour or a name that was read; nothing is passed on as written. */
export function officeStyle({ palette, fonts }: OfficeTheme): string {
  const faces: string[] = []
  const tokens: string[] = []
  for (const [role, family, ours] of [
    ['heading', 'Office Heading', 'Deck Serif'],
    ['text', 'Office Text', 'Deck Sans'],
  ] as const) {
    const choice = fonts[role]
    if (!choice || !('system' in choice)) continue
    const names = [choice.system, ...(otherNames.get(choice.system) ?? [])]
    const sources = names.map((name) => `local("${name}")`).join(',')
    faces.push(
      `@font-face{font-family:"${family}";font-weight:1 999;src:${sources};unicode-range:${ideographs}}`,
    )
    tokens.push(`--${role}-font:"${family}","${ours}"`)
  }
  return faces.join('') + themeRule(officeName, palette, ...tokens)
}
