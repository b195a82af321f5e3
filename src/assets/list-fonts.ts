import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { decompress } from 'woff2-encoder'
import { packageNames } from '../page/fonts/faces.ts'
import { charactersIn, type FontList, rangeOf } from '../page/fonts/library.ts'
import { glyphIds, tablesOf } from '../page/fonts/sfnt.ts'
import { fontFolder } from './font-folder.ts'

/**
 * Lists the slices of all font packages with the characters that each is there for. Their style sheets promise some
 * that the file has not, and keep silent on some that it has: what counts is the file. Of several that have a
 * character it is the one that promises it.
 */
export async function listFonts(): Promise<FontList> {
  const entries = packageNames.map(async (name) => {
    const folder = fontFolder(name)
    const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
    const sheet = readFileSync(join(folder, 'index.css'), 'utf8')
    const rules = [...sheet.matchAll(/url\(\.\/files\/([^)]+)\)[^;]*;\s*unicode-range:\s*([^;]+);/g)]
    const read = rules.map(async ([, file = '', range = '']) => {
      const held = [...glyphIds(tablesOf(await decompress(readFileSync(join(folder, 'files', file))))).keys()]
      const promised = new Set(charactersIn(range.replace(/\s+/g, '')).map((one) => one.codePointAt(0)))
      return { file, kept: held.filter((point) => promised.has(point)), held }
    })
    const files = await Promise.all(read)
    const given = new Set(files.flatMap(({ kept }) => kept))
    const slices = files.map(({ file, kept, held }) => {
      const unnamed = held.filter((point) => !given.has(point))
      for (const point of unnamed) given.add(point)
      return [file, rangeOf([...kept, ...unnamed])] as const
    })
    const license = readFileSync(join(folder, 'LICENSE'), 'utf8').trim()
    return [name, { version, license, slices }] as const
  })
  return Object.fromEntries(await Promise.all(entries))
}
