import { stringify } from 'yaml'
import type { DraftDeck, DraftSlide } from './compose.ts'
import { escapeMarkdown } from './escape.ts'

/** The Markdown files of a derived deck, by name; the first one carries the deck's settings. */
export function deckMarkdown(deck: DraftDeck): ReadonlyMap<string, string> {
  const settings = `---\n${stringify({ title: deck.title, lang: deck.language, incremental: true }, { lineWidth: 0 })}---\n\n`
  return new Map(
    deck.files.map((file, i) => [
      file.name,
      (i === 0 ? settings : '') + file.slides.map(slideMarkdown).join('\n---\n\n'),
    ]),
  )
}

function slideMarkdown({ layout, heading, level, lead, points, notes }: DraftSlide): string {
  const line = (words: string): string => escapeMarkdown(words.replace(/\s*\n\s*/g, ' '))
  const parts = [
    layout && `<!-- .slide: class="${layout}" -->`,
    heading && `${'#'.repeat(level)} ${line(heading)}`,
    lead && line(lead),
    points.map((point) => `- ${line(point)}`).join('\n'),
    notes.length && `Note:\n${notes.map(escapeMarkdown).filter(Boolean).join('\n\n')}`,
  ]
  return `${parts.filter(Boolean).join('\n\n')}\n`
}
