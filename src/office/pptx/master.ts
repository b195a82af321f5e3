import { layoutOf } from '../../layouts/index.ts'
import type { OfficeWords } from '../words.ts'
import { element, type Xml } from '../xml.ts'
import { type Design, type Slot, slots } from './design.ts'
import { type Decoration, type Holder, layoutFor, type SlideLayout } from './layouts.ts'
import { holderXml, pictureXml } from './shapes.ts'
import { levels, levelXml } from './text-style.ts'
import { colourMap } from './theme.ts'
import { type Box, emu } from './units.ts'
import { bar, colour, fill, namespaces, shapeTree, transform } from './vocabulary.ts'

/** A logo as the master shows it. @param embed its relation */
export interface Logo {
  readonly embed: string
  readonly width: number
  readonly height: number
}

/** Of what stands around the words: none, so that what was measured fits. */
const noInsets = { lIns: 0, tIns: 0, rIns: 0, bIns: 0 } as const

/** A placeholder as a master or a layout has it: where it is, how its words look, and what it invites to write. */
function prototype(id: number, name: string, holder: Holder, prompt: Xml): Xml {
  const { box, anchor, ground, inset, levels: styles } = holder
  const isSmall = holder.type === 'ftr' || holder.type === 'dt' || holder.type === 'sldNum'
  return element(
    'p:sp',
    {},
    element(
      'p:nvSpPr',
      {},
      element('p:cNvPr', { id, name }),
      element('p:cNvSpPr', {}, element('a:spLocks', { noGrp: true })),
      element('p:nvPr', {}, holderXml(holder, isSmall ? { sz: 'quarter' } : {})),
    ),
    element(
      'p:spPr',
      {},
      transform('a:xfrm', box),
      element('a:prstGeom', { prst: 'rect' }, element('a:avLst')),
      ground ? fill(ground) : null,
    ),
    element(
      'p:txBody',
      {},
      element(
        'a:bodyPr',
        {
          vert: 'horz',
          ...(inset
            ? { lIns: emu(inset.x), tIns: emu(inset.y), rIns: emu(inset.x), bIns: emu(inset.y) }
            : noInsets),
          anchor,
        },
        element('a:normAutofit'),
      ),
      element('a:lstStyle', {}, levels(styles)),
      prompt,
    ),
  )
}

const prompt = (words: string): Xml => element('a:p', {}, element('a:r', {}, element('a:t', {}, words)))

/** The number of a slide, which PowerPoint counts itself. */
export const slideNumber = (shown: string, language?: string): Xml =>
  element(
    'a:p',
    {},
    element(
      'a:fld',
      { id: '{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}', type: 'slidenum' },
      element('a:rPr', { lang: language }),
      element('a:t', {}, shown),
    ),
  )

const outline = (id: number, { name, box, slot }: Decoration): Xml =>
  element(
    'p:sp',
    {},
    element('p:nvSpPr', {}, element('p:cNvPr', { id, name }), element('p:cNvSpPr'), element('p:nvPr')),
    element(
      'p:spPr',
      {},
      transform('a:xfrm', box),
      element('a:prstGeom', { prst: 'rect' }, element('a:avLst')),
      element('a:noFill'),
      element('a:ln', { w: emu(6), cmpd: 'thickThin' }, fill(slot)),
    ),
  )

const ground = (inside: Xml): Xml =>
  element('p:bg', {}, element('p:bgPr', {}, inside, element('a:effectLst')))

/** A cover's colour, lighter in its middle. */
function coverGround({ palette }: Design): Xml {
  if (palette.cover === palette['cover-glow']) return fill(slots.cover)
  const lighter = [element('a:lumMod', { val: 90_000 }), element('a:lumOff', { val: 10_000 })]
  const stop = (pos: number, slot: Slot, ...changes: readonly Xml[]): Xml =>
    element('a:gs', { pos }, colour(slot, ...changes))
  return element(
    'a:gradFill',
    { rotWithShape: true },
    element('a:gsLst', {}, stop(0, slots.cover, ...lighter), stop(100_000, slots.cover)),
    element(
      'a:path',
      { path: 'circle' },
      element('a:fillToRect', { l: 50_000, t: 35_000, r: 50_000, b: 65_000 }),
    ),
  )
}

/** Where the foot of a slide has its three places. */
export function footPlaces({
  width,
  height,
  ratio,
}: Pick<Design, 'width' | 'height' | 'ratio'>): readonly Box[] {
  const inline = layoutOf([]).padding[ratio === '16:9' ? 'wide' : 'narrow']
  const whole = width - 2 * inline
  const [y, high] = [height - 54, 44]
  return [
    { x: inline, y, width: whole * 0.46, height: high },
    { x: inline + whole * 0.48, y, width: whole * 0.34, height: high },
    { x: inline + whole * 0.84, y, width: whole * 0.16, height: high },
  ]
}

const footLevel = (align: 'l' | 'ctr' | 'r', slot: Slot): Holder['levels'] => [
  { size: 22, slot, align, mark: 'none', indent: 0 },
]

