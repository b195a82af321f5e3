import { readFileSync, realpathSync, statSync } from 'node:fs'
import { basename, dirname, join, relative, resolve, sep } from 'node:path'
import type { ReadBeside } from '../deck/deck.ts'

/** More than a slide needs, and than a page that carries it should. */
const largest = 20 * 1024 * 1024

/** Makes the function that reads what lies beside a deck's Markdown: only inside the deck's folder, links followed. */
export function besideReader(folder: string): ReadBeside {
  const root = realpathSync(folder)
  return (path, from) => {
    // `/a.png` is counted from the root of the site that a deck was written for, to which Vite takes what is in `public`.
    const places = path.startsWith('/')
      ? [resolve(root, `.${path}`), resolve(root, 'public', `.${path}`)]
      : // Beside the file, or as a page in the deck's folder that shows it counts.
        [resolve(dirname(from), path), resolve(root, path)]
    const named = places.find(real)
    const file = named && real(named)
    if (!named || !file) return { lack: 'missing' }
    if (!file.startsWith(root + sep)) return { lack: 'outside' }
    const found = statSync(file)
    // A folder can't be read, and from a pipe nothing may ever come.
    if (!found.isFile()) return { lack: 'notFile' }
    const inRoot = (path: string): string => relative(root, path).split(sep).join('/')
    if (found.size > largest) return { lack: 'large', name: inRoot(file) }
    // Where it is a link, by its own name.
    const name = inRoot(join(realpathSync(dirname(named)), basename(named)))
    return { bytes: readFileSync(file), name }
  }
}

function real(path: string): string | null {
  try {
    return realpathSync(path)
  } catch {
    return null
  }
}
