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

export const noLine = element('a:ln/a:noFill')

/** Where a shape of that form stands, and how it looks. */
export const placed = (
  box: Box,
  form: 'rect' | 'ellipse',
  ...look: readonly (Xml | null)[]
): readonly Xml[] => [
  transform('a:xfrm', box),
  element('a:prstGeom', { prst: form }, element('a:avLst')),
  ...look.filter((one) => one !== null),
]

/** A shape: for a placeholder what it holds and may not do, its place and look, its words. */
export function shapeXml(
  {
    id,
    name,
    holder,
    locks = { noGrp: true },
    isText,
    look = [],
  }: Shape & {
    readonly holder?: Xml
    readonly locks?: Readonly<Record<string, boolean>>
    readonly isText?: boolean
    readonly look?: readonly Xml[]
  },
  words: Xml | null = null,
): Xml {
  return element(
    'p:sp',
    element(
      'p:nvSpPr',
      element('p:cNvPr', { id, name }),
      element('p:cNvSpPr', { txBox: isText }, holder ? element('a:spLocks', locks) : null),
      element('p:nvPr', holder ?? null),
    ),
    element('p:spPr', look),
    words,
  )
}

/** Words in a placeholder of the layout, from which they have place and look unless `box` gives another place. */
export const held = (
  { holder, box, ...shape }: Shape & { readonly holder: Pick<Holder, 'type' | 'index'>; readonly box?: Box },
  words: Xml,
): Xml => shapeXml({ ...shape, holder: holderXml(holder), look: box ? placed(box, 'rect') : [] }, words)

/** A box of a slide's own. */
export const boxed = (
  { box, ground, ...shape }: Shape & { readonly box: Box; readonly ground?: Slot; readonly isText?: boolean },
  words: Xml,
): Xml =>
  shapeXml(
    { ...shape, look: placed(box, 'rect', ground ? fill(ground) : element('a:noFill'), noLine) },
    words,
  )

/** A filled rectangle without words: a rule, a bar, a band. */
export const bar = (id: number, name: string, box: Box, slot: Slot, ...changes: readonly Xml[]): Xml =>
  shapeXml({ id, name, look: placed(box, 'rect', fill(slot, ...changes), noLine) })

/** A rectangle or a circle that is drawn around, as thick as told. */
export const drawnAround = (
  { box, slot, thick, ...shape }: Shape & { readonly box: Box; readonly slot: Slot; readonly thick: number },
  form: 'rect' | 'ellipse',
): Xml =>
  shapeXml({
    ...shape,
    look: placed(
      box,
      form,
      form === 'ellipse' ? fill(slots.paper) : element('a:noFill'),
      element('a:ln', { w: emu(thick) }, fill(slot)),
    ),
  })

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
    element(
      'p:nvPicPr',
      element('p:cNvPr', { id, name, descr: description }),
      element('p:cNvPicPr/a:picLocks', { noChangeAspect: true }),
      element('p:nvPr'),
    ),
    element('p:blipFill', element('a:blip', { 'r:embed': embed }), element('a:stretch/a:fillRect')),
    element('p:spPr', placed(box, 'rect')),
  )
}
