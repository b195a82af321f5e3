import { childValue, descend, elementsOf, parseXml, type XmlElement } from '../../document/readers/xml.ts'
import type { Package } from '../../document/readers/zip.ts'
import { partXml, relationsOf, unpack } from '../../document/readers/zip.ts'
import type { InputFile } from '../../document/source.ts'
import { Fault, type Remark } from '../../fault.ts'
import { contrast, luminance } from '../../theme/colour.ts'
import { readTemplate } from '../../theme/template.ts'
import type { Part } from '../package.ts'
import type { OfficeWords } from '../words.ts'
import { type Design, type Slot, slots } from './design.ts'
import type { Holder } from './holder.ts'
import { type LayoutName, measuresOf, type SlideLayout } from './layouts.ts'
import { notesMasterParts } from './own-stage.ts'
import type { Stage } from './stage.ts'
import type { LevelStyle } from './text-style.ts'
import type { Box } from './units.ts'

/** What of a template is no part of how slides look. */
const unread = /\/$|^ppt\/(?:slides|notesSlides|comments|handoutMasters|changesInfos)\//u
/** Its own slides, and what tells of them. */
const left = /^ppt\/(?:slides|notesSlides|handoutMasters|comments)\//u

/** A layout of the template. */
interface Found {
  readonly path: string
  readonly name: string
  /** ST_SlideLayoutType; `cust` where it does not say. */
  readonly type: string
  readonly title: Holder | null
  readonly bodies: readonly Holder[]
  readonly foot: readonly Pick<Holder, 'type' | 'index'>[]
  /** Where the master has its text. */
  readonly area: Box | null
}

/** What each form of ours wants of a template, the best first: kinds of layouts, and what they may be called. */
const wanted: Readonly<Record<LayoutName, { readonly types: readonly string[]; readonly names: RegExp }>> = {
  title: { types: ['title'], names: /封面|标题幻灯片|標題投影片|title slide|cover/i },
  divider: { types: ['secHead'], names: /节标题|分节|过渡|章节|區段|section|divider/i },
  closing: { types: [], names: /结束|致谢|谢谢|結束|closing|thank/i },
  statement: { types: [], names: /一句话|statement/i },
  demand: { types: [], names: /要求|demand/i },
  agenda: { types: [], names: /目录|目錄|议程|agenda|contents/i },
  recap: { types: [], names: /小结|小結|回顾|recap|summary/i },
  list: { types: ['obj', 'tx'], names: /标题和内容|要点|正文|標題及物件|title and content|points/i },
  article: { types: [], names: /条文|正文|article/i },
  definition: { types: [], names: /定义|定義|definition/i },
  quotation: { types: [], names: /引言|引文|名言|quote|quotation/i },
  contrast: {
    types: ['twoObj', 'twoColTx', 'twoTxTwoObj'],
    names: /两栏|对比|比较|兩項|比較|two content|comparison|two sides/i,
  },
  panels: { types: ['titleOnly'], names: /仅标题|只有标题|只有標題|title only/i },
  steps: { types: ['titleOnly'], names: /仅标题|只有标题|只有標題|title only/i },
  cards: { types: ['titleOnly'], names: /仅标题|只有标题|只有標題|title only/i },
  figures: { types: ['titleOnly'], names: /仅标题|只有标题|只有標題|title only/i },
  timeline: { types: ['titleOnly'], names: /仅标题|只有标题|只有標題|title only/i },
  image: { types: ['titleOnly'], names: /仅标题|图片|只有標題|title only|picture/i },
  table: { types: ['titleOnly'], names: /仅标题|表格|只有標題|title only|table/i },
  code: { types: ['titleOnly'], names: /仅标题|代码|只有標題|title only|code/i },
}

/** Forms whose words stand in a placeholder. */
const held: ReadonlySet<LayoutName> = new Set([
  'statement',
  'demand',
  'closing',
  'list',
  'agenda',
  'article',
  'definition',
  'quotation',
  'contrast',
])

/** The masters and layouts of an office's own template, ours matched to them by their kinds and names. */
export class TemplateStage implements Stage {
  readonly design: Design
  readonly masters: readonly { readonly path: string; readonly id: number }[]
  readonly notesMaster: string
  readonly theme: string
  readonly #file: string
  readonly #words: OfficeWords
  readonly #package: Package
  readonly #found: readonly Found[]
  readonly #layouts = new Map<LayoutName, SlideLayout>()
  readonly #paths = new Map<SlideLayout, string>()
  readonly #unmatched: LayoutName[] = []
  readonly #hasNotesMaster: boolean

