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

/** An element. Whatever the text, the result is well-formed; the name is ours. */
export function element(name: string, attributes: Attributes = {}, ...children: readonly Child[]): Xml {
  let opening = `<${name}`
  for (const key in attributes) {
    const value = attributes[key]
    if (value === undefined || value === null) continue
    opening += ` ${key}="${typeof value === 'boolean' ? Number(value) : escaped(String(value))}"`
  }
  const inside = children.map(written).join('')
  return { xml: inside === '' ? `${opening}/>` : `${opening}>${inside}</${name}>` }
}

/** A part of a package: the XML with its declaration. */
export const partText = ({ xml }: Xml): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${xml}`
