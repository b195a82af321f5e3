import type { PageAssets } from '../../page/assets.ts'
import { packagesOf } from '../../page/fonts/library.ts'
import { type Cutter, createCutter } from '../../page/fonts/subset.ts'
import { pageScript, scriptByLanguage } from '../../page/scripts.ts'

/** Reads a file that the page carries. @throws Error where it carries none of that name */
export type ReadCarried = (name: string) => Promise<Uint8Array>

const say = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)

/** What pages take besides their decks, from the files that the desk carries. */
export async function carriedAssets(read: ReadCarried): Promise<PageAssets> {
  const [list, script, style, mathStyle] = await Promise.all(
    ['fonts.json', 'deck.js', 'deck.css', 'katex/katex.min.css'].map(async (name) => say(await read(name))),
  )
  const mathFonts = new Map<string, Uint8Array>()
  for (const [, address = ''] of (mathStyle ?? '').matchAll(/url\(([^)]*\.woff2)\)/g))
    mathFonts.set(address, await read(`katex/${address}`))
  let cutter: Promise<Cutter> | undefined
  return {
    client: {
      script: scriptByLanguage(script ?? ''),
      style: style ?? '',
      // Only Markdown that a person wrote draws diagrams, and only a server keeps pages up to date.
      diagrams: () => pageScript(''),
      live: () => '',
    },
    fonts: {
      package: packagesOf(JSON.parse(list ?? '{}')),
      read: (slice) => read(`${slice.package}/${slice.file}`),
      cutter: () => {
        cutter ??= read('harfbuzz-subset.wasm').then((wasm) => createCutter(Uint8Array.from(wasm)))
        return cutter
      },
      cached: (_, make) => make(),
    },
    math: {
      style: () => mathStyle ?? '',
      font: (address) => mathFonts.get(address) ?? new Uint8Array(),
    },
  }
}
