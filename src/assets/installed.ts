import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { PdfTables } from '../document/readers/part.ts'
import type { PageAssets } from '../page/assets.ts'
import { type FontLibrary, type FontList, packagesOf } from '../page/fonts/library.ts'
import { type Cutter, createCutter } from '../page/fonts/subset.ts'
import { type PageScript, pageScript, scriptByLanguage } from '../page/scripts.ts'
import { cached } from './cache.ts'
import { fontFolder } from './font-folder.ts'

/** What `npm run compile` made. */
export const buildFolder = (): string => join(packageFolder(), 'build')

/** KaTeX's style sheet and fonts. */
export const katexFolder = (): string => join(buildFolder(), 'katex')
/** The tables of pdf.js. */
export const pdfFolder = (): string => join(buildFolder(), 'pdf')

/** The folder of this package, whether it runs from its sources or compiled. */
function packageFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder)
  return folder
}

/** The folder of what runs in the browser. */
export const clientFolder = (): string => join(packageFolder(), 'build/client')

function installedFonts(build: string): FontLibrary {
  const list: FontList = JSON.parse(readFileSync(join(build, 'fonts.json'), 'utf8'))
  const stamp = readFileSync(join(build, 'fonts.stamp'), 'utf8')
  let cutter: Promise<Cutter> | undefined
  return {
    package: packagesOf(list),
    read: (slice) => readFile(join(fontFolder(slice.package), 'files', slice.file)),
    cutter: () => {
      cutter ??= readFile(join(build, 'harfbuzz-subset.wasm')).then((wasm) =>
        createCutter(Uint8Array.from(wasm)),
      )
      return cutter
    },
    // What another release cut may be other bytes.
    cached: (key, make) => cached(`${stamp} ${key}`, make),
  }
}

/** The tables of pdf.js for fonts that are not in a file. */
export const installedPdfTables: PdfTables = (name) => readFile(join(pdfFolder(), name))

let assets: PageAssets | undefined

/** What pages take from the package as it is installed: what `npm run compile` made, and the packages of the fonts. */
export function installedAssets(): PageAssets {
  if (assets) return assets
  const build = buildFolder()
  const client = (name: string): string => readFileSync(join(clientFolder(), name), 'utf8')
  const digest = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest()
  const script = (name: string): PageScript => pageScript(client(name), digest)
  const katex = katexFolder()
  assets = {
    client: {
      script: scriptByLanguage(client('deck.js'), digest),
      style: client('deck.css'),
      diagrams: () => script('diagrams.js'),
      live: () => client('live.js'),
    },
    fonts: installedFonts(build),
    math: {
      style: () => readFileSync(join(katex, 'katex.min.css'), 'utf8'),
      font: (address) => readFileSync(join(katex, address)),
    },
  }
  return assets
}
