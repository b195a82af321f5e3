import { descend, elementsOf, type XmlElement } from '../../../document/readers/xml.ts'
import { type Package, partXml, relationsOf } from '../../../document/readers/zip.ts'
import { groundOf, masterColours } from '../../../theme/template.ts'
import { slots } from '../design.ts'
import type { Holder } from '../holder.ts'
import { holderOf } from '../read-holder.ts'
import type { LevelStyle } from '../text-style.ts'
import type { Box } from '../units.ts'
import { type Serving, servingSlots, slotOfLevel } from './colours.ts'

/** A layout of a template. */
export interface TemplateLayout {
  readonly path: string
  readonly name: string
  /** ST_SlideLayoutType; `cust` where it does not say. */
  readonly type: string
  /** Its title, or what stands there for one; null where it has none. */
  readonly title: Holder | null
  readonly bodies: readonly Holder[]
  readonly foot: readonly Pick<Holder, 'type' | 'index'>[]
  /** Where its slides have their content. */
  readonly area: Box
  /** Beside its title, which is no mere label, its slides can say something. */
  readonly hasRoom: boolean
  /** One of its placeholders is large enough for text. */
  readonly isForText: boolean
  /** What of its theme's colours serves as ours on it. */
  readonly serving: Serving
}

export type SlideSize = Pick<Box, 'width' | 'height'>

/** The layouts of a master, in its order. */
export function layoutsOf(show: Package, master: string, slide: SlideSize): TemplateLayout[] {
  const tree = partXml(show, master)
  const order = descend(tree, 'sldLayoutIdLst')
  const related = relationsOf(show, master)
  const above = holdersOf(tree)
  const styles = descend(tree, 'txStyles')
  const text = above.find(({ type, box }) => type === 'body' && box)
  const ofRole = masterColours(show, master)
  const ink = slotOfLevel(descend(styles, 'bodyStyle', 'lvl1pPr')) ?? slots.ink
  const paper = groundOf(tree, ofRole)
  return (order ? elementsOf(order) : []).flatMap(({ attributes }): TemplateLayout[] => {
    const path = related.find(({ id, type }) => type === 'slideLayout' && id === attributes['id'])?.path
    const layout = path === undefined ? undefined : partXml(show, path)
    if (!layout || path === undefined) return []
    const holders = holdersOf(layout).map((one) => withMaster(one, above))
    const asHolder = (one: RawHolder): Holder => ({
      type: one.type,
      index: one.index,
      box: inner(one, slide),
      anchor: 't',
      levels: levelsOf(one.levels, descend(styles, isTitle(one) ? 'titleStyle' : 'bodyStyle')),
    })
    const bodies = holders
      .filter(({ type }) => /^(?:body|obj|subTitle)$/.test(type))
      .sort((one, other) => one.index - other.index)
      .map(asHolder)
    const own = holders.find(isTitle)
    const title = own ? asHolder(own) : labelAmong(bodies, slide)
    const others = bodies.filter((one) => one !== title && one.box.height > slide.height * 0.05)
    const foot = holders.filter(({ type }) => /^(?:dt|ftr|sldNum)$/.test(type))
    const [largest] = others.map(({ box }) => box).toSorted((one, other) => sizeOf(other) - sizeOf(one))
    const area = title
      ? areaBeside(title.box, [largest, text && inner(text, slide)], slide)
      : {
          x: slide.width * 0.06,
          y: slide.height * 0.2,
          width: slide.width * 0.88,
          height: slide.height * 0.7,
        }
    return [
      {
        path,
        name: descend(layout, 'cSld')?.attributes['name'] ?? '',
        type: layout.attributes['type'] ?? 'cust',
        title,
        bodies: others,
        foot,
        area,
        hasRoom:
          title !== null &&
          !holders.some(({ isVertical }) => isVertical) &&
          others.length <= mostBodies &&
          shareOf(title.box, slide) > leastTitle &&
          shareOf(area, slide) > leastArea,
        isForText: largest !== undefined && shareOf(largest, slide) > leastText,
        serving: servingSlots(ofRole, descend(layout, 'cSld', 'bg') ? groundOf(layout, ofRole) : paper, ink),
      },
    ]
  })
}

/** Of the slide: a title that is more than a label, what is enough for content, and for text. */
const [leastTitle, leastArea, leastText] = [0.03, 0.3, 0.35]
/** A layout of more places for text is made for what stands in its own picture of them. */
const mostBodies = 4

const sizeOf = ({ width, height }: SlideSize): number => width * height
const shareOf = (box: Box, slide: SlideSize): number => sizeOf(box) / sizeOf(slide)

const isTitle = ({ type }: Pick<Holder, 'type'>): boolean => type === 'title' || type === 'ctrTitle'

const largestLabel = 0.2

/** What stands for a title where none is called so: no text, in the largest type. */
function labelAmong(bodies: readonly Holder[], slide: SlideSize): Holder | null {
  const size = ({ levels: [first] }: Holder): number => first?.size ?? 0
  const [first, second] = bodies.toSorted((one, other) => size(other) - size(one))
  const stands = first && shareOf(first.box, slide) < largestLabel && (!second || size(first) > size(second))
  return stands ? first : null
}

