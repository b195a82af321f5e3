import { shapeOf } from '../../../deck/slide-size.ts'
import { descend, elementsOf, parseXml } from '../../../document/readers/xml.ts'
import { type Package, partXml, relationsOf, unpack } from '../../../document/readers/zip.ts'
import type { InputFile } from '../../../document/source.ts'
import { Fault, type Remark } from '../../../fault.ts'
import type { Layout } from '../../../layouts/layout.ts'
import { luminance } from '../../../theme/colour.ts'
import { readTemplate } from '../../../theme/template.ts'
import type { Part } from '../../package.ts'
import type { OfficeWords } from '../../words.ts'
import type { Design } from '../design.ts'
import type { Holder } from '../holder.ts'
import { type LayoutName, measuresOf, type SlideLayout } from '../layouts.ts'
import { notesMasterParts } from '../own-stage.ts'
import type { Stage } from '../stage.ts'
import type { Box } from '../units.ts'
import { layoutsOf, type TemplateLayout } from './layouts.ts'
import { held, matchLayout } from './match.ts'

/** What of a template is no part of how slides look. */
const unread = /\/$|^ppt\/(?:slides|notesSlides|comments|handoutMasters|changesInfos)\//u
/** Its own slides, and what tells of them. */
const left = /^ppt\/(?:slides|notesSlides|handoutMasters|comments)\//u

/** The masters and layouts of an office's own template, ours matched to them by their kinds and names. */
export class TemplateStage implements Stage {
  readonly design: Design
  readonly masters: readonly { readonly path: string; readonly id: number }[]
  readonly notesMaster: string
  readonly theme: string
  readonly #file: string
  readonly #words: OfficeWords
  readonly #package: Package
  readonly #found: readonly TemplateLayout[]
  readonly #layouts = new Map<LayoutName, SlideLayout>()
  readonly #paths = new Map<SlideLayout, string>()
  readonly #unmatched = new Map<LayoutName, TemplateLayout>()
  readonly #hasNotesMaster: boolean

