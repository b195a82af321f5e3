import { SaxesParser } from 'saxes'
import { Fault } from '../../fault.ts'

export interface XmlElement {
  /** Without its prefix. */
  readonly name: string
  /** By name without prefix; of two that differ in it the one without is named with an `@` before it. */
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly (XmlElement | string)[]
}

/** Deeper than any document that a word processor writes. */
const DEEPEST = 200

/**
 * The element tree of an XML part. Entities of its own are refused, not expanded.
 *
 * @throws Fault when it is not well-formed, declares a document type, or is nested beyond reason
 */
export function parseXml(xml: string, file: string): XmlElement {
  const root: { name: string; attributes: Record<string, string>; children: (XmlElement | string)[] } = {
    name: '',
    attributes: {},
    children: [],
  }
  const open = [root]
  const local = localNames()
  const parser = new SaxesParser<{ xmlns: false; position: false }>({ xmlns: false, position: false })
  parser.on('doctype', () => refuse('xmlEntities', file))
  parser.on('opentag', ({ name, attributes }) => {
    if (open.length > DEEPEST) refuse('xmlDeep', file)
    const element = { name: local(name), attributes: localKeys(attributes, local), children: [] }
    open.at(-1)?.children.push(element)
    open.push(element)
  })
  parser.on('closetag', () => open.pop())
  parser.on('text', (text) => open.at(-1)?.children.push(text))
  parser.on('cdata', (text) => open.at(-1)?.children.push(text))
  parser.on('error', () => refuse('xmlDamaged', file))
  parser.write(xml).close()
  const document = root.children.find((child) => typeof child !== 'string')
  return document ?? refuse('xmlEmpty', file)
}

function refuse(what: 'xmlEntities' | 'xmlDamaged' | 'xmlEmpty' | 'xmlDeep', file: string): never {
  throw new Fault((say) => say[what], { file })
}

/** Cuts the prefix off a name. Names come again and again: each is cut once. */
function localNames(): (name: string) => string {
  const known = new Map<string, string>()
  return (name) => {
    const found = known.get(name) ?? name.slice(name.indexOf(':') + 1)
    known.set(name, found)
    return found
  }
}

function localKeys(
  attributes: Readonly<Record<string, string>>,
  local: (name: string) => string,
): Record<string, string> {
  const keys: Record<string, string> = {}
  for (const name in attributes) {
    const key = local(name)
    const value = attributes[name] ?? ''
    // Of `id` and `r:id` the one with a prefix has the name, the other keeps it behind an @.
    if (!Object.hasOwn(keys, key)) keys[key] = value
    else if (name === key) keys[`@${key}`] = value
    else [keys[`@${key}`], keys[key]] = [keys[key] ?? '', value]
  }
  return keys
}

/** The elements right below this one. */
export function elementsOf({ children }: XmlElement): readonly XmlElement[] {
  return children.filter((child) => typeof child !== 'string')
}

/** The text right inside of this element. */
export function textIn({ children }: XmlElement): string {
  return children.filter((child) => typeof child === 'string').join('')
}

/** Follows a path of names downwards, the first element of each name; undefined where it breaks off. */
export function descend(element: XmlElement | undefined, ...path: readonly string[]): XmlElement | undefined {
  let at = element
  for (const name of path) {
    at = at?.children.find((child): child is XmlElement => typeof child !== 'string' && child.name === name)
  }
  return at
}

/** All elements of that name below this one, but for those within each other. */
export const within = (element: XmlElement, name: string): readonly XmlElement[] =>
  elementsOf(element).flatMap((child) => (child.name === name ? [child] : within(child, name)))

/** The `val` of the first child of that name. */
export function childValue(element: XmlElement | undefined, name: string): string | undefined {
  return descend(element, name)?.attributes.val
}
