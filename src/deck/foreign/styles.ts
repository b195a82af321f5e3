import type { Place } from '../../fault.ts'
import { findCode } from '../../markdown/code-lines.ts'
import type { SlideSource } from '../../markdown/cut.ts'

/** A style sheet in a deck's Markdown. */
export interface AuthorStyle {
  readonly css: string
  readonly place: Place
  /** The only slide for which it is meant; null for the whole deck. */
  readonly slide: SlideSource | null
}

const style = /<style\b([^<>]*)>([\s\S]*?)<\/style\s*>/gi

/**
 * The `<style>` of slides: of the deck, as reveal.js has it, or with `scoped` of its slide, as Marp has it.
 *
 * @param own each is of its slide, as Slidev has it
 */
export function stylesIn(file: string, slides: readonly SlideSource[], own = false): AuthorStyle[] {
  return slides.flatMap((slide) => {
    const { text, line } = slide.body
    // Behind the last end none begins.
    const end = text.toLowerCase().lastIndexOf('</style')
    if (end < 0) return []
    const { inside } = findCode(text.split('\n'), () => false)
    let [at, read] = [0, 0]
    return [...text.matchAll(style)].flatMap(({ 1: attributes = '', 2: css = '', index }): AuthorStyle[] => {
      at += text.slice(read, index).split('\n').length - 1
      read = index
      if (inside[at] || text.slice(text.lastIndexOf('\n', index) + 1, index).includes('`')) return []
      const isScoped = own || /(?:^|\s)scoped(?:[\s=]|$)/i.test(attributes)
      return [{ css, place: { file, line: line + at }, slide: isScoped ? slide : null }]
    })
  })
}

const ownColour = /\bstyle\s*=[^<>]{0,500}?\b(?:color|background)\s*:/i

/** Whether words of a slide have colours of their own where they stand. */
export const hasColours = ({ body }: Pick<SlideSource, 'body'>): boolean => ownColour.test(body.text)
