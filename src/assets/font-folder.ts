import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { packageNames } from '../page/fonts/faces.ts'
import { charactersIn, type FontList, rangeOf } from '../page/fonts/library.ts'
import { glyphIds, tablesOf } from '../page/fonts/sfnt.ts'
import { fromWoff2 } from '../page/fonts/subset.ts'

const { resolve } = createRequire(import.meta.url)

/** Where npm put one of the font packages. */
export const fontFolder = (name: string): string =>
  dirname(resolve(`@fontsource-variable/${name}/package.json`))

/**
 * Lists the slices of all font packages with the characters that each is there for. Their style sheets promise some
 * that the files have not; what counts is what both say.
 */
export async function listFonts(): Promise<FontList> {
  const entries = packageNames.map(async (name) => {
    const folder = fontFolder(name)
    const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
    const sheet = readFileSync(join(folder, 'index.css'), 'utf8')
    const rules = [...sheet.matchAll(/url\(\.\/files\/([^)]+)\)[^;]*;\s*unicode-range:\s*([^;]+);/g)]
    const slices = rules.map(async ([, file = '', range = '']) => {
      const held = glyphIds(tablesOf(await fromWoff2(readFileSync(join(folder, 'files', file)))))
      const promised = charactersIn(range.replace(/\s+/g, '')).map((one) => one.codePointAt(0) ?? 0)
      return [file, rangeOf(promised.filter((point) => held.has(point)))] as const
    })
    const license = readFileSync(join(folder, 'LICENSE'), 'utf8').trim()
    return [name, { version, license, slices: await Promise.all(slices) }] as const
  })
  return Object.fromEntries(await Promise.all(entries))
}
