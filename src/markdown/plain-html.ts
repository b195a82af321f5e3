import { type Element, element, type Node, textNode } from './html-tree.ts'

/** What an element may stand in, and what in it: no tag of these ends an element that it doesn't name. */
type Kind = 'block' | 'list' | 'item' | 'inline'

const kinds: ReadonlyMap<string, Kind> = new Map([
  ...['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((name) => [name, 'block'] as const),
  ...['ul', 'ol'].map((name) => [name, 'list'] as const),
  ['li', 'item'] as const,
  ...['span', 'strong', 'em'].map((name) => [name, 'inline'] as const),
])

/** @param outer null for the slide itself */
function mayHold(outer: Kind | null, inner: Kind): boolean {
  if (outer === 'list') return inner === 'item'
  return inner === 'inline' || (inner !== 'item' && (outer === null || outer === 'item'))
}

/** Elements in each other; more is not how anybody writes. */
const deepest = 20
const tag = /<(\/?)([a-z][a-z0-9]*)((?: [a-z-]+="[^"&\0\r]*")*)>/y
const comment = /<!--(?!-?>)((?:[^-<\0\r]|-(?!-))*)-->/y
const attribute = / ([a-z-]+)="([^"]*)"/g
const entities: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' }

/** Text as it is read; null where a browser would make something else of it. */
function textIn(html: string): string | null {
  if (!/[&\0\r]/.test(html)) return html
  const text = html.replace(/&(?:amp|lt|gt|quot);/g, '')
  return /[&\0\r]/.test(text) ? null : html.replace(/&\w+;/g, (entity) => entities[entity] ?? entity)
}

function attributesIn(written: string): Record<string, string> | null {
  const found = [...written.matchAll(attribute)].map(([, name = '', value = '']) => [name, value] as const)
  const attributes = Object.fromEntries(found)
  return Object.keys(attributes).length === found.length ? attributes : null
}

/**
 * HTML as Markdown without any HTML in it becomes: headings, paragraphs, lists and words in them, all of them ended, and
 * comments.
 * Reading this needs none of the rules by which a browser mends all other HTML, and takes a fifth of the time.
 *
 * @returns just what the browser would make of it in a slide; null for HTML of any other kind
 */
export function parsePlain(html: string): Node[] | null {
  const top: Node[] = []
  const open: { readonly name: string; readonly kind: Kind; readonly element: Element }[] = []
  for (let at = 0; at < html.length; ) {
    const within = open.at(-1)
    const inside = within?.element.childNodes ?? top
    const next = html.indexOf('<', at)
    const end = next < 0 ? html.length : next
    if (end > at) {
      const text = textIn(html.slice(at, end))
      if (text === null) return null
      inside.push(textNode(text))
      at = end
      continue
    }
    comment.lastIndex = at
    const [said, data] = comment.exec(html) ?? []
    if (said !== undefined && data !== undefined) {
      inside.push({ nodeName: '#comment', data, parentNode: null })
      at += said.length
      continue
    }
    tag.lastIndex = at
    const [whole, closing, name = '', written = ''] = tag.exec(html) ?? []
    const kind = kinds.get(name)
    if (whole === undefined || !kind) return null
    at += whole.length
    if (closing) {
      if (within?.name !== name || written) return null
      open.pop()
      continue
    }
    const attributes = written ? attributesIn(written) : {}
    if (!attributes || !mayHold(within?.kind ?? null, kind) || open.length === deepest) return null
    const made = element(name, [], attributes)
    inside.push(made)
    open.push({ name, kind, element: made })
  }
  return open.length === 0 ? top : null
}
