import { revealMdName } from './foreign/set-beside.ts'
import { recordName } from './record.ts'

/** Names that some system has for devices, or can't have, or that read otherwise than they are. */
const nameless =
  /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)|[. ]$|[\\:*?"<>|\p{Cc}\u200b-\u200f\u202a-\u202e\u2066-\u2069]/iu
/** What a program that somebody starts in the folder would run or obey. */
const obeyed =
  /\.(?:[cm]?[jt]sx?|json|toml|lock|node|wasm|sh|bat|cmd|ps1|psm1|vbs|wsf|hta|exe|com|scr|msi|dll|lnk|url|desktop|py|rb|pl)$/i

/** Whether a path is a file of a deck, in its folder, whatever the system: none that is hidden but what derive remembers. */
export function isHarmless(path: string): boolean {
  const names = path.split('/')
  const name = names.at(-1) ?? ''
  const isOurs = names.length === 1 && (name === recordName || name === revealMdName)
  return isOurs || (names.every(isHarmlessName) && !obeyed.test(path))
}

/** Whether a folder or file may have this name, as far as that alone tells. */
export const isHarmlessName = (name: string): boolean =>
  name !== '' && !name.startsWith('.') && !nameless.test(name)
