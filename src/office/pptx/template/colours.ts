import { childValue, descend, type XmlElement } from '../../../document/readers/xml.ts'
import { type Colour, contrast } from '../../../theme/colour.ts'
import { type Design, type Slot, slots } from '../design.ts'

/** Which colours of a theme serve as ours. */
export type Serving = Pick<
  Design,
  'surface' | 'surfaceInk' | 'muted' | 'ink' | 'accent' | 'gold' | 'headingInk' | 'onAccent'
>

/** Contrast of text, and of large text and of what is drawn: https://www.w3.org/TR/WCAG22/#contrast-minimum */
const [ofText, ofLarge] = [4.5, 3]

const textSlots: readonly Slot[] = ['tx1', 'bg1', 'tx2', 'bg2']
const strongSlots: readonly Slot[] = ['accent1', 'accent2', 'accent3', 'accent4', 'accent5', 'accent6', 'tx2']

/**
 * Which of a template's colours serve as ours: those that are read on its paper and on the ground of our boxes.
 *
 * @param paper what its slides stand on; null where that is not known
 * @param own the colour that its text has
 */
export function servingSlots(
  ofRole: (role: string) => Colour | null,
  paper: Colour | null,
  own: Slot,
): Serving {
  const reads = (one: Slot, other: Colour | null, least: number): boolean => {
    const colour = ofRole(one)
    return colour === null || other === null || contrast(colour, other) >= least
  }
  const inkOn = (ground: Colour | null): Slot | undefined =>
    [own, ...textSlots].find((slot) => reads(slot, ground, ofText))
  const ink = inkOn(paper) ?? own
  const surface =
    [slots.surface, slots.paper].find((slot) => inkOn(ofRole(slot)) !== undefined) ?? slots.paper
  const ground = ofRole(surface)
  const surfaceInk = inkOn(ground) ?? slots.ink
  const onBoxes = strongSlots.filter((slot) => reads(slot, ground, ofLarge))
  const onBoth = onBoxes.filter((slot) => reads(slot, paper, ofLarge))
  const [accent = surfaceInk, gold = accent] = onBoth.length ? onBoth : onBoxes
  return {
    surface,
    surfaceInk,
    ink,
    muted: ink,
    accent,
    gold,
    headingInk: reads(slots.heading, ground, ofText) ? slots.heading : surfaceInk,
    onAccent: [slots.paper, ...textSlots].find((slot) => reads(slot, ofRole(accent), ofLarge)) ?? slots.paper,
  }
}

/** The colour of the theme that text of a level has; null for any other. */
export function slotOfLevel(level: XmlElement | undefined): Slot | null {
  const value = childValue(descend(level, 'defRPr', 'solidFill'), 'schemeClr')
  return textSlots.find((slot) => slot === value) ?? null
}
