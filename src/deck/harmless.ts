import { isPage } from './foreign/page.ts'
import { revealMdName } from './foreign/set-beside.ts'
import { isMedia } from './media-types.ts'
import { recordName } from './record.ts'
import { reviewName } from './review/review.ts'
import { isMarkdown } from './slide-files.ts'
import { sourceName } from './source-files.ts'
import { themeFileName } from './theme-file.ts'

/**
 * Names of Windows for devices, which no file or folder can have there, whatever stands behind a dot
 * (https://learn.microsoft.com/windows/win32/fileio/naming-a-file).
 */
const devices = /^(?:con|prn|aux|nul|clock\$|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³]) *(?:\.|$)/i
/** Signs that a name can't have on some system, or by which it reads otherwise than it is. */
const signs = /[\\/:*?"<>|\p{Cc}\u200b-\u200f\u202a-\u202e\u2066-\u2069]/gu
/** No deck has folders in folders in folders without end. */
const deepest = 16
/** What of a deck's folder may be there besides its slides and its document, and says something of the deck. */
export const besideSlides: readonly string[] = [recordName, reviewName, themeFileName, revealMdName]

/**
 * Whether a path is a file that a deck's page is made of, in its folder, whatever the system. Nothing else comes out of a
 * page or over the desk: some system or program would run or obey it.
 */
export const isHarmless = (path: string): boolean =>
  isHarmlessPath(path) &&
  (path === sourceName || besideSlides.includes(path) || isMarkdown(path) || isPage(path) || isMedia(path))

/** Whether every system can have a file there, and shows it as what it is. */
export function isHarmlessPath(path: string): boolean {
  const names = path.split('/')
  return besideSlides.includes(path) || (names.length <= deepest && names.every(isHarmlessName))
}

/** Whether a folder or file may have this name, as far as that alone tells. */
export const isHarmlessName = (name: string): boolean =>
  name !== '' && !/^\.|[. ]$/.test(name) && !isDevice(name) && name.search(signs) < 0

export const isDevice = (name: string): boolean => devices.test(name)

/** A file's name as every system can have it, where it is one of a file that is a deck's own. */
export const harmlessName = (name: string): string => (isDevice(name) ? '_' : '') + name.replace(signs, '_')
