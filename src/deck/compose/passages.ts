import type { Paragraph, Section } from '../../document/index.ts'
import { introduces, type KeyPoint, type KeyPoints, type ParagraphPoints } from '../../keypoints/index.ts'
import { packed } from './balance.ts'

/** Paragraphs that share a slide. */
export type Passage = readonly Paragraph[]

/** Measures for Chinese in characters; in other languages a word takes about six. */
export interface PassageLimits {
  /** The most points on a slide. */
  readonly points: number
  /** A paragraph that is longer has a slide of its own. */
  readonly short: number
  /** How many lines points take on a slide. */
  readonly lines: (points: readonly KeyPoint[]) => number
}

/** A paragraph with more points has a slide of its own. */
const fewPoints = 2
/** More paragraphs on one slide can't be told apart from the back row. */
const mostParagraphs = 4
/** With a heading above each, they take more room. */
const mostHeaded = 3
/** What a slide has room for, in halves of a line. */
const room = 17
const headingRoom = 3
const lineRoom = 2

/**
 * Puts the paragraphs of a section together that belong on one slide: short ones beside each other, those with heads
 * of their own (articles, run-in headings) apart from those without. All others stand alone.
 */
export function passagesOf(
  text: string,
  paragraphs: readonly Paragraph[],
  keyPoints: KeyPoints,
  limits: PassageLimits,
): Passage[] {
  const passages: Passage[] = []
  let run: Paragraph[] = []
  let isList = false
  let introduced = false
  const close = (): void => {
    const headed = run.some(isHeaded)
    const points = (paragraph: Paragraph): readonly KeyPoint[] => pointsOf([paragraph], keyPoints)
    for (const passage of runsOf(run, headed, points, limits)) passages.push(passage)
    run = []
  }
  for (const paragraph of paragraphs) {
    const found = keyPoints.get(paragraph)
    const begins = introduces(text, paragraph)
    const isOne = isItem(text, paragraph)
    // What its introduction does not hold for stands beside no list.
    if (begins || (isList && !isOne)) close()
    isList = isOne && (isList || introduced)
    introduced = begins
    if (!isShort(paragraph, found, limits)) {
      close()
      passages.push([paragraph])
      continue
    }
    const [first] = run
    if (first && isHeaded(first) !== isHeaded(paragraph)) close()
    run.push(paragraph)
  }
  close()
  return passages
}

const item =
  /^\s*(?:[（(]?(?:[一二三四五六七八九十]{1,3}|\d{1,3}|[a-zA-Z]|[ivx]{1,4})[）)、.．]|[①-⑳]|第[一二三四五六七八九十]{1,3}[，、]|[一二三四五六七八九十]是|[-•●■◆▪—–])/u

/** Whether a paragraph is one of a list. */
export function isItem(text: string, { span }: Paragraph): boolean {
  return item.test(text.slice(span.start, Math.min(span.end, span.start + 16)))
}

/** Has a head that its author gave it. */
export function isHeaded({ kind, runIn }: Paragraph): boolean {
  return kind === 'article' || runIn !== null
}

/**
 * Puts sections together that are no more than a heading and a short paragraph, as the articles of a declaration are:
 * each run shares a slide. All others stand alone.
 */
export function sectionRuns(
  sections: readonly Section[],
  keyPoints: KeyPoints,
  limits: PassageLimits,
): (readonly Section[])[] {
  const runs: (readonly Section[])[] = []
  let run: Section[] = []
  const close = (): void => {
    const points = ({ paragraphs }: Section): readonly KeyPoint[] => pointsOf(paragraphs, keyPoints)
    for (const part of runsOf(run, true, points, limits)) runs.push(part)
    run = []
  }
  for (const section of sections) {
    const [paragraph, ...more] = section.paragraphs
    const isSmall = section.heading !== null && more.length === 0 && section.sections.length === 0
    const isPlain = paragraph?.kind === 'prose' && !isHeaded(paragraph)
    if (isSmall && isPlain && saysLittle(paragraph, keyPoints.get(paragraph), limits)) run.push(section)
    else {
      close()
      runs.push([section])
    }
  }
  close()
  return runs
}

function isShort(paragraph: Paragraph, found: ParagraphPoints | undefined, limits: PassageLimits): boolean {
  return saysLittle(paragraph, found, limits) && (isHeaded(paragraph) || found?.heading === null)
}

function saysLittle(
  { span }: Paragraph,
  found: ParagraphPoints | undefined,
  { short }: PassageLimits,
): boolean {
  if (!found || found.tree.signs.includes('quotation') || found.points.length > fewPoints) return false
  return span.end - span.start <= short
}

function pointsOf(paragraphs: readonly Paragraph[], keyPoints: KeyPoints): readonly KeyPoint[] {
  return paragraphs.flatMap((paragraph) => keyPoints.get(paragraph)?.points ?? [])
}

/** As few slides as have room for a run, and none left with a single line where another can give it company. */
function runsOf<T>(
  run: readonly T[],
  headed: boolean,
  pointsOf: (one: T) => readonly KeyPoint[],
  limits: PassageLimits,
): T[][] {
  const fits = (part: readonly T[]): boolean => {
    const points = part.flatMap(pointsOf)
    const headings = (headed ? part.length : 1) * headingRoom
    return points.length <= limits.points && headings + limits.lines(points) * lineRoom <= room
  }
  return packed(run, fits, undefined, headed ? mostHeaded : mostParagraphs)
}
