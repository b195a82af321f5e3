import {
  type Document,
  type LineLayout,
  outline,
  type ParagraphKind,
  type Section,
} from '../../document/index.ts'
import { layoutOf } from '../../layouts/index.ts'
import { type Element, isElement, textOf } from '../../markdown/html-tree.ts'
import { frameOf } from '../../page/fit/fit.ts'
import type { Rulers } from '../../page/fit/measure.ts'
import { wordsFor } from '../../words.ts'
import { flowOf, type Piece } from '../content/flow.ts'
import { type MarkedRun, markedWords } from '../content/marked-words.ts'
import type { PageSlide } from '../content/page-slide.ts'
import { type Paragraph, paragraphsOf } from '../content/paragraphs.ts'
import { runsOf, wordsOf } from '../content/runs.ts'

/** The styles of what stands in an official paper. */
type OfficialStyle = 'Title' | 'Subtitle' | 'Heading1' | 'Heading2' | 'SlideText' | 'Script' | 'Signature'

/** A paragraph of an official paper. */
interface OfficialParagraph {
  readonly style: OfficialStyle
  readonly runs: readonly MarkedRun[]
  /** How many of the first characters head what follows them: （一）指导思想。 */
  readonly heading: number
  /** Characters that stay free at the right end of the line. */
  readonly free: number
  /** It stands on a slide without notes: no part of the document. */
  readonly isOwn: boolean
}

/** What stands in an official paper, one below the other: words, or what a slide has besides words. */
export type OfficialBlock = OfficialParagraph | { readonly piece: Piece }

/** A slide of the Markdown: what one can't hold goes on. */
type Pages = readonly PageSlide[]

/** Slides that only frame the others. */
const frames: ReadonlySet<string> = new Set(['title', 'agenda', 'recap'])

/** Slides that go on with the notes of the one before, their notes once, and what they show of them. */
interface Reading {
  readonly slides: PageSlide[]
  readonly notes: Paragraph[]
}

/**
 * A deck as an official paper: its document once, as the notes give it, with its title, headings and signature in their
 * places, the words of the points marked, tables and pictures where they stood. Of slides without notes their own words.
 *
 * @param language BCP 47
 */
export function officialBlocks(
  slides: readonly Pages[],
  { title, language }: { readonly title: string; readonly language: string },
): readonly OfficialBlock[] {
  const blocks = readings(slides).flatMap((reading) => blocksOf(reading, language))
  const lines = blocks.map((block) =>
    'piece' in block || block.isOwn ? '' : wordsIn(block.runs).replaceAll('\n', ' '),
  )
  const titleAt = lines.findIndex((line) => bare(line) === bare(title))
  const headings = headingLevels(slides)
  const document = outline({
    name: title,
    format: 'text',
    text: lines.join('\n\n'),
    // Every second line is a blank one.
    layout: new Map(
      lines.flatMap((line, i): (readonly [number, LineLayout])[] => {
        const level = headings.get(bare(line))
        if (i === titleAt) return [[2 * i, { title: true }]]
        return level === undefined ? [] : [[2 * i, { heading: level }]]
      }),
    ),
    titles: [title],
    images: [],
    leftOut: [],
  })
  const roles = rolesIn(document)
  let at = 0
  const found = blocks.map((block, i): OfficialBlock => {
    const start = at
    at += (lines[i]?.length ?? 0) + 2
    if ('piece' in block || block.isOwn) return block
    const role = roles.find((one) => one.start <= start && start < one.end)
    return { ...block, style: role?.style ?? 'Script', heading: Math.max(0, (role?.heading ?? 0) - start) }
  })
  const isTitled = found.some((block) => 'style' in block && block.style === 'Title')
  return signed(
    isTitled ? found : [paragraph('Title', [{ run: { text: title }, isOnSlide: false }]), ...found],
  )
}

const bare = (text: string): string => text.replace(/\s+/gu, '')
const wordsIn = (runs: readonly MarkedRun[]): string => runs.map(({ run }) => run.text).join('')
const paragraph = (style: OfficialStyle, runs: readonly MarkedRun[], isOwn = false): OfficialParagraph => ({
  style,
  runs,
  heading: 0,
  free: 0,
  isOwn,
})
const headingOf = ({ heading }: PageSlide): string => (heading ? wordsOf(runsOf(heading.childNodes)) : '')

function readings(slides: readonly Pages[]): readonly Reading[] {
  const found: Reading[] = []
  for (const pages of slides) {
    const [first] = pages
    if (!first) continue
    const notes = paragraphsOf(first.notes)
    const last = found.at(-1)
    const shared = last && notes.length > 0 ? sharedBetween(last.notes, notes) : 0
    if (last && shared > 0) {
      last.slides.push(...pages)
      last.notes.push(...notes.slice(shared))
    } else found.push({ slides: [...pages], notes })
  }
  return found
}

/** How many of the last paragraphs are the first ones here again, as a slide that was split has them. */
function sharedBetween(before: readonly Paragraph[], here: readonly Paragraph[]): number {
  const [old, now] = [before, here].map((list) => list.map(({ runs }) => bare(wordsOf(runs))))
  for (let count = Math.min(before.length, here.length); count > 0; count--)
    if (old?.slice(-count).join('\n') === now?.slice(0, count).join('\n')) return count
  return 0
}

/** The headings of sections and of slides, with their levels in the paper. */
function headingLevels(slides: readonly Pages[]): ReadonlyMap<string, number> {
  const levels = new Map<string, number>()
  for (const pages of slides)
    for (const page of pages) {
      // What heads a picture is its caption.
      if (page.classes.some((name) => frames.has(name) || name === 'image')) continue
      const isSection = page.classes.includes('divider') || page.heading?.tagName === 'h2'
      if (page.opens) levels.set(bare(page.opens), 1)
      if (page.heading) levels.set(bare(headingOf(page)), isSection ? 1 : 2)
    }
  return levels
}