  /** @throws Fault where it is no presentation, is damaged, or has no master or no layout */
  constructor(file: InputFile, own: Design, words: OfficeWords) {
    const { colours } = readTemplate(file)
    this.#file = file.name
    this.#words = words
    this.#package = unpack(file, unread)
    const show = this.#package
    const main = relationsOf(show, '').find(({ type }) => type === 'officeDocument')?.path ?? ''
    const presentation = partXml(show, main)
    const related = relationsOf(show, main)
    const ids = descend(presentation, 'sldMasterIdLst')
    this.masters = (ids ? elementsOf(ids) : []).flatMap(({ attributes }, i) => {
      const path = related.find(({ id, type }) => type === 'slideMaster' && id === attributes['id'])?.path
      return path && show.parts.has(path)
        ? [{ path, id: Number(attributes['@id'] ?? 2_147_483_648 + i * 100) }]
        : []
    })
    const notes = related.find(({ type }) => type === 'notesMaster')?.path
    this.#hasNotesMaster = notes !== undefined && show.parts.has(notes)
    this.notesMaster = this.#hasNotesMaster && notes ? notes : 'ppt/notesMasters/deckNotesMaster.xml'
    this.theme =
      this.masters.flatMap(({ path }) => relationsOf(show, path)).find(({ type }) => type === 'theme')
        ?.path ?? ''
    const size = descend(presentation, 'sldSz')?.attributes ?? {}
    const [width, height] = [Number(size['cx'] ?? 12_192_000) / 9525, Number(size['cy'] ?? 6_858_000) / 9525]
    this.#found = this.masters.flatMap(({ path }) => layoutsOf(show, path, { width, height }))
    if (!this.#found[0]) throw new Fault((say) => say.noLayouts, { file: file.name })
    const { paper = own.palette.paper, ink = own.palette.ink } = colours
    const isDark = luminance(paper) < 0.18
    this.design = {
      ...own,
      name: file.name,
      width,
      height,
      ratio: width / height > 1.5 ? '16:9' : width > height ? '4:3' : '9:16',
      palette: { ...own.palette, scheme: isDark ? 'dark' : 'light', paper, ink },
      ...this.#found[0].serving,
    }
  }

  layout(name: LayoutName): SlideLayout {
    const known = this.#layouts.get(name)
    if (known) return known
    const found = this.#match(name)
    const layout = this.#asLayout(name, found)
    this.#layouts.set(name, layout)
    this.#paths.set(layout, found.path)
    return layout
  }

  pathOf(layout: SlideLayout): string {
    return this.#paths.get(layout) ?? this.#found[0]?.path ?? ''
  }

  #match(name: LayoutName): TemplateLayout {
    const { found, isMeant } = matchLayout(name, this.#found, this.#words.layouts)
    if (!found) throw new Fault((say) => say.noLayouts, { file: this.#file })
    if (!isMeant) this.#unmatched.set(name, found)
    return found
  }

  #asLayout(name: LayoutName, found: TemplateLayout): SlideLayout {
    const isOpening = name === 'title' || name === 'divider'
    const measures = measuresOf(name)
    const isPlaced = !found.title || !(isOpening || found.hasRoom)
    const own = this.#places(measures, isOpening)
    const isTwo = name === 'contrast' && found.bodies.length >= 2
    const isHeld = !isPlaced && (held.has(name) || isOpening)
    const [first] = found.bodies
    return {
      name,
      room: 1,
      type: isTwo ? 'twoObj' : isHeld ? 'obj' : 'titleOnly',
      ground: 'paper',
      title: isPlaced || !found.title ? own.title : found.title,
      bodies: isTwo ? found.bodies.slice(0, 2) : isHeld ? found.bodies.slice(0, 1) : [],
      furniture: [],
      decorations: [],
      area: isPlaced ? own.area : isHeld && first && !isTwo ? first.box : found.area,
      measures,
      template: { foot: found.foot, placesTitle: isPlaced, serving: found.serving },
    }
  }

  /** A heading, and what is below it, where our own slides have them. */
  #places({ padding, heading }: Layout, isOpening: boolean): { readonly title: Holder; readonly area: Box } {
    const { width, height, ratio } = this.design
    const scale = height / 720
    const [x, size] = [padding[shapeOf(ratio)] * scale, heading.size * scale]
    const high = size * (isOpening ? 3.8 : 1.8)
    const y = isOpening ? height * 0.46 - high : padding.top * scale
    const top = y + high + size * 0.4
    return {
      title: {
        type: 'title',
        index: 0,
        box: { x, y, width: width - 2 * x, height: high },
        anchor: 'b',
        levels: [{ size }],
      },
      area: { x, y: top, width: width - 2 * x, height: height * 0.9 - top },
    }
  }

  parts(): readonly Part[] {
    const types = contentTypes(this.#package, this.#file)
    const wanted = [
      ...this.masters.map(({ path }) => path),
      ...(this.#hasNotesMaster ? [this.notesMaster] : []),
    ]
    const taken = new Set<string>()
    for (const path of wanted) reach(this.#package, path, taken)
    const parts = [...taken].sort().flatMap((path): Part[] => {
      const content = this.#package.parts.get(path)
      const slash = path.lastIndexOf('/') + 1
      const relations = this.#package.parts.get(`${path.slice(0, slash)}_rels/${path.slice(slash)}.rels`)
      return content ? [{ path, type: types(path), content, ...(relations ? { relations } : {}) }] : []
    })
    return this.#hasNotesMaster
      ? parts
      : [
          ...parts,
          ...notesMasterParts(this.design, this.#words, this.notesMaster, 'ppt/theme/deckNotesTheme.xml'),
        ]
  }

  remarks(): readonly Remark[] {
    const { unmatched, layouts } = this.#words
    const forms = [...this.#unmatched]
    return [...new Set(this.#unmatched.values())].map((taken) => ({
      place: { file: this.#file },
      message: unmatched(
        forms.filter(([, one]) => one === taken).map(([name]) => layouts[name]),
        taken.name,
      ),
    }))
  }
}

/** Everything that a part leads to, but slides. */
function reach(show: Package, path: string, taken: Set<string>): void {
  if (taken.has(path) || left.test(path) || !show.parts.has(path)) return
  taken.add(path)
  for (const relation of relationsOf(show, path)) reach(show, relation.path, taken)
}

/** The media type of each part, as the file tells it. */
function contentTypes(show: Package, file: string): (path: string) => string {
  const bytes = show.parts.get('[Content_Types].xml')
  const list = bytes ? elementsOf(parseXml(new TextDecoder().decode(bytes), file)) : []
  const of = (name: string, key: string): ReadonlyMap<string, string> =>
    new Map(
      list
        .filter((one) => one.name === name)
        .map(({ attributes }) => [(attributes[key] ?? '').toLowerCase(), attributes['ContentType'] ?? '']),
    )
  const [parts, endings] = [of('Override', 'PartName'), of('Default', 'Extension')]
  return (path) =>
    parts.get(`/${path}`.toLowerCase()) ??
    endings.get(path.slice(path.lastIndexOf('.') + 1).toLowerCase()) ??
    'application/octet-stream'
}
