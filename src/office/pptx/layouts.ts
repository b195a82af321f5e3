import { shapeOf } from '../../deck/slide-size.ts'
import { layoutOf } from '../../layouts/index.ts'
import type { Layout, Shape } from '../../layouts/layout.ts'
import type { OfficeWords } from '../words.ts'
import { type Design, type Slot, slots } from './design.ts'
import {
  coverFurniture,
  dividerFurniture,
  type Furniture,
  footFurniture,
  sectionFurniture,
} from './furniture.ts'
import type { Holder } from './holder.ts'
import { belowPoint, type LevelStyle } from './text-style.ts'
import type { Box } from './units.ts'

/** A rectangle that every slide of a layout has. */
export interface Decoration {
  readonly name: string
  readonly box: Box
  readonly slot: Slot
  /** Of a frame, its line; it is not filled. */
  readonly thick?: number
}

export type LayoutName = keyof OfficeWords['layouts']

/**
 * The room for headings: of so many lines above the content, 0 for none and 1 for those of fixed size; in a column beside
 * the content, which one has to itself; or at the top of that column, where others stand below it.
 */
export type HeadingRoom = number | 'beside' | 'margin'

/** A layout of a presentation. */
export interface SlideLayout {
  readonly name: LayoutName
  readonly room: HeadingRoom
  /** How PowerPoint calls its kind (ST_SlideLayoutType). */
  readonly type: 'title' | 'secHead' | 'obj' | 'twoObj' | 'titleOnly'
  readonly ground: 'paper' | 'cover'
  readonly title: Holder
  readonly bodies: readonly Holder[]
  /** What stands around what its slides say. */
  readonly furniture: readonly Furniture[]
  readonly decorations: readonly Decoration[]
  /** What is left for the content of the slide. */
  readonly area: Box
  /** The numbers of the page that it follows. */
  readonly measures: Layout
  /** Of a template: its type has the size that it has, its foot holds no more than this, ours is taken where it has no place for the heading, and its colours serve as ours. */
  readonly template?: {
    readonly foot: readonly Pick<Holder, 'type' | 'index'>[]
    readonly placesTitle: boolean
    readonly serving: Partial<Design>
  }
}

/** What of a layout is not in the measures of the page. */
interface Look {
  readonly type: SlideLayout['type']
  /** The words in its boxes: none for what stands in shapes of its own. */
  readonly bodies: 0 | 1 | 2
  readonly anchor: 't' | 'ctr'
  readonly level: LevelStyle
  readonly ground?: Slot
  readonly inset?: { readonly x: number; readonly y: number }
  /** A bar beside the body, as wide as that. */
  readonly bar?: { readonly width: number; readonly slot: Slot }
}

const bullets: LevelStyle = { mark: 'diamond', markSlot: slots.accent, hang: 40 }
const none: LevelStyle = { mark: 'none', indent: 0 }
const shapes: Look = { type: 'titleOnly', bodies: 0, anchor: 't', level: none }

/** Those on a cover's colour. */
type Cover = 'title' | 'divider' | 'closing'
const covers: ReadonlySet<string> = new Set<Cover>(['title', 'divider', 'closing'])
/** Whether a layout stands on a cover's colour, its heading in type of one size. */
export const isCover = (name: string): boolean => covers.has(name)

/** Every layout of ours; a deck's layout is looked up by the class of its slide. */
const looks: Readonly<Record<Exclude<LayoutName, Cover>, Look>> = {
  list: { type: 'obj', bodies: 1, anchor: 'ctr', level: { ...bullets, indent: 40 } },
  statement: {
    type: 'obj',
    bodies: 1,
    anchor: 'ctr',
    level: { ...none, face: 'major', bold: true, slot: slots.heading },
    inset: { x: 38, y: 0 },
    bar: { width: 10, slot: slots.accent },
  },
  demand: { type: 'obj', bodies: 1, anchor: 'ctr', level: { ...bullets, indent: 40 } },
  agenda: shapes,
  recap: shapes,
  article: { type: 'obj', bodies: 1, anchor: 't', level: none },
  definition: {
    type: 'obj',
    bodies: 1,
    anchor: 'ctr',
    level: none,
    ground: slots.surface,
    inset: { x: 48, y: 36 },
    bar: { width: 8, slot: slots.accent },
  },
  quotation: {
    type: 'obj',
    bodies: 1,
    anchor: 'ctr',
    level: { ...none, face: 'major', bold: true },
    ground: slots.surface,
    inset: { x: 56, y: 44 },
    bar: { width: 8, slot: slots.accent },
  },
  contrast: {
    type: 'twoObj',
    bodies: 2,
    anchor: 't',
    level: none,
    ground: slots.surface,
    inset: { x: 34, y: 32 },
  },
  panels: shapes,
  steps: shapes,
  cards: shapes,
  figures: shapes,
  timeline: shapes,
  image: shapes,
  table: shapes,
  code: shapes,
}

