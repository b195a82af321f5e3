import { findCode } from '../markdown/code-lines.ts'
import type { SlideSource } from '../markdown/cut.ts'

/** The line of the first words of a slide. */
export function firstLine({ body }: Pick<SlideSource, 'body'>): number {
  const lines = body.text.split('\n')
  const first = lines.findIndex((line) => line.trim() !== '' && !/^\s*<!--\s*\.slide:.*-->\s*$/.test(line))
  return body.line + Math.max(0, first < 0 ? lines.findIndex((line) => line.trim() !== '') : first)
}

/** More addresses no slide has that anybody looks at. */
const mostAddresses = 300

/** Finds the lines on which the addresses of a slide stand, in their order. */
export class AddressLines {
  readonly #source: SlideSource
  #lines: readonly (readonly [line: number, words: string])[] | undefined
  readonly #places = new Map<string, number[]>()

  constructor(source: SlideSource) {
    this.#source = source
  }

  /** The line of the next place where an address stands; the slide's first where there is none. */
  next(address: string): number {
    const places = this.#places.get(address) ?? this.#placesOf(address)
    this.#places.set(address, places)
    return (places.length > 1 ? places.shift() : places[0]) ?? firstLine(this.#source)
  }

  #placesOf(address: string): number[] {
    if (!address || this.#places.size > mostAddresses) return []
    this.#lines ??= linesOf(this.#source)
    return this.#lines.flatMap(([line, words]) => Array.from({ length: timesIn(words, address) }, () => line))
  }
}

/** The lines of a slide with their numbers in the file; those of code and long comments come last. */
function linesOf({ body, notes }: SlideSource): (readonly [number, string])[] {
  const passages = [body, ...(notes ? [notes] : [])].map(({ text, line }) => {
    const lines = text.split('\n')
    return { line, lines, inside: findCode(lines, () => false).inside }
  })
  return [0, 1].flatMap((within) =>
    passages.flatMap(({ line, lines, inside }) =>
      lines.flatMap((words, at) => ((inside[at] ? 1 : 0) === within ? [[line + at, words] as const] : [])),
    ),
  )
}

/** What may be a part of an address. */
const within = /[\p{L}\p{N}_%./@-]/u

/** How often a line has an address, which is no part of a longer one. */
function timesIn(line: string, address: string): number {
  let times = 0
  for (const written of new Set([address, address.replaceAll(' ', '%20'), encoded(address)]))
    for (let at = line.indexOf(written); at >= 0; at = line.indexOf(written, at + written.length)) {
      const [before = '', behind = ''] = [line[at - 1], line[at + written.length]]
      if (!within.test(before) && !/[\p{L}\p{N}_%/@-]/u.test(behind)) times++
    }
  return times
}

function encoded(address: string): string {
  try {
    return encodeURI(address)
  } catch {
    return address
  }
}
