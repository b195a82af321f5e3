import { largestFile, type Stamp } from '../deck/store.ts'

// Runs anywhere.

/** A file as a listing has it, before anything of it is read. */
export interface Dated {
  /** In bytes. */
  readonly size: number
  /** In milliseconds since 1970. */
  readonly modified: number
}

/** A clock may tick so seldom, in milliseconds, that a date does not tell two changes within it. */
const tick = 2000

/** The stamps of files that a store has listed before, so that it reads again only those with another size or date. */
export class KnownStamps {
  readonly #known = new Map<
    string,
    { readonly size: number; readonly modified: number; readonly stamp: Stamp }
  >()

  /** @param digest reads the file and gives its stamp; not asked for one that is larger than any that is read */
  async of(path: string, { size, modified }: Dated, digest: () => Promise<Stamp>): Promise<Stamp> {
    if (size > largestFile) return `${size} ${modified}`
    const known = this.#known.get(path)
    if (known?.size === size && known.modified === modified && Date.now() - modified > tick)
      return known.stamp
    const stamp = await digest()
    this.#known.set(path, { size, modified, stamp })
    return stamp
  }
}
