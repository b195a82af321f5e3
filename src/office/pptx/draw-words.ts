import { classes, isElement, type Node } from '../../markdown/html-tree.ts'
import { type Frame, isList } from '../../page/fit/measure.ts'
import { isBand } from '../content/flow.ts'
import { type Paragraph, paragraphsOf } from '../content/paragraphs.ts'
import type { Xml } from '../xml.ts'
import type { Canvas } from './canvas.ts'
import { type Design, slots } from './design.ts'
import type { Holder } from './holder.ts'
import { isCover } from './layouts.ts'
import { boxed, held } from './shapes.ts'
import { type BoxStyle, noInset, paragraphsXml, textBody } from './text.ts'
import { belowPoint, type LevelStyle } from './text-style.ts'
import type { Box } from './units.ts'

/** Words in a placeholder; what they inherit is said again only where it differs. */
export function drawHeld(
  nodes: readonly Node[],
  holder: Holder,
  box: Box | null,
  canvas: Canvas,
  frame: Frame,
  left: number,
): void {
  const said = pointed(paragraphsOf(nodes), frame)
  const paragraphs = frame.layout.name === 'definition' ? said.map(termAbove) : said
  if (!paragraphs.length) return
  const points = paragraphs.filter(({ level, mark }) => level === 1 && mark).length
  const [first] = holder.levels
  const usual = canvas.isTemplate ? (first?.size ?? frame.size) / frame.layout.size : 1
  const own = scaledLevels(holder.levels, frame.scale / usual, left / Math.max(1, points), canvas.isTemplate)
  const has = (name: string): boolean => nodes.some((node) => isElement(node) && classes(node).includes(name))
  // Up to three points have a bar each, as on the page.
  const hasBars =
    !canvas.isTemplate &&
    first?.mark === 'diamond' &&
    has('filled') &&
    paragraphs.length === points &&
    points < 4
  const levels = hasBars
    ? [{ ...own[0], mark: 'bar' as const, markSlot: slots.accent }, ...own.slice(1)]
    : own
  const style: BoxStyle = { levels, ...(has('two-columns') ? { columns: 2 } : {}) }
  drawParagraphs(paragraphs, canvas, first?.mark === 'diamond', frame, (id, text) =>
    held({ id, name: canvas.words.text, holder, ...(box ? { box } : {}) }, textBody(text, style)),
  )
}

/** What stands below two sides is said of both, point by point. */
const pointed = (paragraphs: readonly Paragraph[], { layout }: Frame): readonly Paragraph[] =>
  layout.name === 'contrast'
    ? paragraphs.map((one) =>
        one.level === 0 && one.kind === 'text' ? { ...one, level: 1, mark: { kind: 'bullet' } } : one,
      )
    : paragraphs

/** A term stands on a line of its own above what it means. */
function termAbove(paragraph: Paragraph): Paragraph {
  const [term, ...meaning] = paragraph.runs
  return term?.bold && meaning.length
    ? { ...paragraph, runs: [{ ...term, text: `${term.text}\n` }, ...meaning] }
    : paragraph
}

/** Levels at another size; none where nothing differs. */
function scaledLevels(
  styles: readonly LevelStyle[],
  scale: number,
  more: number,
  isTemplate: boolean,
): LevelStyle[] {
  if (Math.abs(scale - 1) < 0.005 && more < 1) return []
  // A template's own indents and marks stay.
  if (isTemplate)
    return styles.map(({ size }) => (size === undefined ? {} : { size: Math.max(18, size * scale) }))
  return styles.map(({ size = 34, before = 0, indent, hang, mark }, i) => ({
    size: Math.max(24, size * scale),
    before: before * scale + (i === 0 ? more : 0),
    ...(indent ? { indent: indent * scale, hang: (hang ?? 0) * scale } : {}),
    ...(mark === 'none' ? { mark } : {}),
  }))
}

/** Paragraphs in a shape, each coming when its element does. */
function drawParagraphs(
  paragraphs: readonly Paragraph[],
  canvas: Canvas,
  hasMarks: boolean,
  frame: Frame,
  make: (id: number, text: readonly Xml[]) => Xml,
): void {
  const { design } = canvas.context
  const id = canvas.nextId()
  const small = { size: Math.max(24, frame.size * 0.75) }
  const style = {
    hasMarks,
    kinds: {
      // No heading is smaller than what it heads.
      heading: {
        size: Math.max(40 * Math.min(1, frame.scale), frame.size),
        slot: design.headingInk,
        face: 'major',
      },
      quotation: { face: 'major' },
      term: { slot: design.accent },
      note: { ...small, slot: design.muted },
    },
    ...(canvas.isTemplate || isCover(frame.layout.name) || frame.layout.name === 'article'
      ? {}
      : { headSlot: design.headingInk }),
    run: canvas.isTemplate || isCover(frame.layout.name) ? {} : strongRun(frame, design),
  } as const
  canvas.add(make(id, paragraphsXml(paragraphs, canvas.context, style)))
  paragraphs.forEach(({ step }, paragraph) => {
    if (step) canvas.enter({ shape: id, paragraph, step })
  })
}

/** What the words that carry a point look like. */
const strongRun = ({ layout, size }: Frame, { accent: slot }: Design) =>
  layout.name === 'definition'
    ? ({ strong: { slot, face: 'major', size: size * 1.4 } } as const)
    : ({ strong: { slot } } as const)

/** Words in a box of their own, which look as in the list's. */
export function drawWords(nodes: readonly Node[], box: Box, canvas: Canvas, frame: Frame): void {
  const paragraphs = pointed(paragraphsOf(nodes), frame)
  const isOnBand = nodes.some(isBand)
  const { size, scale } = frame
  const { design } = canvas.context
  const slot = isOnBand ? design.onAccent : design.ink
  // Paragraphs stand further apart than points; an article numbers its items itself.
  const before = (nodes.some(isList) ? 12 : frame.layout.gap) * scale
  const isArticle = frame.layout.name === 'article'
  const first = { size, line: 1.05, before, indent: isArticle ? 0 : 40 * scale, slot }
  const levels: LevelStyle[] = isArticle
    ? [
        { ...first, mark: 'none' },
        { ...belowPoint(first, scale, design.gold), hang: 0, mark: 'none' },
      ]
    : [{ ...first, mark: 'diamond', markSlot: design.accent }, belowPoint(first, scale, design.gold)]
  const bands = isOnBand
    ? paragraphs.map((one) => ({ ...one, runs: one.runs.map((run) => ({ ...run, bold: true })) }))
    : paragraphs
  const side = isOnBand ? 28 * scale : 0
  drawParagraphs(bands, canvas, !isArticle, frame, (id, text) =>
    boxed(
      { id, name: canvas.words.text, box, isText: true, ...(isOnBand ? { ground: design.accent } : {}) },
      textBody(text, {
        levels,
        anchor: isOnBand || frame.layout.name === 'image' ? 'ctr' : 't',
        inset: { ...noInset, left: side, right: side },
      }),
    ),
  )
}
