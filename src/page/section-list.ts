import { bare } from '../deck/audit/compare.ts'
import type { Deck } from '../deck/deck.ts'
import { type Numbering, numberingAt } from '../document/numbering.ts'
import type { SlideSource } from '../markdown/cut.ts'
import { visibleText } from '../markdown/visible-text.ts'
import { signs, type Words } from '../words.ts'
import { escapeHtml } from './escape-html.ts'

const has = (name: string, { body }: SlideSource): boolean =>
  new RegExp(`<!--\\s*\\.slide:[^>]*\\b${name}\\b`).test(body.text)

/** The sections of a deck, as its agenda names them; none without an agenda. */
export function agendaOf({ files, parser }: Deck): readonly string[] {
  return files
    .flatMap(({ stacks }) => stacks.flat())
    .filter((slide) => has('agenda', slide))
    .flatMap(({ body }) => visibleText(parser, body.text, 'body').blocks)
    .flatMap(({ kind, text }) => (kind === 'item' ? [text] : []))
}

/** As the title of a section is numbered: A rather than 1. */
const lettered: ReadonlySet<string> = new Set(['letter', 'bracketed-letter'])

/**
 * The number of each section: the document's own, in figures, and '' for one that it does not number (前言, Introduction);
 * where it numbers none, their places in the agenda.
 */
function numbersOf(agenda: readonly string[]): readonly string[] {
  const found = agenda.map((section) => numberingAt(section, 0))
  const follows = (one: Numbering | null | undefined, other: Numbering | null | undefined): boolean =>
    one?.system === other?.system && other?.value === (one?.value ?? 0) + 1
  const own = found.map((one, i) => {
    if (!one || (one.doubtful && !follows(found[i - 1], one) && !follows(one, found[i + 1]))) return ''
    const [letter] = lettered.has(one.system) ? (/[A-Za-z]/.exec(agenda[i] ?? '') ?? []) : []
    return letter ?? String(one.value)
  })
  return own.some(Boolean) ? own : agenda.map((_, i) => String(i + 1))
}

/** How the strip of sections begins. */
const strip = '<ol class="sections"'

/**
 * What stands on the title of a section that begins: its number, large, and a strip of all sections, this one marked,
 * so that the people in the room see where they are. '' for every other slide.
 */
export function sectionList(slide: SlideSource, agenda: readonly string[], { parser }: Deck): string {
  if (agenda.length < 2 || !has('divider', slide)) return ''
  const [heading, ...others] = visibleText(parser, slide.body.text, 'body').blocks
  const current = agenda.findIndex((section) => bare(section) === bare(heading?.text ?? ''))
  if (current < 0 || others.length > 0) return ''
  const numbers = numbersOf(agenda)
  const number = (numbers[current] ?? '').replace(/^\d$/, '0$&')
  const items = agenda.map((section, i) => {
    const marks =
      i === current ? ' class="current" aria-current="step"' : i < current ? ' class="passed"' : ''
    return `<li${marks} title="${escapeHtml(section)}">${numbers[i] ?? ''}</li>`
  })
  return `${strip} data-number="${number}">${items.join('')}</ol>`
}

/** The pages of a section; its title tells how many they are behind it, and how long they take to read aloud. */
export function withExtent<Slide extends { readonly html: string }>(
  pages: readonly (readonly Slide[])[],
  seconds: number,
  { slides, minutes }: Pick<Words, 'slides' | 'minutes'>,
): readonly (readonly Slide[])[] {
  const count = pages.flat().length - 1
  const extent = [slides(count), minutes(Math.max(1, Math.round(seconds / 60)))].join(signs.dot)
  const [[title, ...more] = [], ...others] = pages
  if (!title || count < 1 || !title.html.includes(strip)) return pages
  const html = title.html.replace(strip, `${strip} data-extent="${escapeHtml(extent)}"`)
  return [[{ ...title, html }, ...more], ...others]
}
