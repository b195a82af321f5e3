import type { OfficeTheme } from '../../theme/office.ts'
import type { FontLibrary } from './library.ts'

/**
 * The fonts of a page whose office sets its headings in the sans or its text in the serif: what is cut and measured for
 * the one is then taken from the other.
 */
export function officeFonts(fonts: FontLibrary, office: Pick<OfficeTheme, 'fonts'> | null): FontLibrary {
  const { heading, text } = office?.fonts ?? {}
  const sansHeading = heading && 'embedded' in heading && heading.embedded === 'sans'
  const serifText = text && 'embedded' in text && text.embedded === 'serif'
  if (!sansHeading && !serifText) return fonts
  const taken = (name: string): string => {
    if (sansHeading && name.startsWith('noto-serif-')) return name.replace('serif', 'sans')
    return serifText && /^noto-sans-(?:sc|tc|jp)$/.test(name) ? name.replace('sans', 'serif') : name
  }
  return { ...fonts, package: (name) => fonts.package(taken(name)) }
}
