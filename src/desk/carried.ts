import { fromBase64 } from '../base64.ts'
import { carryMore } from '../page/signs.ts'
import { type CarriedIndex, carriedId } from './names.ts'

/** A set of files in a page, or in a script beside it. */
interface Carried {
  readonly index: CarriedIndex
  readonly data: string
}

/** Finds the files that the page carries; those that are seldom needed stand in a script beside it. */
export class CarriedFiles {
  readonly #sets: Carried[]
  readonly #beside: string
  #more: Promise<void> | undefined

  /** @param beside the address of the script with what is seldom needed */
  constructor(beside: string) {
    const text = (id: string): string => document.getElementById(id)?.textContent ?? ''
    this.#sets = [{ index: JSON.parse(text(`${carriedId}-index`)), data: text(carriedId) }]
    this.#beside = beside
  }

  /** @returns null where neither the page nor the script beside it has it */
  async read(name: string): Promise<Uint8Array | null> {
    const here = this.#find(name)
    if (here) return here
    this.#more ??= this.#loadMore()
    await this.#more
    return this.#find(name)
  }

  #find(name: string): Uint8Array | null {
    for (const { index, data } of this.#sets) {
      const place = index[name]
      if (place) return fromBase64(data.slice(...place))
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
