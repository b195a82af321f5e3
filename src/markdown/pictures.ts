import { attribute, type Element } from './html-tree.ts'

/** What an attribute of a slide shows behind its words. */
export interface Background {
  readonly kind: 'picture' | 'video' | 'frame'
  /** The attribute that says the same and nothing else. */
  readonly name: string
  /** Where it is found; of several, the first one that can be had is shown. */
  readonly addresses: readonly string[]
}

/** Reads an attribute of a slide; null where it shows nothing behind it but a colour. */
export function backgroundOf(name: string, value: string): Background | null {
  if (name === 'data-background-iframe') return { kind: 'frame', name, addresses: [value] }
  if (name === 'data-background-video') return { kind: 'video', name, addresses: addressesIn(value) }
  const isPicture =
    name === 'data-background-image' ||
    // As reveal.js tells a picture from a colour.
    (name === 'data-background' &&
      /^\s*(?:https?:|file:|data:|\/\/)|\.(?:svg|png|jpe?g|gif|bmp|webp|avif)(?:[?#\s]|$)/i.test(value))
  return isPicture ? { kind: 'picture', name: 'data-background-image', addresses: addressesIn(value) } : null
}

/** The addresses of a list with commas between; those that are data have a comma themselves. */
function addressesIn(list: string): string[] {
  const listed = list
    .trim()
    .replace(/^url\(\s*(["']?)([^"')]*)\1\s*\)$/i, (_, _mark, inside: string) => inside.trim())
  return /^data:/i.test(listed) ? [listed] : listed.split(',').flatMap((one) => one.trim() || [])
}

/** Where the picture of an `<img>`, or of a film before it plays, is found; '' where nothing says. */
export function pictureAddress(node: Element): string {
  if (node.tagName === 'video') return attribute(node, 'poster')
  // reveal.js loads `data-src` when its slide is near; `srcset` alone is the same picture in several sizes.
  const [inSet = ''] = attribute(node, 'srcset').trim().split(/\s/)
  return [attribute(node, 'src'), attribute(node, 'data-src'), inSet].find(Boolean) ?? ''
}