/** The placeholders of the foot. @param isCover whether they stand on a cover's colour */
function footHolders(design: Design, isCover: boolean): readonly Holder[] {
  const [left, middle, right] = footPlaces(design)
  const second = isCover ? slots.coverGold : slots.muted
  if (!left || !middle || !right) return []
  return [
    { type: 'dt', index: 10, box: middle, anchor: 'ctr', levels: footLevel('ctr', second) },
    { type: 'ftr', index: 11, box: left, anchor: 'ctr', levels: footLevel('l', second) },
    {
      type: 'sldNum',
      index: 12,
      box: right,
      anchor: 'ctr',
      levels: footLevel('r', isCover ? slots.coverGold : slots.ink),
    },
  ]
}

/** The master: what every slide of the presentation has, and how text looks that nobody says otherwise of. */
export function masterXml(
  design: Design,
  layouts: readonly string[],
  logo: Logo | null,
  words: OfficeWords,
): Xml {
  const list = layoutFor(design, 'list', 1)
  const { measures } = list
  const [first = {}, second = {}] = list.bodies[0]?.levels ?? []
  const deeper = Array.from({ length: 7 }, (_, i) => ({
    ...second,
    indent: (second.indent ?? 0) + 40 * (i + 1),
  }))
  const { title, body } = words.prompts
  const holders: Xml[] = [
    prototype(2, 'Title', { ...list.title, levels: [] }, prompt(title)),
    ...list.bodies.map((holder) => prototype(3, 'Text', { ...holder, levels: [] }, prompt(body))),
    ...footHolders(design, false).map((holder, i) =>
      prototype(
        4 + i,
        footNames[i] ?? '',
        holder,
        holder.type === 'sldNum' ? slideNumber('‹#›') : element('a:p'),
      ),
    ),
  ]
  const place = footPlaces(design)[0]
  return element(
    'p:sldMaster',
    { ...namespaces, preserve: true },
    element(
      'p:cSld',
      {},
      ground(fill(slots.paper)),
      shapeTree([...holders, ...(logo && place ? [logoXml(logo, place)] : [])]),
    ),
    element('p:clrMap', colourMap(design)),
    element(
      'p:sldLayoutIdLst',
      {},
      layouts.map((id, i) => element('p:sldLayoutId', { id: firstLayoutId + i, 'r:id': id })),
    ),
    element('p:hf', { hdr: false }),
    element(
      'p:txStyles',
      {},
      element(
        'p:titleStyle',
        {},
        levelXml('a:lvl1pPr', {
          size: measures.heading.size,
          line: measures.heading.line / 1.2,
          before: 0,
          align: 'l',
          mark: 'none',
          bold: true,
          face: 'major',
          slot: slots.heading,
        }),
      ),
      element(
        'p:bodyStyle',
        {},
        levels(
          [first, second, ...deeper].map((level) => ({
            align: 'l',
            face: 'minor',
            slot: slots.ink,
            ...level,
          })),
        ),
      ),
      element('p:otherStyle', {}, levels([{ size: 24, face: 'minor', slot: slots.ink }])),
    ),
  )
}

const footNames = ['Date', 'Footer', 'Slide Number']

/** The logo stands in the foot's first place, before its words. */
function logoXml({ embed, width, height }: Logo, place: Box): Xml {
  const high = Math.min(34, height)
  const wide = (width * high) / height
  const box = { x: place.x - wide - 8, y: place.y + (place.height - high) / 2, width: wide, height: high }
  return pictureXml({ id: 20, name: 'Logo', box: box.x > 4 ? box : { ...box, x: 4 }, embed, description: '' })
}

/** Numbers of masters and layouts are from here on (ST_SlideMasterId), each once in a presentation. */
export const masterId = 2_147_483_648
const firstLayoutId = masterId + 1

/** A layout as it stands in its file. */
export function layoutXml(design: Design, layout: SlideLayout, words: OfficeWords): Xml {
  const { name, lines, type, title, bodies, foot, decorations } = layout
  const isCover = layout.ground === 'cover'
  const { layouts, linesOf, withoutHeading, prompts } = words
  const shown =
    lines === 1 ? layouts[name] : lines === 0 ? withoutHeading(layouts[name]) : linesOf(layouts[name], lines)
  let id = 2
  const feet = footHolders(design, isCover).map(
    (holder) => foot.find(({ type }) => type === holder.type) ?? holder,
  )
  return element(
    'p:sldLayout',
    { ...namespaces, type, preserve: true, userDrawn: true },
    element(
      'p:cSld',
      { name: shown },
      isCover ? ground(coverGround(design)) : null,
      shapeTree([
        ...decorations.map((one) =>
          one.kind === 'frame' ? outline(id++, one) : bar(id++, one.name, one.box, one.slot),
        ),
        ...(lines === 0 ? [] : [prototype(id++, 'Title', title, prompt(prompts.title))]),
        ...bodies.map((holder) => prototype(id++, 'Text', holder, prompt(prompts.body))),
        ...feet.map((holder, i) =>
          prototype(
            id++,
            footNames[i] ?? '',
            holder,
            holder.type === 'sldNum' ? slideNumber('‹#›') : element('a:p'),
          ),
        ),
      ]),
    ),
    element('p:clrMapOvr', {}, element('a:masterClrMapping')),
  )
}
