import type { Ratio } from '../../deck/settings.ts'
import { shapeOf, slideSize } from '../../deck/slide-size.ts'
import { layoutOf } from '../../layouts/index.ts'
import type { Layout, Margin } from '../../layouts/layout.ts'
import {
  around,
  attribute,
  type Element,
  element,
  isElement,
  type Node,
  withAttributes,
} from '../../markdown/html-tree.ts'
import { arranged } from './arrange.ts'
import { clauseBreaks } from './clause-breaks.ts'
import { largerScales, leavesAir, shareHeight } from './grow.ts'
import { marginOf, withMarks } from './marks.ts'
import {
  columnShares,
  type Frame,
  gapBetween,
  heightOf,
  isHeading,
  isList,
  isMarginal,
  parts,
  type Rulers,
} from './measure.ts'
import { smallest, smallestPicture, tallestPicture } from './sizes.ts'
import { withSmallerPictures, withTallest } from './smaller-pictures.ts'
import { type Cut, cut } from './split.ts'
import { findPicture, findStretch, fitTexts, type Stretch, unstretched } from './stretch.ts'

export interface Room {
  readonly ratio: Ratio
  readonly rulers: Rulers
  /** No text is smaller, `smallest` unless given. */
  readonly least?: number
  /** What marks a heading that is said again: （续）. */
  readonly continued: string
}

/** A slide that holds its content. */
export interface Fitted {
  /** Of all sizes, 1 for what the layout and the slide's author ask for. */
  readonly scale: number
  /** The bodies of one slide, or of as many as the content needs. */
  readonly pages: readonly (readonly Node[])[]
  /** They stand in the plain form: the slide's own, this class, does not hold them. */
  readonly without?: string
}

/** Where the content of a slide stands. @param scale of all sizes, 1 for what the layout asks for */
export function frameOf(
  layout: Layout,
  { ratio, rulers, least = smallest }: Pick<Room, 'ratio' | 'rulers' | 'least'>,
  scale: number,
): Frame {
  return {
    layout,
    rulers,
    ratio,
    scale,
    least,
    width: slideSize(ratio).width - 2 * layout.padding[shapeOf(ratio)],
    size: Math.max(least, layout.size * scale),
    line: layout.line,
    face: 'sans',
    phrases: false,
    depth: 0,
  }
}

/** Steps by which it shrinks. */
const smaller = [0.94, 0.89]
/** Further steps, where type may be smaller than usual. */
const verySmall = [0.82, 0.76, 0.71]
/** The least share of a slide that a picture is let fill. */
const least = 0.3
const smallerOnCovers = [0.94, 0.88, 0.82, 0.76, 0.7, 0.64, 0.58]
/** Their words stand in the middle; they are shrunk rather than parted. */
const covers: ReadonlySet<string> = new Set(['title', 'divider', 'closing'])

/** Whether a slide's words are as large as there is room for. @param names its classes */
export const isCover = (names: readonly string[]): boolean => covers.has(layoutOf(names).name)

/**
 * Finds the size at which a slide's content fits, or cuts the content to slides that it fits on. Nothing is lost:
 * the pages together say what the slide says, the heading on each.
 *
 * @param names the slide's classes
 * @param own of all sizes of this slide, 1 for what its layout asks for
 */
export function fit(nodes: readonly Node[], names: readonly string[], room: Room, own = 1): Fitted {
  const layout = layoutOf(names)
  const margin = layout.margin?.(shapeOf(room.ratio)) ?? null
  const best = fitIn(margin, nodes, names, room, own)
  if (best.pages.length === 1) return best
  if (margin) {
    const wide = fitIn(null, nodes, names, room, own)
    return wide.pages.length < best.pages.length ? wide : best
  }
  if (!layout.choose || !names.includes(layout.name)) return best
  const others = names.filter((name) => name !== layout.name)
  const plain = { ...fitIn(null, nodes, others, room, own), without: layout.name }
  const fewer = best.pages.length - plain.pages.length
  return fewer > 0 || (fewer === 0 && itemsIn(best.pages) > itemsIn(plain.pages)) ? plain : best
}

