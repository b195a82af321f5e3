/**
 * The forms that a person may give a slide of points, by their classes; '' is the plain list. Marked is whether the
 * points can be told from each other in a small picture of it, by which it is then chosen.
 */
export const offered = {
  '': true,
  panels: true,
  steps: true,
  cards: true,
  contrast: true,
  figures: true,
  timeline: true,
  definition: true,
  statement: true,
  demand: true,
  article: false,
  divider: false,
} as const

export type OfferedLayout = keyof typeof offered

const isOffered = (name: string): name is OfferedLayout => Object.hasOwn(offered, name)

/** Their names, in the order in which they are offered. */
export const offeredLayouts: readonly OfferedLayout[] = Object.keys(offered).filter(isOffered)