  /** @throws Fault where it is no presentation, is damaged, or has no master or no layout with a title */
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
    if (!this.#found.some(({ title }) => title)) throw new Fault((say) => say.noLayouts, { file: file.name })
    const { paper = own.palette.paper, ink = own.palette.ink } = colours
    const isDark = luminance(paper) < 0.18
    this.design = {
      ...own,
      name: file.name,
      width,
      height,
      ratio: width / height > 1.5 ? '16:9' : width > height ? '4:3' : '9:16',
      palette: { ...own.palette, scheme: isDark ? 'dark' : 'light', paper, ink },
      // Boxes stand on the template's second ground only where its words are read there.
      surface:
        contrast(second(show, this.masters[0]?.path ?? '') ?? paper, ink) >= 4.5
          ? slots.surface
          : slots.paper,
      muted: inkOf(show, this.masters[0]?.path ?? ''),
      ink: inkOf(show, this.masters[0]?.path ?? ''),
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

  #match(name: LayoutName): Found {
    const { types, names } = wanted[name]
    const all = this.#found.filter(({ title }) => title)
    const fits = ({ bodies: [first, other] }: Found): boolean =>
      name === 'contrast'
        ? other !== undefined && first?.index !== other.index
        : !held.has(name) || first !== undefined
    const found =
      all.find((one) => one.name === this.#words.layouts[name] && fits(one)) ??
      all.find((one) => types.includes(one.type) && fits(one)) ??
      all.find((one) => names.test(one.name) && fits(one))
    if (found) return found
    // What a template has nothing of its own for stands as a list, as most templates have it; that is no lack.
    const isUsual = held.has(name) && name !== 'list' && name !== 'contrast'
    if (!isUsual) this.#unmatched.push(name)
    const list = all.find(({ type }) => type === 'obj' || type === 'tx')
    return (
      list ??
      // A cover's second line is no place for text: better a heading alone, below which words get boxes of their own.
      all.find(({ type, bodies }) => type !== 'title' && bodies.some((one) => one.type !== 'subTitle')) ??
      all.find(({ type }) => type === 'titleOnly') ??
      all.find(({ bodies }) => bodies.length > 0) ??
      all[0] ?? { path: '', name: '', type: '', title: null, bodies: [], foot: [], area: null }
    )
  }

  #asLayout(name: LayoutName, found: Found): SlideLayout {
    const { width, height } = this.design
    const measures = measuresOf(name)
    const title = found.title ?? {
      type: 'title',
      index: 0,
      box: { x: 60, y: 40, width: width - 120, height: 80 },
      anchor: 'b',
      levels: [{}],
    }
    const [first] = found.bodies
    const isTwo = name === 'contrast' && found.bodies.length >= 2
    const top = title.box.y + title.box.height + 16
    const text = found.area && found.area.y >= top - 16 ? found.area : null
    const below: Box = text ?? {
      x: title.box.x,
      y: top,
      width: title.box.width,
      height: Math.max(60, height * 0.9 - top),
    }
    const isHeld = held.has(name) || name === 'title' || name === 'divider'
    return {
      name,
      lines: 1,
      type:
        name === 'title'
          ? 'title'
          : name === 'divider'
            ? 'secHead'
            : isTwo
              ? 'twoObj'
              : isHeld
                ? 'obj'
                : 'titleOnly',
      ground: 'paper',
      title,
      bodies: isTwo ? found.bodies.slice(0, 2) : isHeld ? found.bodies.slice(0, 1) : [],
      furniture: [],
      decorations: [],
      area:
        isHeld && first && !isTwo
          ? first.box
          : isTwo && first
            ? { ...below, height: first.box.height }
            : (first?.box ?? below),
      measures,
      template: { foot: found.foot },
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
    return this.#unmatched.map((name) => ({
      place: { file: this.#file },
      message: this.#words.unmatched(this.#words.layouts[name], this.#match(name).name),
    }))
  }
}

/** The second ground of a master's theme. */
function second(show: Package, master: string) {
  const path = relationsOf(show, master).find(({ type }) => type === 'theme')?.path
  const scheme = descend(path === undefined ? undefined : partXml(show, path), 'themeElements', 'clrScheme')
  const map = descend(partXml(show, master), 'clrMap')?.attributes['bg2'] ?? 'lt2'
  const value = childValue(descend(scheme, map), 'srgbClr')
  return value ? (`#${value.toLowerCase()}` as const) : null
}

const textSlots: readonly Slot[] = ['tx1', 'bg1', 'tx2', 'bg2']

