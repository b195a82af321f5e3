import { element, type Xml } from '../xml.ts'
import type { Slot } from './design.ts'
import { type Box, emu } from './units.ts'

/** The namespaces of a part of a presentation. */
export const namespaces = {
  'xmlns:a': 'http://schemas.openxmlformats.org/drawingml/2006/main',
  'xmlns:r': 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  'xmlns:p': 'http://schemas.openxmlformats.org/presentationml/2006/main',
} as const

const presentation = 'application/vnd.openxmlformats-officedocument.presentationml'

/** Media types of the parts of a presentation. */
export const types = {
  presentation: `${presentation}.presentation.main+xml`,
  slide: `${presentation}.slide+xml`,
  layout: `${presentation}.slideLayout+xml`,
  master: `${presentation}.slideMaster+xml`,
  notes: `${presentation}.notesSlide+xml`,
  notesMaster: `${presentation}.notesMaster+xml`,
  properties: `${presentation}.presProps+xml`,
  tableStyles: `${presentation}.tableStyles+xml`,
  tags: `${presentation}.tags+xml`,
  theme: 'application/vnd.openxmlformats-officedocument.theme+xml',
} as const

/** A colour of the theme. */
export const colour = (slot: Slot, ...changes: readonly Xml[]): Xml =>
  element('a:schemeClr', { val: slot }, changes)

export const fill = (slot: Slot, ...changes: readonly Xml[]): Xml =>
  element('a:solidFill', colour(slot, ...changes))

export const transform = (name: 'a:xfrm' | 'p:xfrm', { x, y, width, height }: Box): Xml =>
  element(
    name,
    element('a:off', { x: emu(x), y: emu(y) }),
    element('a:ext', { cx: emu(width), cy: emu(height) }),
  )

/** The tree of shapes of a slide, a layout or a master. */
export const shapeTree = (shapes: readonly Xml[]): Xml =>
  element(
    'p:spTree',
    element(
      'p:nvGrpSpPr',
      element('p:cNvPr', { id: 1, name: '' }),
      element('p:cNvGrpSpPr'),
      element('p:nvPr'),
    ),
    element(
      'p:grpSpPr/a:xfrm',
      element('a:off', { x: 0, y: 0 }),
      element('a:ext', { cx: 0, cy: 0 }),
      element('a:chOff', { x: 0, y: 0 }),
      element('a:chExt', { cx: 0, cy: 0 }),
    ),
    shapes,
  )
