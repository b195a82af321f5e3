import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Document, outline, type Section, type Span } from '../../src/document/index.ts'
import {
  type Detail,
  keyPoints,
  meaningOf,
  type Node,
  nodesOf,
  type ParagraphPoints,
  pointText,
} from '../../src/keypoints/index.ts'
import { balanced } from '../../src/keypoints/quotation.ts'
import { trim } from '../../src/keypoints/trimming.ts'
import { read } from '../document/sketch.ts'
import { samples } from '../samples.ts'

/** Pieces of prose, well and badly punctuated, in any order. */
const pieces = [
  '一是加强领导，',
  '二是完善制度；',
  '三是强化监督。',
  '（1）建设数据中心；',
  '（2）开发共享平台。',
  '第一，坚持党的领导。',
  '首先，',
  '其次，要摸清底数，',
  '①加强建设；',
  '——坚持人民主体地位。',
  '各级党委和政府，特别是领导干部，',
  '既要学法、懂法，',
  '又要守法、执法。',
  '随着改革的深入，',
  '到2035年，现代化基本实现。',
  '增长5.6%，',
  '达到4.93万亿元、实现跃升，',
  '按照“政治强、业务精。作风正”的要求，',
  '“',
  '”',
  '（',
  '）',
  '《保密法》是强大法律武器。',
  '是我们的必经之路。',
  '违反规定的，应当追究责任。',
  '任何组织和个人不得有下列行为：',
  '没有规定的除外；',
  '对造成污染的企业，',
  '要',
  '的',
  '，',
  '。',
  '！',
  '\n',
  '　　',
  '第三条　',
  'We must act, and we will. ',
  'First, ',
  'In the years that followed, ',
  'the United States of ',
  'America’s economy grew 5.7%',
  '; ',
  '𠮷',
  '没有标点没有停顿一直说下去',
]
const prose = fc
  .array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 60 })
  .map((parts) => parts.join(''))
const detail = fc.constantFrom<Detail>('brief', 'standard', 'full')

const paragraphs = (section: Section): Section['paragraphs'] => [
  ...section.paragraphs,
  ...section.sections.flatMap(paragraphs),
]

async function understood(text: string): Promise<Document> {
  return outline(await read(`标题\n\n${text}`))
}

test('every heading and point is of its paragraph; points follow each other, on two levels; no half of a pair', async () => {
  await fc.assert(
    fc.asyncProperty(prose, detail, async (text, detail) => {
      const document = await understood(text)
      for (const [{ span }, { heading, points }] of keyPoints(document, { detail })) {
        const inside = (part: Span): boolean =>
          part.start >= span.start && part.end <= span.end && part.start < part.end
        expect([...points.flatMap(({ spans }) => spans), ...(heading ? [heading] : [])].every(inside)).toBe(
          true,
        )
        points.forEach((point, i) => {
          expect(point.spans).toContainEqual(point.span)
          if (i > 0) expect(point.span.start).toBeGreaterThanOrEqual(points[i - 1]?.span.end ?? 0)
          if (point.parent !== null) {
            expect(point.parent).toBeLessThan(i)
            expect(points[point.parent]?.parent).toBeNull()
          }
          for (const { start, end } of point.spans) {
            const words = document.text.slice(start, end)
            expect(words).toBe(words.trim())
            expect(balanced(words), words).toBe(true)
          }
        })
      }
    }),
    { numRuns: 300 },
  )
})

/** What of a text is shown by some points and a heading, a character each. */
function shownOf(text: string, { points, heading }: ParagraphPoints): Uint8Array {
  const shown = new Uint8Array(text.length)
  for (const { start, end } of [...points.flatMap(({ spans }) => spans), ...(heading ? [heading] : [])])
    shown.fill(1, start, end)
  return shown
}

/** A node is in sight, be it without its marks, numbers and connectives; some are nothing else. */
function isShown(text: string, shown: Uint8Array, node: Node): boolean {
  // Points begin behind the number of an article and the like.
  const span = trim(text, node.span)
  if (!span || span.end - span.start < 4) return true
  return shown.subarray(span.start, span.end).reduce((sum, one) => sum + one, 0) * 4 > span.end - span.start
}

