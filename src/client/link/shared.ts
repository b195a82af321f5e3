/** Where the deck is: a slide by its key and its indices, and the last fragment shown, -1 for none. */
export interface Place {
  readonly key: string
  readonly h: number
  readonly v: number
  readonly f: number
}

/** A point of the slide, in slide widths and heights from its top left corner. */
export interface SlidePoint {
  readonly x: number
  readonly y: number
}

export interface Stroke {
  readonly pen: 'pen' | 'highlighter'
  readonly points: readonly SlidePoint[]
}

/** A stopwatch: milliseconds up to `since`, the epoch time at which it was last started, null while it stands. */
export interface Stopwatch {
  readonly before: number
  readonly since: number | null
}

/** What the windows of a deck have in common; each part is changed as a whole, and its latest change holds. */
export interface Shared {
  readonly place: Place | null
  readonly curtain: 'black' | 'white' | null
  readonly laser: SlidePoint | null
  readonly zoom: SlidePoint | null
  /** The strokes on each slide, by its key. */
  readonly ink: Readonly<Record<string, readonly Stroke[]>>
  readonly watch: Stopwatch
  /** Minutes that the presenter set by hand. */
  readonly target: number | null
  /** Milliseconds spent on each slide, by its timing key, in a rehearsal that is under way. */
  readonly rehearsal: Readonly<Record<string, number>> | null
}

export type Part = keyof Shared

interface Entry<P extends Part = Part> {
  readonly value: Shared[P]
  /** Epoch milliseconds of the change; 0 for what nobody chose yet. */
  readonly stamp: number
}

/** Parts and when they changed, as windows tell each other. */
export type Entries = { readonly [P in Part]?: Entry<P> }

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null
const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value)
const isPoint = (value: unknown): boolean => isObject(value) && isNumber(value['x']) && isNumber(value['y'])
const isStroke = (value: unknown): boolean =>
  isObject(value) &&
  (value['pen'] === 'pen' || value['pen'] === 'highlighter') &&
  Array.isArray(value['points']) &&
  value['points'].every(isPoint)

/** Other pages can send messages too: only what has the shape of a part is taken. */
const shapes: Readonly<Record<Part, (value: unknown) => boolean>> = {
  place: (value) =>
    value === null ||
    (isObject(value) &&
      typeof value['key'] === 'string' &&
      [value['h'], value['v'], value['f']].every(Number.isInteger)),
  curtain: (value) => value === null || value === 'black' || value === 'white',
  laser: (value) => value === null || isPoint(value),
  zoom: (value) => value === null || isPoint(value),
  ink: (value) =>
    isObject(value) &&
    Object.values(value).every((strokes) => Array.isArray(strokes) && strokes.every(isStroke)),
  watch: (value) =>
    isObject(value) && isNumber(value['before']) && (value['since'] === null || isNumber(value['since'])),
  target: (value) => value === null || (isNumber(value) && value > 0),
  rehearsal: (value) => value === null || (isObject(value) && Object.values(value).every(isNumber)),
}

const start: Shared = {
  place: null,
  curtain: null,
  laser: null,
  zoom: null,
  ink: {},
  watch: { before: 0, since: null },
  target: null,
  rehearsal: null,
}

/** What the windows share, as this window knows it. */
export interface SharedState {
  get<P extends Part>(part: P): Shared[P]
  /** Changes a part here and in the other windows. */
  set<P extends Part>(part: P, value: Shared[P]): void
  /** Calls back after each change of a part, whichever window made it. */
  on(part: Part, act: () => void): void
  /** Takes what another window knows, where it is newer, and says which parts were. */
  merge(entries: unknown): Entries
  entries(): Entries
  /** Calls back with what was changed here. */
  onSet(act: (entries: Entries) => void): void
}

/** Milliseconds by which the stamp of a change may be ahead of what this window knows: clocks are set, seldom by more. */
const ahead = 60_000

/** @param now epoch milliseconds */
export function createShared(now: () => number = Date.now): SharedState {
  const parts = Object.keys(start) as Part[]
  const known = new Map<Part, Entry>(parts.map((part) => [part, { value: start[part], stamp: 0 }]))
  const listeners = new Map<Part, (() => void)[]>()
  const tellers: ((entries: Entries) => void)[] = []
  const tell = (part: Part): void => {
    for (const act of listeners.get(part) ?? []) act()
  }
  const pick = (wanted: readonly Part[]): Entries =>
    Object.fromEntries(wanted.map((part) => [part, known.get(part)]))
  return {
    get: <P extends Part>(part: P) => known.get(part)?.value as Shared[P],
    set(part, value) {
      known.set(part, { value, stamp: Math.max(now(), (known.get(part)?.stamp ?? 0) + 1) })
      tell(part)
      for (const act of tellers) act(pick([part]))
    },
    on(part, act) {
      listeners.set(part, [...(listeners.get(part) ?? []), act])
    },
    merge(entries) {
      if (!isObject(entries)) return {}
      const newer = parts.filter((part) => {
        const entry = Object.hasOwn(entries, part) ? entries[part] : undefined
        const before = known.get(part)?.stamp ?? 0
        if (!isObject(entry) || !isNumber(entry['stamp']) || !shapes[part](entry['value'])) return false
        // One that runs ahead would hold against all that is changed later.
        if (entry['stamp'] <= before || entry['stamp'] > Math.max(now(), before) + ahead) return false
        known.set(part, { value: entry['value'] as Shared[Part], stamp: entry['stamp'] })
        return true
      })
      for (const part of newer) tell(part)
      return pick(newer)
    },
    entries: () => pick(parts),
    onSet: (act) => void tellers.push(act),
  }
}