/** How many items stand on some pages: one that was cut counts on each. */
const itemsIn = (pages: readonly (readonly Node[])[]): number =>
  pages.flat().reduce((sum, node) => sum + (isList(node) ? node.childNodes.filter(isElement).length : 0), 0)

/** @param margin for the headings that fit there; null where they stand above what they head */
function fitIn(
  margin: Margin | null,
  nodes: readonly Node[],
  names: readonly string[],
  room: Room,
  own: number,
): Fitted {
  const layout = layoutOf(names)
  const isOnCover = isCover(names)
  const { height } = slideSize(room.ratio)
  const page = height - layout.padding.top - layout.padding.bottom
  const full = (scale: number): Frame => frameOf(layout, room, scale * own)
  // Words that stand in no block of their own get one, apart from those around it.
  const blocks = parts(nodes).map((part) => (Array.isArray(part) ? element('div', part) : part))
  const whole = fitTexts(
    withMarks(blocks.map(unstretched).map(withColumns), full(1), margin),
    full(1),
    page / 2,
  )
  const beside = marginOf(whole, margin)
  const frame = (scale: number): Frame => ({ ...full(scale), width: full(scale).width - beside })
  // A deck may be continued in its Markdown already.
  const body = names.includes('continued') ? marked(whole, room.continued) : whole
  const heightAt = (scale: number, of: readonly Node[] = body): number => heightOf(of, frame(scale), true)

  const set = (scale: number, pages: readonly (readonly Node[])[]): Fitted => ({
    scale,
    pages: pages.map(([first, ...others]) => {
      if (!first) return []
      const isBroken = isHeading(first) && !isMarginal(first)
      const shown = [isBroken ? clauseBreaks(first, frame(scale)) : first, ...others]
      return isOnCover ? shown : shareHeight(shown, frame(scale), page)
    }),
  })

  const stretch = isOnCover ? null : findStretch(body)
  if (stretch)
    for (const scale of [1, ...smaller]) {
      const { at, filled } = stretch
      const others = body.toSpliced(at, 1)
      const gaps = (others.length ? Math.max(36, layout.gap) : 0) * (at > 0 && at < body.length - 1 ? 2 : 1)
      const left = page - heightAt(scale, others) - gaps * scale * own
      if (left >= page * least) return set(scale, [body.with(at, filled(frame(scale).width, left))])
    }
  const picture = layout.name === 'image' && shapeOf(room.ratio) !== 'tall' ? findPicture(body) : null
  if (picture)
    for (const scale of [...largerScales(body, layout), 1, ...smaller]) {
      const halves = inHalves(body, picture, frame(scale), page)
      if (halves) return { scale, pages: [halves] }
    }
  const ways = arranged(body, frame(1))
  for (const way of ways) {
    const needed = heightAt(1, way)
    // Larger type takes more room: what leaves too little air as it is need not be tried.
    if (leavesAir(needed, page))
      for (const scale of largerScales(way, layout))
        if (leavesAir(heightAt(scale, way), page)) return set(scale, [way])
    if (needed <= page) return set(1, [way])
  }
  const fits = (nodes: readonly Node[], scale: number): boolean => heightAt(scale, nodes) <= page
  const isReadable = (scale: number): boolean =>
    layout.size * scale * own >= frame(1).least * (layout.tightest ?? 1)
  for (const steps of isOnCover
    ? [smallerOnCovers]
    : [smaller.filter(isReadable), verySmall.filter(isReadable)]) {
    for (const way of ways) for (const scale of steps) if (fits(way, scale)) return set(scale, [way])
    const lower = isOnCover ? null : withSmallerPictures(body, [1, ...steps], frame, fits)
    if (lower) return set(lower.size, [lower.nodes])
  }
  const usual = isOnCover ? 0.7 : 0.94
  const pages = pagesOf(body, page, frame(usual), room.continued, layout)
  // What was cut leaves its slides air: all grow alike.
  const scales = pages.map((one) => largerScales(one, layout))
  const [fewest = []] = scales.sort((one, other) => one.length - other.length)
  const grown = [...(pages.some((one) => one.some(isList)) ? fewest : []), 1].find((scale) =>
    pages.every((one) => leavesAir(heightAt(scale, one), page)),
  )
  return set(isOnCover ? usual : (grown ?? usual), pages)
}

