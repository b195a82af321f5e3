import type { Attribute } from '../../markdown/environment.ts'
import { colour } from '../../markdown/hiding.ts'
import { around, attribute, element, isElement, type Node, withAttributes } from '../../markdown/html-tree.ts'
import { type Colour, contrast, nearest } from '../../theme/colour.ts'
import { type Placed, placedIn } from './selector.ts'
import type { StyleRule } from './sheet.ts'

/** What an author's style is put on: a slide's content and its own attributes. */
export interface Styled {
  readonly nodes: readonly Node[]
  readonly attributes: readonly Attribute[]
}

/** What an element has of those around it (CSS 2.2, appendix F): of `.reveal` a slide has nothing else. */
const inherited =
  /^(?:color|direction|font-.*|letter-spacing|line-height|list-style.*|text-align|text-indent|white-space)$/

/** The colours in which words stand; undefined for those of the theme, which may be light or dark; null for a picture. */
interface Colours {
  readonly type: Colour | undefined
  readonly ground: Colour | undefined | null
}

const white: Colour = '#ffffff'
const black: Colour = '#000000'
/** What large type needs on what it stands on: WCAG 2.2, 1.4.3. */
const least = 3

/**
 * Puts what a style sheet asks for on the elements themselves, as their own `style`: it can reach nothing else in the page,
 * and sizes are known before the slide is shown. Colours in which words could not be read become the nearest that can.
 *
 * @param rules in the order of the cascade
 * @param changed told of colours that are made readable
 */
export function applyRules(
  rules: readonly StyleRule[],
  { nodes, attributes }: Styled,
  changed: (property: string) => void,
): Styled {
  const slide = slideIn(attributes)
  const own = new Map(attributes)
  const asked = new Map<string, string>()
  for (let outer = slide.around; outer; outer = outer.around)
    for (const [property, value] of askedOf(rules, outer))
      if (inherited.test(property) && !asked.has(property)) asked.set(property, value)
  for (const [property, value] of askedOf(rules, slide)) asked.set(property, value)

  const ground = asked.get('background-color') ?? asked.get('background')
  const plain = ground === undefined ? null : colour(ground)
  asked.delete('background')
  asked.delete('background-color')
  const hasGround = [...own.keys()].some((name) => name.startsWith('data-background'))
  const slideGround =
    colour(own.get('data-background-color') ?? '') ?? (hasGround ? null : (plain ?? undefined))
  const on = { type: undefined, ground: slideGround }
  const { written, ...colours } = readable(asked, own.get('style') ?? '', on, changed)
  if (plain && !hasGround) own.set('data-background-color', plain)
  const style = joined(asked, written)
  if (style) own.set('style', style)

  const visit = (children: readonly Node[], outer: Placed, on: Colours): Node[] => {
    const placed = placedIn(children, outer)[Symbol.iterator]()
    return children.map((node) => {
      if (!isElement(node)) return node
      const here: Placed = placed.next().value ?? { ...outer, element: node }
      const wanted = askedOf(rules, here)
      const before = attribute(node, 'style')
      const { written, ...colours } = readable(wanted, before, on, changed)
      const inner = around(node, visit(node.childNodes, here, colours))
      const style = joined(wanted, written)
      return style === before ? inner : withAttributes(inner, { style })
    })
  }
  return { nodes: visit(nodes, slide, colours), attributes: [...own] }
}

/** A slide within the elements in which reveal.js shows it. */
function slideIn(attributes: readonly Attribute[]): Placed {
  const own = Object.fromEntries(attributes.filter(([name]) => name === 'id' || name === 'class'))
  const chain = [
    element('html', []),
    element('body', []),
    element('div', [], { class: 'reveal' }),
    element('div', [], { class: 'slides' }),
  ]
  const place = (element: Placed['element'], around: Placed | null): Placed => ({
    element,
    around,
    index: 1,
    ofType: 1,
    isLast: true,
  })
  const outer = chain.reduce<Placed | null>((around, one) => place(one, around), null)
  return place(element('section', [], own), outer)
}

function askedOf(rules: readonly StyleRule[], placed: Placed): Map<string, string> {
  const asked = new Map<string, string>()
  for (const { selector, declarations } of rules)
    if (selector.matches(placed))
      for (const { property, value } of declarations) {
        // Of two that say the same the last one is read last.
        asked.delete(property)
        asked.set(property, value)
      }
  return asked
}

/** What an author wrote on the element itself comes last, and wins. */
function joined(asked: ReadonlyMap<string, string>, own: string): string {
  return [...[...asked].map(([property, value]) => `${property}:${value}`), own].filter(Boolean).join(';')
}

const declarationsOf = (style: string): [property: string, value: string][] =>
  style.split(';').map((one) => {
    const [property = '', ...value] = one.split(':')
    return [property.trim().toLowerCase(), value.join(':').trim().toLowerCase()]
  })

/**
 * The colours on an element. What is asked for is made readable: a colour becomes the nearest that is, and on a ground of
 * the author's there is always one.
 *
 * @param asked changed where it stands
 * @param own its `style`
 * @returns `written` too: its `style`, with a colour that can be read
 */
function readable(
  asked: Map<string, string>,
  own: string,
  on: Colours,
  changed: (property: string) => void,
): Colours & { readonly written: string } {
  const written = new Map(declarationsOf(own))
  const read = (...names: readonly string[]): Colour | undefined => {
    for (const name of names) {
      const value = written.get(name) ?? asked.get(name)
      if (value !== undefined) return colour(value) ?? undefined
    }
    return undefined
  }
  // A ground of its own that is no plain colour may be anything.
  const hasOther = ['background-color', 'background', 'background-image'].some((name) =>
    /^(?!transparent|none|inherit)\S/.test(written.get(name) ?? ''),
  )
  const ground = read('background-color', 'background') ?? (hasOther ? null : on.ground)
  const type = read('color') ?? on.type
  if (ground === null) return { type, ground, written: own }
  const grounds = ground ? [ground] : [white, black]
  // The theme's own type may be as light as the ground.
  const wanted = type ?? (ground && contrast(ground, black) > contrast(ground, white) ? black : white)
  if (!type && !ground) return { type, ground, written: own }
  if (grounds.every((one) => contrast(wanted, one) >= least)) {
    if (!type) asked.set('color', wanted)
    return { type: wanted, ground, written: own }
  }
  const names = ['color', 'background-color', 'background']
  if (!names.some((name) => asked.has(name) || written.has(name))) return { type, ground, written: own }
  const found = grounds.reduce((type, one) => nearest(type, [one], least), wanted)
  changed('color')
  if (!written.has('color')) asked.set('color', found)
  const kept = own.split(';').filter((one) => !/^\s*color\s*:/i.test(one))
  return {
    type: found,
    ground,
    written: written.has('color') ? [`color:${found}`, ...kept].filter((one) => one.trim()).join(';') : own,
  }
}
