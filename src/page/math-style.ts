import { toBase64 } from '../base64.ts'
import type { MathFiles } from './assets.ts'

export const hasMath = (html: string): boolean => html.includes('class="katex"')

/**
 * KaTeX's style sheet with only the fonts that the formulas of a page use, as data.
 *
 * @param html the rendered slides; '' comes back where they have no formula
 */
export function mathStyle(html: string, files: MathFiles): string {
  if (!hasMath(html)) return ''
  const sheet = files.style()
  const classes = new Set(
    [...html.matchAll(/class="([^"]*)"/g)].flatMap(([, names = '']) => names.split(' ')),
  )
  // The rules that set a family, with the classes they ask for, tell which families are on the page.
  const families = new Set(['KaTeX_Main'])
  for (const [, selector = '', rules = ''] of sheet.matchAll(/([^{}]+)\{([^{}]*)\}/g)) {
    const family = /font-family:(KaTeX_\w+)/.exec(rules)?.[1]
    const asked = [...selector.matchAll(/\.([\w-]+)/g)].map(([, name = '']) => name)
    if (family && asked.some((name) => name !== 'katex' && classes.has(name))) families.add(family)
  }
  return sheet.replace(/@font-face\{([^}]*)\}/g, (_, rules: string) => {
    const family = /font-family:"?(KaTeX_\w+)/.exec(rules)?.[1] ?? ''
    const file = /url\(([^)]*\.woff2)\)/.exec(rules)?.[1]
    if (!file || !families.has(family)) return ''
    const data = toBase64(files.font(file))
    return `@font-face{${rules.replace(/src:[^;}]*/, `src:url(data:font/woff2;base64,${data}) format("woff2")`)}}`
  })
}