/** The place for content: what a template has for it, else what is left below or beside a title. */
function areaBeside(title: Box, given: readonly (Box | undefined)[], { width, height }: SlideSize): Box {
  const bottom = height * 0.9
  const [right, below] = [title.x + title.width, title.y + title.height]
  const gap = height * 0.02
  const margin = Math.max(0, Math.min(title.x, width * 0.06))
  const free = [
    { x: title.x, y: below + gap, width: title.width, height: bottom - below - gap },
    { x: margin, y: below + gap, width: width - 2 * margin, height: bottom - below - gap },
    { x: right + gap, y: height * 0.1, width: width - right - gap - margin, height: height * 0.8 },
  ]
  const meets = (box: Box): boolean =>
    box.x < right - 1 &&
    box.x + box.width > title.x + 1 &&
    box.y < below - gap &&
    box.y + box.height > title.y + 1
  const all = [...given.flatMap((box) => (box && !meets(box) ? [box] : [])), ...free].filter(
    (box) => box.width > 0 && box.height > 0,
  )
  const slide = { width, height }
  return (
    all.find((box) => shareOf(box, slide) > leastArea) ??
    all.reduce((one, other) => (sizeOf(other) > sizeOf(one) ? other : one), {
      x: margin,
      y: below,
      width: 1,
      height: 1,
    })
  )
}

/** A placeholder as a layout or a master has it. */
interface RawHolder {
  readonly type: Holder['type']
  readonly index: number
  readonly box: Box | null
  readonly insets: { readonly x: number; readonly y: number }
  readonly isVertical: boolean
  readonly levels: XmlElement | undefined
}

const kinds: ReadonlySet<string> = new Set([
  'title',
  'ctrTitle',
  'subTitle',
  'body',
  'obj',
  'dt',
  'ftr',
  'sldNum',
])
const isKind = (type: string): type is Holder['type'] => kinds.has(type)

function holdersOf(tree: XmlElement | undefined): RawHolder[] {
  const shapes = descend(tree, 'cSld', 'spTree')
  return (shapes ? elementsOf(shapes) : []).flatMap((shape): RawHolder[] => {
    const holder = holderOf(shape)
    const type = holder?.attributes['type'] ?? 'obj'
    if (!holder || !isKind(type)) return []
    const transform = descend(shape, 'spPr', 'xfrm')
    const [off, ext] = [descend(transform, 'off')?.attributes, descend(transform, 'ext')?.attributes]
    const pixels = (value: string | undefined): number => Number(value ?? 0) / 9525
    const body = descend(shape, 'txBody', 'bodyPr')?.attributes ?? {}
    return [
      {
        type,
        index: Number(holder.attributes['idx'] ?? 0),
        box: ext
          ? {
              x: pixels(off?.['x']),
              y: pixels(off?.['y']),
              width: pixels(ext['cx']),
              height: pixels(ext['cy']),
            }
          : null,
        // ECMA-376, 21.1.2.1.1: a tenth of an inch beside the words, half that above them.
        insets: { x: pixels(body['lIns'] ?? '91440'), y: pixels(body['tIns'] ?? '45720') },
        isVertical: !/^(?:horz)?$/.test(body['vert'] ?? ''),
        levels: descend(shape, 'txBody', 'lstStyle'),
      },
    ]
  })
}

/** A layout's placeholder with the place that it has from the master's of its kind. */
function withMaster(holder: RawHolder, above: readonly RawHolder[]): RawHolder {
  if (holder.box) return holder
  const kind = holder.type === 'ctrTitle' ? 'title' : holder.type === 'title' ? 'title' : 'body'
  const own = above.find(({ type }) => type === holder.type) ?? above.find(({ type }) => type === kind)
  return own ? { ...holder, box: own.box, insets: own.insets } : holder
}

/** The room that the words have. */
function inner({ box, insets }: RawHolder, slide: SlideSize): Box {
  const { x, y, width, height } = box ?? {
    x: slide.width * 0.06,
    y: slide.height * 0.25,
    width: slide.width * 0.88,
    height: slide.height * 0.62,
  }
  return {
    x: x + insets.x,
    y: y + insets.y,
    width: Math.max(1, width - 2 * insets.x),
    height: Math.max(1, height - 2 * insets.y),
  }
}

/** Sizes and marks of the first two levels: what the layout says, else the master. */
function levelsOf(own: XmlElement | undefined, master: XmlElement | undefined): LevelStyle[] {
  return ['lvl1pPr', 'lvl2pPr'].map((name): LevelStyle => {
    const levels = [descend(own, name), descend(master, name)]
    const size = levels
      .map((level) => descend(level, 'defRPr')?.attributes['sz'])
      .find((sz) => sz !== undefined)
    const marked = levels.find(
      (level) => descend(level, 'buNone') ?? descend(level, 'buChar') ?? descend(level, 'buAutoNum'),
    )
    const hasMark = marked !== undefined && descend(marked, 'buNone') === undefined
    return {
      ...(size ? { size: Number(size) / 75 } : {}),
      ...(hasMark ? { mark: 'diamond' as const } : {}),
    }
  })
}