/** Between words and the picture beside them. */
const betweenHalves = 48

/** Words in the left half and their picture in the right one; null where the words have no room there. */
function inHalves(body: readonly Node[], { at, filled }: Stretch, frame: Frame, page: number): Node[] | null {
  const others = body.toSpliced(at, 1)
  const [first, ...rest] = others
  const heading = first && isHeading(first) ? clauseBreaks(first, frame) : null
  const words = heading ? rest : others
  const top = heading ? heightOf([heading], frame, true) + Math.max(36, frame.layout.gap) * frame.scale : 0
  const half = (frame.width - betweenHalves) / 2
  if (!leavesAir(top + heightOf(words, { ...frame, width: half }, !heading), page)) return null
  const { padding } = frame.layout
  const place = `position:absolute;inset-block-start:${Math.round(padding.top + top)}px;inset-inline-end:${padding[shapeOf(frame.ratio)]}px;width:${Math.floor(half)}px;height:${Math.floor(page - top)}px;margin:0;align-content:center`
  const styled = (node: Node, style: string): Node =>
    isElement(node)
      ? withAttributes(node, { style: [attribute(node, 'style'), style].filter(Boolean).join(';') })
      : node
  const shared = shareHeight(words, { ...frame, width: half }, page - top)
  const beside = shared.map((node) => styled(node, `margin-inline-end:${Math.ceil(half + betweenHalves)}px`))
  return [...(heading ? [heading] : []), ...beside, styled(filled(half, page - top), place)]
}

function pagesOf(
  body: readonly Node[],
  page: number,
  frame: Frame,
  continued: string,
  layout: Layout,
): Node[][] {
  const [first, ...others] = body
  const heading = first && isHeading(first) ? first : null
  const again = heading && saidAgain(heading, continued)
  const above = (own: Element | null): number =>
    own && !isMarginal(own) ? heightOf([own], frame, true) + Math.max(36, layout.gap) * frame.scale : 0
  if (heading && above(heading) > page * 0.5) {
    // A heading that fills the slide is text like other text.
    return fill(body, () => page, frame, true).map((nodes) => [...nodes])
  }
  const rooms = (i: number): number => page - above(i === 0 ? heading : again)
  const parts = fill(heading ? others : body, rooms, frame)
  return parts.map((nodes, i) => {
    const own = i === 0 ? heading : again
    return own ? [own, ...nodes] : [...nodes]
  })
}

/** A heading as it stands on a further slide. */
function saidAgain(heading: Element, continued: string): Element {
  const others = heading.attrs.filter(({ name }) => name !== 'id' && name !== 'data-continued')
  return { ...heading, attrs: [...others, { name: 'data-continued', value: continued }] }
}

function marked([first, ...others]: readonly Node[], continued: string): Node[] {
  if (!first) return []
  return [isHeading(first) ? saidAgain(first, continued) : first, ...others]
}

/** The least share of a slide that is filled before what is left goes to the next. */
const fullest = 0.7

/** Content cut to slides, about as much on each. @param first whether it begins its slides, without a heading above */
function fill(
  body: readonly Node[],
  rooms: (page: number) => number,
  frame: Frame,
  first = false,
): (readonly Node[])[] {
  // The items of a list are cut between, so that less on the first page may leave more to the next.
  const hasList = body.some(isList)
  const unevenness = (pages: readonly (readonly Node[])[]): number => {
    if (!hasList) return 0
    const heights = pages.map((nodes) => heightOf(nodes, frame, first))
    return Math.max(...heights) - Math.min(...heights)
  }
  let best = filled(body, rooms, frame, 1, first).pages
  let least = unevenness(best)
  for (let share = 0.95; share >= fullest; share -= 0.05) {
    const { pages, forced } = filled(body, rooms, frame, share, first)
    if (forced || pages.length > best.length) break
    const own = unevenness(pages)
    if (own <= least) [best, least] = [pages, own]
  }
  return best
}

