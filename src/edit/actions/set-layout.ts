import { layouts } from '../../layouts/index.ts'
import type { OfferedLayout } from '../../layouts/offered.ts'
import type { DeckState, EditedFile, EditedSlide } from '../deck-state.ts'
import { replaceLines } from '../lines.ts'
import { partsOf, slideComment } from '../slide-parts.ts'
import { fileOf, slideOf, withText } from '../within.ts'

/** All classes that make a layout: a slide has one of them. */
const layoutClasses: ReadonlySet<string> = new Set(layouts.map(({ name }) => name))

/** Gives a slide another layout; its other classes stay. */
export function setLayout(state: DeckState, id: number, layout: OfferedLayout): DeckState {
  const [slide, file] = [slideOf(state, id), fileOf(state, id)]
  if (!slide || !file) return state
  const text = withClasses(slide, file, (names) => [
    ...(layout === '' ? [] : [layout]),
    ...names.filter((name) => !layoutClasses.has(name)),
  ])
  return withText(state, id, text)
}

/** The text of a slide with other classes. */
export function withClasses(
  slide: EditedSlide,
  file: EditedFile,
  change: (names: readonly string[]) => readonly string[],
): string {
  const { classes } = partsOf(slide, file)
  const wanted = change(classes).join(' ')
  if (wanted === classes.join(' ')) return slide.text
  const { lineEnd } = file.form
  const found = slideComment.exec(slide.text)
  if (!found) {
    const comment = `<!-- .slide: class="${wanted}" -->`
    if (slide.text === '') return comment
    return replaceLines(slide.text, 0, 0, [comment, ''], lineEnd)
  }
  const [comment, attributes = ''] = found
  const others = attributes.replace(/\s*\bclass="[^"]*"/, '').trim()
  const all = [wanted ? `class="${wanted}"` : '', others].filter(Boolean).join(' ')
  if (all !== '') {
    const written = /\bclass="/.test(attributes)
      ? wanted
        ? comment.replace(/\bclass="[^"]*"/, () => `class="${wanted}"`)
        : comment.replace(/\s*\bclass="[^"]*"/, '')
      : comment.replace(/\.slide:\s*/, (mark) => `${mark.trimEnd()} class="${wanted}" `)
    return slide.text.replace(comment, () => written)
  }
  const at = slide.text.slice(0, found.index).split(/\r\n?|\n/).length - 1
  const lines = comment.split(/\r\n?|\n/).length
  const isAlone =
    slide.text
      .split(/\r\n?|\n/)
      .slice(at, at + lines)
      .join('\n')
      .trim() === comment.replace(/\r\n?/g, '\n').trim()
  if (!isAlone) return slide.text.replace(comment, '')
  return replaceLines(slide.text, at, at + lines, [], lineEnd).replace(/^(?:[^\S\r\n]*(?:\r\n?|\n))+/, '')
}
