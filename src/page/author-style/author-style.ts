import type { AuthorStyle } from '../../deck/foreign/styles.ts'
import type { Remark } from '../../fault.ts'
import type { SlideSource } from '../../markdown/cut.ts'
import type { Words } from '../../words.ts'
import { applyRules, type Styled } from './apply.ts'
import { cascade, readSheet } from './sheet.ts'

/** The style sheets of a deck, as they are put on its slides. */
export interface DeckStyle {
  /** Null for a slide that none is meant for. */
  readonly of: (
    slide: SlideSource,
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
  let hasChanged = false
  const changed = (): void => {
    hasChanged = true
  }
  const [first] = styles
  const leftOut = [...new Set(read.flatMap(({ sheet }) => sheet.leftOut))]
  return {
    of: (source) => {
      const own = read.filter(({ slide }) => slide === source)
      // What is meant for one slide comes behind what is meant for all.
      const rules = own.length ? cascade([...ofAll, ...own].map(({ sheet }) => sheet)) : forAll
      if (rules.length === 0) return null
      const css = [...ofAll, ...own].map(({ css }) => css).join('\0')
      return { css, apply: (slide) => applyRules(rules, slide, changed) }
    },
    remarks: () => {
      if (!first) return []
      const names = leftOut.slice(0, mostNames).map((name) => name.slice(0, 60))
      const messages = [
        ...(names.length
          ? [words.styleLeftOut(names.join(', ') + (leftOut.length > mostNames ? ' …' : ''))]
          : []),
        ...(hasChanged ? [words.styleColours] : []),
      ]
      return messages.map((message) => ({ place: first.place, message }))
    },
  }
}
