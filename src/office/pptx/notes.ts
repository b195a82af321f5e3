import { slideSize } from '../../deck/slide-size.ts'
import type { Node } from '../../markdown/html-tree.ts'
import { paragraphsOf } from '../content/paragraphs.ts'
import type { OfficeWords } from '../words.ts'
import { element, type Xml } from '../xml.ts'
import { type Design, slots } from './design.ts'
import { held, holderXml, placed, shapeXml } from './shapes.ts'
import { noInset, paragraphXml, type TextContext, textBody } from './text.ts'
import { levels } from './text-style.ts'
import { colourMap } from './theme.ts'
import type { Box } from './units.ts'
import { fill, namespaces, shapeTree } from './vocabulary.ts'

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
  shapeXml({
    id,
    name,
    holder: element('p:ph', { type: 'sldImg' }),
    locks: { noGrp: true, noRot: true, noChangeAspect: true },
    look: box
      ? placed(box, 'rect', element('a:noFill'), element('a:ln', { w: 12_700 }, fill(slots.line)))
      : [],
  })

/** The master of the notes pages. They are paper, whatever the slides are. */
export function notesMasterXml(design: Design, words: OfficeWords): Xml {
  const { slide, words: place } = places(design)
  return element(
    'p:notesMaster',
    namespaces,
    element(
      'p:cSld',
      element('p:bg/p:bgPr', element('a:solidFill/a:srgbClr', { val: 'FFFFFF' }), element('a:effectLst')),
      shapeTree([
        picture(2, 'Slide', slide),
        shapeXml(
          {
            id: 3,
            name: 'Notes',
            holder: holderXml({ type: 'body', index: 1 }, { sz: 'quarter' }),
            look: placed(place, 'rect'),
          },
          textBody([element('a:p/a:r/a:t', words.prompts.body)], {
            inset: noInset,
          }),
        ),
      ]),
    ),
    element('p:clrMap', colourMap({ ...design, palette: { ...design.palette, scheme: 'light' } })),
    element(
      'p:notesStyle',
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
      shapeTree([
        picture(2, words.picture, null),
        held({ id: 3, name: words.notes, holder: { type: 'body', index: 1 } }, textBody(text)),
      ]),
    ),
    element('p:clrMapOvr/a:masterClrMapping'),
  )
}
