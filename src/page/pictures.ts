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
      throw new Fault(
        `the picture ${source.slice(0, 60)} is not beside the Markdown; save it in the deck's folder`,
        place,
      )
    const named = decode(source.replace(/[?#].*$/, ''))
    const type = types.get(extname(named).toLowerCase())
    if (!type)
      throw new Fault(`${named} is no picture that browsers show; use PNG, JPEG, SVG, WebP or GIF`, place)
    const file = real(resolve(dirname(place.file), named))
    if (!file) throw new Fault(`no picture ${named}; put it beside the Markdown or mend its name`, place)
    if (!file.startsWith(root + sep))
      throw new Fault(`the picture ${named} is outside the deck's folder; copy it in`, place)
    if (statSync(file).size > largest)
      throw new Fault(`the picture ${named} is over 20 MB; make it smaller`, place)
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
