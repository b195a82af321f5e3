import { imageSize } from 'image-size'
import { toBase64 } from '../base64.ts'
import type { Beside, ReadBeside } from '../deck/deck.ts'
import { type MediaKind as Kind, mediaOf } from '../deck/media-types.ts'
import type { Attribute } from '../markdown/environment.ts'
import {
  around,
  attribute,
  type Element,
  element,
  hasAttribute,
  isElement,
  type Node,
  textNode,
  textOf,
  withAttributes,
} from '../markdown/html-tree.ts'
import { backgroundOf, pictureAddress } from '../markdown/pictures.ts'
import { isKnownElement } from '../markdown/sanitize.ts'
import type { Words } from '../words.ts'

/** CSS pixels. */
interface Size {
  readonly width: number
  readonly height: number
}

interface Found {
  readonly data: string
  readonly size: Size | null
}

export interface MediaContext {
  /** The Markdown file that names them. */
  readonly file: string
  readonly read: ReadBeside
  readonly words: Words
  /** What is named stands in a link, which holds no other link. */
  readonly inLink?: boolean
  /**
   * Told of a film or sound that is too large for the page, by its path in the deck's folder: it stands beside the page.
   * Where nothing can, it is a gap.
   */
  readonly large?: (name: string) => void
  /** Told of what goes into the page, by its address, in bytes. */
  readonly embedded?: (address: string, size: number) => void
  /** Told of everything that can't be had, by its address as it is written. */
  readonly lacks: (address: string, message: string) => void
}

/** What a gap stands for. */
type Wanted = keyof Words['gaps']['names']

/**
 * Puts pictures, films and sounds into the slide as data, so that the page needs nothing beside it. What can't be had
 * offline is named where it would stand: a gap for a file, a link for a page of the web.
 */
export function embedMedia(nodes: readonly Node[], context: MediaContext): Node[] {
  // What names a file of a film that stands nowhere would stay an address.
  const shown = nodes.filter((node) => !isElement(node) || node.tagName !== 'source')
  return shown.map((node) => {
    if (!isElement(node)) return node
    const { tagName } = node
    if (tagName === 'a') return around(node, embedMedia(node.childNodes, { ...context, inLink: true }))
    if (tagName === 'img') return picture(node, context)
    if (tagName === 'video' || tagName === 'audio') return film(node, tagName, context)
    if (tagName === 'iframe' || tagName === 'embed' || tagName === 'object' || tagName === 'frame')
      return frame(node, context)
    if (tagName === 'canvas' || isComponent(node)) return component(node, context)
    return around(node, embedMedia(node.childNodes, context))
  })
}

/** What another program draws in the place of an element that holds nothing; with a hyphen they are mostly icons. */
const isComponent = (node: Element): boolean =>
  /^[a-z][\w.-]*$/.test(node.tagName) &&
  !isKnownElement(node.tagName) &&
  !(node.tagName.includes('-') && node.attrs.every(({ name }) => name === 'class' || name === 'style')) &&
  textOf(node).trim() === '' &&
  !node.childNodes.some(isElement)

/** What another program would draw there: `<Tweet id="20">`. */
function component(node: Element, context: MediaContext): Node {
  const { words, lacks } = context
  const said = node.attrs.find(({ name }) => /^:?(?:id|src|url|href|title|name)$/.test(name))?.value ?? ''
  const name = `<${node.tagName}${said ? ` ${shortened(said, 60)}` : ''}>`
  lacks(`<${node.tagName}`, words.gaps.componentLeftOut(name))
  const text = textNode(words.gaps.shown(words.gaps.names.component, '', name))
  return element('span', [text], { class: 'gap' })
}

/** A picture as data; null where it can't be had. */
export function embedPicture(address: string, context: MediaContext): string | null {
  const found = find(address, 'picture', context)
  if (!found) gap('picture', address, context, 'picture')
  return found?.data ?? null
}

/** Attributes of a slide with its background as data, and what is to be named on the slide instead. */
export function embedBackground(
  attributes: readonly Attribute[],
  context: MediaContext,
): { attributes: Attribute[]; gaps: Node[] } {
  const gaps: Node[] = []
  const embedded = attributes.flatMap(([name, value]): Attribute[] => {
    const wanted = backgroundOf(name, value)
    if (!wanted) return [[name, value]]
    const [address = ''] = wanted.addresses
    if (!address) return []
    const found = wanted.kind === 'frame' ? null : find(address, wanted.kind, context)
    if (found) return [[wanted.name, found.data]]
    gaps.push(
      element('p', [gap('background', address, context, wanted.kind === 'frame' ? 'page' : wanted.kind)]),
    )
    return []
  })
  return { attributes: embedded, gaps }
}

/** The folder beside a deck's page with the films and sounds that are too large for it. */
export const mediaFolder = 'media'

/** Finds the media that one of the addresses names. */
function find(
  address: string,
  kind: Kind,
  { file, read, words, large, embedded, lacks }: MediaContext,
): Found | null {
  const found = lookUp(address, kind, file, read)
  if ('data' in found) {
    embedded?.(address, found.data.length)
    return found
  }
  if (found.lack !== 'large' || kind === 'picture' || !large) return null
  large(found.name)
  const place = `${mediaFolder}/${found.name}`
  lacks(address, words.gaps.besidePage(words.gaps.named[kind], decoded(address), place))
  return { data: place.split('/').map(encodeURIComponent).join('/'), size: null }
}

