/** The end of a chain of sectors, and whatever is no sector. */
const LAST_SECTOR = 0xfffffffa
const ENTRY = 128

/** The streams in a compound file (the container of Word, Excel and PowerPoint before 2007, and of WPS), by name. */
export function readCompound(bytes: Uint8Array): ReadonlyMap<string, Uint8Array> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const u32 = (at: number): number => (at + 4 <= bytes.length ? view.getUint32(at, true) : 0xffffffff)
  const size = 1 << Math.min(view.getUint16(30, true), 12)
  const miniSize = 1 << Math.min(view.getUint16(32, true), 12)
  const sector = (number: number): Uint8Array => bytes.subarray((number + 1) * size, (number + 2) * size)

  const table: number[] = []
  const addTable = (number: number): void => {
    for (let at = (number + 1) * size; at < (number + 2) * size; at += 4) table.push(u32(at))
  }
  const most = Math.ceil(bytes.length / size)
  for (let at = 76; at < 76 + 109 * 4 && u32(at) < LAST_SECTOR; at += 4) addTable(u32(at))
  let more = u32(68)
  for (let seen = 0; more < LAST_SECTOR && seen < most; seen++) {
    const start = (more + 1) * size
    for (let at = start; at < start + size - 4 && u32(at) < LAST_SECTOR; at += 4) addTable(u32(at))
    more = u32(start + size - 4)
  }

  const chain = (first: number, next: readonly number[], limit: number): readonly number[] => {
    const sectors: number[] = []
    for (let at = first; at < LAST_SECTOR && sectors.length <= limit; at = next[at] ?? LAST_SECTOR)
      sectors.push(at)
    return sectors
  }
  const joined = (pieces: readonly Uint8Array[], length: number): Uint8Array => {
    const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0))
    let at = 0
    for (const piece of pieces) {
      whole.set(piece, at)
      at += piece.length
    }
    return whole.subarray(0, length)
  }
  const read = (first: number, length: number): Uint8Array =>
    joined(chain(first, table, most).map(sector), length)

  const directory = read(u32(48), Number.MAX_SAFE_INTEGER)
  const entries = Array.from({ length: Math.floor(directory.length / ENTRY) }, (_, at) =>
    entryOf(directory.subarray(at * ENTRY, (at + 1) * ENTRY)),
  )
  const root = entries[0]
  const small = root ? read(root.start, root.size) : new Uint8Array()
  const smallTable: number[] = []
  for (const number of chain(u32(60), table, most)) {
    for (let at = (number + 1) * size; at < (number + 2) * size; at += 4) smallTable.push(u32(at))
  }
  const streams = new Map<string, Uint8Array>()
  for (const { name, type, start, size: length } of entries) {
    if (type !== STREAM || streams.has(name)) continue
    const isSmall = length < u32(56)
    const limit = Math.ceil(small.length / miniSize)
    streams.set(
      name,
      isSmall
        ? joined(
            chain(start, smallTable, limit).map((at) => small.subarray(at * miniSize, (at + 1) * miniSize)),
            length,
          )
        : read(start, length),
    )
  }
  return streams
}

const STREAM = 2

interface Entry {
  readonly name: string
  readonly type: number
  readonly start: number
  readonly size: number
}

function entryOf(bytes: Uint8Array): Entry {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const length = Math.min(Math.max(view.getUint16(64, true) - 2, 0), 62)
  return {
    name: new TextDecoder('utf-16le').decode(bytes.subarray(0, length)),
    type: view.getUint8(66),
    start: view.getUint32(116, true),
    size: view.getUint32(120, true),
  }
}
