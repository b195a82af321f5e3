import { basename } from 'node:path'
import { formatPlace, type Remark } from '../fault.ts'
import { wordsFor } from '../words.ts'

const mostNames = 12

/** Remarks on a deck as lines behind their places; slides that hold too much, where there are several, in one line. */
export function remarkLines(remarks: readonly Remark[], language: string): string[] {
  const line = ({ place, message }: Remark): string => `${formatPlace(place)}: ${message}`
  const [first, ...others] = remarks.filter(({ isTight }) => isTight)
  if (!first || others.length === 0) return remarks.map(line)
  const names = others
    .slice(0, mostNames)
    .map(({ place }) => formatPlace({ ...place, file: basename(place.file) }))
  const more = others.length > mostNames ? ' …' : ''
  const message = wordsFor(language).remarks.tight(others.length + 1, names.join(' ') + more)
  return [...remarks.filter(({ isTight }) => !isTight), { ...first, message }].map(line)
}
