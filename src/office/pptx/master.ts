import { shapeOf } from '../../deck/slide-size.ts'
import { layoutOf } from '../../layouts/index.ts'
import type { OfficeWords } from '../words.ts'
import { element, type Xml } from '../xml.ts'
import { type Design, slots } from './design.ts'
import { type Furniture, footFurniture, isFurnitureNumber, logoBox, type Role } from './furniture.ts'
import type { Holder } from './holder.ts'
import { layoutFor, type SlideLayout, usualRoom } from './layouts.ts'
import { bar, drawnAround, holderXml, pictureXml, placed, shapeXml } from './shapes.ts'
import { noInset, textBody } from './text.ts'
import { levels, levelXml } from './text-style.ts'
import { colourMap } from './theme.ts'
import { type Box, typeSize } from './units.ts'
import { colour, fill, namespaces, shapeTree } from './vocabulary.ts'

/** A placeholder as a master or a layout has it: where it is, how its words look, and what it invites to write. */
function prototype(id: number, name: string, holder: Holder, prompt: Xml): Xml {
  const { box, anchor, isVertical = false, ground, inset, levels: styles } = holder
  const isSmall = /^(?:ftr|dt|sldNum)$/.test(holder.type) || isFurnitureNumber(holder.index)
  // What was measured fits: no room is left around the words but what is told.
  const room = inset ? { left: inset.x, top: inset.y, right: inset.x, bottom: inset.y } : noInset
  return shapeXml(
    {
      id,
      name,
      holder: holderXml(holder, isSmall ? { sz: 'quarter' } : {}),
      look: placed(box, 'rect', ground ? fill(ground) : null),
    },
    textBody([prompt], { anchor, isVertical, inset: room, levels: styles }),
  )
}

const prompt = (words: string): Xml => element('a:p/a:r/a:t', words)

/** The number of a slide, which PowerPoint counts itself. */
export const slideNumber = (shown: string, language?: string): Xml =>
  element(
    'a:p/a:fld',
    { id: '{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}', type: 'slidenum' },
    element('a:rPr', { lang: language }),
    element('a:t', shown),
  )

const ground = (inside: Xml): Xml => element('p:bg/p:bgPr', inside, element('a:effectLst'))

/** A cover's colour, lighter where one begins to read: straight, since round gradients are drawn in rings by some programs. */
function coverGround({ palette }: Design): Xml {
  if (palette.cover === palette['cover-glow']) return fill(slots.cover)
  const lighter = [element('a:lumMod', { val: 90_000 }), element('a:lumOff', { val: 10_000 })]
  const stop = (pos: number, ...changes: readonly Xml[]): Xml =>
    element('a:gs', { pos }, colour(slots.cover, ...changes))
  return element(
    'a:gradFill',
    { rotWithShape: true },
    element('a:gsLst', stop(0, ...lighter), stop(100_000)),
    element('a:lin', { ang: 2_700_000, scaled: false }),
  )
}

/** The placeholders that a master may have for a foot, where the deck says nothing there: for whoever adds it later. */
function usualFoot({ width, height, ratio }: Design): readonly Furniture[] {
  const inline = layoutOf([]).padding[shapeOf(ratio)]
  const whole = width - 2 * inline
  const place = (role: Role, type: Holder['type'], index: number, from: number, to: number): Furniture => ({
    role,
    holder: {
      type,
      index,
      box: { x: inline + whole * from, y: height - 54, width: whole * (to - from), height: 44 },
      anchor: 'ctr',
      levels: [{ size: 22, slot: slots.muted, align: 'ctr', mark: 'none', indent: 0 }],
    },
  })
  return [
    place('date', 'dt', 10, 0.35, 0.6),
    place('unit', 'ftr', 11, 0, 0.34),
    place('number', 'sldNum', 12, 0.9, 1),
  ]
}

/** The foot of every slide, and PowerPoint's own kinds of it that the deck has nothing for. */
function wholeFoot(design: Design, own: readonly Furniture[]): readonly Furniture[] {
  const has = (type: string): boolean => own.some(({ holder }) => holder.type === type)
  return [...own, ...usualFoot(design).filter(({ holder }) => !has(holder.type))]
}