/** The colour of a master's text. */
function inkOf(show: Package, master: string): Slot {
  const level = descend(partXml(show, master), 'txStyles', 'bodyStyle', 'lvl1pPr', 'defRPr', 'solidFill')
  const value = childValue(level, 'schemeClr')
  return textSlots.find((slot) => slot === value) ?? slots.ink
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

/** The layouts of a master, in its order. */
function layoutsOf(show: Package, master: string, slide: { width: number; height: number }): Found[] {
  const tree = partXml(show, master)
  const order = descend(tree, 'sldLayoutIdLst')
  const related = relationsOf(show, master)
  const above = holdersOf(tree)
  const styles = descend(tree, 'txStyles')
  const text = above.find(({ type, box }) => type === 'body' && box)
  return (order ? elementsOf(order) : []).flatMap(({ attributes }): Found[] => {
    const path = related.find(({ id, type }) => type === 'slideLayout' && id === attributes['id'])?.path
    const layout = path === undefined ? undefined : partXml(show, path)
    if (!layout || path === undefined) return []
    const holders = holdersOf(layout).map((one) => withMaster(one, above))
    const title = holders.find(({ type }) => type === 'title' || type === 'ctrTitle')
    const bodies = holders.filter(
      ({ type, box }) => /^(?:body|obj|subTitle)$/.test(type) && (!box || box.height > slide.height * 0.06),
    )
    const asHolder = (one: RawHolder, style: string): Holder => ({
      type: one.type,
      index: one.index,
      box: inner(one, slide),
      anchor: 't',
      levels: levelsOf(one.levels, descend(styles, style)),
    })
    return [
      {
        path,
        name: descend(layout, 'cSld')?.attributes['name'] ?? '',
        type: layout.attributes['type'] ?? 'cust',
        title: title ? asHolder(title, 'titleStyle') : null,
        bodies: bodies.sort((one, other) => one.index - other.index).map((one) => asHolder(one, 'bodyStyle')),
        area: text ? inner(text, slide) : null,
        foot: holders.filter(({ type }) => /^(?:dt|ftr|sldNum)$/.test(type)),
      },
    ]
  })
}

/** A placeholder as a layout or a master has it. */
interface RawHolder {
  readonly type: Holder['type']
  readonly index: number
  readonly box: Box | null
  readonly insets: { readonly x: number; readonly y: number }
  readonly levels: XmlElement | undefined
}

const kinds: ReadonlySet<string> = new Set([
  'title',
  'ctrTitle',
  'subTitle',
  'body',
  'obj',
  'dt',
  'ftr',
  'sldNum',
])
const isKind = (type: string): type is Holder['type'] => kinds.has(type)

function holdersOf(tree: XmlElement | undefined): RawHolder[] {
  const shapes = descend(tree, 'cSld', 'spTree')
  return (shapes ? elementsOf(shapes) : []).flatMap((shape): RawHolder[] => {
    const holder = descend(
      elementsOf(shape).find(({ name }) => /^nv\w+Pr$/u.test(name)),
      'nvPr',
      'ph',
    )
    const type = holder?.attributes['type'] ?? 'obj'
    if (!holder || !isKind(type)) return []
    const transform = descend(shape, 'spPr', 'xfrm')
    const [off, ext] = [descend(transform, 'off')?.attributes, descend(transform, 'ext')?.attributes]
    const pixels = (value: string | undefined): number => Number(value ?? 0) / 9525
    const body = descend(shape, 'txBody', 'bodyPr')?.attributes ?? {}
    return [
      {
        type,
        index: Number(holder.attributes['idx'] ?? 0),
        box: ext
          ? {
              x: pixels(off?.['x']),
              y: pixels(off?.['y']),
              width: pixels(ext['cx']),
              height: pixels(ext['cy']),
            }
          : null,
        // ECMA-376, 21.1.2.1.1: a tenth of an inch beside the words, half that above them.
        insets: { x: pixels(body['lIns'] ?? '91440'), y: pixels(body['tIns'] ?? '45720') },
        levels: descend(shape, 'txBody', 'lstStyle'),
      },
    ]
  })
}

/** A layout's placeholder with the place that it has from the master's of its kind. */
function withMaster(holder: RawHolder, above: readonly RawHolder[]): RawHolder {
  if (holder.box) return holder
  const kind = holder.type === 'ctrTitle' ? 'title' : holder.type === 'title' ? 'title' : 'body'
  const own = above.find(({ type }) => type === holder.type) ?? above.find(({ type }) => type === kind)
  return own ? { ...holder, box: own.box, insets: own.insets } : holder
}

/** The room that the words have. */
function inner({ box, insets }: RawHolder, slide: { width: number; height: number }): Box {
  const { x, y, width, height } = box ?? {
    x: slide.width * 0.06,
    y: slide.height * 0.25,
    width: slide.width * 0.88,
    height: slide.height * 0.62,
  }
  return {
    x: x + insets.x,
    y: y + insets.y,
    width: Math.max(1, width - 2 * insets.x),
    height: Math.max(1, height - 2 * insets.y),
  }
}

/** Sizes and marks of the first two levels: what the layout says, else the master. */
function levelsOf(own: XmlElement | undefined, master: XmlElement | undefined): LevelStyle[] {
  return ['lvl1pPr', 'lvl2pPr'].map((name): LevelStyle => {
    const levels = [descend(own, name), descend(master, name)]
    const size = levels
      .map((level) => descend(level, 'defRPr')?.attributes['sz'])
      .find((sz) => sz !== undefined)
    const marked = levels.find(
      (level) => descend(level, 'buNone') ?? descend(level, 'buChar') ?? descend(level, 'buAutoNum'),
    )
    const hasMark = marked !== undefined && descend(marked, 'buNone') === undefined
    return {
      ...(size ? { size: Number(size) / 75 } : {}),
      ...(hasMark ? { mark: 'diamond' as const } : {}),
    }
  })
}
