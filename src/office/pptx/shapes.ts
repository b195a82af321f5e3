import { element, type Xml } from '../xml.ts'
import { type Slot, slots } from './design.ts'
import type { Holder } from './holder.ts'
import { type Box, emu } from './units.ts'
import { fill, transform } from './vocabulary.ts'

/** What every shape has. */
interface Shape {
  readonly id: number
  /** As PowerPoint's list of what is on a slide shows it. */
  readonly name: string
}

/** Whether a placeholder is named by its kind alone, or by its number too. */
const isNumbered = ({ type }: Pick<Holder, 'type'>): boolean => type !== 'title' && type !== 'ctrTitle'

export const holderXml = (
  holder: Pick<Holder, 'type' | 'index'>,
  more: Readonly<Record<string, string>> = {},
): Xml =>
  element('p:ph', {
    type: holder.type === 'obj' ? undefined : holder.type,
    ...more,
    idx: isNumbered(holder) ? holder.index : undefined,
  })

/** Words in a placeholder of the layout, from which they have place and look unless `box` gives another place. */
export function held(
  { id, name, holder, box }: Shape & { readonly holder: Pick<Holder, 'type' | 'index'>; readonly box?: Box },
  words: Xml,
): Xml {
  return element(
    'p:sp',
    {},
    element(
      'p:nvSpPr',
      {},
      element('p:cNvPr', { id, name }),
      element('p:cNvSpPr', {}, element('a:spLocks', { noGrp: true })),
      element('p:nvPr', {}, holderXml(holder)),
    ),
    element(
      'p:spPr',
      {},
      box ? [transform('a:xfrm', box), element('a:prstGeom', { prst: 'rect' }, element('a:avLst'))] : null,
    ),
    words,
  )
}

/** A box of a slide's own. */
export function boxed(
  {
    id,
    name,
    box,
    ground,
    isText,
  }: Shape & {
    readonly box: Box
    readonly ground?: Slot
    readonly isText?: boolean
  },
  words: Xml,
): Xml {
  return element(
    'p:sp',
    {},
    element(
      'p:nvSpPr',
      {},
      element('p:cNvPr', { id, name }),
      element('p:cNvSpPr', { txBox: isText }),
      element('p:nvPr'),
    ),
    element(
      'p:spPr',
      {},
      transform('a:xfrm', box),
      element('a:prstGeom', { prst: 'rect' }, element('a:avLst')),
      ground ? fill(ground) : element('a:noFill'),
      element('a:ln', {}, element('a:noFill')),
    ),
    words,
  )
}

/** A round mark on a line. */
export function ring({ id, name, box, slot }: Shape & { readonly box: Box; readonly slot: Slot }): Xml {
  return element(
    'p:sp',
    {},
    element('p:nvSpPr', {}, element('p:cNvPr', { id, name }), element('p:cNvSpPr'), element('p:nvPr')),
    element(
      'p:spPr',
      {},
      transform('a:xfrm', box),
      element('a:prstGeom', { prst: 'ellipse' }, element('a:avLst')),
      fill(slots.paper),
      element('a:ln', { w: emu(box.width / 5) }, fill(slot)),
    ),
  )
}

/** A picture. @param embed the relation to its file */
export function pictureXml({
  id,
  name,
  box,
  embed,
  description,
}: Shape & { readonly box: Box; readonly embed: string; readonly description: string }): Xml {
  return element(
    'p:pic',
    {},
    element(
      'p:nvPicPr',
      {},
      element('p:cNvPr', { id, name, descr: description }),
      element('p:cNvPicPr', {}, element('a:picLocks', { noChangeAspect: true })),
      element('p:nvPr'),
    ),
    element(
      'p:blipFill',
      {},
      element('a:blip', { 'r:embed': embed }),
      element('a:stretch', {}, element('a:fillRect')),
    ),
    element(
      'p:spPr',
      {},
      transform('a:xfrm', box),
      element('a:prstGeom', { prst: 'rect' }, element('a:avLst')),
    ),
  )
}
