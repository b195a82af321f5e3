import { readFileSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { packageNames } from '../page/fonts/faces.ts'
import { fontFolder } from './font-folder.ts'
import { buildFolder, katexFolder, pdfFolder } from './installed.ts'

export interface DeskParts {
  readonly script: string
  readonly worker: string
  readonly style: string
  /** The files that decks are made with: those that the desk carries, and those that are seldom needed. */
  readonly files: ReadonlyMap<string, Uint8Array>
  readonly seldom: ReadonlyMap<string, Uint8Array>
}

/** Another one for every other desk, as `npm run compile` wrote it. */
export const deskStamp = (): string => readFileSync(join(buildFolder(), 'desk.stamp'), 'utf8')

const isSeldom = (name: string): boolean => /-(?:tc|jp)$/.test(name)

/** What the desk is made of, from the package as it is installed. */
export async function deskParts(): Promise<DeskParts> {
  const built = (name: string): Promise<Buffer> => readFile(join(buildFolder(), name))
  const text = async (name: string): Promise<string> => (await built(`client/${name}`)).toString()
  const files = new Map<string, Uint8Array>()
  const seldom = new Map<string, Uint8Array>()
  for (const name of ['deck.js', 'deck.css']) files.set(name, await built(`client/${name}`))
  for (const name of ['fonts.json', 'harfbuzz-subset.wasm']) files.set(name, await built(name))
  const add = async (
    into: Map<string, Uint8Array>,
    folder: string,
    name: string,
    end = '',
  ): Promise<void> => {
    for (const file of (await readdir(folder)).filter((one) => one.endsWith(end)))
      into.set(`${name}/${file}`, await readFile(join(folder, file)))
  }
  files.set('katex/katex.min.css', await readFile(join(katexFolder(), 'katex.min.css')))
  await add(files, join(katexFolder(), 'fonts'), 'katex/fonts', '.woff2')
  await add(files, join(pdfFolder(), 'cmaps'), 'cmaps', '.bcmap')
  await add(files, join(pdfFolder(), 'standard_fonts'), 'standard_fonts')
  for (const name of packageNames)
    await add(isSeldom(name) ? seldom : files, join(fontFolder(name), 'files'), name, '.woff2')
  return {
    script: await text('desk.js'),
    worker: await text('desk-worker.js'),
    style: await text('desk.css'),
    files,
    seldom,
  }
}
