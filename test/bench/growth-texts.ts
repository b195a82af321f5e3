import type { Text } from './growth.ts'

/** The texts that repeat one piece. */
export function repeated(units: readonly string[]): Record<string, Text> {
  return Object.fromEntries(
    units.map((unit) => [unit, (length: number) => unit.repeat(Math.ceil(length / unit.length))]),
  )
}

/** Pieces of text that a pattern may go over again and again when they are repeated without end. */
const units = [
  ...['0', '1.', '1,', '9 ', '1-', '1%', '1年', '２', '第1条', '(1)', '1. ', '1.1'],
  ...[' ', '\n', '\t', '　', '\u00a0', ' \n', '\n\n', '\r', '\u200b', '\u0301', '\u{1f600}'],
  ...['。', '，', '、', '；', '：', '！', '…', '—', '·', '.', ',', ';', ':', '-', '=', '+'],
  ...['（', '）', '“', '”', '《', '》', '(', ')', '"', "'", '「', '【', '〔', '（）', '《》', '“”'],
  ...['一', '一、', '第一', '第', '（一）', '一是', '首先', '不', '的', '和', '如果', '但', '为', '年'],
  ...['甲', '甲。', '甲，乙', '甲\n', '甲\n\n', '甲 ', '甲a', '不得甲，', '一要甲；', '甲：乙；'],
  ...['a', 'A', 'a ', 'A ', 'a. ', 'A. ', 'a, ', 'Mr. ', 'and ', 'not ', 'IV', 'I. ', '(a) ', 'a-', 'a\n'],
  ...['- ', '> ', '# ', '* ', '1) ', '- a\n', '> a\n', '# a\n', '  - a\n', '    a\n', '>', '#', '# ', '\t- '],
  ...[
    '*',
    '**',
    '*a',
    '**a**',
    '_',
    '`',
    '``a',
    '~',
    '~~a',
    '=',
    '==',
    '$',
    '$$',
    '$a',
    '^',
    '^a',
    '\\',
    '\\(',
  ],
  ...[
    '[',
    '[a',
    '[a](',
    '![',
    '](',
    ']',
    '[a]',
    '[^a]',
    '[^a]: b\n',
    '[a]: b\n',
    ': a\n',
    ':::',
    '::: a\n',
    '{',
    '{.a}',
  ],
  ...[
    '<',
    '>',
    '</',
    '<a ',
    '<a>',
    '</a>',
    '<b>',
    '<div>',
    '<div>\n',
    '<!',
    '<!--',
    '-->',
    '<!---->',
    '<?',
    '<![CDATA[',
  ],
  ...[
    '<!-- .slide:',
    '<!-- .element: ',
    '<!-- .element: class="a" -->',
    '<!-- a -->\n',
    '<p style="a:',
    '<svg>',
    '<table>',
  ],
  ...[
    '&',
    '&amp;',
    '&#',
    '|',
    '|a',
    '|a|b|\n',
    '|-',
    '---\n',
    '----\n',
    '--\n',
    '\n---\n\n',
    'Note:\n',
    '```\n',
    '```a\n',
  ],
  ...[
    'http://',
    'http://a.b ',
    'www.a',
    'a@b.c ',
    'a@',
    '@',
    '%',
    '%20',
    '/',
    '//',
    'url(',
    'data:',
    '\0',
    '\ufeff',
    '\ud800',
  ],
]
/** Texts that are hard for somebody. */
export const texts: Readonly<Record<string, Text>> = {
  ...repeated(units),
  'front matter of spaces': (length) => `---\ntitle: ${' '.repeat(length)}\n# 甲\n`,
  'front matter without end': (length) => `---\n${'a: b\n'.repeat(length / 5)}`,
  'attributes without end': (length) => `# 甲\n\n<!-- .slide: ${'a=b '.repeat(length / 4)}`,
  'one attribute after another': (length) => `# 甲\n\n<!-- .slide: ${'a="b" '.repeat(length / 6)}-->`,
  'spaces between letters': (length) => `甲${' '.repeat(length)}乙`,
  'spaces in a quotation': (length) => `“${' '.repeat(length)}甲`,
  'a style of spaces': (length) => `<p style="color:${' '.repeat(length)}x">甲</p>`,
  'a style of many': (length) => `<p style="${'color:red;'.repeat(length / 10)}">甲</p>`,
  'an address of spaces': (length) => `<img src="${' '.repeat(length)}x">`,
  'a title of tags': (length) => `<p title="${'<a <h1>'.repeat(length / 7)}">甲</p>`,
  'an address of signs': (length) => `[甲](<${'a?#'.repeat(length / 3)}%0A>)`,
  'a class of spaces': (length) => `<p class="${' '.repeat(length)}x">甲</p>`,
}

