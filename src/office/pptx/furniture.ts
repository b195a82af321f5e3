import { shapeOf } from '../../deck/slide-size.ts'
import { layoutOf } from '../../layouts/index.ts'
import type { Layout } from '../../layouts/layout.ts'
import type { FooterItem } from '../../theme/office.ts'
import { type Design, type Slot, slots } from './design.ts'
import type { Holder } from './holder.ts'
import type { Box } from './units.ts'

/** What stands on a slide around what it says: the foot, the section's name above the heading, a section's number. */
export type Role = Exclude<FooterItem, 'logo'> | 'section' | 'ordinal' | 'extent'

/** A placeholder for it. */
export interface Furniture {
  readonly role: Role
  readonly holder: Holder
}

/** What each says on a slide; '' for nothing. The number is PowerPoint's to count. */
export type FurnitureTexts = Readonly<Record<Exclude<Role, 'number'>, string>>

/** Placeholders of text that PowerPoint has no kind for are known by their numbers, far from any that a template has. */
const numbers = { marking: 2001, title: 2002, section: 2003, ordinal: 2004, extent: 2005 } as const

export const isFurnitureNumber = (index: number): boolean =>
  Object.values(numbers).some((number) => number === index)

/** The placeholder for a role: PowerPoint's own kinds as far as it has them. @param hasUnit whether the foot names the unit */
function kindOf(role: Role, hasUnit: boolean): Pick<Holder, 'type' | 'index'> {
  if (role === 'date') return { type: 'dt', index: 10 }
  if (role === 'number') return { type: 'sldNum', index: 12 }
  if (role === 'unit' || (role === 'title' && !hasUnit)) return { type: 'ftr', index: 11 }
  return { type: 'body', index: numbers[role] }
}

/** Type of a foot, and between two things that stand beside each other, as on the page: src/client/styles/furniture.css. */
const size = 22
const gap = 20
const between = 32
/** The room that the number of a slide has. */
const numberWidth = 90
/** What has less than so much of the room that it needs is left out. */
const least = 0.8

/** How wide some words are at most: an ideograph as wide as it is high, a letter less, with the air beside it. */
const widthOf = (words: string): number =>
  [...words].reduce((sum, sign) => sum + (/[\u2e80-\uffff]/u.test(sign) ? 1 : 0.72), 1) * size

const plain = { mark: 'none', indent: 0 } as const

/** The foot of a slide, in the order that the theme gives it. @param isCover whether it stands on a cover's colour */
export function footFurniture(design: Design, isCover: boolean): readonly Furniture[] {
  const { foot, told, width, height, ratio } = design
  const inline = layoutOf([]).padding[shapeOf(ratio)]
  const [y, high] = [height - 54, 44]
  const whole = width - 2 * inline
  const items = foot.map((place) =>
    place.flatMap((role): { readonly role: FooterItem; readonly wide: number }[] => {
      const words = role === 'number' || role === 'logo' ? '' : told[role]
      if (role === 'logo') return design.logo ? [{ role, wide: design.logo.width }] : []
      return role === 'number' ? [{ role, wide: numberWidth }] : words ? [{ role, wide: widthOf(words) }] : []
    }),
  )
  const wide = (place: (typeof items)[number] = []): number =>
    Math.max(
      0,
      place.reduce((sum, one) => sum + one.wide + gap, -gap),
    )
  const [left = 0, middle = 0, right = 0] = items.map(wide)
  // The middle is the slide's, where both sides have room beside it; else one place stands behind the other.
  const side = (whole - middle) / 2 - between
  const isInMiddle = shapeOf(ratio) === 'wide' && left <= side && right <= side
  const second = isInMiddle ? (width - middle) / 2 : inline + left + (left ? between : 0)
  const third = second + middle + (middle ? between : 0)
  const starts = [inline, second, Math.max(third, width - inline - right)]
  const hasUnit = foot.flat().includes('unit')
  return items.flatMap((place, at) => {
    const align = (['l', 'ctr', 'r'] as const)[at] ?? 'l'
    let x = starts[at] ?? inline
    // What is told at the right is told as far as there is room for it; how many slides there are always.
    let spare = at === 2 ? Math.min(0, width - inline - x - right) : 0
    return place.flatMap(({ role, wide: natural }): Furniture[] => {
      const own = role === 'number' ? natural : Math.max(0, natural + spare)
      spare += natural - own
      const box: Box = { x, y, width: own, height: high }
      x += own + gap
      if (role === 'logo' || own < natural * least) return []
      const slot = slotOf(role, isCover)
      const levels = [{ ...plain, size, slot, align, ...(role === 'marking' ? { bold: true } : {}) }]
      return [{ role, holder: { ...kindOf(role, hasUnit), box, anchor: 'ctr', levels } }]
    })
  })
}

