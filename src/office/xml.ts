/** A piece of XML that is well-formed as it stands; only `element` makes one. */
export interface Xml {
  readonly xml: string
}

/** Strings are text. */
export type Child = Xml | string | null | readonly Child[]

/** One that is undefined or null is left out; true and false are 1 and 0, as Office writes them. */
export type Attributes = Readonly<Record<string, string | number | boolean | undefined | null>>

/** What XML 1.0 has no way to say (2.2): most control characters, halves of pairs, two that are no characters. */
const unsayable =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  /[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g
const special = /[&<>"\r\n\t]/g
const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
  '\n': '&#10;',
  '\t': '&#9;',
}

/** Text without what XML can't say: what is written is what a reader gives back. */
export const sayable = (text: string): string => text.replace(unsayable, '')

/** Most words have none of these, and are written as they are. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const unusual = /[&<>"\x00-\x1f\ud800-\udfff\ufffe\uffff]/

const escaped = (text: string): string =>
  unusual.test(text) ? sayable(text).replace(special, (character) => escapes[character] ?? character) : text

function written(child: Child): string {
  if (child === null) return ''
  if (typeof child === 'string') return escaped(child)
  return 'xml' in child ? child.xml : child.map(written).join('')
}

const isAttributes = (first: Attributes | Child | undefined): first is Attributes =>
  typeof first === 'object' && first !== null && !Array.isArray(first) && !('xml' in first)

/**
 * An element. Whatever the text, the result is well-formed; the name is ours.
 *
 * @param path its name, or those of elements within each other, `a:p/a:r`, of which the last has what is given
 */
export function element(path: string, ...children: readonly Child[]): Xml
export function element(path: string, attributes: Attributes, ...children: readonly Child[]): Xml
export function element(path: string, first?: Attributes | Child, ...others: readonly Child[]): Xml {
  const slash = path.lastIndexOf('/')
  const name = path.slice(slash + 1)
  let opening = `<${name}`
  let inside = ''
  if (isAttributes(first))
    for (const key in first) {
      const value = first[key]
      if (value === undefined || value === null) continue
      opening += ` ${key}="${typeof value === 'boolean' ? Number(value) : escaped(String(value))}"`
    }
  else if (first !== undefined) inside = written(first)
  for (const child of others) inside += written(child)
  const own = { xml: inside === '' ? `${opening}/>` : `${opening}>${inside}</${name}>` }
  return slash < 0 ? own : element(path.slice(0, slash), own)
}

/** A part of a package: the XML with its declaration. */
export const partText = ({ xml }: Xml): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${xml}`
