/** What the page's address asks of the paper. */
export interface PaperOptions {
  /** First and last slide, counted from 1. */
  readonly range: readonly [first: number, last: number]
  /** A page for each step of a slide, as its points appear. */
  readonly steps: boolean
  /** Slides to a page of the handout. */
  readonly perPage: 1 | 2 | 3 | 4 | 6
  /** The handout has the notes beside its slides instead of lines for writing. */
  readonly withNotes: boolean
  /** The page of a slide; that of the deck's own slides unless given. */
  readonly paper: '16:9' | '4:3' | 'A4' | null
  /** Black on white, for printers at work. */
  readonly inkSaving: boolean
}

const among = <T, U>(wanted: unknown, allowed: readonly T[], otherwise: U): T | U =>
  allowed.find((value) => String(value) === wanted) ?? otherwise

/** @param asked what the page's address asks: `?view=handout&per-page=6&range=3-8` */
export function readPaperOptions(asked: URLSearchParams): PaperOptions {
  const [, first = '1', last = first] = /^(\d+)(?:-(\d*))?$/.exec(asked.get('range') ?? '1-') ?? []
  return {
    range: [Number(first), last === '' ? Number.POSITIVE_INFINITY : Number(last)],
    steps: asked.has('steps'),
    perPage: among(asked.get('per-page'), [1, 2, 3, 4, 6] as const, 3),
    withNotes: asked.has('with-notes'),
    paper: among(asked.get('paper'), ['16:9', '4:3', 'A4'] as const, null),
    inkSaving: asked.has('ink-saving'),
  }
}
