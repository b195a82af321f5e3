import { fromBase64 } from '../base64.ts'
import { carryMore } from '../page/signs.ts'
import { type CarriedIndex, type CarriedPlace, carriedId } from './names.ts'

/** A set of files in a page, or in a script beside it. */
interface Carried {
  readonly index: CarriedIndex
  readonly data: string
}

async function unpacked(
  bytes: Uint8Array<ArrayBuffer> | null,
  { packed }: CarriedPlace,
): Promise<Uint8Array | null> {
  if (!bytes || !packed) return bytes
  // Not in this thread, which goes on answering.
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))
  return new Uint8Array(await new Response(stream).arrayBuffer())
}

/** Gives the files that decks are made with. */
export interface ReadFiles {
  /** @returns null where there is none of that name */
  read(name: string): Promise<Uint8Array | null>
}

/** Finds the files that the page carries; those that are seldom needed stand in a script beside it. */
export class CarriedFiles implements ReadFiles {
  readonly #sets: Carried[]
  readonly #beside: string
  #more: Promise<void> | undefined

  /** @param beside the address of the script with what is seldom needed */
  constructor(beside: string) {
    const text = (id: string): string => document.getElementById(id)?.textContent ?? ''
    this.#sets = [{ index: JSON.parse(text(`${carriedId}-index`)), data: text(carriedId) }]
    this.#beside = beside
  }

  async read(name: string): Promise<Uint8Array | null> {
    const here = this.#find(name)
    if (here) return here
    this.#more ??= this.#loadMore()
    await this.#more
    return this.#find(name)
  }

  #find(name: string): Promise<Uint8Array | null> | null {
    for (const { index, data } of this.#sets) {
      const place = index[name]
      if (place) return unpacked(fromBase64(data.slice(place.from, place.to)), place)
    }
    return null
  }

  #loadMore(): Promise<void> {
    return new Promise((resolve) => {
      const script = document.createElement('script')
      Object.assign(window, {
        [carryMore]: (index: CarriedIndex, data: string) => this.#sets.push({ index, data }),
      })
      script.src = this.#beside
      script.onload = () => resolve()
      script.onerror = () => resolve()
      document.head.append(script)
    })
  }
}
