import { fraction, grouped, type LinearFormula, lowered, raised, root, rows } from './formula.ts'
import { childValue, descend, elementsOf, textIn, type XmlElement } from './xml.ts'

/** A formula of Word (`m:oMath`) on one line. */
export function linearOmml(formula: XmlElement): LinearFormula {
  let flattened = false
  const inside = (parent: XmlElement | undefined): string =>
    parent ? elementsOf(parent).map(say).join('') : ''
  const part = (parent: XmlElement, name: string): string => inside(descend(parent, name))
  const parts = (parent: XmlElement, name: string): readonly string[] =>
    elementsOf(parent)
      .filter((child) => child.name === name)
      .map(inside)
  const say = (element: XmlElement): string => {
    const { name } = element
    if (SILENT.test(name)) return ''
    if (name === 't') return textIn(element)
    if (name === 'sSup') return grouped(part(element, 'e')) + raised(part(element, 'sup'))
    if (name === 'sSub') return grouped(part(element, 'e')) + lowered(part(element, 'sub'))
    if (name === 'sSubSup') {
      return grouped(part(element, 'e')) + lowered(part(element, 'sub')) + raised(part(element, 'sup'))
    }
    if (FLATTENED.has(name)) flattened = true
    switch (name) {
      case 'f':
        return fraction(part(element, 'num'), part(element, 'den'))
      case 'rad':
        return root(part(element, 'e'), part(element, 'deg'))
      case 'sPre':
        return lowered(part(element, 'sub')) + raised(part(element, 'sup')) + part(element, 'e')
      case 'nary':
        return nary(element, part)
      case 'd': {
        const sign = (of: string, usual: string): string => childValue(descend(element, 'dPr'), of) ?? usual
        return sign('begChr', '(') + parts(element, 'e').join(sign('sepChr', '|')) + sign('endChr', ')')
      }
      case 'limLow':
        return part(element, 'e') + lowered(part(element, 'lim'))
      case 'limUpp':
        return part(element, 'e') + raised(part(element, 'lim'))
      case 'func':
        return `${part(element, 'fName')} ${part(element, 'e')}`
      case 'acc':
        return part(element, 'e') + (childValue(descend(element, 'accPr'), 'chr') ?? '\u0302')
      case 'bar':
        return `${part(element, 'e')}\u0305`
      case 'eqArr':
        return rows(parts(element, 'e').map((row) => [row]))
      case 'm':
        return `[${rows(
          elementsOf(element)
            .filter((child) => child.name === 'mr')
            .map((row) => parts(row, 'e')),
        )}]`
      default:
        return inside(element)
    }
  }
  const words = inside(formula)
  return { words, flattened }
}

/** Properties, and what was struck out of a formula. */
const SILENT = /Pr$|^del$|^moveFrom$/u
const FLATTENED: ReadonlySet<string> = new Set('f rad sPre nary limLow limUpp acc bar eqArr m'.split(' '))

function nary(element: XmlElement, part: (parent: XmlElement, name: string) => string): string {
  const sign = childValue(descend(element, 'naryPr'), 'chr') ?? '∫'
  const [from, to] = [part(element, 'sub'), part(element, 'sup')]
  const limits = `${from === '' ? '' : lowered(from)}${to === '' ? '' : raised(to)}`
  return `${sign}${limits} ${part(element, 'e')}`
}
