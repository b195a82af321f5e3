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
    const [first = '', second = '', third = ''] = children.slice(0, 3).map(say)
    if (FLATTENED.test(name)) flattened = true
    switch (name) {
      case 'annotation':
      case 'annotation-xml':
        return ''
      case 'mfrac':
        return fraction(first, second)
      case 'msqrt':
        return root(inside(element), '')
      case 'mroot':
        return root(first, second)
      case 'msup':
      case 'mover':
        return grouped(first) + raised(second)
      case 'msub':
      case 'munder':
        return grouped(first) + lowered(second)
      case 'msubsup':
      case 'munderover':
        return grouped(first) + lowered(second) + raised(third)
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
