import { revealMdName } from './foreign/set-beside.ts'
import { recordName } from './record.ts'

/**
 * Names of Windows for devices, which no file or folder can have there, whatever stands behind a dot
 * (https://learn.microsoft.com/windows/win32/fileio/naming-a-file).
 */
const devices = /^(?:con|prn|aux|nul|clock\$|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³]) *(?:\.|$)/i
/** Signs that a name can't have on some system, or by which it reads otherwise than it is. */
const signs = /[\\/:*?"<>|\p{Cc}\u200b-\u200f\u202a-\u202e\u2066-\u2069]/gu
/** No deck has folders in folders in folders without end. */
const deepest = 16
/** What a program that somebody starts in the folder would run or obey. */
const obeyed =
  /\.(?:[cm]?[jt]sx?|json|toml|lock|node|wasm|sh|bat|cmd|ps1|psm1|vbs|wsf|hta|exe|com|scr|msi|dll|lnk|url|desktop|py|rb|pl)$/i

/** Whether a path is a file of a deck, in its folder, whatever the system: none that is hidden but what derive remembers. */
export function isHarmless(path: string): boolean {
  const names = path.split('/')
  const name = names.at(-1) ?? ''
  const isOurs = names.length === 1 && (name === recordName || name === revealMdName)
  return isOurs || (names.length <= deepest && names.every(isHarmlessName) && !obeyed.test(path))
}

/** Whether a folder or file may have this name, as far as that alone tells. */
export const isHarmlessName = (name: string): boolean =>
  name !== '' && !/^\.|[. ]$/.test(name) && !isDevice(name) && name.search(signs) < 0

export const isDevice = (name: string): boolean => devices.test(name)

/** A file's name as every system can have it, where it is one of a file that is a deck's own. */
export const harmlessName = (name: string): string => (isDevice(name) ? '_' : '') + name.replace(signs, '_')
