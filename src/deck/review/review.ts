import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, stringify, type YAMLMap } from 'yaml'
import { Fault } from '../../fault.ts'

/** Where a deck's review is kept, beside its Markdown. */
export const reviewName = 'review.yaml'

/** Who said something, and when. */
export interface Said {
  readonly name: string
  /** As the person writes dates; ours are `2026-11-27`. */
  readonly date: string
}

/** `王芳 2026-11-27` */
export const whoAndWhen = ({ name, date }: Said): string => `${name} ${date}`.trim()

export interface Signature extends Said {
  /** What was said with it; '' for nothing. */
  readonly remark: string
}

export interface Answer extends Said {
  readonly text: string
}

export interface Comment extends Answer {
  readonly answers: readonly Answer[]
  readonly resolved: boolean
}

/** What was said of a slide as it read then. */
export interface Reviewed {
  /** The slide's Markdown, its notes behind a line `Note:`. */
  readonly slide: string
  readonly signed: readonly Signature[]
  readonly comments: readonly Comment[]
}

/** A deck's review: a slide that was changed between two signatures is in it twice. */
export type Review = readonly Reviewed[]

/** More than the review of any deck. */
const mostCharacters = 20_000_000

/** The line above what we write. */
const heading = '# 审阅记录 / Review: who signed which slide, as it read then\n'

/**
 * Writes a review as its file has it.
 *
 * @returns '' for a review in which nothing was said
 */
export function reviewText(review: Review): string {
  const said = review.filter(({ signed, comments }) => signed.length > 0 || comments.length > 0)
  if (said.length === 0) return ''
  return `${heading}slides:\n${said.map(entryOf).join('')}`
}

const entries = new WeakMap<Reviewed, string>()

/** A slide as the file has it: of a long review only what is new is written anew. */
function entryOf(reviewed: Reviewed): string {
  const before = entries.get(reviewed)
  if (before !== undefined) return before
  const { slide, signed, comments } = reviewed
  const entry = {
    slide,
    ...(signed.length > 0 && {
      signed: signed.map(({ remark, ...who }) => ({ ...who, ...(remark && { remark }) })),
    }),
    ...(comments.length > 0 && {
      comments: comments.map(({ answers, resolved, ...comment }) => ({
        ...comment,
        ...(answers.length > 0 && { answers }),
        ...(resolved && { resolved }),
      })),
    }),
  }
  const text = stringify(
    { slides: [entry] },
    { lineWidth: 0, blockQuote: 'literal', aliasDuplicateObjects: false },
  ).slice('slides:\n'.length)
  entries.set(reviewed, text)
  return text
}

/**
 * Reads a review.
 *
 * @param file what its owner calls it
 * @throws Fault with the line of what is no review: nobody's signature is to be lost in silence
 */
export function parseReview(file: string, text: string): Review {
  const counter = new LineCounter()
  const fail = (offset: number): never => {
    throw new Fault((say) => say.reviewUnread, { file, line: counter.linePos(offset).line })
  }
  if (text.length > mostCharacters) fail(0)
  const document = parseDocument(text, { lineCounter: counter, schema: 'failsafe', uniqueKeys: true })
  const [mistake] = document.errors
  if (mistake) fail(mistake.pos[0])

  const mapOf = (node: unknown): YAMLMap => (isMap(node) ? node : fail(startOf(node)))
  const itemsOf = (map: YAMLMap, key: string): readonly unknown[] => {
    const list = map.get(key, true)
    if (list === undefined || (isScalar(list) && !list.value)) return []
    return isSeq(list) ? list.items : fail(startOf(list))
  }
  const textOf = (map: YAMLMap, key: string): string => {
    const value: unknown = map.get(key, true)
    if (value === undefined) return ''
    return isScalar(value) ? String(value.value ?? '') : fail(startOf(value))
  }
  const saidOf = (map: YAMLMap): Said => ({ name: textOf(map, 'name'), date: textOf(map, 'date') })
  const answerOf = (node: unknown): Answer => {
    const map = mapOf(node)
    return { ...saidOf(map), text: textOf(map, 'text') }
  }
  const { contents } = document
  if (contents === null) return []
  return itemsOf(mapOf(contents), 'slides').map((node): Reviewed => {
    const map = mapOf(node)
    return {
      slide: textOf(map, 'slide'),
      signed: itemsOf(map, 'signed').map((one) => {
        const signature = mapOf(one)
        return { ...saidOf(signature), remark: textOf(signature, 'remark') }
      }),
      comments: itemsOf(map, 'comments').map((one) => ({
        ...answerOf(one),
        answers: itemsOf(mapOf(one), 'answers').map(answerOf),
        resolved: textOf(mapOf(one), 'resolved') === 'true',
      })),
    }
  })
}

const startOf = (node: unknown): number => (node as Partial<Node> | null)?.range?.[0] ?? 0