/** The foot says on a layout what it says on its slides: so do slides that are added, and some programs take its look from there. */
function furnitureXml(id: number, { role, holder }: Furniture, design: Design, words: OfficeWords): Xml {
  const [{ align, size = 0 } = {}] = holder.levels
  const said = role === 'unit' || role === 'date' || role === 'title' ? design.told[role] : ''
  const look = { sz: typeSize(size) }
  return prototype(
    id,
    words.furniture[role],
    holder,
    holder.type === 'sldNum'
      ? slideNumber('‹#›')
      : holder.type === 'body'
        ? prompt(words.furniture[role])
        : element(
            'a:p',
            element('a:pPr', { algn: align }),
            said
              ? element('a:r', element('a:rPr', look), element('a:t', said))
              : element('a:endParaRPr', look),
          ),
  )
}

/**
 * The master: what every slide of the presentation has, and how text looks that nobody says otherwise of.
 *
 * @param logo the relation to its picture
 */
export function masterXml(
  design: Design,
  layouts: readonly string[],
  logo: string | null,
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
    // A master has PowerPoint's own kinds only.
    ...wholeFoot(design, footFurniture(design, false))
      .filter(({ holder }) => holder.type !== 'body')
      .map((one, i) => furnitureXml(4 + i, one, design, words)),
  ]
  const place = logoBox(design)
  return element(
    'p:sldMaster',
    { ...namespaces, preserve: true },
    element(
      'p:cSld',
      ground(fill(slots.paper)),
      shapeTree([...holders, ...(logo && place ? [logoXml(logo, place)] : [])]),
    ),
    element('p:clrMap', colourMap(design)),
    element(
      'p:sldLayoutIdLst',
      layouts.map((id, i) => element('p:sldLayoutId', { id: firstLayoutId + i, 'r:id': id })),
    ),
    element('p:hf', { hdr: false }),
    element(
      'p:txStyles',
      element(
        'p:titleStyle',
        levelXml('a:lvl1pPr', {
          size: measures.heading.size,
          line: measures.heading.line / 1.2,
          before: 0,
          align: 'l',
          mark: 'none',
          isRoot: true,
          bold: true,
          face: 'major',
          slot: slots.heading,
        }),
      ),
      element(
        'p:bodyStyle',
        levels(
          [first, second, ...deeper].map((level) => ({
            align: 'l',
            isRoot: true,
            face: 'minor',
            slot: slots.ink,
            ...level,
          })),
        ),
      ),
      element('p:otherStyle', levels([{ size: 24, isRoot: true, face: 'minor', slot: slots.ink }])),
    ),
  )
}

const logoXml = (embed: string, box: Box): Xml =>
  pictureXml({ id: 20, name: 'Logo', box, embed, description: '' })

/** Numbers of masters and layouts are from here on (ST_SlideMasterId), each once in a presentation. */
export const masterId = 2_147_483_648
const firstLayoutId = masterId + 1

/** A layout as it stands in its file. */
export function layoutXml(design: Design, layout: SlideLayout, words: OfficeWords): Xml {
  const { name, room, type, title, bodies, furniture, decorations } = layout
  const isCover = layout.ground === 'cover'
  const { layouts, linesOf, withoutHeading, inMargin, prompts } = words
  const own = layouts[name]
  const nameOf = (lines: number): string => (lines === 0 ? withoutHeading(own) : linesOf(own, lines))
  const isUsual = room === usualRoom(name, design) || room === 'beside'
  const shown = isUsual ? own : room === 'margin' ? inMargin(own) : nameOf(room)
  let id = 2
  return element(
    'p:sldLayout',
    { ...namespaces, type, preserve: true, userDrawn: true },
    element(
      'p:cSld',
      { name: shown },
      isCover ? ground(coverGround(design)) : null,
      shapeTree([
        ...decorations.map((one) =>
          one.thick
            ? drawnAround({ ...one, id: id++, thick: one.thick }, 'rect')
            : bar(id++, one.name, one.box, one.slot),
        ),
        ...(room === 0 ? [] : [prototype(id++, 'Title', title, prompt(prompts.title))]),
        ...bodies.map((holder) => prototype(id++, 'Text', holder, prompt(prompts.body))),
        ...wholeFoot(design, furniture).map((one) => furnitureXml(id++, one, design, words)),
      ]),
    ),
    element('p:clrMapOvr/a:masterClrMapping'),
  )
}