const isName = (name: string): name is keyof typeof looks => Object.hasOwn(looks, name)

/** The layout that the classes of a slide name; the list for every other. */
export function layoutNamed(classes: readonly string[]): LayoutName {
  return classes.find((name): name is LayoutName => covers.has(name) || isName(name)) ?? 'list'
}

/** Between the single line of a face and the line of the page's: 宋体 and 雅黑 are higher than their type. */
const single = { major: 1.2, minor: 1.36 } as const

/** Faces differ: a heading that just fits the page's line must fit one of a wider face. */
export const headingSlack = 36

/** The room that headings of a form have, unless they need more. */
export const usualRoom = (name: LayoutName, { ratio }: Pick<Design, 'ratio'>): HeadingRoom =>
  measuresOf(name).margin?.(shapeOf(ratio)) ? 'beside' : 1

/** A layout for headings that need so much room. */
export function layoutFor(design: Design, name: LayoutName, room: HeadingRoom): SlideLayout {
  if (name === 'title') return titleLayout(design)
  if (name === 'divider') return dividerLayout(design)
  if (name === 'closing') return closingLayout(design)
  return typeof room === 'number'
    ? layoutBelow(design, name, room)
    : layoutBeside(design, name, room === 'beside')
}

/** Content below its heading. */
function layoutBelow(design: Design, name: Exclude<LayoutName, Cover>, lines: number): SlideLayout {
  const look = looks[name]
  const measures = measuresOf(name)
  const shape = shapeOf(design.ratio)
  const inline = measures.padding[shape]
  const width = design.width - 2 * inline
  const { heading, padding } = measures
  const high = Math.max(1, lines) * heading.size * heading.line
  const rule = padding.top + high + heading.below
  const isWithout = lines === 0
  const top = isWithout ? padding.top : rule + Math.max(36, measures.gap)
  const area = { x: inline, y: top, width, height: design.height - padding.bottom - top }
  return {
    name,
    room: lines,
    type: look.type,
    ground: 'paper',
    title: {
      type: 'title',
      index: 0,
      box: { x: inline, y: padding.top, width: width + headingSlack, height: high },
      anchor: 'b',
      levels: [{}],
    },
    bodies: bodiesOf(look, measures, area, shape),
    furniture: [sectionFurniture(measures, design), ...footFurniture(design, false)],
    decorations: [
      ...(isWithout
        ? []
        : [
            { name: 'rule', box: { x: inline, y: rule - 2, width, height: 2 }, slot: slots.line },
            { name: 'accent', box: { x: inline, y: rule - 4, width: 96, height: 4 }, slot: slots.accent },
          ]),
      ...barsOf(look, area, shape),
    ],
    area,
    measures,
  }
}

/** Content beside its heading: on a ground as high as the content where it has the column to itself, as on the page. */
function layoutBeside(design: Design, name: Exclude<LayoutName, Cover>, isWhole: boolean): SlideLayout {
  const look = looks[name]
  const measures = measuresOf(name)
  const shape = shapeOf(design.ratio)
  const inline = measures.padding[shape]
  const margin = measures.margin?.(shape) ?? { width: 0, whole: 0, gap: 0, size: measures.heading.size }
  const { top } = measures.padding
  const height = design.height - top - 80
  const wide = isWhole ? margin.whole : margin.width
  const area = { x: inline + wide, y: top, width: design.width - 2 * inline - wide, height }
  const { isVertical = false, size } = margin
  const [ground, ink] = isVertical ? [slots.cover, design.coverInk] : [slots.surface, slots.heading]
  const high = isWhole ? height : size * 2.7
  const beside = isWhole && !isVertical ? 8 : 0
  return {
    name,
    room: isWhole ? 'beside' : 'margin',
    type: look.type,
    ground: 'paper',
    title: {
      type: 'title',
      index: 0,
      box: { x: inline + beside, y: top, width: wide - margin.gap - beside, height: high },
      anchor: isWhole ? 'ctr' : 't',
      isVertical,
      ...(isWhole ? { ground } : {}),
      inset: { x: 0, y: 0 },
      levels: [{ size, slot: ink, align: isWhole ? 'ctr' : 'l', line: isVertical ? 1 : 1.1 }],
    },
    bodies: bodiesOf({ ...look, anchor: isWhole ? 'ctr' : 't' }, measures, area, shape),
    furniture: [...(isVertical ? [] : [sectionFurniture(measures, design)]), ...footFurniture(design, false)],
    decorations:
      beside > 0
        ? [{ name: 'bar', box: { x: inline, y: top, width: beside, height: high }, slot: slots.accent }]
        : [],
    area,
    measures,
  }
}

