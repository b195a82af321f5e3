import { elementsOf, parseXml, textIn, type XmlElement } from '../../src/document/readers/xml.ts'
import { sayable } from '../../src/office/xml.ts'
import { all, partsOf } from './read-office.ts'

/**
 * What is wrong with how the parts of an Office file hang together: what a schema can't say, and what PowerPoint and Word
 * mend with a question, or refuse. Nothing for a sound file.
 */
export function structureFaults(bytes: Uint8Array): string[] {
  const parts = partsOf(bytes)
  const trees = new Map(
    Object.entries(parts)
      .filter(([path]) => /\.(?:xml|rels)$/.test(path))
      .map(([path, text]) => [path, parseXml(text, path)] as const),
  )
  const relations = new Map(
    [...trees.keys()]
      .filter((path) => !path.endsWith('.rels'))
      .map((path) => [path, relationsOf(path, trees)]),
  )
  const faults = [...archiveFaults(bytes), ...typeFaults(parts, trees), ...packageFaults(parts, trees)]
  for (const [path, tree] of trees) {
    if (path.endsWith('.rels') || path === '[Content_Types].xml') continue
    const own = relations.get(path) ?? new Map()
    for (const id of referencesIn(parts[path] ?? ''))
      if (!own.has(id)) faults.push(`${path}: no relation ${id}`)
    faults.push(...numberFaults(path, tree), ...valueFaults(path, tree), ...laterFaults(path, tree))
    if (sayable(parts[path] ?? '') !== parts[path]) faults.push(`${path}: a character that XML can't say`)
    if (/<a:p\/>/.test(parts[path] ?? '')) faults.push(`${path}: a paragraph without its end`)
    if (/"(?:NaN|-?Infinity|undefined|null)"/.test(parts[path] ?? '')) faults.push(`${path}: no value`)
  }
  return [...faults, ...showFaults(trees, relations), ...wordFaults(trees)]
}

type Trees = ReadonlyMap<string, XmlElement>
type Targets = ReadonlyMap<
  string,
  { readonly type: string; readonly path: string; readonly isOutside: boolean }
>

const relsOf = (path: string): string => path.replace(/([^/]*)$/, '_rels/$1.rels')

