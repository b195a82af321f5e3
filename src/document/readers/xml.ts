import { SaxesParser } from 'saxes'
import { Fault } from '../../fault.ts'

export interface XmlElement {
  /** Without its prefix. */
  readonly name: string
  /** By name without prefix. */
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
  const parser = new SaxesParser()
  parser.on('doctype', () => refuse('declares entities, which no Word document does', file))
  parser.on('opentag', ({ name, attributes }) => {
    if (open.length > DEEPEST) refuse('is nested too deep', file)
    const element = { name: local(name), attributes: localKeys(attributes), children: [] }
    open.at(-1)?.children.push(element)
    open.push(element)
  })
  parser.on('closetag', () => open.pop())
  parser.on('text', (text) => open.at(-1)?.children.push(text))
  parser.on('cdata', (text) => open.at(-1)?.children.push(text))
  parser.on('error', () => refuse('is damaged', file))
  parser.write(xml).close()
  const document = root.children.find((child) => typeof child !== 'string')
  return document ?? refuse('is empty', file)
}

function refuse(what: string, file: string): never {
  throw new Fault(
    `the XML inside this document ${what}; open it in Word or WPS, save it again as .docx and try that`,
    {
      file,
    },
  )
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

function localKeys(attributes: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(attributes).map(([name, value]) => [local(name), value]))
}

/** The elements right below this one. */
export function elementsOf({ children }: XmlElement): readonly XmlElement[] {
  return children.filter((child) => typeof child !== 'string')
}

/** Follows a path of names downwards, the first element of each name; undefined where it breaks off. */
export function descend(element: XmlElement | undefined, ...path: readonly string[]): XmlElement | undefined {
  return path.reduce<XmlElement | undefined>(
    (at, name) => at && elementsOf(at).find((child) => child.name === name),
    element,
  )
}

/** The `val` of the first child of that name. */
export function childValue(element: XmlElement | undefined, name: string): string | undefined {
  return descend(element, name)?.attributes.val
}
