import type { Span } from '../../document/index.ts'
import type { DeckState, EditedFile, EditedSlide } from '../deck-state.ts'
import { linesOf, replaceLines, textOfLines } from '../lines.ts'
import { asMarkdown, withoutPart } from '../point-lines.ts'
import { partsOf } from '../slide-parts.ts'
import { pointSpan, shownBy, slideWords } from '../source-words.ts'
import { wordsAt } from '../spans.ts'
import { fileOf, slideOf, withText } from '../within.ts'
import { addSlides } from './add-slide.ts'
import { withClasses } from './set-layout.ts'

/**
 * Makes two slides of one: what stands from a part on goes to the second, below the same heading; both have the notes.
 *
 * @param part the first that goes, by its place among the parts of the slide
 */
export function splitSlide(state: DeckState, id: number, part: number): DeckState {
  const [slide, file] = [slideOf(state, id), fileOf(state, id)]
  const first = slide && file && partsOf(slide, file).parts[part]
  if (!first) return state
  const { parts, bodyEnd, classes } = partsOf(slide, file)
  // Where a slide opens its section, the first heading is the section's name.
  const opens = classes.includes('opening') && parts[1]?.kind === 'heading'
  const heading = opens ? parts[1] : parts.find(({ kind }) => kind === 'heading')
  const above = parts.some((one, i) => i < part && one.kind !== 'heading')
  if (first === heading || !above) return state
  const { lineEnd } = file.form
  const lines = linesOf(slide.text)
  const moved = lines.slice(first.from, bodyEnd)
  // A point of the second level comes without the one that it stood below.
  const indent = first.kind === 'point' ? (/^[ \t]*/.exec(lines[first.from]?.text ?? '')?.[0].length ?? 0) : 0
  const rest = moved.map(({ text, end }) => ({
    text: indent > 0 ? text.replace(new RegExp(`^[ \\t]{0,${indent}}`), '') : text,
    end,
  }))
  while (rest.length > 0 && rest.at(-1)?.text.trim() === '') rest.pop()
  const head = heading ? lines.slice(heading.from, heading.to) : []
  const blank = { text: '', end: '' }
  const body = [...head, ...(head.length > 0 ? [blank] : []), ...rest]
  const second = withClasses(
    { id: 0, before: '', text: textOfLines([...body, ...notesLines(slide, file)], lineEnd) },
    file,
    () => [...classes.filter((name) => name !== 'continued' && name !== 'opening'), 'continued'],
  )
  const kept = replaceLines(slide.text, first.from, bodyEnd, bodyEnd < lines.length ? [''] : [], lineEnd)
  return addSlides(withText(state, id, kept), id, [second]).state
}

function notesLines(slide: EditedSlide, file: EditedFile): { text: string; end: string }[] {
  const { notesAt } = partsOf(slide, file)
  return notesAt === null ? [] : [{ text: '', end: '' }, ...linesOf(slide.text).slice(notesAt)]
}

/**
 * Makes a slide of its own, with the same notes, of words of the document: they head it. A point that said just these goes
 * there.
 *
 * @param span of the words of the slide's notes
 */
export function ownSlide(state: DeckState, id: number, span: Span): DeckState {
  const [slide, file] = [slideOf(state, id), fileOf(state, id)]
  if (!slide || !file) return state
  const words = slideWords(slide, file)
  const core = pointSpan(words.text, span)
  const holder = shownBy(words, span)
  const { parts } = partsOf(slide, file)
  const part = holder ? parts[holder.part] : undefined
  const heading = `### ${asMarkdown(wordsAt(words.text, [core]))}`
  const { lineEnd } = file.form
  const lines = linesOf(slide.text)
  const below = part?.kind === 'point' ? lines.slice(part.to, part.end) : []
  const indent = /^[ \t]*/.exec(below[0]?.text ?? '')?.[0].length ?? 0
  const points = below.map(({ text, end }) => ({
    text: text.slice(Math.min(indent, /^[ \t]*/.exec(text)?.[0].length ?? 0)),
    end,
  }))
  const blank = { text: '', end: '' }
  const body = [{ text: heading, end: '' }, ...(points.length > 0 ? [blank, ...points] : [])]
  const made = textOfLines([...body, ...notesLines(slide, file)], lineEnd)
  const isSame = part?.kind === 'point'
  const cleared = isSame ? replaceLines(slide.text, part.to, part.end, [], lineEnd) : slide.text
  const rest = isSame ? withoutPart({ ...slide, text: cleared }, file, { ...part, end: part.to }) : slide.text
  return addSlides(withText(state, id, rest), id, [made]).state
}
