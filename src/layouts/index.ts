import { agenda } from './agenda/index.ts'
import { article } from './article/index.ts'
import { cards } from './cards/index.ts'
import { closing } from './closing/index.ts'
import { code } from './code/index.ts'
import { contrast } from './contrast/index.ts'
import { definition } from './definition/index.ts'
import { demand } from './demand/index.ts'
import { divider } from './divider/index.ts'
import { figures } from './figures/index.ts'
import { image } from './image/index.ts'
import type { Choice, Layout, Matter } from './layout.ts'
import { list } from './list/index.ts'
import { panels } from './panels/index.ts'
import { quotation } from './quotation/index.ts'
import { recap } from './recap/index.ts'
import { statement } from './statement/index.ts'
import { steps } from './steps/index.ts'
import { table } from './table/index.ts'
import { timeline } from './timeline/index.ts'
import { title } from './title/index.ts'

/** All forms of slides. Of those that points lead to, the ones that say more of what is said come first. */
export const layouts: readonly Layout[] = [
  quotation,
  steps,
  panels,
  timeline,
  figures,
  definition,
  contrast,
  demand,
  statement,
  cards,
  list,
  article,
  table,
  image,
  code,
  title,
  agenda,
  recap,
  divider,
  closing,
]

const byName = new Map(layouts.map((layout) => [layout.name, layout]))

/** The layout that a slide's classes name. */
export function layoutOf(classes: readonly string[]): Layout {
  for (const name of classes) {
    const found = byName.get(name)
    if (found) return found
  }
  return list
}

/** A form that some points may have. */
export interface Form extends Pick<Choice, 'arrangement'> {
  readonly name: string
}

/** The forms that points may have, the best first. */
export function formsOf(matter: Matter): readonly Form[] {
  const all = layouts.flatMap(({ name, choose }) => {
    const choice = choose?.(matter)
    return choice ? [{ name, ...choice }] : []
  })
  return [...all.filter(({ isSecond }) => !isSecond), ...all.filter(({ isSecond }) => isSecond)]
}
