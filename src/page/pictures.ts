import { readFileSync, realpathSync, statSync } from 'node:fs'
import { dirname, extname, resolve, sep } from 'node:path'
import { Fault, type Place } from '../fault.ts'

const types = new Map([
  ['.png', 'image/png'],
  ['.jpg', 'image/jpeg'],
  ['.jpeg', 'image/jpeg'],
  ['.gif', 'image/gif'],
  ['.webp', 'image/webp'],
  ['.bmp', 'image/bmp'],
  ['.avif', 'image/avif'],
  ['.svg', 'image/svg+xml'],
])
const largest = 20 * 1024 * 1024

/**
 * Makes the function that puts a deck's pictures into its page as data, so that the page needs nothing beside it.
 * Only pictures inside the deck's folder are read, links followed.
 */
export function embedPictures(folder: string): (source: string, place: Place) => string {
  const root = realpathSync(folder)
  return (source, place) => {
    if (source.startsWith('data:image/')) return source
    if (/^(?:[a-z][\w+.-]*:|\/\/)/i.test(source))
      throw new Fault((say) => say.pictureElsewhere(source.slice(0, 60)), place)
    const named = decode(source.replace(/[?#].*$/, ''))
    const type = types.get(extname(named).toLowerCase())
    if (!type) throw new Fault((say) => say.pictureKind(named), place)
    const file = real(resolve(dirname(place.file), named))
    if (!file) throw new Fault((say) => say.noPicture(named), place)
    if (!file.startsWith(root + sep)) throw new Fault((say) => say.pictureOutside(named), place)
    const found = statSync(file)
    // A folder can't be read, and from a pipe nothing may ever come.
    if (!found.isFile()) throw new Fault((say) => say.pictureNoFile(named), place)
    if (found.size > largest) throw new Fault((say) => say.pictureLarge(named), place)
    return `data:${type};base64,${readFileSync(file, 'base64')}`
  }
}

function decode(address: string): string {
  try {
    return decodeURIComponent(address)
  } catch {
    return address
  }
}

function real(path: string): string | null {
  try {
    return realpathSync(path)
  } catch {
    return null
  }
}