/** The body's boxes side by side, one below the other on a tall slide. */
function boxes(count: number, { x, y, width, height }: Box, shape: Shape, gap = 40): Box[] {
  const isTall = shape === 'tall'
  const [across, down] = isTall ? [1, count] : [count, 1]
  const [w, h] = [(width - gap * (across - 1)) / across, (height - gap * (down - 1)) / down]
  return Array.from({ length: count }, (_, i) => ({
    x: isTall ? x : x + i * (w + gap),
    y: isTall ? y + i * (h + gap) : y,
    width: w,
    height: h,
  }))
}

function bodiesOf(look: Look, measures: Layout, area: Box, shape: Shape): Holder[] {
  // What stands beside the words is not below them.
  const beside = look.bar?.width ?? 0
  const { level, anchor, ground, inset } = look
  const { list, size } = measures
  const face = level.face ?? 'minor'
  const line = (measures.name === 'article' ? measures.line : list.line) / single[face]
  const first: LevelStyle = { size, line, before: list.gap, ...level }
  const { mark: _mark, markSlot: _slot, bold: _bold, face: _face, slot: _ink, ...plain } = first
  // An article numbers its items itself.
  const items = measures.name === 'article' ? ({ mark: 'none', hang: 0 } as const) : {}
  const below = { ...belowPoint(plain, 1, slots.gold), ...items }
  return boxes(look.bodies, { ...area, x: area.x + beside, width: area.width - beside }, shape).map(
    (box, i) => ({
      type: 'body',
      index: i + 1,
      box: look.bodies === 2 ? { ...box, y: box.y + 6, height: box.height - 6 } : box,
      anchor,
      levels: [first, below],
      ...(ground ? { ground } : {}),
      ...(inset ? { inset } : {}),
    }),
  )
}

function barsOf({ bar, bodies, type }: Look, area: Box, shape: Shape): Decoration[] {
  if (bar) return [{ name: 'bar', box: { ...area, width: bar.width }, slot: bar.slot }]
  return type === 'twoObj'
    ? boxes(bodies, area, shape).map((box, i) => ({
        name: 'side',
        box: { ...box, height: 6 },
        slot: i === 0 ? slots.gold : slots.accent,
      }))
    : []
}

/** The cover: what is studied, who wrote it, and below who holds the meeting and when. */
function titleLayout(design: Design): SlideLayout {
  const { width, height, cover, coverInk } = design
  const measures = measuresOf('title')
  const inline = measures.padding[shapeOf(design.ratio)]
  const isPaper = cover === 'paper'
  const align = cover === 'full' ? 'l' : 'ctr'
  const [ink, second] = isPaper ? [slots.heading, slots.accent] : [coverInk, slots.coverGold]
  const box = { x: inline, width: width - 2 * inline }
  const middle = Math.round(height * 0.42)
  const { unit, date } = design.told
  const bottom = height - (unit || date ? 190 : 100)
  const area = { ...box, y: middle + 36, height: bottom - middle - 36 }
  return {
    name: 'title',
    room: 1,
    type: 'title',
    ground: isPaper ? 'paper' : 'cover',
    title: {
      type: 'ctrTitle',
      index: 0,
      box: { ...box, y: 84, height: middle - 84 },
      anchor: 'b',
      levels: [{ size: measures.heading.size, slot: ink, align }],
    },
    bodies: [
      {
        type: 'subTitle',
        index: 1,
        box: area,
        anchor: 't',
        levels: [
          { size: 34, slot: second, align, mark: 'none', indent: 0, before: 14 },
          { size: 30, slot: second, align, mark: 'none', indent: 0, before: 8 },
        ],
      },
    ],
    furniture: coverFurniture(design, box, align, second),
    decorations: [
      ...(cover === 'frame'
        ? [0, 9].map((inset, i) => ({
            name: 'frame',
            box: {
              x: 31 + inset,
              y: 31 + inset,
              width: width - 62 - 2 * inset,
              height: height - 98 - 2 * inset,
            },
            slot: slots.coverGold,
            thick: 2 - i,
          }))
        : []),
      ...(isPaper ? [{ name: 'band', box: { x: 0, y: 0, width, height: 22 }, slot: slots.accent }] : []),
      {
        name: 'rule',
        box:
          align === 'l'
            ? { x: inline, y: middle + 14, width: 150, height: 5 }
            : { x: (width - 460) / 2, y: middle + 14, width: 460, height: 3 },
        slot: second,
      },
    ],
    area,
    measures,
  }
}

