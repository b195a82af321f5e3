import { edges } from './words.ts'

/** Words as they are in one place and in another; '' where they are not. */
export interface Wording {
  readonly before: string
  readonly after: string
}

/** How much is shown of what two wordings have in common, and of what they have not, in characters. */
const around = 12
const most = 80

/** Where two long wordings differ, each with a little of what stands around it. */
export function whereTheyDiffer({ before, after }: Wording): Wording {
  const [one, other] = [before, after].map((text) => text.replace(/\s+/gu, ' ').trim())
  if (!one || !other) return { before: shortened(one ?? ''), after: shortened(other ?? '') }
  const { from, behind } = edges(one, other)
  const [first, last] = [Math.max(0, from - around), Math.max(0, behind - around)]
  const part = (text: string): string =>
    `${first > 0 ? '…' : ''}${shortened(text.slice(first, text.length - last))}${last > 0 ? '…' : ''}`
  return { before: part(one), after: part(other) }
}

const shortened = (text: string): string =>
  text.length > most ? `${text.slice(0, most / 2)} … ${text.slice(-most / 2)}` : text