function slotOf(role: Role, isCover: boolean): Slot {
  if (isCover) return slots.coverGold
  return role === 'number' ? slots.ink : role === 'marking' ? slots.heading : slots.muted
}

/** Where the logo stands in the foot; null where the deck has none, or its theme shows none. */
export function logoBox(design: Design): Box | null {
  const { foot, logo, told, width, height, ratio } = design
  const at = foot.findIndex((place) => place.includes('logo'))
  if (!logo || at < 0) return null
  const inline = layoutOf([]).padding[shapeOf(ratio)]
  const before = (foot[at] ?? []).slice(0, foot[at]?.indexOf('logo'))
  const said = before.reduce(
    (sum, role) =>
      sum + (role === 'number' || role === 'logo' ? 0 : told[role] ? widthOf(told[role]) + gap : 0),
    0,
  )
  const y = height - 54 + (44 - logo.height) / 2
  const x = at === 0 ? inline + said : at === 1 ? (width - logo.width) / 2 : width - inline - logo.width
  return { x, y, ...logo }
}

/** The name of the section that a slide stands in, above its heading. */
export function sectionFurniture({ padding }: Pick<Layout, 'padding'>, design: Design): Furniture {
  const inline = padding[shapeOf(design.ratio)]
  return {
    role: 'section',
    holder: {
      type: 'body',
      index: numbers.section,
      box: { x: inline, y: 14, width: design.width - 2 * inline, height: 34 },
      anchor: 'b',
      levels: [{ ...plain, size, slot: slots.gold, align: 'l' }],
    },
  }
}

/** Where a section begins, its number, large, and how many slides and minutes it is. @param x of its words */
export function dividerFurniture(
  x: number,
  { width, height }: Design,
  ink: Slot,
  second: Slot,
): readonly Furniture[] {
  const wide = width - 2 * x
  return [
    {
      role: 'ordinal',
      holder: {
        type: 'body',
        index: numbers.ordinal,
        box: { x: x + wide - 320, y: height - 468, width: 320, height: 264 },
        anchor: 'b',
        levels: [
          { ...plain, size: 220, slot: ink, alpha: 0.16, align: 'r', bold: true, face: 'major', line: 0.9 },
        ],
      },
    },
    {
      role: 'extent',
      holder: {
        type: 'body',
        index: numbers.extent,
        box: { x, y: height - 208, width: wide * 0.7, height: 46 },
        anchor: 'ctr',
        levels: [{ ...plain, size: 30, slot: second, align: 'l' }],
      },
    },
  ]
}

/** The imprint of a cover: how it may be passed on at the top left, below its title who holds the meeting and when. */
export function coverFurniture(
  { width, height }: Design,
  { x, width: wide }: Pick<Box, 'x' | 'width'>,
  align: 'l' | 'ctr',
  slot: Slot,
): readonly Furniture[] {
  const line = (role: 'unit' | 'date', y: number): Furniture => ({
    role,
    holder: {
      ...kindOf(role, true),
      box: { x, width: wide, y, height: 40 },
      anchor: 'b',
      levels: [{ ...plain, size: 28, align, slot }],
    },
  })
  return [
    {
      role: 'marking',
      holder: {
        type: 'body',
        index: numbers.marking,
        box: { x: 76, y: 58, width: width / 2, height: 42 },
        anchor: 'ctr',
        levels: [{ ...plain, size: 26, slot, bold: true, align: 'l' }],
      },
    },
    line('unit', height - 184),
    line('date', height - 144),
  ]
}
