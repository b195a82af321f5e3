import type { EmbeddedFamily } from '../embedded-fonts.ts'
import { type Part, Relations } from '../package.ts'
import type { Faces } from '../windows-faces.ts'
import { element, type Xml } from '../xml.ts'
import { obfuscated } from './obfuscate.ts'
import { type PageStyle, paper } from './style.ts'
import { field, millimetres, namespaces, paragraph, twips, types, value } from './vocabulary.ts'

/** What of a style is not as in the one that it is based on. */
interface StyleDefinition {
  readonly id: string
  /** Word knows its own styles by their English names, and shows them in the person's language. */
  readonly name: string
  readonly basedOn?: string
  readonly next?: string
  readonly kind?: 'character'
  readonly paragraph?: readonly Xml[]
  readonly run?: readonly Xml[]
  readonly isHidden?: boolean
}

const fonts = ({ latin, ideographs }: Faces): Xml =>
  element('w:rFonts', {
    'w:ascii': latin,
    'w:hAnsi': latin,
    'w:eastAsia': ideographs,
    'w:cs': latin,
  })

/** Half points. */
const size = (points: number): readonly Xml[] => [
  value('w:sz', Math.round(points * 2)),
  value('w:szCs', Math.round(points * 2)),
]

const spacing = (before: number, after: number): Xml =>
  element('w:spacing', { 'w:before': twips(before), 'w:after': twips(after) })

const colour = (rgb: string): Xml => value('w:color', rgb)

