import { contrast } from '../theme/colour.ts'
import { type OfficeColour, officeColours, officePalette } from '../theme/office.ts'
import { themeName } from '../theme/palettes.ts'
import type { Template } from '../theme/template.ts'

/** A name that a theme's file may have as it is. */
const plainName = /^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,59}$/u

/**
 * The text of the theme's file for a template. Its colours are those of the template, or the nearest that text can be
 * read in; what the template had then stands behind them.
 *
 * @param logo the name of its picture beside the file
 */
export function themeText(name: string, { colours, fonts }: Template, logo: string | null): string {
  const { paper } = colours
  const isDark = paper !== undefined && contrast(paper, '#ffffff') > contrast(paper, '#000000')
  const base = isDark ? 'mo' : 'su'
  const taken: Partial<Record<OfficeColour, `#${string}`>> = { ...colours }
  // One colour may decide on what another stands.
  for (let i = 0; i < 4; i++) {
    const { replaced } = officePalette(base, taken)
    if (!replaced.length) break
    for (const one of replaced) taken[one.name] = one.taken
  }
  const lines = [
    `name: ${JSON.stringify(name)}`,
    `base: ${themeName(base)}`,
    'colours:',
    ...officeColours.flatMap((role) => {
      const colour = taken[role]
      if (!colour) return []
      const was = colours[role] === colour ? '' : `  # ${colours[role]} < 7:1`
      return [`  ${role}: "${colour}"${was}`]
    }),
  ]
  const faces = (['heading', 'text'] as const).flatMap((role) => {
    const face = fonts[role]
    return face && plainName.test(face) ? [`  ${role}: ${JSON.stringify(face)}`] : []
  })
  if (faces.length) lines.push('fonts:', ...faces)
  if (logo) lines.push(`logo: ${JSON.stringify(logo)}`)
  lines.push('cover: full', 'divider: full', '')
  return lines.join('\n')
}
