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