function blocksOf({ slides, notes }: Reading, language: string): readonly OfficialBlock[] {
  const pieces = slides.flatMap(({ content }) =>
    flowOf(content, frameOf(layoutOf([]), { ratio: '16:9', rulers: none }, 1)).flatMap(leavesOf),
  )
  const points = pieces.flatMap((piece) => (piece.kind === 'words' ? paragraphsOf(piece.nodes) : []))
  const others = pieces.filter(({ kind }) => kind !== 'words' && kind !== 'rule')
  if (notes.length === 0) {
    const [first] = slides
    if (!first || first.classes.some((name) => frames.has(name))) return []
    const style = first.classes.includes('divider') ? 'Heading1' : 'Heading2'
    const words = headingOf(first)
    return [
      ...(words ? [paragraph(style, [{ run: { text: words }, isOnSlide: false }], true)] : []),
      ...points.map(({ runs }) => {
        const shown = runs.map((run) => ({ run, isOnSlide: true }))
        return paragraph('Script', shown, true)
      }),
      ...others.map((piece) => ({ piece })),
    ]
  }
  const shown = points.filter(({ kind }) => kind !== 'heading').map(({ runs }) => wordsOf(runs))
  const blocks: OfficialBlock[] = []
  const put = (piece: Piece | undefined): void => {
    if (!piece) return
    others.splice(others.indexOf(piece), 1)
    blocks.push({ piece })
  }
  const rows = new Map(
    others.flatMap((piece) =>
      piece.kind === 'table' ? rowsOf(piece.element).map((row) => [row, piece] as const) : [],
    ),
  )
  for (const runs of markedWords(notes, shown)) {
    const words = wordsIn(runs)
    const table = rows.get(bare(words))
    if (table) {
      if (others.includes(table)) put(table)
    } else if (isPictureMark(words, language))
      put(others.find(({ kind }) => kind === 'pictures' || kind === 'diagram'))
    else blocks.push(paragraph('Script', runs))
  }
  return [...blocks, ...others.map((piece) => ({ piece }))]
}

/** Nothing is measured: what follows from widths is Word's. */
const none: Rulers = { sans: new Map(), strong: new Map(), serif: new Map(), mono: new Map() }

const leavesOf = (piece: Piece): readonly Piece[] =>
  piece.kind === 'columns' ? piece.columns.flat().flatMap(leavesOf) : [piece]

const rowsOf = (node: Element): readonly string[] =>
  node.tagName === 'tr'
    ? [bare(textOf(node))]
    : node.childNodes.flatMap((child) => (isElement(child) ? rowsOf(child) : []))

/** Whether a line of the notes only stands for a picture. */
function isPictureMark(line: string, language: string): boolean {
  const [number = ''] = /\d+/.exec(line) ?? []
  return number !== '' && line.trim() === wordsFor(language).document.picture(Number(number))
}

/** What part of the document's text is what; a heading that is run together with its text ends at `heading`. */
interface Role {
  readonly start: number
  readonly end: number
  readonly style: OfficialStyle
  readonly heading: number
}

const matter: ReadonlySet<ParagraphKind> = new Set(['prose', 'article'])
const above: ReadonlySet<ParagraphKind> = new Set(['subtitle', 'issuing-number', 'byline', 'date'])

function rolesIn({ title, sections }: Document): readonly Role[] {
  const roles: Role[] = title ? [{ ...title, style: 'Title', heading: 0 }] : []
  let isBegun = false
  let isSigned = false
  const visit = ({ heading, level, paragraphs, sections }: Section): void => {
    if (heading) roles.push({ ...heading, style: level > 1 ? 'Heading2' : 'Heading1', heading: 0 })
    isBegun ||= heading !== null
    for (const { kind, span, runIn } of paragraphs) {
      isSigned = kind === 'signature' || (kind === 'date' && isSigned)
      const style =
        kind === 'addressee' || kind === 'salutation'
          ? 'SlideText'
          : isSigned
            ? 'Signature'
            : !isBegun && above.has(kind)
              ? 'Subtitle'
              : 'Script'
      roles.push({ ...span, style, heading: runIn?.end ?? 0 })
      isBegun ||= matter.has(kind)
    }
    sections.forEach(visit)
  }
  sections.forEach(visit)
  return roles
}

/** As wide as so many characters of Chinese. */
const widthOf = (text: string): number =>
  [...text.trim()].reduce((sum, character) => sum + (/[\p{ASCII}]/u.test(character) ? 0.5 : 1), 0)

/**
 * The signature at the right below a free line, as GB/T 9704-2012, 7.3.5.2, has it: two characters free behind the office, the date below it two
 * characters further in; a longer date has two characters free behind itself.
 */
function signed(blocks: readonly OfficialBlock[]): readonly OfficialBlock[] {
  const isSignature = (block: OfficialBlock | undefined): block is OfficialParagraph =>
    block !== undefined && 'style' in block && block.style === 'Signature'
  return blocks.flatMap((block, i): readonly OfficialBlock[] => {
    if (!isSignature(block)) return [block]
    const [before, next] = [blocks[i - 1], blocks[i + 1]]
    const own = widthOf(wordsIn(block.runs))
    const line = isSignature(before) ? [] : [paragraph('Signature', [])]
    if (isSignature(next))
      return [...line, { ...block, free: Math.max(2, 4 + widthOf(wordsIn(next.runs)) - own) }]
    if (!isSignature(before)) return [...line, { ...block, free: 2 }]
    const name = widthOf(wordsIn(before.runs))
    return [{ ...block, free: Math.max(2, 4 + own - name) + name - 2 - own }]
  })
}