const inHtml = [
  ...[
    '<div>',
    '<span>',
    '<b><i>',
    '<p>',
    '<li>',
    '<ul><li>',
    '<table><tr><td>',
    '<td>',
    '<tr>',
    '<a href="#a">',
  ],
  ...[
    '<svg>',
    '<math>',
    '<math><mi>',
    '<svg><g>',
    '<select><option>',
    '<button>',
    '<form>',
    '<template>',
    '<br>',
  ],
  ...[
    '<h1>a</h1>',
    '<p>甲</p>',
    '<font>',
    '<a>a',
    '<b>a<p>',
    '<nobr>',
    '<dl><dt>a',
    '<ruby>甲<rt>a',
    '<!-->',
  ],
  ...[
    '<p class="a b">',
    '<p a',
    '<p a=b ',
    '<div style="display:none">',
    '<details><summary>',
    '<img src="data:,">',
  ],
  ...[
    '<aside class="notes">a</aside>',
    '<section>a</section>',
    '<pre><code>a',
    '<input type="checkbox">',
    '</p>',
  ],
]
/** HTML that a parser must undo again and again. */
export const markups: Readonly<Record<string, Text>> = {
  ...repeated(inHtml),
  ...Object.fromEntries(
    ['div', 'span', 'blockquote', 'ul><li', 'svg><g', 'table><tr><td', 'b'].map((name) => [
      `nested <${name}>`,
      (length: number) => `${`<${name}>`.repeat(length / (name.length + 2))}甲`,
    ]),
  ),
  'attributes of one element': (length) =>
    `<p ${Array.from({ length: length / 8 }, (_, i) => `a${i}="b"`).join(' ')}>甲</p>`,
  'classes of one element': (length) => `<p class="${'a '.repeat(length / 2)}">甲</p>`,
  'rows of a table': (length) => `<table>${'<tr><td>甲<td>乙'.repeat(length / 14)}</table>`,
  'cells of a row': (length) => `<table><tr>${'<td>甲'.repeat(length / 5)}</table>`,
  'cells that reach over others': (length) =>
    `<table>${'<tr><td rowspan="99" colspan="99">甲'.repeat(length / 36)}</table>`,
}

export const rtfUnits: Readonly<Record<string, Text>> = repeated([
  ...[
    '{',
    '}',
    '{\\b ',
    '{\\b a}',
    '\\par ',
    "\\'",
    "\\'b0\\'a1",
    '\\u20013?',
    '\\*',
    '{\\*\\a ',
    '\\b',
    '\\b0 ',
  ],
  ...[
    '\\trowd\\cellx1 ',
    '\\cell ',
    '\\row ',
    'a\\cell\\row ',
    '\\intbl ',
    '{\\footnote a}',
    '{\\pict 00}',
    '\\bin9',
  ],
  ...[
    '\\uc9 ',
    '{\\fonttbl{\\f0 a;}}',
    '{\\stylesheet{\\s1 a;}}',
    '{\\field{\\*\\fldinst a}',
    '\\tab ',
    '\\line ',
  ],
])

