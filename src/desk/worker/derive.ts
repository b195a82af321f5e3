import { newDeckFiles } from '../../deck/deck-files.ts'
import { deckNameOf, refuseDeckName } from '../../deck/deck-name.ts'
import { draftOf } from '../../deck/derive.ts'
import { leftOutPlaces } from '../../deck/left-out.ts'
import { deckMarkdown } from '../../deck/markdown.ts'
import { sourceFiles } from '../../deck/source-files.ts'
import { outline, readDocument } from '../../document/index.ts'
import { Fault } from '../../fault.ts'
import type { Work } from '../messages.ts'
import { readCarried } from './read-carried.ts'

/** A larger document is refused as on the command line: bytes. */
const largest = 20 * 1024 * 1024

export async function derive({ name, bytes }: Work['derive']['asked']): Promise<Work['derive']['answer']> {
  if (bytes.length > largest) throw new Fault((say) => say.tooLarge, { file: name })
  const source = await readDocument({ name, bytes }, readCarried)
  const draft = draftOf(source, outline(source))
  const slug = deckNameOf(name.replace(/\.[^.]*$/, ''))
  refuseDeckName(slug)
  return {
    slug,
    files: newDeckFiles(deckMarkdown(draft), sourceFiles(bytes, source)),
    told: leftOutPlaces(source, draft.language, slug),
  }
}