function relationsOf(path: string, trees: Trees): Targets {
  const folder = path.split('/').slice(0, -1)
  const list = trees.get(relsOf(path))
  return new Map(
    (list ? elementsOf(list) : []).map(({ attributes: { Id = '', Type = '', Target = '', TargetMode } }) => {
      const steps = Target.startsWith('/') ? [] : [...folder]
      for (const step of Target.split('/').filter(Boolean))
        if (step === '..') steps.pop()
        else steps.push(step)
      const type = Type.replace(/.*\//, '')
      return [Id, { type, path: steps.join('/'), isOutside: TargetMode === 'External' }]
    }),
  )
}

const referencesIn = (xml: string): string[] =>
  [...xml.matchAll(/\br:(?:id|embed|link|pict)="([^"]+)"/g)].map(([, id = '']) => id)

const repeated = (values: readonly string[]): string[] =>
  values.filter((value, i) => values.indexOf(value) !== i)

/** What a reader of the archive sees first, and what some of them can't follow: https://github.com/dbuenzli/zipc/issues/4 */
function archiveFaults(bytes: Uint8Array): string[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const names: string[] = []
  let at = 0
  while (at + 30 < bytes.length && view.getUint32(at, true) === 0x04034b50) {
    const [flags, size, name, extra] = [
      view.getUint16(at + 6, true),
      view.getUint32(at + 18, true),
      view.getUint16(at + 26, true),
      view.getUint16(at + 28, true),
    ]
    names.push(new TextDecoder().decode(bytes.subarray(at + 30, at + 30 + name)))
    if (flags & 8) return [`${names.at(-1)}: its size stands behind it`]
    at += 30 + name + extra + size
  }
  return [
    ...(names[0] === '[Content_Types].xml' ? [] : ['the types do not stand first']),
    ...repeated(names.map((name) => name.toLowerCase())).map((name) => `${name} is in the archive twice`),
    ...['docProps/core.xml', 'docProps/app.xml'].flatMap((name) =>
      names.includes(name) ? [] : [`no ${name}`],
    ),
  ]
}

/** Every part has one media type, and no type is of nothing. */
function typeFaults(parts: Readonly<Record<string, string>>, trees: Trees): string[] {
  const list = trees.get('[Content_Types].xml')
  const named = (name: string, key: string): string[] =>
    (list ? elementsOf(list) : [])
      .filter((one) => one.name === name)
      .map(({ attributes }) => attributes[key] ?? '')
  const [overrides, endings] = [named('Override', 'PartName'), named('Default', 'Extension')]
  return [
    ...repeated(overrides).map((name) => `two types of ${name}`),
    ...overrides.filter((name) => !(name.slice(1) in parts)).map((name) => `a type of nothing: ${name}`),
    // https://github.com/gitbrent/PptxGenJS/issues/1449
    ...endings
      .filter((ending) => !Object.keys(parts).some((path) => path.endsWith(`.${ending}`)))
      .map((ending) => `a type of no file: ${ending}`),
    ...Object.keys(parts)
      .filter((path) => path !== '[Content_Types].xml')
      .filter((path) => !overrides.includes(`/${path}`) && !endings.includes(path.replace(/.*\./, '')))
      .map((path) => `no type of ${path}`),
  ]
}

/** Every relation leads somewhere, each by a name of its own; no part is left that nothing leads to. */
function packageFaults(parts: Readonly<Record<string, string>>, trees: Trees): string[] {
  const reached = new Set<string>()
  const faults: string[] = []
  for (const [path, tree] of trees) {
    if (!path.endsWith('.rels')) continue
    const owner = path.replace('_rels/', '').replace(/\.rels$/, '')
    if (owner !== '' && !(owner in parts)) faults.push(`${path}: of nothing`)
    for (const id of repeated(elementsOf(tree).map(({ attributes }) => attributes['Id'] ?? '')))
      faults.push(`${path}: ${id} twice`)
    for (const [id, target] of relationsOf(owner, trees)) {
      if (target.isOutside) continue
      reached.add(target.path)
      if (!(target.path in parts)) faults.push(`${path}: ${id} leads to nothing, ${target.path}`)
    }
  }
  const loose = Object.keys(parts).filter(
    (path) => !path.endsWith('.rels') && path !== '[Content_Types].xml' && !reached.has(path),
  )
  return [...faults, ...loose.map((path) => `${path}: nothing leads to it`)]
}

/** Shapes, steps of an animation and what they point at. */
function numberFaults(path: string, tree: XmlElement): string[] {
  const ids = (name: string, key = 'id'): string[] =>
    all(tree, name).map(({ attributes }) => attributes[key] ?? '')
  const shapes = ids('cNvPr').filter((id) => id !== '0')
  const [targets, built] = [ids('spTgt', 'spid'), ids('bldP', 'spid')]
  const paragraphs = (id: string): number => {
    const shape = all(tree, 'sp').find((one) => all(one, 'cNvPr')[0]?.attributes['id'] === id)
    return shape ? all(shape, 'p').length : 0
  }
  const faults = [
    ...(/^ppt\//.test(path) ? repeated(shapes).map((id) => `shape ${id} twice`) : []),
    ...repeated(ids('cTn')).map((id) => `step ${id} twice`),
    ...repeated(built).map((id) => `shape ${id} built twice`),
    ...targets.filter((id) => !shapes.includes(id)).map((id) => `a step of no shape, ${id}`),
    ...targets.filter((id) => !built.includes(id)).map((id) => `shape ${id} comes but is not built`),
    ...built.filter((id) => !targets.includes(id)).map((id) => `shape ${id} is built but does not come`),
    ...all(tree, 'spTgt').flatMap((target) => {
      const [range] = all(target, 'pRg')
      const most = paragraphs(target.attributes['spid'] ?? '')
      return range && Number(range.attributes['end']) >= most ? ['a step of no paragraph'] : []
    }),
    // https://github.com/gitbrent/PptxGenJS/issues/1442
    ...all(tree, 'bgPr').flatMap((ground) =>
      elementsOf(ground).some(({ name }) => name === 'effectLst') ? [] : ['a ground without effects'],
    ),
    ...all(tree, 'fld').flatMap(({ attributes: { id = '', instr } }) =>
      instr !== undefined || guid.test(id) ? [] : [`a field's number ${id}`],
    ),
    ...tableFaults(tree),
  ]
  return faults.map((fault) => `${path}: ${fault}`)
}

/** The least and the largest that a value may be, by the simple types of ISO/IEC 29500-1, dml-main.xsd. */
const limits: readonly (readonly [of: RegExp, key: string, least: number, most: number])[] = [
  // ST_TextFontSize: 1 to 4,000 points
  [/^(?:rPr|defRPr|endParaRPr)$/, 'sz', 100, 400_000],
  // ST_TextIndentLevelType, ST_TextMargin, ST_TextIndent
  [/^pPr$/, 'lvl', 0, 8],
  [/^(?:pPr|lvl\dpPr)$/, 'marL', 0, 51_206_400],
  [/^(?:pPr|lvl\dpPr)$/, 'indent', -51_206_400, 51_206_400],
  // ST_TextBulletStartAtNum, ST_TextBulletSizePercent
  [/^buAutoNum$/, 'startAt', 1, 32_767],
  [/^buSzPct$/, 'val', 25_000, 400_000],
  // ST_TextSpacingPoint, ST_TextSpacingPercent, ST_TextColumnCount
  [/^spcPts$/, 'val', 0, 158_400],
  [/^spcPct$/, 'val', 0, 13_200_000],
  [/^bodyPr$/, 'numCol', 1, 16],
  // ST_LineWidth
  [/^ln$/, 'w', 0, 20_116_800],
  // ST_Coordinate32 is what PowerPoint keeps places and sizes in.
  [/^(?:off|chOff)$/, 'x', -(2 ** 31), 2 ** 31 - 1],
  [/^(?:off|chOff)$/, 'y', -(2 ** 31), 2 ** 31 - 1],
  [/^(?:ext|chExt)$/, 'cx', 0, 2 ** 31 - 1],
  [/^(?:ext|chExt)$/, 'cy', 0, 2 ** 31 - 1],
  // pml.xsd: ST_SlideSizeCoordinate
  [/^sldSz$/, 'cx', 914_400, 51_206_400],
  [/^sldSz$/, 'cy', 914_400, 51_206_400],
]

function valueFaults(path: string, tree: XmlElement): string[] {
  if (!path.startsWith('ppt/')) return []
  const faults: string[] = []
  const visit = (element: XmlElement): void => {
    for (const [of, key, least, most] of limits) {
      const value = element.attributes[key]
      if (value === undefined || !of.test(element.name)) continue
      if (!/^-?\d+$/.test(value) || Number(value) < least || Number(value) > most)
        faults.push(`${path}: ${key} of ${element.name} is ${value}`)
    }
    // Words without any are a run that PowerPoint takes out, and a step of an animation may point at.
    if (element.name === 'r' && !all(element, 't').some((words) => textIn(words) !== ''))
      faults.push(`${path}: a run without words`)
    elementsOf(element).forEach(visit)
  }
  visit(tree)
  return faults
}

/** What came after ISO/IEC 29500, as part 3 has it: prefixes that may be passed over are told, and each choice has another. */
function laterFaults(path: string, tree: XmlElement): string[] {
  const [known, other] = [all(tree, 'AlternateContent'), (tree.attributes['Ignorable'] ?? '').split(' ')]
  return [
    ...known.flatMap((one) =>
      elementsOf(one).some(({ name }) => name === 'Fallback') ? [] : [`${path}: a choice without another`],
    ),
    ...other
      .filter((prefix) => prefix && tree.attributes[prefix] === undefined)
      .map((prefix) => `${path}: ${prefix} is passed over, and is not told`),
    // [MS-PPTX] 2.2.8: one for each slide, or none.
    ...repeated(all(tree, 'creationId').map(({ attributes }) => attributes['val'] ?? '')).map(
      (val) => `${path}: creation ${val} twice`,
    ),
  ]
}

/** A row has a cell for each column of its table, and each cell a body. */
function tableFaults(tree: XmlElement): string[] {
  return all(tree, 'tbl')
    .filter((table) => all(table, 'txBody').length > 0)
    .flatMap((table) => {
      const columns = all(table, 'gridCol').length
      return elementsOf(table)
        .filter(({ name }) => name === 'tr')
        .flatMap((row) => {
          const cells = elementsOf(row).filter(({ name }) => name === 'tc')
          return [
            ...(cells.length === columns ? [] : [`a row of ${cells.length} cells, not ${columns}`]),
            ...(cells.every((cell) => elementsOf(cell)[0]?.name === 'txBody')
              ? []
              : ['a cell without a body']),
          ]
        })
    })
}

const guid = /^\{[\dA-F]{8}(?:-[\dA-F]{4}){3}-[\dA-F]{12}\}$/

/** The slides, masters, layouts and sections of a presentation. */
function showFaults(trees: Trees, relations: ReadonlyMap<string, Targets>): string[] {
  const main = trees.get('ppt/presentation.xml')
  if (!main) return []
  const ids = (tree: XmlElement | undefined, name: string, key = '@id'): string[] =>
    (tree ? all(tree, name) : []).map(({ attributes }) => attributes[key] ?? attributes['id'] ?? '')
  const slides = ids(main, 'sldId').filter((id) => Number(id) >= 256)
  const sections = all(main, 'section')
  const inSections = sections
    .flatMap((section) => all(section, 'sldId'))
    .map(({ attributes }) => attributes['id'] ?? '')
  const shown = all(main, 'sldIdLst')[0]
  const own = (shown ? elementsOf(shown) : []).map(({ attributes }) => attributes['@id'] ?? '')
  const masters = [...trees.keys()].filter((path) => /^ppt\/slideMasters\/[^/]*\.xml$/.test(path))
  const numbers = [
    ...ids(main, 'sldMasterId'),
    ...masters.flatMap((path) => ids(trees.get(path), 'sldLayoutId')),
  ]
  const typeOf = (path: string, type: string): number =>
    [...(relations.get(path)?.values() ?? [])].filter((one) => one.type === type).length
  const themes = [...trees.keys()]
    .filter((path) => /^ppt\/(?:slide|notes)Masters\/[^/]*\.xml$/.test(path))
    .flatMap((path) =>
      [...(relations.get(path)?.values() ?? [])]
        .filter(({ type }) => type === 'theme')
        .map((one) => one.path),
    )
  return [
    ...repeated(own).map((id) => `slide ${id} twice`),
    ...(slides.length === 0 ? ['no slides'] : []),
    ...repeated(numbers).map((id) => `master or layout ${id} twice`),
    ...numbers.filter((id) => Number(id) < 2_147_483_648).map((id) => `the number ${id} is too small`),
    ...repeated(
      [...relations].flatMap(([path, targets]) =>
        path.startsWith('ppt/slides/')
          ? [...targets.values()].filter(({ type }) => type === 'notesSlide').map((one) => one.path)
          : [],
      ),
    ).map((path) => `${path}: notes of two slides`),
    ...repeated(themes).map((path) => `${path} is the theme of two masters`),
    ...sections.flatMap(({ attributes: { id = '' } }) => (guid.test(id) ? [] : [`a section's number ${id}`])),
    ...repeated(ids(main, 'section', 'id')).map((id) => `section ${id} twice`),
    ...(sections.length && inSections.toSorted().join() !== own.toSorted().join()
      ? ['sections have not each slide once']
      : []),
    ...[...trees.keys()].flatMap((path): string[] => {
      if (/^ppt\/slides\/[^/]*\.xml$/.test(path) && typeOf(path, 'slideLayout') !== 1)
        return [`${path}: no layout`]
      if (/^ppt\/slideLayouts\/[^/]*\.xml$/.test(path) && typeOf(path, 'slideMaster') !== 1)
        return [`${path}: no master`]
      if (/^ppt\/notesSlides\/[^/]*\.xml$/.test(path))
        return typeOf(path, 'slide') === 1 && typeOf(path, 'notesMaster') === 1 ? [] : [`${path}: no slide`]
      return []
    }),
  ]
}

/** The styles, lists and marks of a Word document. */
function wordFaults(trees: Trees): string[] {
  const [main, styles, numbering, settings] = ['document', 'styles', 'numbering', 'settings'].map((name) =>
    trees.get(`word/${name}.xml`),
  )
  if (!main || !styles || !numbering) return []
  const values = (tree: XmlElement, name: string, key = 'val'): string[] =>
    all(tree, name).map(({ attributes }) => attributes[key] ?? '')
  const known = values(styles, 'style', 'styleId')
  const texts = [...trees].filter(([path]) => /^word\/[^/]*\.xml$/.test(path)).map(([, tree]) => tree)
  const used = texts.flatMap((tree) =>
    ['pStyle', 'rStyle', 'tblStyle', 'basedOn', 'next', 'link'].flatMap((name) => values(tree, name)),
  )
  const lists = values(numbering, 'num', 'numId')
  const kinds = values(numbering, 'abstractNum', 'abstractNumId')
  const starts = values(main, 'bookmarkStart', 'id')
  return [
    ...[...new Set(used)].filter((id) => !known.includes(id)).map((id) => `no style ${id}`),
    ...repeated(known).map((id) => `style ${id} twice`),
    ...new Set(
      values(main, 'numId')
        .filter((id) => !lists.includes(id))
        .map((id) => `no list ${id}`),
    ),
    ...repeated(lists).map((id) => `list ${id} twice`),
    ...values(numbering, 'num', 'numId').flatMap((_, i) => {
      const kind = values(all(numbering, 'num')[i] ?? numbering, 'abstractNumId')[0] ?? ''
      return kinds.includes(kind) ? [] : [`no kind of list ${kind}`]
    }),
    ...repeated(starts).map((id) => `bookmark ${id} twice`),
    ...repeated(values(main, 'bookmarkStart', 'name')).map((name) => `bookmark ${name} twice`),
    ...starts
      .filter((id) => !values(main, 'bookmarkEnd', 'id').includes(id))
      .map((id) => `bookmark ${id} is open`),
    ...values(main, 'bookmarkStart', 'name')
      .filter((name) => name.length > 40)
      .map((name) => `long name ${name}`),
    ...repeated(values(main, 'docPr', 'id')).map((id) => `picture ${id} twice`),
    // https://ooxml.dev/docs/common-gotchas/
    ...all(main, 'tbl').flatMap((table) =>
      all(table, 'tblGrid').length > 0 ? [] : ['a table without its columns'],
    ),
    ...(elementsOf(all(main, 'body')[0] ?? main).at(-1)?.name === 'sectPr' ? [] : ['no page at the end']),
    // https://github.com/anthropics/skills/pull/1569
    ...all(main, 't').flatMap((words) => (/[\r\n]/.test(textIn(words)) ? ['a line end in words'] : [])),
    ...(elementsOf(numbering).findLastIndex(({ name }) => name === 'abstractNum') >
    elementsOf(numbering).findIndex(({ name }) => name === 'num')
      ? ['kinds of lists behind lists']
      : []),
    // Without it Word works as that of 2007 did: https://github.com/dolanmiu/docx/issues/544
    ...(settings &&
    all(settings, 'compatSetting').some(
      ({ attributes: { name, val } }) => name === 'compatibilityMode' && val === '15',
    )
      ? []
      : ['no mode of Word']),
    // XML passes over white space at the ends of words, but for those that say otherwise (XML 1.0, 2.10).
    ...all(main, 't').flatMap((words) =>
      /^\s|\s$/.test(textIn(words)) && words.attributes['space'] !== 'preserve' ? ['lost white space'] : [],
    ),
    // ISO/IEC 29500-1, 17.13.6.2: letters, figures and underscores.
    ...values(main, 'bookmarkStart', 'name')
      .filter((name) => !/^[\p{L}_][\p{L}\p{N}_]*$/u.test(name))
      .map((name) => `no bookmark's name: ${name}`),
    // A cell ends with a paragraph.
    ...all(main, 'tc').flatMap((cell) =>
      elementsOf(cell).at(-1)?.name === 'p' ? [] : ['a cell without an end'],
    ),
  ]
}
