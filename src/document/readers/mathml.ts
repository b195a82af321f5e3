import { fraction, grouped, type LinearFormula, lowered, raised, root, rows } from './formula.ts'
import { attribute, type Element, isElement, type ParentNode } from './html-nodes.ts'

/** A formula of a page (`math`) on one line. */
export function linearMathml(math: Element): LinearFormula {
  let flattened = false
  const inside = (parent: ParentNode): string =>
    parent.childNodes
      .map((child) =>
        isElement(child)
          ? say(child)
          : child.nodeName === '#text' && 'value' in child
            ? child.value.trim()
            : '',
      )
      .join('')
  const say = (element: Element): string => {
    const name = element.tagName.toLowerCase()
    const children = element.childNodes.filter(isElement)
    // Each is said once: twice at each level would be without end.
    const part = (at: number): string =>
      children
        .slice(at, at + 1)
        .map(say)
        .join('')
    if (FLATTENED.test(name)) flattened = true
    switch (name) {
      case 'annotation':
      case 'annotation-xml':
        return ''
      case 'mfrac':
        return fraction(part(0), part(1))
      case 'msqrt':
        return root(inside(element), '')
      case 'mroot':
        return root(part(0), part(1))
      case 'msup':
      case 'mover':
        return grouped(part(0)) + raised(part(1))
      case 'msub':
      case 'munder':
        return grouped(part(0)) + lowered(part(1))
      case 'msubsup':
      case 'munderover':
        return grouped(part(0)) + lowered(part(1)) + raised(part(2))
      case 'mtable':
        return rows(children.map((row) => row.childNodes.filter(isElement).map(say)))
      case 'mfenced':
        return `${attribute(element, 'open') ?? '('}${children.map(say).join(', ')}${attribute(element, 'close') ?? ')'}`
      default:
        return inside(element)
    }
  }
  const words = inside(math)
  return { words, flattened }
}

const FLATTENED = /^(?:mfrac|msqrt|mroot|mover|munder|munderover|mtable|menclose|mmultiscripts)$/u
