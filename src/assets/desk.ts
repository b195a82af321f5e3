import { createHash } from 'node:crypto'
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
  /** Another one for every other desk. */
  readonly stamp: string
  /** The files that decks are made with: those that the desk carries, and those that are seldom needed. */
  readonly read: () => Promise<{ files: Map<string, Uint8Array>; seldom: Map<string, Uint8Array> }>
}

const isSeldom = (name: string): boolean => /-(?:tc|jp)$/.test(name)

/** What the desk is made of, from the package as it is installed. */
export async function deskParts(): Promise<DeskParts> {
  const client = (name: string): string => readFileSync(join(buildFolder(), 'client', name), 'utf8')
  const [script, worker, style] = [client('desk.js'), client('desk-worker.js'), client('desk.css')]
  const own = ['deck.js', 'deck.css'].map((name) => [name, Buffer.from(client(name))] as const)
  const fonts = await readFile(join(buildFolder(), 'fonts.json'))
  const stamp = createHash('sha256')
  for (const part of [script, worker, style, fonts, ...own.map(([, bytes]) => bytes)]) stamp.update(part)
  return {
    script,
    worker,
    style,
    stamp: stamp.digest('hex').slice(0, 16),
    read: async () => {
      const files = new Map<string, Uint8Array>([...own, ['fonts.json', fonts]])
      const seldom = new Map<string, Uint8Array>()
      files.set('harfbuzz-subset.wasm', await readFile(join(buildFolder(), 'harfbuzz-subset.wasm')))
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
      return { files, seldom }
    },
  }
}
