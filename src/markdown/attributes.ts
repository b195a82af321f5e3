import { Fault, type Place } from '../fault.ts'
import type { Attribute } from './environment.ts'

/** What an attribute comment may set: how a slide looks and is read, never what runs or is loaded. */
const allowed = /^(?:class|id|title|lang|dir|style|role|width|height|alt|aria-[a-z-]+|data-[a-z0-9-]+)$/
/** reveal.js would load or run these. */
const loading = /^data-(?:src|srcset|markdown|preview-.+|background-(?:iframe|video).*)$/
/** A declaration that loads something, or hides what it does from a reader of the Markdown. */
const unsafeDeclaration = /url\s*\(|image-set\s*\(|@|\\|expression\s*\(|javascript:/i

/**
 * Reads the attributes of a `<!-- .slide: … -->` or `<!-- .element: … -->` comment.
 *
 * @param text what stands between the colon and the end of the comment: `class="fragment" data-fragment-index="2"`
 * @param place for the message
 * @returns the attributes that are safe, in order
 * @throws Fault where the text is not a list of attributes
 */
export function parseAttributes(text: string, place: Place): Attribute[] {
  const attributes: Attribute[] = []
  const next = /\s*([a-z_:][\w:.-]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?(?=\s|$)/iy
  let end = 0
  for (let found = next.exec(text); found; found = next.exec(text)) {
    end = next.lastIndex
    const [, name = '', double, single, bare] = found
    const attribute = safeAttribute(name.toLowerCase(), double ?? single ?? bare ?? '')
    if (attribute) attributes.push(attribute)
  }
  const rest = text.slice(end).trim()
  if (rest) throw new Fault((say) => say.attributes(rest.slice(0, 40)), place)
  return attributes
}

/** The attribute as it may stand in the page, or null. */
export function safeAttribute(name: string, value: string): Attribute | null {
  if (!allowed.test(name) || loading.test(name)) return null
  return [name, name === 'style' ? safeStyle(value) : value]
}

/** A style attribute without the declarations that would load something. */
export function safeStyle(style: string): string {
  return style
    .split(';')
    .filter((declaration) => declaration.trim() && !unsafeDeclaration.test(declaration))
    .join(';')
}
