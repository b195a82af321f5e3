import type { Colour } from '../../theme/colour.ts'
import type { Faces } from '../windows-faces.ts'
import { element, type Xml } from '../xml.ts'
import type { Design } from './design.ts'
import { namespaces } from './vocabulary.ts'

/** The theme of a design: its colours and faces by the names that everything else uses. */
export function themeXml({ name, palette, heading, text }: Design): Xml {
  const rgb = (slot: string, colour: Colour): Xml =>
    element(`a:${slot}`, element('a:srgbClr', { val: colour.slice(1).toUpperCase() }))
  // dk1 is dark and lt1 light in every theme, as PowerPoint has it; the master says which of them is paper.
  const isLight = palette.scheme === 'light'
  const [dark, light] = isLight ? [palette.ink, palette.paper] : [palette.paper, palette.ink]
  const [dark2, light2] = isLight ? [palette.heading, palette.surface] : [palette.surface, palette.heading]
  const phColour = element('a:schemeClr', { val: 'phClr' })
  const solid = element('a:solidFill', phColour)
  const lines = [6350, 12700, 19050].map((w) =>
    element(
      'a:ln',
      { w, cap: 'flat', cmpd: 'sng', algn: 'ctr' },
      solid,
      element('a:prstDash', { val: 'solid' }),
    ),
  )
  const noEffect = element('a:effectStyle/a:effectLst')
  return element(
    'a:theme',
    { 'xmlns:a': namespaces['xmlns:a'], name },
    element(
      'a:themeElements',
      element(
        'a:clrScheme',
        { name },
        rgb('dk1', dark),
        rgb('lt1', light),
        rgb('dk2', dark2),
        rgb('lt2', light2),
        rgb('accent1', palette.accent),
        rgb('accent2', palette.gold),
        rgb('accent3', palette.line),
        rgb('accent4', palette.muted),
        rgb('accent5', palette.cover),
        rgb('accent6', palette['cover-gold']),
        rgb('hlink', palette.accent),
        rgb('folHlink', palette.muted),
      ),
      element('a:fontScheme', { name }, fonts('a:majorFont', heading), fonts('a:minorFont', text)),
      element(
        'a:fmtScheme',
        { name },
        element('a:fillStyleLst', solid, solid, solid),
        element('a:lnStyleLst', lines),
        element('a:effectStyleLst', noEffect, noEffect, noEffect),
        element('a:bgFillStyleLst', solid, solid, solid),
      ),
    ),
  )
}

const fonts = (name: string, { latin, ideographs }: Faces): Xml =>
  element(
    name,
    element('a:latin', { typeface: latin }),
    element('a:ea', { typeface: ideographs }),
    element('a:cs', { typeface: '' }),
  )

/** Which colours of the theme are paper and ink. */
export const colourMap = ({ palette: { scheme } }: Design): Readonly<Record<string, string>> => ({
  ...(scheme === 'light'
    ? { bg1: 'lt1', tx1: 'dk1', bg2: 'lt2', tx2: 'dk2' }
    : { bg1: 'dk1', tx1: 'lt1', bg2: 'dk2', tx2: 'lt2' }),
  accent1: 'accent1',
  accent2: 'accent2',
  accent3: 'accent3',
  accent4: 'accent4',
  accent5: 'accent5',
  accent6: 'accent6',
  hlink: 'hlink',
  folHlink: 'folHlink',
})
