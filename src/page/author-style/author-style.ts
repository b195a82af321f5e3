import { type AuthorStyle, hasColours } from '../../deck/foreign/styles.ts'
import type { Place, Remark } from '../../fault.ts'
import type { SlideSource } from '../../markdown/cut.ts'
import type { Words } from '../../words.ts'
import { applyRules, type Styled } from './apply.ts'
import { cascade, readSheet } from './sheet.ts'

/** The style sheets of a deck, as they are put on its slides. */
export interface DeckStyle {
  /** Null for a slide that none is meant for. */
  readonly of: (
    slide: SlideSource,
    file: string,
  ) => { readonly css: string; readonly apply: (slide: Styled) => Styled } | null
  /** What is not taken over; asked for when all slides are done. */
  readonly remarks: () => Remark[]
}

const mostNames = 12
/** Reads the style sheets of a deck. */
export function deckStyle(styles: readonly AuthorStyle[], words: Words['remarks']): DeckStyle {
  const read = styles.map((style) => ({ ...style, sheet: readSheet(style.css) }))
  const ofAll = read.filter(({ slide }) => slide === null)
  const forAll = cascade(ofAll.map(({ sheet }) => sheet))
  let changedAt: Place | undefined
  const [first] = styles
  const leftOut = [...new Set(read.flatMap(({ sheet }) => sheet.leftOut))]
  return {
    of: (source, file) => {
      const own = read.filter(({ slide }) => slide === source)
      // What is meant for one slide comes behind what is meant for all.
      const rules = own.length ? cascade([...ofAll, ...own].map(({ sheet }) => sheet)) : forAll
      if (rules.length === 0 && !hasColours(source)) return null
      const css = [...ofAll, ...own].map(({ css }) => css).join('\0')
      const changed = (): void => {
        changedAt ??= rules.length ? first?.place : { file, line: source.body.line }
      }
      return { css, apply: (slide) => applyRules(rules, slide, changed) }
    },
    remarks: () => {
      const names = leftOut.slice(0, mostNames).map((name) => name.slice(0, 60))
      const more = leftOut.length > mostNames ? ' …' : ''
      return [
        ...(first && names.length
          ? [{ place: first.place, message: words.styleLeftOut(names.join(', ') + more) }]
          : []),
        ...(changedAt ? [{ place: changedAt, message: words.styleColours }] : []),
      ]
    },
  }
}