/** No slide holds so many blocks: those behind them are not looked at. */
const mostBlocks = 100

/** @returns `forced`: something that can't be cut stands where it has no room */
function filled(
  body: readonly Node[],
  rooms: (page: number) => number,
  frame: Frame,
  share: number,
  first: boolean,
): { pages: (readonly Node[])[]; forced: boolean } {
  const pages: (readonly Node[])[] = []
  let forced = false
  let left = body
  while (left.length) {
    const room = rooms(pages.length)
    const near = left.slice(0, mostBlocks)
    const beyond = left.slice(mostBlocks)
    const whole = cut(near, room * share, room, frame, first)
    let { head, tail } = whole
    // A heading that was not cut itself stands with what it heads.
    for (let last = head.at(-1); last && isHeading(last) && near.includes(last); last = head.at(-1)) {
      if (!tail.length) break
      head = head.slice(0, -1)
      tail = [last, ...tail]
    }
    if (!head.length && whole.head.length) ({ head, tail } = headed(near, room, frame, first) ?? whole)
    if (!head.length) {
      forced = true
      const least = leastOf(near, room, frame, first)
      head = bounded(least.head, room, frame)
      tail = least.tail
    }
    pages.push(head)
    left = [...tail, ...beyond]
  }
  return { pages, forced }
}

/**
 * The headings that begin some blocks with a part of what they head, cut though a slide of its own could hold it; null
 * where there is no room for any.
 */
function headed(body: readonly Node[], room: number, frame: Frame, first: boolean): Cut | null {
  const begins = body.findIndex((node) => !isHeading(node))
  const headings = body.slice(0, begins < 0 ? undefined : begins)
  const rest = body.slice(headings.length)
  const [next] = rest
  const last = headings.at(-1)
  if (!next || !last) return null
  const above =
    heightOf(headings, frame, first) + gapBetween(last, next, frame, first && headings.length === 1)
  const below = room - above
  if (below < room * least) return null
  const { head, tail } = cut(rest, below, below, frame)
  return head.length ? { head: [...headings, ...head], tail } : null
}

/** As little as can be cut off of what has no room, and the rest. */
function leastOf(body: readonly Node[], room: number, frame: Frame, first: boolean): Cut {
  for (let more = 1.25; more < 6; more *= 1.25) {
    const found = cut(body, room * more, room, frame, first)
    if (found.head.length) return found
  }
  const [part = [], ...others] = parts(body)
  return { head: [part].flat(), tail: others.flat() }
}

/** Pictures made lower so that what they stand in has room. */
function bounded(nodes: readonly Node[], room: number, frame: Frame): readonly Node[] {
  let [low, high] = [smallestPicture, tallestPicture * frame.scale]
  if (heightOf(nodes, frame) <= room) return nodes
  while (high - low > 4) {
    const middle = (low + high) / 2
    if (heightOf(withTallest(nodes, middle, frame), frame) <= room) low = middle
    else high = middle
  }
  return withTallest(nodes, Math.floor(low), frame)
}

/** Tables with the widths of their columns, which the browser then need not guess. */
function withColumns(node: Node): Node {
  if (!isElement(node)) return node
  if (node.tagName !== 'table')
    return 'childNodes' in node ? around(node, node.childNodes.map(withColumns)) : node
  if (node.childNodes.some((child) => isElement(child) && child.tagName === 'colgroup')) return node
  const columns = columnShares(node).map((share) =>
    element('col', [], { style: `width:${(share * 100).toFixed(2)}%` }),
  )
  return around(node, [element('colgroup', columns), ...node.childNodes])
}