/** The styles of a script; everything in it has one, so that whoever changes a style changes the whole. */
export function stylesPart(style: PageStyle, language: string): Part {
  const { text, heading, heading2, title, firstLine } = style
  const bold = style.boldHeadings ? [element('w:b'), element('w:bCs')] : []
  const lines =
    style.line === null
      ? { 'w:line': 360, 'w:lineRule': 'auto' }
      : { 'w:line': twips(style.line), 'w:lineRule': 'exact' }
  const indent = firstLine
    ? [
        element('w:ind', {
          'w:firstLineChars': firstLine * 100,
          'w:firstLine': twips(style.size * firstLine),
        }),
      ]
    : []
  const definitions: readonly StyleDefinition[] = [
    {
      id: 'Title',
      name: 'Title',
      basedOn: 'Normal',
      next: 'Subtitle',
      paragraph: [spacing(0, 10), value('w:jc', 'center')],
      run: [fonts(title), ...bold, ...size(style.titleSize)],
    },
    {
      id: 'Subtitle',
      name: 'Subtitle',
      basedOn: 'Normal',
      paragraph: [spacing(0, 6), value('w:jc', 'center')],
    },
    {
      id: 'Heading1',
      name: 'heading 1',
      basedOn: 'Normal',
      next: 'Script',
      paragraph: [
        element('w:keepNext'),
        spacing(style.official ? 0 : 18, style.official ? 0 : 6),
        ...(style.official ? indent : []),
        value('w:outlineLvl', 0),
      ],
      run: [fonts(heading), ...bold, ...size(style.headingSize)],
    },
    {
      id: 'Heading2',
      name: 'heading 2',
      basedOn: 'Normal',
      next: 'Script',
      paragraph: [
        element('w:keepNext'),
        spacing(style.official ? 0 : 14, style.official ? 0 : 4),
        ...(style.official ? indent : []),
        value('w:outlineLvl', 1),
      ],
      run: [fonts(heading2), ...bold, ...size(style.heading2Size)],
    },
    {
      id: 'Script',
      name: 'Script',
      basedOn: 'Normal',
      paragraph: [spacing(0, style.official ? 0 : 6), ...indent],
    },
    {
      id: 'Signature',
      name: 'Signature',
      basedOn: 'Normal',
      paragraph: [value('w:jc', 'right')],
    },
    {
      id: 'SlideInfo',
      name: 'Slide Info',
      basedOn: 'Normal',
      paragraph: [element('w:keepNext'), spacing(0, 4)],
      run: [colour('595959'), ...size(style.official ? 12 : 9)],
    },
    { id: 'Point', name: 'Point', basedOn: 'Normal', paragraph: [element('w:contextualSpacing')] },
    { id: 'SlideText', name: 'Slide Text', basedOn: 'Normal' },
    {
      id: 'SlideQuotation',
      name: 'Slide Quotation',
      basedOn: 'SlideText',
      paragraph: [element('w:ind', { 'w:left': twips(24) })],
      run: [fonts(heading2)],
    },
    {
      id: 'SlideCode',
      name: 'Slide Code',
      basedOn: 'SlideText',
      paragraph: [
        element('w:shd', { 'w:val': 'clear', 'w:color': 'auto', 'w:fill': 'F2F2F2' }),
        element('w:spacing', { 'w:line': 240, 'w:lineRule': 'auto' }),
      ],
      run: [fonts({ latin: 'Consolas', ideographs: text.ideographs }), ...size(style.size - 2)],
    },
    {
      id: 'CellText',
      name: 'Cell Text',
      basedOn: 'Normal',
      paragraph: [element('w:spacing', { 'w:line': 240, 'w:lineRule': 'auto' })],
    },
    {
      id: 'CellLabel',
      name: 'Cell Label',
      basedOn: 'CellText',
      paragraph: [value('w:jc', 'center')],
      run: [fonts(heading)],
    },
    {
      id: 'Header',
      name: 'header',
      basedOn: 'Normal',
      paragraph: [tabs(style), element('w:spacing', { 'w:line': 240, 'w:lineRule': 'auto' })],
      run: size(9),
    },
    {
      id: 'Footer',
      name: 'footer',
      basedOn: 'Normal',
      paragraph: [tabs(style), element('w:spacing', { 'w:line': 240, 'w:lineRule': 'auto' })],
      run: style.official ? [fonts({ latin: '宋体', ideographs: '宋体' }), ...size(14)] : size(9),
    },
    {
      id: 'PointWords',
      name: 'Point Words',
      kind: 'character',
      run: [element('w:b'), element('w:bCs')],
    },
    {
      id: 'RunIn',
      name: 'Run In',
      kind: 'character',
      run: [fonts(heading2)],
    },
    {
      id: 'Code',
      name: 'Code',
      kind: 'character',
      run: [fonts({ latin: 'Consolas', ideographs: text.ideographs })],
    },
    {
      id: 'Hyperlink',
      name: 'Hyperlink',
      kind: 'character',
      run: [colour('0563C1'), value('w:u', 'single')],
    },
  ]
  return {
    path: 'word/styles.xml',
    type: types.styles,
    content: element(
      'w:styles',
      namespaces,
      element(
        'w:docDefaults',
        element(
          'w:rPrDefault/w:rPr',
          fonts(text),
          style.grid ? value('w:spacing', -twips(style.grid.nearer)) : null,
          size(style.size),
          element('w:lang', {
            'w:val': /^(?:zh|ja)/i.test(language) ? 'en-US' : language,
            'w:eastAsia': /^(?:zh|ja)/i.test(language) ? language : 'zh-CN',
          }),
        ),
        element('w:pPrDefault/w:pPr/w:spacing', lines),
      ),
      element(
        'w:style',
        { 'w:type': 'paragraph', 'w:default': true, 'w:styleId': 'Normal' },
        value('w:name', 'Normal'),
        element('w:qFormat'),
      ),
      definitions.map(styleXml),
      tableStyle(),
    ),
  }
}

function styleXml({ id, name, basedOn, next, kind, paragraph: own = [], run = [] }: StyleDefinition): Xml {
  return element(
    'w:style',
    {
      'w:type': kind ?? 'paragraph',
      'w:styleId': id,
      'w:customStyle': /^[A-Z].* |^(?:Script|Point|Code)/.test(name) || undefined,
    },
    value('w:name', name),
    basedOn ? value('w:basedOn', basedOn) : null,
    next ? value('w:next', next) : null,
    element('w:qFormat'),
    own.length ? element('w:pPr', own) : null,
    run.length ? element('w:rPr', run) : null,
  )
}

