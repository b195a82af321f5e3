import { isAdoption, isOffice, kindOf } from '../../document/kinds.ts'
import type { DeckState } from '../deck-state.ts'
import { partsOf } from '../slide-parts.ts'
import { editPart } from './edit-part.ts'
import { setSetting } from './set-setting.ts'

/** Who a deck is from, and when. */
export type ImprintName = 'unit' | 'date'

/** A line of the cover, by its place among the parts of the slide. */
interface CoverLine {
  readonly id: number
  readonly part: number
  readonly text: string
}

/** Where the cover says it by words of its own, as it was derived; null where it does not. */
function coverLine({ files }: DeckState, name: ImprintName): CoverLine | null {
  const [file] = files
  const cover = file?.slides[0]
  if (!file || !cover) return null
  const { parts, classes } = partsOf(cover, file)
  if (!classes.includes('title')) return null
  const part = parts.findIndex(({ kind, text }) => kind === 'paragraph' && says[name](text.trim()))
  const text = parts[part]?.text.trim()
  return text ? { id: cover.id, part, text } : null
}

/** When a law was adopted is no date of the deck. */
const says: Readonly<Record<ImprintName, (line: string) => boolean>> = {
  unit: isOffice,
  date: (line) => kindOf(line) === 'date' && !isAdoption(line),
}

/** What the cover says by words of its own; '' for nothing. */
export const imprintOnCover = (state: DeckState, name: ImprintName): string =>
  coverLine(state, name)?.text ?? ''

/**
 * Sets who a deck is from, or when, in place of what its cover says.
 *
 * @param value null to take it out
 * @throws Fault with the line of front matter that is no list of settings
 */
export function setImprint(state: DeckState, name: ImprintName, value: string | null): DeckState {
  const line = coverLine(state, name)
  return setSetting(line ? editPart(state, line.id, line.part, '') : state, name, value)
}
