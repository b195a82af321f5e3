import type { FontLibrary } from './fonts/library.ts'
import type { PageScript } from './scripts.ts'

/** What the browser runs, compiled with the package. */
export interface ClientFiles {
  /** @param language BCP 47 tag of the page */
  readonly script: (language: string) => PageScript
  readonly style: string
  /** Draws Mermaid diagrams; only in pages that have one. */
  readonly diagrams: () => PageScript
  /** Keeps a page that is being edited up to date. */
  readonly live: () => string
}

/** KaTeX's style sheet, and its fonts by their addresses in it. */
export interface MathFiles {
  readonly style: () => string
  /** @returns WOFF2 */
  readonly font: (address: string) => Uint8Array
}

/** What a page takes besides its deck: from the folder of the package, or from a page that carries it. */
export interface PageAssets {
  readonly client: ClientFiles
  readonly fonts: FontLibrary
  readonly math: MathFiles
}