function lookUp(
  address: string,
  kind: Kind,
  file: string,
  read: ReadBeside,
): Found | Exclude<Beside, { readonly bytes: Uint8Array }> | { readonly lack: 'elsewhere' | 'kind' } {
  if (new RegExp(`^data:${kind === 'picture' ? 'image' : kind}/[\\w.+-]+[;,]`, 'i').test(address))
    return { data: address, size: null }
  // A letter and a colon begin a path of Windows, which is not beside the Markdown either.
  if (/^(?:[a-z][\w+.-]*:|[\\/]{2})/i.test(address)) return { lack: 'elsewhere' }
  const written = address.trim().replaceAll('\\', '/')
  const named = written.replace(/[?#].*$/s, '')
  const { kind: found, type } = mediaOf(decoded(named)) ?? {}
  // What holds a film may hold a sound.
  const fits = found === kind || (found !== undefined && found !== 'picture' && kind !== 'picture')
  if (!type || !fits) return { lack: 'kind' }
  const beside = [decoded(named), named, decoded(written)].map((path) => read(path, file))
  const whole = beside.find((one) => 'bytes' in one)
  if (!whole || !('bytes' in whole)) return beside[0] && 'lack' in beside[0] ? beside[0] : { lack: 'missing' }
  return {
    data: `data:${type};base64,${toBase64(whole.bytes)}`,
    size: kind === 'picture' ? pictureSize(whole.bytes) : null,
  }
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address)
  } catch {
    return address
  }
}

/** A picture's own size; null for one that does not tell it. */
export function pictureSize(bytes: Uint8Array): Size | null {
  try {
    const { width, height, orientation = 1 } = imageSize(bytes)
    if (!(width > 0 && height > 0)) return null
    // Orientations from 5 on lie on their side (Exif 2.3, 4.6.4 A).
    return orientation >= 5 ? { width: height, height: width } : { width, height }
  } catch {
    return null
  }
}

function picture(node: Element, context: MediaContext): Node {
  const address = pictureAddress(node)
  const found = find(address, 'picture', context)
  if (!found) return gap('picture', address, context, 'picture', attribute(node, 'alt'))
  const { size, data } = found
  return withAttributes(node, {
    src: data,
    style: [...sides(node), attribute(node, 'style')].filter(Boolean).join(';'),
    width: size ? String(size.width) : '',
    height: size ? String(size.height) : '',
  })
}

/** What `width` and `height` ask for, which then tell the picture's own size. */
function sides(node: Element): string[] {
  return ['width', 'height'].flatMap((name) => {
    const [, number, unit] = /^\s*(\d+(?:\.\d+)?)(%|px)?\s*$/.exec(attribute(node, name)) ?? []
    return number ? [`${name}:${number}${unit === '%' ? '%' : 'px'}`] : []
  })
}

function film(node: Element, kind: 'video' | 'audio', context: MediaContext): Node {
  const named = [node, ...node.childNodes.filter(isElement).filter(({ tagName }) => tagName === 'source')]
  const addresses = named
    .flatMap((one) => [attribute(one, 'src'), attribute(one, 'data-src')])
    .filter(Boolean)
  for (const address of addresses) {
    const found = find(address, kind, context)
    if (!found) continue
    const poster = pictureAddress(node) && find(pictureAddress(node), 'picture', context)
    const starts = hasAttribute(node, 'autoplay') || hasAttribute(node, 'data-autoplay')
    const own = node.attrs.filter(
      ({ name }) => name !== 'autoplay' && name !== 'data-autoplay' && name !== 'controls',
    )
    // What does not start by itself must have something to start it with; reveal.js starts the others with their slide.
    const how = [{ name: starts ? 'data-autoplay' : 'controls', value: '' }]
    const film = { ...node, attrs: [...own, ...how], childNodes: [] }
    return withAttributes(film, { src: found.data, poster: poster ? poster.data : '' })
  }
  return gap(kind, addresses[0] ?? '', context, kind)
}

/** A page of the web within the slide: its address, to be opened where there is a net. */
function frame(node: Element, context: MediaContext): Node {
  const address = ['src', 'data-src', 'data'].map((name) => attribute(node, name)).find(Boolean) ?? ''
  return gap('frame', address, context, 'page', attribute(node, 'title'))
}

const shortened = (address: string, most: number): string =>
  address.length > most ? `${address.slice(0, most - 1)}…` : address

function gap(
  wanted: Wanted,
  address: string,
  context: MediaContext,
  kind: Kind | 'page',
  said = '',
): Element {
  const { file, read, words } = context
  const { names, named, shown, reasons } = words.gaps
  // As a person writes it; Markdown has made an address of it.
  const written = decoded(address)
  const short = shortened(written, 80)
  const found = kind === 'page' ? { lack: 'page' as const } : lookUp(address, kind, file, read)
  const lack = address && 'lack' in found ? found.lack : 'missing'
  context.lacks(written, reasons[lack](named[wanted], short))
  // Where its author says what it shows, less of an address is enough.
  const text = [textNode(shown(names[wanted], said, shortened(written, said ? 40 : 80)))]
  const isWeb = /^https?:/i.test(address) && !context.inLink
  return element('span', isWeb ? [element('a', text, { href: address })] : text, { class: 'gap' })
}
