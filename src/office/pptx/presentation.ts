import { guidOf } from '../guid.ts'
import { element, type Xml } from '../xml.ts'
import type { Design } from './design.ts'
import { notesSize } from './notes.ts'
import { levels } from './text-style.ts'
import { emu } from './units.ts'
import { namespaces } from './vocabulary.ts'

/** Slides that belong together, as PowerPoint's sections show them. */
export interface ShowSection {
  readonly name: string
  /** The numbers of its slides, from 1. */
  readonly slides: readonly number[]
}

/** A family that the file carries, by the relations to its faces. */
export interface EmbeddedFont {
  readonly name: string
  readonly regular: string
  readonly bold: string
}

/** Numbers of slides are from here on (ST_SlideId). */
export const firstSlideId = 256

/** What a presentation is made of: its master, its slides in order, its sections. */
export function presentationXml(
  { width, height }: Design,
  language: string,
  relations: {
    readonly masters: readonly { readonly id: number; readonly relation: string }[]
    readonly notesMaster: string
    readonly tags: string
    readonly slides: readonly string[]
    readonly fonts: readonly EmbeddedFont[]
  },
  sections: readonly ShowSection[],
): Xml {
  const { masters, notesMaster, slides, tags, fonts } = relations
  return element(
    'p:presentation',
    {
      ...namespaces,
      embedTrueTypeFonts: fonts.length ? true : undefined,
      saveSubsetFonts: true,
      autoCompressPictures: false,
    },
    element(
      'p:sldMasterIdLst',
      masters.map(({ id, relation }) => element('p:sldMasterId', { id, 'r:id': relation })),
    ),
    element('p:notesMasterIdLst/p:notesMasterId', { 'r:id': notesMaster }),
    slides.length
      ? element(
          'p:sldIdLst',
          slides.map((id, i) => element('p:sldId', { id: firstSlideId + i, 'r:id': id })),
        )
      : null,
    element('p:sldSz', { cx: emu(width), cy: emu(height) }),
    element('p:notesSz', { cx: emu(notesSize.width), cy: emu(notesSize.height) }),
    fonts.length
      ? element(
          'p:embeddedFontLst',
          fonts.map(({ name, regular, bold }) =>
            element(
              'p:embeddedFont',
              element('p:font', { typeface: name }),
              element('p:regular', { 'r:id': regular }),
              element('p:bold', { 'r:id': bold }),
            ),
          ),
        )
      : null,
    element('p:custDataLst/p:tags', { 'r:id': tags }),
    element(
      'p:defaultTextStyle',
      element('a:defPPr/a:defRPr', { lang: language }),
      levels([{ size: 24, isRoot: true, face: 'minor', slot: 'tx1' }]),
    ),
    sections.length > 1 ? element('p:extLst', sectionsXml(sections)) : null,
  )
}

/** [MS-PPTX] 2.6.20: sections came with PowerPoint 2010, so they stand in an extension. */
function sectionsXml(sections: readonly ShowSection[]): Xml {
  return element(
    'p:ext',
    { uri: '{521415D9-36F7-43E2-AB2F-B90AF26B5E84}' },
    element(
      'p14:sectionLst',
      { 'xmlns:p14': 'http://schemas.microsoft.com/office/powerpoint/2010/main' },
      sections.map(({ name, slides }, i) =>
        element(
          'p14:section',
          { name, id: guidOf(new TextEncoder().encode(`${i}\0${name}`)) },
          element(
            'p14:sldIdLst',
            slides.map((number) => element('p14:sldId', { id: firstSlideId + number - 1 })),
          ),
        ),
      ),
    ),
  )
}
