import { readFileSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { packageNames } from '../page/fonts/faces.ts'
import { fontFolder } from './font-folder.ts'
import { buildFolder, clientFolder, katexFolder, pdfFolder } from './installed.ts'

export interface DeskParts {
  readonly script: string
  readonly editor: string
  readonly worker: string
  readonly style: string
  /** The files that decks are made with: those that the desk carries, and those that are seldom needed. */
  readonly files: ReadonlyMap<string, Uint8Array>
  readonly seldom: ReadonlyMap<string, Uint8Array>
}

/** Another one for every other desk, as `npm run compile` wrote it. */
export const deskStamp = (): string => readFileSync(join(buildFolder(), 'desk.stamp'), 'utf8')

const isSeldom = (name: string): boolean => /-(?:tc|jp|kr)$/.test(name)

/** The files that decks are made with, by the names that the desk has for them. */
export interface DeskPaths {
  readonly files: ReadonlyMap<string, string>
  readonly seldom: ReadonlyMap<string, string>
}

/** Where those files stand, in the package as it is installed. */
export async function deskPaths(): Promise<DeskPaths> {
  const files = new Map<string, string>()
  const seldom = new Map<string, string>()
  for (const name of ['deck.js', 'deck.css', 'desk-editor.js']) files.set(name, join(clientFolder(), name))
  for (const name of ['fonts.json', 'harfbuzz-subset.wasm']) files.set(name, join(buildFolder(), name))
  const add = async (into: Map<string, string>, folder: string, name: string, end = ''): Promise<void> => {
    for (const file of (await readdir(folder)).filter((one) => one.endsWith(end)))
      into.set(`${name}/${file}`, join(folder, file))
  }
  files.set('katex/katex.min.css', join(katexFolder(), 'katex.min.css'))
  await add(files, join(katexFolder(), 'fonts'), 'katex/fonts', '.woff2')
  await add(files, join(pdfFolder(), 'cmaps'), 'cmaps', '.bcmap')
  await add(files, join(pdfFolder(), 'standard_fonts'), 'standard_fonts')
  for (const name of packageNames)
    await add(isSeldom(name) ? seldom : files, join(fontFolder(name), 'files'), name, '.woff2')
  return { files, seldom }
}

/** What runs in the desk's page. */
export async function deskScripts(): Promise<Pick<DeskParts, 'script' | 'editor' | 'worker' | 'style'>> {
  const text = (name: string): Promise<string> => readFile(join(clientFolder(), name), 'utf8')
  return {
    script: await text('desk.js'),
    editor: await text('desk-editor.js'),
    worker: await text('desk-worker.js'),
    style: await text('desk.css'),
  }
}

/** What the desk is made of, from the package as it is installed. */
export async function deskParts(): Promise<DeskParts> {
  const paths = await deskPaths()
  const read = async (of: ReadonlyMap<string, string>): Promise<Map<string, Uint8Array>> => {
    const found = new Map<string, Uint8Array>()
    for (const [name, path] of of) found.set(name, await readFile(path))
    return found
  }
  return { ...(await deskScripts()), files: await read(paths.files), seldom: await read(paths.seldom) }
}