/** What is shown without what it is not said without: clauses, whatever their relation, and sentences. */
function orphans(document: Document, kinds: readonly Node['kind'][] = ['clause', 'sentence']): string[] {
  const say = ({ span }: Node): string => document.text.slice(span.start, span.end)
  return [...keyPoints(document).values()].flatMap((found) => {
    const shown = shownOf(document.text, found)
    const isSeen = (node: Node): boolean =>
      (node.kind === 'sentence' && isTouched(node, shown)) || isShown(document.text, shown, node)
    const isSaid = (node: Node): boolean =>
      node.kind === 'sentence' ? isTouched(node, shown) : node.kind === 'clause' && isMostly(node, shown)
    return nodesOf(found.tree)
      .filter((node) => kinds.includes(node.kind) && isSaid(node))
      .flatMap((node) =>
        node.needs.filter((other) => !isSeen(other)).map((other) => `${say(node)} | ${say(other)}`),
      )
  })
}

const count = ({ span }: Node, shown: Uint8Array): number =>
  shown.subarray(span.start, span.end).reduce((sum, one) => sum + one, 0)
const isTouched = (node: Node, shown: Uint8Array): boolean => count(node, shown) > 0
const isMostly = (node: Node, shown: Uint8Array): boolean =>
  count(node, shown) * 2 > node.span.end - node.span.start

/** What derived points drop of the meaning of their paragraph, by the audit's own eyes. */
function losses(document: Document): string[] {
  return [...keyPoints(document)].flatMap(([{ span }, { heading, points }]) => {
    const lossOf = meaningOf(document.text.slice(span.start, span.end))
    const shown = [
      ...(heading ? [document.text.slice(heading.start, heading.end)] : []),
      ...points.map((point) => pointText(document.text, point)),
    ]
    return shown.flatMap((words, i) => {
      const lost = lossOf(
        words,
        shown.filter((_, other) => other !== i),
        null,
      )
      return lost ? [`${words} | ${lost.kind} ${lost.words}`] : []
    })
  })
}

test('no clause is shown without what it is not said without', async () => {
  await fc.assert(
    fc.asyncProperty(prose, async (text) => {
      expect(orphans(await understood(text), ['clause'])).toEqual([])
    }),
    {
      numRuns: 300,
      examples: [['没有规定的除外；the United States of ）一是加强领导，没有规定的除外；一是加强领导，']],
    },
  )
})

test.each(samples.filter((path) => !path.endsWith('.docx')))(
  'no clause of %s is shown without what it is not said without',
  async (path) => {
    const document = outline(await read(readFileSync(path), basename(path)))
    expect(orphans(document)).toEqual([])
    expect(losses(document)).toEqual([])
  },
)

test('the same document has the same points', async () => {
  await fc.assert(
    fc.asyncProperty(prose, async (text) => {
      const [one, other] = [await understood(text), await understood(text)]
      expect([...keyPoints(one).values()]).toEqual([...keyPoints(other).values()])
    }),
    { numRuns: 50 },
  )
})

test('the most points that were asked for are not exceeded, an enumeration not counted', async () => {
  await fc.assert(
    fc.asyncProperty(prose, fc.integer({ min: 1, max: 6 }), async (text, most) => {
      for (const { points } of keyPoints(await understood(text), { points: most }).values()) {
        const isOfList = points.map(
          ({ node }, i) =>
            node.kind === 'item' || points.some((one) => one.parent === i && one.node.kind === 'item'),
        )
        // Two halves of a sentence that are not said without each other are two where one was asked for.
        expect(isOfList.filter((of) => !of).length).toBeLessThanOrEqual(Math.max(most, 2))
      }
    }),
    {
      numRuns: 100,
      examples: [
        ['（1）建设数据中心；二是完善制度；一是加强领导，到2035年，现代化基本实现。按照要求，', 1],
        ['任何人不得有下列行为：（1）建设中心；（2）完善制度。我们要加强领导，落实责任，提高效率。', 1],
      ],
    },
  )
})

test('any paragraph of some length has a point', async () => {
  await fc.assert(
    fc.asyncProperty(prose, async (text) => {
      const document = await understood(text)
      const found = keyPoints(document)
      for (const paragraph of document.sections.flatMap(paragraphs)) {
        const { start, end } = paragraph.span
        const says = /[\p{L}\p{N}]{2}/u.test(document.text.slice(start, end))
        if (found.has(paragraph) && end - start >= 80 && says)
          expect(found.get(paragraph)?.points.length, document.text.slice(start, end)).toBeGreaterThan(0)
      }
    }),
    { numRuns: 300 },
  )
})
