import { cssString } from '../paper/sheet.ts'
import type { ShownPassage } from './passage.ts'

/** Notes that take more of a page than this, in full-width characters, have pages of their own. */
const long = 550

const widthOf = (text: string): number => [...text].reduce((sum, one) => sum + (one < '\u2e80' ? 0.5 : 1), 0)

/**
 * Gives each passage of a section the name of its page. Passages follow each other as they fit; one with long notes
 * begins a page, and its pages say which slide they go on with. What only opens the section joins what follows it.
 *
 * @param name of the section's pages
 * @param title of the section, which stands in their margin
 * @returns the CSS rules of the pages
 */
export function parcelPages(passages: readonly ShownPassage[], name: string, title: string): string[] {
  const section = `@top-left { content: ${cssString(title)} }`
  const rules = [`@page ${name} { ${section} }`]
  let opening: HTMLElement[] = []
  for (const { element, label, opens } of passages) {
    const isLong = widthOf(element.querySelector('.notes')?.textContent ?? '') > long
    element.classList.toggle('long', isLong)
    element.classList.toggle('opens', opens)
    opening.push(element)
    if (opens) continue
    const own = `${name}-${rules.length}`
    if (isLong) rules.push(`@page ${own} { ${section} @top-right { content: ${cssString(label)} } }`)
    for (const one of opening) one.style.setProperty('page', isLong ? own : name)
    opening = []
  }
  for (const one of opening) one.style.setProperty('page', name)
  return rules
}