function tableStyle(): Xml {
  const edge = (name: string): Xml =>
    element(name, { 'w:val': 'single', 'w:sz': 4, 'w:space': 0, 'w:color': '7F7F7F' })
  return element(
    'w:style',
    { 'w:type': 'table', 'w:styleId': 'SlideTable', 'w:customStyle': true },
    value('w:name', 'Slide Table'),
    element(
      'w:tblPr',
      element('w:tblBorders', ['w:top', 'w:left', 'w:bottom', 'w:right', 'w:insideH', 'w:insideV'].map(edge)),
      element(
        'w:tblCellMar',
        element('w:left', { 'w:w': 108, 'w:type': 'dxa' }),
        element('w:right', { 'w:w': 108, 'w:type': 'dxa' }),
      ),
    ),
  )
}

const textWidth = ({ margins }: PageStyle): number => paper.width - margins.left - margins.right

/** One place in the middle of the line, one at its end. */
const tabs = (style: PageStyle): Xml =>
  element(
    'w:tabs',
    element('w:tab', { 'w:val': 'center', 'w:pos': Math.round(textWidth(style) / 2) }),
    element('w:tab', { 'w:val': 'right', 'w:pos': textWidth(style) }),
  )

/** The list that points are items of: bullets on two levels and more. */
export const pointList = 1
/** Lists that are numbered are from here on, each beginning anew. */
export const firstNumbered = 2

const formats: Readonly<Record<string, string>> = {
  arabic: 'decimal',
  alphaLc: 'lowerLetter',
  alphaUc: 'upperLetter',
  romanLc: 'lowerRoman',
  romanUc: 'upperRoman',
}

/** A list that is numbered, as a slide has one. */
export interface NumberedList {
  readonly scheme: string
  readonly start: number
}

export function numberingPart(numbered: readonly NumberedList[]): Part {
  const level = (ilvl: number, start: number, format: string, text: string): Xml =>
    element(
      'w:lvl',
      { 'w:ilvl': ilvl },
      value('w:start', start),
      value('w:numFmt', format),
      value('w:lvlText', text),
      value('w:lvlJc', 'left'),
      element('w:pPr/w:ind', { 'w:left': twips(21 * (ilvl + 1)), 'w:hanging': twips(21) }),
    )
  const levels = Array.from({ length: 9 }, (_, i) => i)
  return {
    path: 'word/numbering.xml',
    type: types.numbering,
    content: element(
      'w:numbering',
      namespaces,
      element(
        'w:abstractNum',
        { 'w:abstractNumId': 0 },
        value('w:multiLevelType', 'hybridMultilevel'),
        levels.map((i) => level(i, 1, 'bullet', i % 2 ? '–' : '•')),
      ),
      numbered.map(({ scheme, start }, i) =>
        element(
          'w:abstractNum',
          { 'w:abstractNumId': i + 1 },
          value('w:multiLevelType', 'hybridMultilevel'),
          levels.map((k) => level(k, k === 0 ? start : 1, formats[scheme] ?? 'decimal', `%${k + 1}.`)),
        ),
      ),
      element('w:num', { 'w:numId': pointList }, value('w:abstractNumId', 0)),
      numbered.map((_, i) =>
        element('w:num', { 'w:numId': firstNumbered + i }, value('w:abstractNumId', i + 1)),
      ),
    ),
  }
}

export const settingsPart = (official: boolean, carriesFonts: boolean): Part => ({
  path: 'word/settings.xml',
  type: types.settings,
  content: element(
    'w:settings',
    namespaces,
    carriesFonts ? [element('w:embedTrueTypeFonts'), element('w:saveSubsetFonts')] : null,
    value('w:defaultTabStop', 420),
    official ? element('w:evenAndOddHeaders') : null,
    value('w:characterSpacingControl', 'compressPunctuation'),
    element('w:compat/w:compatSetting', {
      'w:name': 'compatibilityMode',
      'w:uri': 'http://schemas.microsoft.com/office/word',
      'w:val': 15,
    }),
  ),
})

