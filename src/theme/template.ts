import { imageType } from '../document/readers/images.ts'
import { descend, elementsOf, type XmlElement } from '../document/readers/xml.ts'
import { type Package, partXml, relationsOf, unpack } from '../document/readers/zip.ts'
import type { InputFile } from '../document/source.ts'
import { Fault } from '../fault.ts'
import { type Colour, readColour } from './colour.ts'
import type { OfficeColour } from './office.ts'

/** What a PowerPoint template says of how an office's slides look. */
export interface Template {
  readonly colours: Partial<Readonly<Record<OfficeColour, Colour>>>
  readonly fonts: { readonly heading?: string; readonly text?: string }
  /** A picture of the slide master that is small enough to be a logo. */
  readonly logo: { readonly bytes: Uint8Array; readonly type: string } | null
}

/** All but what slides look like: their words, films and embedded files. */
const unread = /\/$|^docProps\/|^ppt\/(?:slides|notesSlides|embeddings|fonts|charts|diagrams)\//u

/** A logo takes no more of the slide than this. */
const largestLogo = 0.15

/**
 * Reads the first slide master of a `.pptx` or `.potx` and its theme.
 *
 * @throws Fault when it is no presentation, is damaged, unpacks to more than any has, or has no master
 */
export function readTemplate(file: InputFile): Template {
  // The sign of a zip archive.
  if (file.bytes[0] !== 0x50 || file.bytes[1] !== 0x4b)
    throw new Fault((say) => say.noTemplate, { file: file.name })
  const show = unpack(file, unread)
  const main = relationsOf(show, '').find(({ type }) => type === 'officeDocument')?.path ?? ''
  const presentation = partXml(show, main)
  if (presentation?.name !== 'presentation') throw new Fault((say) => say.noTemplate, { file: file.name })
  const first = descend(presentation, 'sldMasterIdLst', 'sldMasterId')?.attributes.id
  const path = relationsOf(show, main).find(({ id, type }) => type === 'slideMaster' && id === first)?.path
  const master = path === undefined ? undefined : partXml(show, path)
  if (!master || path === undefined) throw new Fault((say) => say.noMaster, { file: file.name })
  const elements = themeOf(show, path)
  const { cx = '', cy = '' } = descend(presentation, 'sldSz')?.attributes ?? {}
  return {
    colours: coloursOf(master, masterColours(show, path)),
    fonts: {
      ...named('heading', fontOf(descend(elements, 'fontScheme', 'majorFont'))),
      ...named('text', fontOf(descend(elements, 'fontScheme', 'minorFont'))),
    },
    logo: logoOf(show, path, master, Number(cx) * Number(cy)),
  }
}

function named<N extends string>(name: N, value: string | undefined): Partial<Record<N, string>> {
  const made: Partial<Record<N, string>> = {}
  if (value) made[name] = value
  return made
}

const themeOf = (show: Package, master: string): XmlElement | undefined => {
  const path = relationsOf(show, master).find(({ type }) => type === 'theme')?.path
  return descend(path === undefined ? undefined : partXml(show, path), 'themeElements')
}

/** What a master's colours are by their roles (`bg1`, `accent1`), which its map gives to colours of its theme. */
export function masterColours(show: Package, master: string): (role: string) => Colour | null {
  const scheme = descend(themeOf(show, master), 'clrScheme')
  const map = descend(partXml(show, master), 'clrMap')?.attributes ?? {}
  const ofScheme = (name: string): Colour | null => {
    const colour = descend(scheme, name)
    const [value] = colour ? elementsOf(colour) : []
    if (!value) return null
    // A colour of the system tells what it was when the file was written.
    return readColour((value.name === 'sysClr' ? value.attributes.lastClr : value.attributes.val) ?? '')
  }
  const usual: Readonly<Record<string, string>> = { bg1: 'lt1', tx1: 'dk1', bg2: 'lt2', tx2: 'dk2' }
  return (role) => ofScheme(map[role] ?? usual[role] ?? role)
}

/** The colour that a master or a layout has behind its slides; null for none of its own, and for a picture. */
export function groundOf(
  tree: XmlElement | undefined,
  ofRole: (role: string) => Colour | null,
): Colour | null {
  const ground = descend(tree, 'cSld', 'bg')
  const fill =
    descend(ground, 'bgPr', 'solidFill') ??
    descend(ground, 'bgPr', 'gradFill', 'gsLst', 'gs') ??
    descend(ground, 'bgRef')
  const [own] = fill ? elementsOf(fill) : []
  const value = own?.attributes.val ?? ''
  const colour = own?.name === 'srgbClr' ? readColour(value) : ofRole(value)
  return own && colour ? shaded(colour, own) : null
}

/** A colour with the changes of its lightness, of which the other changes of ECMA-376, 20.1.2.3 are near relatives. */
function shaded(colour: Colour, value: XmlElement): Colour {
  const share = (name: string, usual: number): number =>
    Number(descend(value, name)?.attributes.val ?? usual * 100_000) / 100_000
  const [scale, more] = [share('lumMod', 1), share('lumOff', 0)]
  const channel = (at: number): string =>
    Math.round(Math.min(255, Math.max(0, Number.parseInt(colour.slice(at, at + 2), 16) * scale + 255 * more)))
      .toString(16)
      .padStart(2, '0')
  return `#${channel(1)}${channel(3)}${channel(5)}`
}

function coloursOf(master: XmlElement, ofRole: (role: string) => Colour | null): Template['colours'] {
  const found: Partial<Record<OfficeColour, Colour>> = {}
  for (const [name, colour] of [
    ['paper', groundOf(master, ofRole) ?? ofRole('bg1')],
    ['ink', ofRole('tx1')],
    ['accent', ofRole('accent1')],
    ['accent2', ofRole('accent2')],
  ] as const)
    if (colour) found[name] = colour
  return found
}

/** The face for Chinese: its own, that of the script, or that of Latin letters. */
function fontOf(fonts: XmlElement | undefined): string | undefined {
  if (!fonts) return undefined
  const hans = elementsOf(fonts).find(
    ({ name, attributes }) => name === 'font' && attributes.script === 'Hans',
  )
  const faces = [descend(fonts, 'ea'), hans, descend(fonts, 'latin')]
  return faces.map((face) => face?.attributes.typeface?.trim()).find((name) => name && !name.startsWith('+'))
}

/** The first picture of the master that is small enough. */
function logoOf(show: Package, path: string, master: XmlElement, slide: number): Template['logo'] {
  const images = new Map(relationsOf(show, path).map((relation) => [relation.id, relation.path]))
  for (const picture of picturesIn(descend(master, 'cSld', 'spTree'))) {
    const { cx = '', cy = '' } = descend(picture, 'spPr', 'xfrm', 'ext')?.attributes ?? {}
    const area = Number(cx) * Number(cy)
    if (!(area > 0) || area > slide * largestLogo) continue
    const image = images.get(descend(picture, 'blipFill', 'blip')?.attributes.embed ?? '')
    const bytes = image === undefined ? undefined : show.parts.get(image)
    const type = bytes && imageType(bytes)
    if (bytes && type) return { bytes, type }
  }
  return null
}

function picturesIn(tree: XmlElement | undefined): readonly XmlElement[] {
  return (tree ? elementsOf(tree) : []).flatMap((shape) =>
    shape.name === 'pic' ? [shape] : shape.name === 'grpSp' ? picturesIn(shape) : [],
  )
}
