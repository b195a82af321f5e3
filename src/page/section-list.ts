import { bare } from '../deck/audit/compare.ts'
import type { Deck } from '../deck/deck.ts'
import type { SlideSource } from '../markdown/cut.ts'
import { visibleText } from '../markdown/visible-text.ts'
import { escapeHtml } from './escape-html.ts'

/** More sections than this leave the title of the one that begins no room. */
const most = 6

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

/**
 * What stands below the title of a section that begins: the agenda again, this section marked, so that the people in
 * the room see where they are. '' for every other slide.
 */
export function sectionList(slide: SlideSource, agenda: readonly string[], { parser }: Deck): string {
  if (agenda.length < 2 || !has('divider', slide)) return ''
  const [heading, ...others] = visibleText(parser, slide.body.text, 'body').blocks
  const current = agenda.findIndex((section) => bare(section) === bare(heading?.text ?? ''))
  if (current < 0 || others.length > 0) return ''
  const from = Math.max(0, Math.min(current - 2, agenda.length - most))
  const items = agenda.slice(from, from + most).map((section, i) => {
    const marked = from + i === current ? ' class="current" aria-current="step"' : ''
    return `<li${marked}><small>${escapeHtml(section)}</small></li>`
  })
  return `<ul class="sections">${items.join('')}</ul>`
}
