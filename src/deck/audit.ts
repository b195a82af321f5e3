import type { Place } from '../fault.ts'
import { plainText } from '../markdown/plain-text.ts'
import type { Deck } from './load.ts'

/** Something in a deck that its document does not say, or says and the deck does not. */
export interface Finding {
  readonly place: Place
  readonly message: string
}

const bare = (text: string): string => text.replace(/\s+/gu, '')

/**
 * Compares a deck with its document: the notes, each paragraph once and in order, must give the document back, and
 * every heading and point must stand in the notes of its own slide. White space does not count.
 */
export function auditDeck(deck: Deck, document: string): Finding[] {
  const findings: Finding[] = []
  const wanted = bare(document)
  let read = 0
  let before = ''
  for (const { path, stacks } of deck.files)
    for (const { body, notes } of stacks.flat()) {
      const paragraphs = notes ? plainText(deck.parser, notes.text).blocks : []
      const whole = bare(paragraphs.map(({ text }) => text).join(''))
      const { blocks, classes } = plainText(deck.parser, body.text)
      if (!classes.includes('agenda') && !classes.includes('title'))
        for (const { kind, text, line } of blocks)
          if (kind !== 'paragraph' && !whole.includes(bare(text)))
            findings.push({
              place: { file: path, line: body.line + line },
              message: `"${text}" is not in the notes of its slide`,
            })
      if (!notes || !whole || whole === before) continue
      before = whole
      for (const { text, line } of paragraphs) {
        const said = bare(text)
        const place = { file: path, line: notes.line + line }
        const at = wanted.indexOf(said, read)
        if (at < 0)
          findings.push({
            place,
            message: `the notes say what the document does not: "${text.slice(0, 40)}"`,
          })
        else {
          if (at > read)
            findings.push({
              place,
              message: `missing before this: "${wanted.slice(read, Math.min(at, read + 40))}"`,
            })
          read = at + said.length
        }
      }
    }
  const last = deck.files.at(-1)
  if (read < wanted.length && last)
    findings.push({
      place: { file: last.path },
      message: `missing at the end: "${wanted.slice(read, read + 40)}"`,
    })
  return findings
}
