import { make } from '../element.ts'
import { addRules, cssString } from './sheet.ts'

/**
 * Says something at the middle of the top or bottom margin of every page: how the paper may be passed on, or that it is
 * not the whole. It is not left to what a browser prints of itself.
 *
 * @param host an element that is printed
 * @returns says it, or other words from now on; '' for nothing
 */
export function everyPage(host: HTMLElement): (edge: 'top' | 'bottom', words: string) => void {
  // Where a browser knows no margin boxes (Firefox), what is fixed on the screen stands on every page: at its right side,
  // since what leaves the room of the text is cut off.
  if (!('CSSMarginRule' in window)) {
    const line = make('p', { class: 'every-page' })
    host.append(line)
    addRules('@page { margin-right: 8mm }', '@media print { body { padding-right: 8mm } }')
    return (edge, words) => {
      line.dataset['edge'] = edge
      line.textContent = words
    }
  }
  const rule = make('style')
  document.head.append(rule)
  return (edge, words) => {
    rule.textContent = words
      ? `@page { @${edge}-center { content: ${cssString(words)}; font-weight: 700; color: #000 } }`
      : ''
  }
}
