import type { Paragraph } from '../content/paragraphs.ts'
import type { Run } from '../content/runs.ts'
import { element, type Xml } from '../xml.ts'
import { type Design, type Slot, slots } from './design.ts'
import { type LevelStyle, levels, themeFaces } from './text-style.ts'
import { emu, percent, typeSize } from './units.ts'
import { colour, fill } from './vocabulary.ts'

/** What words need to know of where they stand. */
export interface TextContext {
  readonly design: Design
  /** BCP 47, of the words. */
  readonly language: string
  /** The relation of a link, and what a click on it does; null where it leads to nothing that a presentation can open. */
  readonly link: (href: string) => { readonly id: string; readonly action?: string } | null
}

/** How some words differ from those around them. */
export interface RunStyle {
  /** CSS pixels. */
  readonly size?: number
  readonly slot?: Slot
  readonly face?: 'major'
  /** What strong words look like. */
  readonly strong?: { readonly slot: Slot; readonly face?: 'major'; readonly size?: number }
}

/** A run of words. Only what differs from its placeholder is said. */
export function runXml(run: Run, context: TextContext, style: RunStyle = {}): Xml {
  const strong = run.bold ? style.strong : undefined
  const size = strong?.size ?? style.size
  const slot = strong?.slot ?? style.slot ?? (run.code ? context.design.headingInk : undefined)
  const face = strong?.face ?? style.face
  const link = run.href ? context.link(run.href) : null
  const attributes = {
    lang: context.language,
    altLang: /^(?:zh|ja)/i.test(context.language) ? 'en-US' : undefined,
    sz: size === undefined ? undefined : typeSize(size * (run.small ? 0.75 : 1)),
    b: run.bold,
    i: run.italic,
    u: run.underlined ? 'sng' : undefined,
    strike: run.struck ? 'sngStrike' : undefined,
    baseline: run.raised ? percent(run.raised === 'sup' ? 0.3 : -0.25) : undefined,
    dirty: false,
  }
  const { mono } = context.design
  const properties = element(
    'a:rPr',
    attributes,
    slot ? fill(slot) : null,
    run.marked ? element('a:highlight', colour(slots.line)) : null,
    run.code
      ? [element('a:latin', { typeface: mono.latin }), element('a:ea', { typeface: mono.ideographs })]
      : face
        ? themeFaces(face)
        : null,
    link ? element('a:hlinkClick', { 'r:id': link.id, action: link.action }) : null,
  )
  const lines = run.text.split('\n')
  return joined(
    lines.flatMap((text, i) => [
      i > 0 ? element('a:br', properties) : null,
      text ? element('a:r', properties, element('a:t', text)) : null,
    ]),
  )
}

const joined = (pieces: readonly (Xml | null)[]): Xml => ({
  xml: pieces.map((piece) => piece?.xml ?? '').join(''),
})

/** What a paragraph's list asks of it where its placeholder has another mark. */
function properties({ level, mark, kind }: Paragraph, hasMarks: boolean, { accent }: Design): Xml | null {
  const lvl = level > 1 ? Math.min(8, level - 1) : undefined
  if (mark?.kind === 'number')
    return element(
      'a:pPr',
      { lvl, ...(hasMarks ? {} : { marL: emu(52), indent: -emu(52) }) },
      element('a:buClr', colour(accent)),
      element('a:buSzPct', { val: percent(1) }),
      element('a:buFont', { typeface: '+mj-lt' }),
      element('a:buAutoNum', {
        type: `${mark.scheme}Period`,
        startAt: mark.at > 1 ? Math.min(32767, mark.at) : undefined,
      }),
    )
  if (level === 0)
    return hasMarks || kind === 'heading'
      ? element('a:pPr', { marL: 0, indent: 0 }, element('a:buNone'))
      : null
  // What goes on with a point stands below its words, without a mark of its own.
  if (!mark && (hasMarks || level > 1)) return element('a:pPr', { lvl, indent: 0 }, element('a:buNone'))
  return lvl === undefined ? null : element('a:pPr', { lvl })
}

/** How the paragraphs of a box look beside what they inherit. */
export interface TextStyle {
  /** Whether the first level has a mark. */
  readonly hasMarks: boolean
  /** Of kinds of paragraphs. */
  readonly kinds?: Partial<Readonly<Record<Paragraph['kind'], RunStyle>>>
  readonly run?: RunStyle
  /** The colour of points that have others below them. */
  readonly headSlot?: Slot
}

/** Paragraphs one below the other; a point that has others below it heads them. */
export const paragraphsXml = (
  paragraphs: readonly Paragraph[],
  context: TextContext,
  style: TextStyle,
): readonly Xml[] =>
  paragraphs.map((one, i) => {
    const isHead = one.level === 1 && paragraphs[i + 1]?.level === 2
    const run = isHead && style.headSlot ? { slot: style.headSlot, ...style.run } : style.run
    return paragraphXml(one, context, { ...style, ...(run ? { run } : {}) })
  })

export function paragraphXml(paragraph: Paragraph, context: TextContext, style: TextStyle): Xml {
  const own = { ...style.run, ...style.kinds?.[paragraph.kind] }
  const { strong: _none, ...plain } = own
  // Only of points some words carry the rest.
  const look = paragraph.level > 0 ? own : plain
  const isHeading = paragraph.kind === 'heading' || paragraph.kind === 'term'
  return element(
    'a:p',
    properties(paragraph, style.hasMarks, context.design),
    paragraph.runs.map((run) => runXml(isHeading ? { ...run, bold: true } : run, context, look)),
  )
}

/** How words stand in their box; what is not said is as the placeholder has it. */
export interface BoxStyle {
  readonly anchor?: 't' | 'ctr' | 'b'
  readonly isVertical?: boolean
  /** Room around the words, in CSS pixels. */
  readonly inset?: {
    readonly left: number
    readonly top: number
    readonly right: number
    readonly bottom: number
  }
  readonly columns?: number
  readonly levels?: readonly LevelStyle[]
}

export const noInset = { left: 0, top: 0, right: 0, bottom: 0 } as const

/** The words of a shape. Without paragraphs it has one that is empty, as the schema asks. */
export function textBody(
  paragraphs: readonly Xml[],
  { anchor, isVertical, inset, columns, levels: styles = [] }: BoxStyle = {},
): Xml {
  const room = inset && {
    wrap: 'square',
    lIns: emu(inset.left),
    tIns: emu(inset.top),
    rIns: emu(inset.right),
    bIns: emu(inset.bottom),
  }
  return element(
    'p:txBody',
    element(
      'a:bodyPr',
      { vert: isVertical ? 'eaVert' : undefined, ...room, numCol: columns, anchor },
      element('a:normAutofit'),
    ),
    element('a:lstStyle', levels(styles)),
    paragraphs.length ? paragraphs : element('a:p/a:endParaRPr'),
  )
}
