import { slideSize } from '../../deck/slide-size.ts'
import type { Node } from '../../markdown/html-tree.ts'
import { paragraphsOf } from '../content/paragraphs.ts'
import type { OfficeWords } from '../words.ts'
import { element, type Xml } from '../xml.ts'
import { type Design, slots } from './design.ts'
import { held, holderXml } from './shapes.ts'
import { paragraphXml, type TextContext, textBody } from './text.ts'
import { levels } from './text-style.ts'
import { colourMap } from './theme.ts'
import type { Box } from './units.ts'
import { fill, namespaces, shapeTree, transform } from './vocabulary.ts'

/** Of notes pages: A4 upright, in CSS pixels. */
export const notesSize = { width: 794, height: 1123 } as const

const margin = 75

/** Where a notes page shows its slide, and what is said with it. */
function places({ ratio }: Design): { readonly slide: Box; readonly words: Box } {
  const { width, height } = slideSize(ratio)
  const wide = notesSize.width - 2 * margin
  const high = Math.min((wide * height) / width, notesSize.height * 0.4)
  const shown = (high * width) / height
  const slide = { x: (notesSize.width - shown) / 2, y: margin, width: shown, height: high }
  const y = slide.y + high + 36
  return { slide, words: { x: margin, y, width: wide, height: notesSize.height - margin - y } }
}

const picture = (id: number, name: string, box: Box | null): Xml =>
  element(
    'p:sp',
    {},
    element(
      'p:nvSpPr',
      {},
      element('p:cNvPr', { id, name }),
      element('p:cNvSpPr', {}, element('a:spLocks', { noGrp: true, noRot: true, noChangeAspect: true })),
      element('p:nvPr', {}, element('p:ph', { type: 'sldImg' })),
    ),
    element(
      'p:spPr',
      {},
      box
        ? [
            transform('a:xfrm', box),
            element('a:prstGeom', { prst: 'rect' }, element('a:avLst')),
            element('a:noFill'),
            element('a:ln', { w: 12_700 }, fill(slots.line)),
          ]
        : null,
    ),
  )

/** The master of the notes pages. They are paper, whatever the slides are. */
export function notesMasterXml(design: Design, words: OfficeWords): Xml {
  const { slide, words: place } = places(design)
  return element(
    'p:notesMaster',
    namespaces,
    element(
      'p:cSld',
      {},
      element(
        'p:bg',
        {},
        element(
          'p:bgPr',
          {},
          element('a:solidFill', {}, element('a:srgbClr', { val: 'FFFFFF' })),
          element('a:effectLst'),
        ),
      ),
      shapeTree([
        picture(2, 'Slide', slide),
        element(
          'p:sp',
          {},
          element(
            'p:nvSpPr',
            {},
            element('p:cNvPr', { id: 3, name: 'Notes' }),
            element('p:cNvSpPr', {}, element('a:spLocks', { noGrp: true })),
            element('p:nvPr', {}, holderXml({ type: 'body', index: 1 }, { sz: 'quarter' })),
          ),
          element(
            'p:spPr',
            {},
            transform('a:xfrm', place),
            element('a:prstGeom', { prst: 'rect' }, element('a:avLst')),
          ),
          element(
            'p:txBody',
            {},
            element('a:bodyPr', { lIns: 0, tIns: 0, rIns: 0, bIns: 0 }),
            element('a:lstStyle'),
            element('a:p', {}, element('a:r', {}, element('a:t', {}, words.prompts.body))),
          ),
        ),
      ]),
    ),
    element('p:clrMap', colourMap({ ...design, palette: { ...design.palette, scheme: 'light' } })),
    element(
      'p:notesStyle',
      {},
      levels([
        { size: 18, line: 1.1, before: 6, face: 'minor' },
        { size: 18, indent: 24, mark: 'none', face: 'minor' },
      ]),
    ),
  )
}

/** The notes of a slide, each paragraph one of its own. */
export function notesXml(notes: readonly Node[], context: TextContext, words: OfficeWords): Xml {
  const text = paragraphsOf(notes).map((paragraph) =>
    paragraphXml({ ...paragraph, step: null }, context, { hasMarks: false }),
  )
  return element(
    'p:notes',
    namespaces,
    element(
      'p:cSld',
      {},
      shapeTree([
        picture(2, words.picture, null),
        held({ id: 3, name: words.notes, holder: { type: 'body', index: 1 } }, textBody('p:txBody', text)),
      ]),
    ),
    element('p:clrMapOvr', {}, element('a:masterClrMapping')),
  )
}
