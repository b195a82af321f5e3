import type { Document, SourceText } from '../document/index.ts'
import { type KeyPointOptions, keyPoints } from '../keypoints/index.ts'
import { composeDeck } from './compose/compose.ts'
import type { DraftDeck } from './draft.ts'
import { withLeftOut } from './left-out.ts'

/** The deck that a document makes: its key points, and a word wherever something of it could not be read. Pure. */
export function draftOf(source: SourceText, document: Document, options: KeyPointOptions = {}): DraftDeck {
  const { points } = options
  const found = keyPoints(document, options)
  return withLeftOut(composeDeck(document, found, points === undefined ? {} : { points }), source)
}
