import { wordsFor } from '../../words.ts'
import { make } from '../element.ts'
import type { PaperOptions } from './options.ts'

/** Makes the page one for paper, plain whatever theme the deck has; `view` is the class by which its style sheet knows it. */
export function preparePaper(view: string, options: PaperOptions): void {
  // reveal.js has a print style of its own, which this class keeps away.
  document.documentElement.classList.add('print-pdf', 'paper', view)
  document.documentElement.classList.toggle('ink-saving', options.inkSaving)
  document.documentElement.dataset['theme'] = 'su'
  // Nobody can open them on paper.
  for (const details of document.querySelectorAll('details')) details.open = true
}

/** Adds CSS rules to the page: its size, and what stands in its margins. */
export function addRules(...rules: readonly string[]): void {
  document.head.append(make('style', {}, rules.join('\n')))
}

/** Words as a CSS string. */
export const cssString = (text: string): string => `"${text.replace(/["\\]/g, '\\$&').replace(/\n/g, ' ')}"`

/** The margin box that says on which page of how many one is: `第 3 页，共 12 页`. */
export function pageCount(): string {
  const [before, between, after] = wordsFor(document.documentElement.lang).paper.page.map(cssString)
  return `content: ${before} counter(page) ${between} counter(pages) ${after}`
}

/** What all margin boxes of a page look like; the page's own custom properties do not reach them. */
export function marginStyle(): string {
  const { fontFamily } = getComputedStyle(document.body)
  return `font: 8.5pt/1.3 ${fontFamily}; color: #444`
}