/** A family that the document carries, and what is to be taken of a computer where it can't be. */
export interface CarriedFamily extends EmbeddedFamily {
  readonly instead: string
}

/** The fonts that a document carries, and what is to be taken where a face is not there. */
export function fontParts(families: readonly CarriedFamily[]): {
  readonly table: Part
  readonly files: readonly Part[]
} {
  const relations = new Relations()
  const files: Part[] = []
  const embed = (name: 'w:embedRegular' | 'w:embedBold', font: Uint8Array): Xml => {
    const { key, bytes } = obfuscated(font)
    const path = `word/fonts/font${files.length + 1}.odttf`
    files.push({ path, type: '', content: bytes })
    return element(name, { 'r:id': relations.add('font', path), 'w:fontKey': key, 'w:subsetted': true })
  }
  const content = element(
    'w:fonts',
    namespaces,
    families.map(({ name, regular, bold, instead }) =>
      element(
        'w:font',
        { 'w:name': name },
        value('w:altName', instead),
        embed('w:embedRegular', regular),
        embed('w:embedBold', bold),
      ),
    ),
    element('w:font', { 'w:name': '方正小标宋简体' }, value('w:altName', '宋体')),
    element('w:font', { 'w:name': '仿宋' }, value('w:altName', '仿宋_GB2312')),
    element('w:font', { 'w:name': '楷体' }, value('w:altName', '楷体_GB2312')),
  )
  return {
    table: { path: 'word/fontTable.xml', type: types.fontTable, content, relations: relations.list },
    files,
  }
}

const words = (text: string): Xml => element('w:r/w:t', { 'xml:space': 'preserve' }, text)
const tab = element('w:r/w:tab')

/** At the head whose meeting it is, and how the script may be passed on. */
export function headerPart(unit: string, marking: string): Part {
  return {
    path: 'word/header1.xml',
    type: types.header,
    content: element('w:hdr', namespaces, paragraph('Header', [words(unit), tab, tab, words(marking)])),
  }
}

/** At the foot what it is, and which page of how many. @param side of official papers, where numbers stand outside */
export function footerPart(
  number: number,
  title: string,
  pages: { readonly before: string; readonly between: string; readonly after: string },
  side: 'left' | 'right' | null,
): Part {
  const dashed = [words('— '), field('PAGE'), words(' —')]
  const content =
    side === 'right'
      ? [tab, tab, ...dashed]
      : side === 'left'
        ? dashed
        : [
            words(title),
            tab,
            tab,
            words(pages.before),
            field('PAGE'),
            words(pages.between),
            field('NUMPAGES'),
            words(pages.after),
          ]
  return {
    path: `word/footer${number}.xml`,
    type: types.footer,
    content: element('w:ftr', namespaces, paragraph('Footer', content)),
  }
}

/** The page that everything stands on. */
export function pageXml(
  { margins, grid }: PageStyle,
  header: string,
  footers: readonly { readonly id: string; readonly type: 'default' | 'even' }[],
): Xml {
  return element(
    'w:sectPr',
    element('w:headerReference', { 'w:type': 'default', 'r:id': header }),
    footers.length > 1 ? element('w:headerReference', { 'w:type': 'even', 'r:id': header }) : null,
    footers.map(({ id, type }) => element('w:footerReference', { 'w:type': type, 'r:id': id })),
    element('w:pgSz', { 'w:w': paper.width, 'w:h': paper.height }),
    element('w:pgMar', {
      'w:top': margins.top,
      'w:right': margins.right,
      'w:bottom': margins.bottom,
      'w:left': margins.left,
      'w:header': millimetres(15),
      'w:footer': millimetres(grid ? 28 : 15),
      'w:gutter': 0,
    }),
    grid ? element('w:docGrid', { 'w:type': 'lines', 'w:linePitch': grid.linePitch }) : null,
  )
}
