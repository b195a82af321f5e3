import type { FooterItem } from './office.ts'

/** What decides what a slide's foot says. */
export interface FootSettings {
  readonly footer?: readonly (readonly FooterItem[])[] | undefined
  readonly unit?: string
  readonly date?: string
  readonly marking?: string
}

/** What stands at the left, in the middle and at the right: as the theme orders it, else by what the deck tells of itself. */
export function footOf({ footer, unit, date, marking }: FootSettings): readonly (readonly FooterItem[])[] {
  if (footer) return footer
  if (!unit && !date) return [['logo', 'title'], ['marking'], ['number']]
  return [
    ['logo', 'unit', 'date'],
    [marking ? 'marking' : 'title'],
    marking ? ['title', 'number'] : ['number'],
  ]
}
