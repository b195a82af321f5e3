import { codePoint } from 'dingbat-to-unicode'

/**
 * The letter of a sign in a font of signs (Symbol, Wingdings, Webdings), null where it has none.
 *
 * @param code as the file has it: the fonts' own places, or 0xF000 above them
 */
export function fontSign(font: string, code: number): string | null {
  const place = code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code
  const sign = codePoint(font, place)?.string
  return sign === undefined ? null : (COMMONER[sign] ?? sign)
}

/** Unicode took in each sign of Wingdings, but fonts of text have these, which look the same and mean the same. */
const COMMONER: Readonly<Record<string, string>> = {
  '🗸': '✓',
  '🗶': '✗',
  '🗹': '☑',
  '🗷': '☒',
  '🞎': '□',
  '🞏': '□',
  '🞐': '□',
  '🞑': '□',
  '🖎': '✍',
  '🕿': '☎',
  '🡨': '←',
  '🡪': '→',
  '🡩': '↑',
  '🡫': '↓',
  '🡸': '⇐',
  '🡺': '⇒',
}