/** The elements of Word, OpenDocument and PowerPoint by one list: what a reader does not know it passes over. */
export function xmlUnits(prefix: string): Readonly<Record<string, Text>> {
  const word = [
    ...[
      '<p/>',
      '<p><r><t>甲</t></r></p>',
      '<p><r><tab/></r></p>',
      '<p><r><br/></r></p>',
      '<p>甲</p>',
      '<p><r/></p>',
    ],
    ...['<tbl><tr><tc><p/></tc></tr></tbl>', '<p><hyperlink><r><t>a</t></r></hyperlink></p>', '<sectPr/>'],
    ...[
      '<p><r><footnoteReference w:id="1"/></r></p>',
      '<p><bookmarkStart w:id="1" w:name="a"/></p>',
      '<p><ins/></p>',
    ],
    ...[
      '<p><pPr><numPr><numId w:val="1"/></numPr></pPr><r><t>a</t></r></p>',
      '<p><fldSimple w:instr="REF a"/></p>',
    ],
    ...[
      '<h>甲</h>',
      '<p><span>甲</span></p>',
      '<p><s/></p>',
      '<list><list-item><p>甲</p></list-item></list>',
    ],
    ...[
      '<p><note><note-body><p>甲</p></note-body></note></p>',
      '<section><p>甲</p></section>',
      '<p><a>甲</a></p>',
    ],
  ]
  const prefixed = (xml: string): string => xml.replace(/<(\/?)(?=\w)/g, `<$1${prefix}`)
  const inside = (before: string, unit: string, after: string): Text => {
    const [open, piece, close] = [before, unit, after].map(prefixed)
    return (length) => `${open}${(piece ?? '').repeat(length / (piece?.length ?? 1))}${close}`
  }
  return {
    ...repeated(word.map(prefixed)),
    'runs of a paragraph': inside('<p>', '<r><t>甲</t></r>', '</p>'),
    'spans of a paragraph': inside('<p>', '<span>甲</span>', '</p>'),
    'tabs of a paragraph': inside('<p>', '<r><tab/></r>', '</p>'),
    'breaks of a paragraph': inside('<p>', '<r><t>a</t><br/></r>', '</p>'),
    'rows of a table': inside('<tbl>', '<tr><tc><p><r><t>a</t></r></p></tc></tr>', '</tbl>'),
    'cells of a row': inside('<tbl><tr>', '<tc><p><r><t>a</t></r></p></tc>', '</tr></tbl>'),
    'rows of a sheet': inside(
      '<table>',
      '<table-row><table-cell><p>a</p></table-cell></table-row>',
      '</table>',
    ),
    'deleted words': inside('<p>', '<del><r><delText>a</delText></r></del>', '</p>'),
    'fields begun': inside(
      '<p>',
      '<r><fldChar fldCharType="begin"/></r><r><instrText>REF a</instrText></r>',
      '</p>',
    ),
    'fields ended': inside('<p>', '<r><fldChar fldCharType="end"/></r>', '</p>'),
    'a run of many pieces': inside('<p><r>', '<t>a</t>', '</r></p>'),
  }
}

/** Lines of the head of a mail, and what parts its body. */
export const headers: Readonly<Record<string, Text>> = repeated([
  ...[
    'A: b\n',
    ' a\n',
    'Subject: =?utf-8?B?',
    'Subject: =?utf-8?Q?a?=\n',
    ' =?utf-8?Q?a?=\n',
    '=\n',
    '= \n',
    '=20',
  ],
  ...[
    'Content-Type: text/plain; a="b"\n',
    '; boundary="a"',
    '\n--a\n',
    '--',
    'Content-Type: multipart/mixed; boundary=a\n',
  ],
])

/** Words set on a page one by one: how many, and how they stand. */
export const fragments: Readonly<Record<string, Text>> = Object.fromEntries(
  ['in a line', 'in a column', 'in one place', 'in two columns', 'in a grid', 'in all sizes'].map((name) => [
    name,
    (length: number) => `${name}\n${length / 20}`,
  ]),
)

/** @param text one of `fragments` */
export function layouts(text: string): { words: string; x: number; y: number; size: number }[] {
  const [name, count] = text.split('\n')
  return Array.from({ length: Number(count ?? 1) }, (_, i) => {
    const [x, y, size] = {
      'in a line': [i / 10, 500, 12],
      'in a column': [90, 800 - i / 10, 12],
      'in one place': [90, 500, 12],
      'in two columns': [i % 2 ? 90 : 400, 800 - i / 10, 12],
      'in a grid': [(i % 40) * 14, 800 - Math.floor(i / 40) * 14, 12],
      'in all sizes': [(i % 40) * 14, 800 - Math.floor(i / 40) * 14, 1 + (i % 97)],
    }[name ?? ''] ?? [90, 500, 12]
    return { words: '甲', x: x ?? 0, y: y ?? 0, size: size ?? 12 }
  })
}