/** How far a section's name stands from its bar. */
export const besideBar = 44

/** A section begins. */
function dividerLayout(design: Design): SlideLayout {
  const { width, height, divider, coverInk } = design
  const measures = measuresOf('divider')
  const inline = measures.padding[shapeOf(design.ratio)]
  const isPaper = divider === 'paper'
  const [ink, second] = isPaper ? [slots.heading, slots.accent] : [coverInk, slots.coverGold]
  const { heading } = measures
  const [x, y, high] = [inline + besideBar, Math.round(height * 0.19), Math.round(height * 0.42)]
  const barHigh = heading.size * heading.line * 2
  // At the right stands, large, its number.
  const wide = width - 2 * inline - heading.inline
  const area = { x, y: y + high + 20, width: width - x - inline, height: Math.round(height * 0.17) }
  return {
    name: 'divider',
    room: 1,
    type: 'secHead',
    ground: isPaper ? 'paper' : 'cover',
    title: {
      type: 'title',
      index: 0,
      box: { x, y, width: wide, height: high },
      anchor: 'ctr',
      levels: [{ size: heading.size, slot: ink, line: heading.line / single.major }],
    },
    bodies: [
      {
        type: 'body',
        index: 1,
        box: area,
        anchor: 't',
        levels: [
          { size: measures.size, slot: second, mark: 'none', indent: 0 },
          { size: Math.max(24, measures.size * 0.88), slot: second, mark: 'none', indent: 0 },
        ],
      },
    ],
    furniture: [...dividerFurniture(inline, design, ink, second), ...footFurniture(design, true)],
    decorations: [
      {
        name: 'bar',
        box: { x: inline, y: y + (high - barHigh) / 2, width: 8, height: barHigh },
        slot: second,
      },
    ],
    area,
    measures,
  }
}

/** The document's last call. */
function closingLayout(design: Design): SlideLayout {
  const { width, height, coverInk } = design
  const measures = measuresOf('closing')
  const { padding, heading, list, size } = measures
  const inline = padding[shapeOf(design.ratio)]
  const box = { x: inline, width: width - 2 * inline }
  const middle = Math.round(height * 0.46)
  const area = { ...box, y: middle + heading.below, height: height - padding.bottom - middle - heading.below }
  const level: LevelStyle = {
    size,
    before: list.gap,
    slot: slots.coverGold,
    align: 'ctr',
    mark: 'none',
    indent: 0,
  }
  return {
    name: 'closing',
    room: 1,
    type: 'secHead',
    ground: 'cover',
    title: {
      type: 'title',
      index: 0,
      box: {
        x: inline - headingSlack,
        width: box.width + 2 * headingSlack,
        y: padding.top,
        height: middle - padding.top,
      },
      anchor: 'b',
      levels: [{ size: heading.size, slot: coverInk, align: 'ctr', line: heading.line / single.major }],
    },
    bodies: [{ type: 'body', index: 1, box: area, anchor: 't', levels: [level, level] }],
    furniture: footFurniture(design, true),
    decorations: [
      {
        name: 'rule',
        box: { x: (width - 320) / 2, y: middle + 16, width: 320, height: 3 },
        slot: slots.coverGold,
      },
    ],
    area,
    measures,
  }
}

/** The page's numbers for a form; Office, unlike the page, ends lines of ideographs within words. */
export function measuresOf(name: LayoutName): Layout {
  const measures = layoutOf([name])
  const { isWhole: _words, ...list } = measures.list
  return { ...measures, list }
}

/** The layouts that every presentation of ours has, used or not. */
export const everyLayout: readonly LayoutName[] = [
  'title',
  'agenda',
  'divider',
  ...Object.keys(looks)
    .filter(isName)
    .filter((name) => name !== 'agenda'),
  'closing',
]
