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
  const theme = relationsOf(show, path).find(({ type }) => type === 'theme')?.path
  const elements = descend(theme === undefined ? undefined : partXml(show, theme), 'themeElements')
  const { cx = '', cy = '' } = descend(presentation, 'sldSz')?.attributes ?? {}
  return {
    colours: coloursOf(master, descend(elements, 'clrScheme')),
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

/** The colours by their roles, which the master's own map gives to colours of the theme. */
function coloursOf(master: XmlElement, scheme: XmlElement | undefined): Template['colours'] {
  const map = descend(master, 'clrMap')?.attributes ?? {}
  const ofScheme = (name: string): Colour | null => {
    const colour = descend(scheme, name)
    const [value] = colour ? elementsOf(colour) : []
    if (!value) return null
    // A colour of the system tells what it was when the file was written.
    return readColour((value.name === 'sysClr' ? value.attributes.lastClr : value.attributes.val) ?? '')
  }
  const usual: Readonly<Record<string, string>> = { bg1: 'lt1', tx1: 'dk1', bg2: 'lt2', tx2: 'dk2' }
  const ofRole = (role: string): Colour | null => ofScheme(map[role] ?? usual[role] ?? role)
  const ground = descend(master, 'cSld', 'bg')
  const fill = descend(ground, 'bgPr', 'solidFill') ?? descend(ground, 'bgRef')
  const [own] = fill ? elementsOf(fill) : []
  // A shade of a colour is not worked out: its role is near enough to begin with.
  const paper =
    own?.name === 'srgbClr' ? readColour(own.attributes.val ?? '') : ofRole(own?.attributes.val ?? 'bg1')
  const found: Partial<Record<OfficeColour, Colour>> = {}
  for (const [name, colour] of [
    ['paper', paper ?? ofRole('bg1')],
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
