import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createAuditor, type DeckAudit } from '../../src/deck/audit/audit.ts'
import { markFor, markForPoint } from '../../src/deck/audit/meant-finding.ts'
import { auditReport, isFault } from '../../src/deck/audit/report.ts'
import { originalsOf } from '../../src/deck/audit/reworded.ts'
import type { Deck } from '../../src/deck/deck.ts'
import { escapeMarkdown } from '../../src/deck/escape.ts'
import { shareNotes } from '../../src/deck/share-notes.ts'
import { outline, readText } from '../../src/document/index.ts'
import { cutSlides } from '../../src/markdown/cut.ts'
import { createParser } from '../../src/markdown/parser.ts'
import { visibleText } from '../../src/markdown/visible-text.ts'

const paragraphs = [
  '各级机关要严格执行保密规定，不得在互联网上处理涉密信息，2021年以来共查处3起案件。',
  '未经批准，任何单位和个人不得公开涉密资料；确需公开的，应当报上一级机关审批。',
  'The therapist paid $1 000 in 2019, unless the board had refused; now here it is, and 12.5 per cent was not lost.',
  '为此，要加强领导，明确责任，除国家另有规定外，经费由同级财政保障。',
]
const document = outline(
  readText({ name: 'source.txt', bytes: new TextEncoder().encode(`${paragraphs.join('\n\n')}\n`) }),
)
const parser = createParser()
const auditor = createAuditor(document)

const empty: Deck = {
  slug: 'a',
  folder: 'a',
  settings: {},
  files: [],
  parser,
  parserKey: '',
  hasSmallType: false,
  office: null,
  siblings: ['a'],
  styles: [],
  review: [],
  remarks: [],
  beside: () => ({ lack: 'missing' }),
}

/** Audits a deck whose slides have these notes. */
function audit(notes: readonly string[], body = '', against = auditor): DeckAudit {
  const text = notes.map((one) => `${body}\n\nNote:\n${one}\n`).join('\n---\n\n')
  const { stacks } = cutSlides(text, 1)
  const files = [{ path: 'a/01.md', stacks }]
  return against({ ...empty, files })
}

const faults = (notes: readonly string[]): number => audit(notes).differences.filter(isFault).length

it('finds nothing in notes that are the document', () => {
  expect(audit(paragraphs)).toMatchObject({ differences: [], paragraphs: { total: 4, whole: 4 } })
  // Equal by intent: line ends, spaces beside ideographs, emphasis, a comment between paragraphs.
  const [first = '', second = '', third = '', fourth = ''] = paragraphs
  const dressed = [
    first.replace('规定，', '规定，\n').replace('2021年', ' 2021 年'),
    `${second}\n\n<!-- 念慢一点 -->`,
    third.replace('board had', '**board**\nhad'),
    fourth.replace('除', '<u>除</u>'),
  ]
  expect(faults(dressed)).toBe(0)
})

/** What somebody may do to a paragraph between two of its characters, or to some of them. */
const hiding = [
  ['<span style="display:none">', '</span>'],
  ['<span style="visibility: hidden">', '</span>'],
  ['<span style="font-size:0">', '</span>'],
  ['<span style="FONT-SIZE: 1px">', '</span>'],
  ['<span style="opacity:.01">', '</span>'],
  ['<span style="color:transparent">', '</span>'],
  ['<span style="color:#ffffff">', '</span>'],
  ['<span style="position:absolute;left:-9999px">', '</span>'],
  ['<span style="display:inline-block;width:0;overflow:hidden">', '</span>'],
  ['<span style="text-decoration:line-through">', '</span>'],
  ['<span dir="rtl" style="unicode-bidi:bidi-override">', '</span>'],
  ['~~', '~~'],
  // What is not known to leave words to be read is told, so that nobody has to know all of CSS.
  ['<span style="--a:none;display:var(--a)">', '</span>'],
  ['<span style="opacity:calc(1 - .99)">', '</span>'],
  ['<span style="color:hsl(0 0% 100%)">', '</span>'],
  ['<span style="color:#fffffe">', '</span>'],
  ['<span style="color:snow">', '</span>'],
  ['<span style="color:white;background:#fefefe">', '</span>'],
  ['<span style="color:#000;color:var(--a)">', '</span>'],
  ['<span style="-webkit-text-fill-color:white">', '</span>'],
  ['<span style="-webkit-mask:linear-gradient(transparent,transparent)">', '</span>'],
  ['<span style="-webkit-text-stroke:1em black">', '</span>'],
  ['<span style="position:relative;left:3em">', '</span>'],
  ['<span style="position:absolute;z-index:-1">', '</span>'],
  ['<span style="float:right">', '</span>'],
  ['<span style="direction:rtl">', '</span>'],
  ['<span style="rotate:y 90deg">', '</span>'],
  ['<span style="offset-path:ray(45deg);offset-distance:900px">', '</span>'],
  ['<span style="font:0/0 a">', '</span>'],
  ['<span style="font-size:calc(1em / 100)">', '</span>'],
  ['<span style="text-transform:uppercase">', '</span>'],
  ['<span style="margin-left:-2em">', '</span>'],
  ['<span style="padding-left:9999px">', '</span>'],
  ['<span style="vertical-align:900px">', '</span>'],
  ['<span style="contain:strict">', '</span>'],
  ['<span style="display:table-column">', '</span>'],
  ['<span style="background:black">', '</span>'],
  ['<bdo dir="rtl">', '</bdo>'],
  ['<font color="white">', '</font>'],
  ['<details><summary></summary>', '</details>'],
  ['<span class="fragment">', '</span>'],
  ['<svg><text opacity="0">', '</text></svg>'],
  // Made to look like what the Markdown makes itself: a formula, a footnote's mark, a gloss.
  ['<span class="katex">可以<annotation>', '</annotation></span>'],
  ['<span class="katex"><math><annotation>', '</annotation></math></span>'],
  ['<span style="font-family:Wingdings">', '</span>'],
  ['<span style="font-family:\'ZapfDingbats\', serif">', '</span>'],
  ['<font face="Symbol">', '</font>'],
  ['<span aria-hidden="true">', '</span>'],
  ['<span aria-label="可以公开">', '</span>'],
  ['<span title="可以公开">', '</span>'],
  ['<del>', '</del>'],
  ['<s>', '</s>'],
  ['<!--', '-->'],
] as const

type Change = (text: string, at: number, to: number) => string
const inside =
  (planted: string): Change =>
  (text, at) =>
    text.slice(0, at) + planted + text.slice(at)
const changes: readonly Change[] = [
  ...[
    '甲',
    '不',
    '１',
    '\u200b',
    '\u202e',
    'x',
    '0',
    '，',
    '<img src="data:image/png;base64,AA" alt="不得">',
    '\ufeff',
    '<sup class="footnote-ref">可以</sup>',
    '<span class="katex">可以</span>',
    '<rp>可以</rp>',
    '<pre class="code"><code></code><code>可以</code></pre>',
    '<!-- .slide: data-notes="可以" -->',
    '<div style="position:absolute;inset:0;background:white"></div>',
  ].map(inside),
  ...[
    '\n\n<div>不</div>\n\n',
    '\n\n| 不 | 得 |\n| --- | --- |\n| 甲 | 乙 |\n\n',
    '\n\n```\n不得公开\n```\n\n',
  ].map(inside),
  (text, at, to) => text.slice(0, at) + text.slice(to),
  (text, at, to) => text.slice(0, at) + text.slice(at, to).split('').reverse().join('') + text.slice(to),
  (text, at) => text.slice(0, at) + text.slice(at + 1, at + 2) + text.slice(at, at + 1) + text.slice(at + 2),
  ...hiding.map(
    ([open, close]): Change =>
      (text, at, to) =>
        text.slice(0, at) + open + text.slice(at, to) + close + text.slice(to),
  ),
]

it('finds every change of every sort in the notes, wherever it is', () => {
  const sort = fc.nat({ max: changes.length - 1 })
  const where = fc.tuple(
    fc.nat({ max: 3 }),
    fc.double({ min: 0, max: 0.97, noNaN: true }),
    fc.integer({ min: 1, max: 4 }),
  )
  fc.assert(
    fc.property(sort, where, (kind, [paragraph, from, length]) => {
      const text = paragraphs[paragraph] ?? ''
      const at = Math.floor(from * text.length)
      // A mark of emphasis needs a word's edge, and what is hidden must be something.
      const to = Math.min(text.length, at + length)
      if (text.slice(at, to).trim() !== text.slice(at, to)) return
      const changed = changes[kind]?.(text, at, to) ?? text
      const isSame = changed.replace(/\s/g, '') === text.replace(/\s/g, '')
      if (isSame) return
      const found = audit(paragraphs.with(paragraph, changed))
      expect(found.differences.length, changed).toBeGreaterThan(0)
    }),
    { numRuns: 1000 },
  )
})

it('counts white space between letters and digits', () => {
  const text = paragraphs[2] ?? ''
  const places = [...text.matchAll(/(?<=[\p{L}\p{N}])(?=[\p{L}\p{N}])/gu)].map(({ index }) => index)
  for (const at of places) {
    const split = `${text.slice(0, at)} ${text.slice(at)}`
    expect(faults(paragraphs.with(2, split)), split).toBeGreaterThan(0)
  }
  for (const { index } of text.matchAll(/(?<=[\p{L}\p{N}]) (?=[\p{L}\p{N}])/gu)) {
    const joined = text.slice(0, index) + text.slice(index + 1)
    expect(faults(paragraphs.with(2, joined)), joined).toBeGreaterThan(0)
  }
})

it('finds a number that is raised apart, heard otherwise, or shown by its list alone', () => {
  const [first = '', second = '', third = '', fourth = ''] = paragraphs
  const said = [
    [first.replace('2021', '20^21^'), second, third, fourth],
    [first.replace('2021', '2<sub>02</sub>1'), second, third, fourth],
    [first, `4. ${second}`, third, fourth],
    [first, `<ol start="7"><li>${second}</li></ol>`, third, fourth],
    [first, `- [x] ${second}`, third, fourth],
    [first, `[${second}](https://example.org "可以公开")`, third, fourth],
  ]
  for (const notes of said) expect(faults(notes), notes.join('\n')).toBeGreaterThan(0)
  // A square metre is none.
  expect(faults([first, second, third.replace('$1 000', '$1 000<sup></sup>'), fourth])).toBe(0)
})

it('holds the number of an item against that of the document, and what lies upon its words', () => {
  const notes = ['一、严格执行保密规定；', '三、不得在互联网上处理涉密信息。']
  const numbered = outline(
    readText({
      name: 'source.txt',
      bytes: new TextEncoder().encode(`现将要求通知如下。\n\n${notes.join('')}\n`),
    }),
  )
  const points = (body: string): string[] => {
    const { stacks } = cutSlides(`${body}\n\nNote:\n现将要求通知如下。\n\n${notes.join('')}\n`, 1)
    const { slides } = createAuditor(numbered)({ ...empty, files: [{ path: 'a/01.md', stacks }] })
    return slides.flatMap(({ points }) =>
      points.flatMap(({ state, text, original }) => (state === 'verbatim' ? [] : [`${original} → ${text}`])),
    )
  }
  expect(points('1. 严格执行保密规定')).toEqual([])
  expect(points('3. 不得在互联网上处理涉密信息')).toEqual([])
  expect(points('4. 不得在互联网上处理涉密信息')).toEqual([
    '三、不得在互联网上处理涉密信息 → 4. 不得在互联网上处理涉密信息',
  ])
  expect(points('<ol><li value="9">严格执行保密规定</li></ol>')).toEqual([
    '一、严格执行保密规定 → 9. 严格执行保密规定',
  ])
  expect(points('- [x] 严格执行保密规定')).toEqual(['严格执行保密规定 → ☑ 严格执行保密规定'])
  const covered = audit(
    [paragraphs[0] ?? ''],
    '<div class="r-stack"><p>严格执行保密规定</p><p>2021年</p></div>',
  )
  expect(
    covered.differences.map(({ kind, deck }) => [kind, deck]).filter(([kind]) => kind === 'hidden'),
  ).toEqual([
    ['hidden', '严格执行保密规定'],
    ['hidden', '2021年'],
  ])
})

it('finds what is hidden on a slide, and a slide that is not shown', () => {
  const body = '### 不得公开\n\n- 严格执行<span style="display:none">但不必执行</span>'
  const { differences } = audit([paragraphs[0] ?? ''], body)
  expect(differences.filter(({ kind }) => kind === 'hidden').map(({ deck }) => deck)).toEqual(['但不必执行'])
  const struck = audit([paragraphs[0] ?? ''], '### 标题\n\n- 不得公开\n<!-- .element: style="opacity: 0" -->')
  expect(struck.differences.some(({ kind, deck }) => kind === 'hidden' && deck === '不得公开')).toBe(true)
  const gone = audit(paragraphs, '<!-- .slide: data-visibility="hidden" -->\n\n### 标题')
  expect(gone.differences.filter(({ kind }) => kind === 'hidden')).toHaveLength(4)
})

it('sees the words of tables, code, diagrams and HTML on a slide', () => {
  const body = [
    '### 标题\n\n<div>甲方说的话</div>',
    '| 表头说的话 |\n| --- |\n| 表里说的话 |',
    '```\n代码说的话\n```',
    '```mermaid\ngraph TD; A[图里说的话]\n```',
    '![图](a.png)',
  ].join('\n\n')
  const { slides, points } = audit([paragraphs[0] ?? ''], body)
  const shown = slides[0]?.points.map(({ text }) => text).join('\n') ?? ''
  for (const words of ['甲方', '表头', '表里', '代码', '图里']) expect(shown).toContain(`${words}说的话`)
  expect(points).toMatchObject({ verbatim: 0, pictures: 1 })
})

it('finds a paragraph that is said again later, and altered there', () => {
  const [first = ''] = paragraphs
  const found = audit([...paragraphs, first.replace('不得', '可以')])
  expect(found.differences).toMatchObject([{ kind: 'altered', document: '不得', deck: '可以', slide: 4 }])
})

it('finds a short paragraph that is said again, with one word more anywhere in it', () => {
  const short = [
    '第一条　为了保守国家秘密，制定本法。',
    '国家秘密受法律保护。',
    '一切组织和公民都有保守国家秘密的义务。',
    '机关、单位应当实行保密工作责任制。',
    '涉密人员上岗应当经过审查。',
    '本法自公布之日起施行。',
    'The office shall keep all state secrets.',
  ]
  const bytes = new TextEncoder().encode(`${short.join('\n\n')}\n`)
  const against = createAuditor(outline(readText({ name: 'source.txt', bytes })))
  const missed: string[] = []
  for (const one of short)
    for (let at = 1; at < one.length; at++) {
      if (/[a-z]/i.test(one) && !/\s/.test(one.charAt(at))) continue
      const planted = `${one.slice(0, at)}${/[a-z]/i.test(one) ? ' not' : '不'}${one.slice(at)}`
      if (!audit([...short, planted], '', against).differences.some(isFault)) missed.push(planted)
    }
  expect(missed).toEqual([])
  // What is said of the same thing, and is no paragraph of the document, is a person's own.
  const own = ['请大家注意这一点。', '这里讲国家秘密，可举一例。', '下面看第二条。']
  expect(audit([...short, ...own], '', against).differences.filter(isFault)).toEqual([])
})

/** A deck of one slide with these points, whose notes are these paragraphs and no others, and what is told of them. */
function pointsOf(words: readonly string[], points: readonly string[], notes = words) {
  const bytes = new TextEncoder().encode(`${words.join('\n\n')}\n`)
  const { stacks } = cutSlides(`${points.join('\n')}\n\nNote:\n${notes.join('\n\n')}\n`, 1)
  const against = createAuditor(outline(readText({ name: 'source.txt', bytes })))
  const { slides } = against({ ...empty, files: [{ path: 'a/01.md', stacks }] })
  return slides.flatMap(({ points }) => points)
}
const statesOf = (words: readonly string[], points: readonly string[], notes = words): string[] =>
  pointsOf(words, points, notes).map(({ state }) => state)

describe('a point of parts', () => {
  const law = [
    '国家秘密受法律保护。一切国家机关和公民都有保守国家秘密的义务。任何危害国家秘密安全的行为，都必须受到法律追究。',
    '任何组织和个人不得有下列行为：（一）非法获取国家秘密载体；（二）买卖国家秘密载体；（三）通过普通邮政传递国家秘密载体。',
    '县局负责检查，发现问题应当报告；市局负责审批，作出决定应当公开；省局负责监督，每年应当通报。',
    '要加强保密管理，按照有关要求，落实保密责任。',
  ]

  it('is the words of one sentence, or of one list under its lead', () => {
    const points = [
      '- 一切国家机关……都有保守国家秘密的义务',
      '- 任何危害国家秘密……行为……都必须受到法律追究',
      '- 加强保密管理……落实保密责任',
      '- 任何组织和个人……有下列行为……买卖国家秘密载体',
      '- 任何组织和个人不得有下列行为……（三）通过普通邮政……国家秘密载体',
      '- （一）非法获取国家秘密载体……（三）通过普通邮政传递国家秘密载体',
    ]
    expect(statesOf(law, points)).toEqual(points.map(() => 'verbatim'))
  })

  it('is not put together from two of them, and is shown with both', () => {
    const points = [
      '- 国家秘密……受到法律追究。',
      '- 任何危害……受到法律追究',
      '- 公民……国家秘密安全的行为',
      '- 国家秘密受法律保护……买卖国家秘密载体',
      '- 非法获取……传递国家秘密载体',
      '- 县局……作出决定应当公开',
      '- 县局负责检查……每年应当通报',
      '### 国家秘密……受到法律追究',
    ]
    expect(statesOf(law, points)).toEqual(points.map(() => 'edited'))
    expect(pointsOf(law, points)[0]?.original).toBe(
      '国家秘密受法律保护。……任何危害国家秘密安全的行为，都必须受到法律追究。',
    )
  })

  it('is found out wherever the sentences of its parts are, with notes and without', () => {
    const sentences = law.flatMap((line) => line.match(/[^。；：]+[。；：]/gu) ?? [])
    const half = fc.nat({ max: sentences.length - 1 })
    fc.assert(
      fc.property(half, half, fc.boolean(), (one, other, hasNotes) => {
        const [first = '', second = ''] = [sentences[one], sentences[other]]
        if (one >= other || first.endsWith('：') || (first.startsWith('（') && second.startsWith('（')))
          return
        const point = `- ${first.slice(0, 4)}……${second.slice(-6, -1)}`
        expect(statesOf(law, [point], hasNotes ? law : []), point).not.toContain('verbatim')
      }),
    )
  })
})

it('tells that notes leave out what a point is from, rather than setting it beside another', () => {
  const law = [
    '第十三条　下列事项应当确定为国家秘密：',
    '（一）国家事务重大决策中的秘密事项；',
    '（二）国防建设和武装力量活动中的秘密事项；',
    '（三）国民经济和社会发展中的秘密事项。',
    '第十四条　本法自公布之日起施行。',
  ]
  const points = ['- （一）国家事务重大决策中的秘密事项', '- （三）国民经济和社会发展中的秘密事项']
  expect(pointsOf(law, points, law.slice(0, 3))).toMatchObject([
    { state: 'verbatim' },
    { state: 'elsewhere', original: points[1]?.slice(2) },
  ])
  expect(statesOf(law, points, law.slice(0, 4)).slice(0, 2)).toEqual(['verbatim', 'verbatim'])
  // What another article says is another matter.
  expect(statesOf(law, ['- 本法自公布之日起施行'], law.slice(0, 4))).not.toContain('elsewhere')
})

it('reads the words of drawings, wherever a slide shows them, and counts every picture', () => {
  const drawing = (words: string): string =>
    `<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><title>x</title><text>${words}</text></svg>`
  const files: Record<string, string> = {
    'own.svg': drawing('国家秘密<tspan>不受保护</tspan>'),
    'quoted.svg': drawing('不得公开涉密资料').replaceAll(/(?<=<\/?)(?=svg|text)/g, 'a:'),
    'logo.svg': drawing('绝密'),
  }
  const deck: Deck = {
    ...empty,
    beside: (name) => {
      const text = files[name]
      return text === undefined ? { lack: 'missing' } : { bytes: new TextEncoder().encode(text) }
    },
  }
  const told = (body: string, settings = {}) => {
    const { stacks } = cutSlides(`${body}\n\nNote:\n${paragraphs.join('\n\n')}\n`, 1)
    const { slides, points } = auditor({ ...deck, settings, files: [{ path: 'a/01.md', stacks }] })
    return { words: slides.flatMap(({ points }) => points.map(({ text }) => text)), ...points }
  }
  const inline = `data:image/svg+xml;base64,${btoa(drawing('not so'))}`
  for (const body of [
    '![](own.svg)',
    '<img data-src="own.svg?a#b">',
    '<!-- .slide: data-background="own.svg" -->',
    '<!-- .slide: class="a" data-background-image="url(own.svg)" -->',
    '<video poster="own.svg"></video>',
  ])
    expect(told(body), body).toMatchObject({ words: ['国家秘密不受保护'], added: 1, pictures: 1 })
  expect(told(`<img src="${inline}">`)).toMatchObject({ words: ['not so'], added: 1 })
  expect(told('![](quoted.svg) ![](gone.svg) ![](a.png)')).toMatchObject({ words: [], pictures: 3 })
  expect(told('', { logo: 'logo.svg' })).toMatchObject({ words: ['绝密'], added: 1, pictures: 1 })
  expect(told('<!-- .slide: data-background="#ffeedd" -->')).toMatchObject({ pictures: 0 })
})

it('finds a paragraph that is said again in the attributes of a slide, and altered there', () => {
  const missed = paragraphs.flatMap((text) =>
    [...text].flatMap((_, at) => {
      if (at === 0 || (/[a-z]/i.test(text) && !/\s/.test(text.charAt(at)))) return []
      const planted = `${text.slice(0, at)}${/[a-z]/i.test(text) ? ' not' : '不'}${text.slice(at)}`
      const body = `<!-- .slide: data-notes="${planted}" -->`
      return audit(paragraphs, body).differences.some(isFault) ? [] : [planted]
    }),
  )
  expect(missed).toEqual([])
})

it('tells what each cell of a large table was', () => {
  const cells = Array.from({ length: 240 }, (_, i) => `第${i + 1}项指标`)
  const rows = Array.from({ length: 20 }, (_, i) => cells.slice(i * 12, i * 12 + 12))
  const words = [`各项指标如下：${cells.join('，')}。`]
  const table = rows.map((row) => `| ${row.join(' | ')} |`)
  const head = table[0] ?? ''
  const body = [head, head.replace(/[^|]+/g, '---'), ...table.slice(1)]
  expect(statesOf(words, body)).toEqual(cells.map(() => 'verbatim'))
  const changed = pointsOf(words, body.with(9, (body[9] ?? '').replace('第100项指标', '第100项目标')))
  expect(changed.filter(({ state }) => state !== 'verbatim')).toMatchObject([
    { state: 'edited', text: '第100项目标', original: '第100项指标' },
  ])
})

it('holds each row of a table against those of its notes', () => {
  const notes = ['单位\t经费\t期限', '市局\t1200\t3月底', '县局\t800\t6月底']
  const words = ['现将经费安排如下。', notes.join('\n')]
  const states = (...rows: readonly string[]): string[] =>
    statesOf(
      words,
      [rows[0] ?? '', (rows[0] ?? '').replace(/[^|]+/g, '---'), ...rows.slice(1)],
      [words[0] ?? '', ...notes],
    )
  const whole = ['|单位|经费|期限|', '|市局|1200|3月底|', '|县局|800|6月底|']
  expect(new Set(states(...whole))).toEqual(new Set(['verbatim']))
  expect(new Set(states('|单位|期限|', '|县局|6月底|', '|市局|3月底|'))).toEqual(new Set(['verbatim']))
  for (const [row, planted] of [
    [0, '|单位|期限|经费|'],
    [1, '|市局|800|3月底|'],
    [2, '|市局|800|6月底|'],
    [2, '|县局|1200|6月底|'],
  ] as const)
    expect(states(...whole.with(row, planted)).slice(row * 3, row * 3 + 3), planted).toContain('edited')
})

it('finds an item that stands below what leads up to another list', () => {
  const words = [
    '任何单位不得有下列行为：（一）买卖国家秘密载体；（二）通过普通邮政传递国家秘密载体。',
    '各单位应当做好下列工作：（一）建立保密制度；（二）定期组织检查。',
  ]
  const [no, must] = ['- 任何单位不得有下列行为', '- 各单位应当做好下列工作']
  const own = [no, '  - 买卖国家秘密载体', must, '  - 建立保密制度', '  - （二）定期组织检查']
  expect(statesOf(words, own)).toEqual(own.map(() => 'verbatim'))
  expect(
    statesOf(
      words,
      own.map((line) => `${line}<br>`),
    ),
  ).toEqual(own.map(() => 'verbatim'))
  const planted = [must, '  - 买卖国家秘密载体', no, '  - 建立保密制度', '  - （二）定期组织检查']
  for (const lines of [planted, planted.map((line) => `${line}<br>`)])
    expect(pointsOf(words, lines)).toMatchObject([
      { state: 'verbatim' },
      { state: 'edited', original: '任何单位不得有下列行为：……买卖国家秘密载体' },
      { state: 'verbatim' },
      { state: 'edited', original: '各单位应当做好下列工作：……建立保密制度' },
      { state: 'edited' },
    ])
  // What a person puts together under words of their own, or of the document's that lead up to nothing.
  expect(statesOf(words, ['- 保密制度', '  - 买卖国家秘密载体'])).toEqual(['verbatim', 'verbatim'])
})

it('finds lines that change places in the notes which several slides carry', () => {
  const [first = '', second = '', third = ''] = paragraphs
  const notes = `${first}\n\n${second}\n\n${third}`
  const swapped = `${first}\n\n${third}\n\n${second}`
  expect(faults([notes, notes, notes, paragraphs[3] ?? ''])).toBe(0)
  for (const all of [
    [swapped, swapped],
    [swapped, swapped, swapped],
    [notes, swapped, swapped],
  ])
    expect(faults([...all, paragraphs[3] ?? '']), String(all.length)).toBeGreaterThan(0)
})

it('finds a slide that is left again before it can be read', () => {
  const timed = (milliseconds: number): number =>
    audit(paragraphs, `<!-- .slide: data-autoslide="${milliseconds}" -->\n\n### 执行保密规定`).differences
      .length
  expect(timed(1)).toBeGreaterThan(0)
  expect(timed(0)).toBe(0)
  expect(timed(5000)).toBe(0)
})

describe('what is said to be meant', () => {
  /** The marks that the report offers for what it finds. */
  const marks = (found: DeckAudit): string[] => found.differences.map((one) => markFor(one, 'zh-CN'))

  it('is no fault, and is counted', () => {
    const [first = '', second = '', third = '', fourth = ''] = paragraphs
    const decks = [
      [second, first, third, fourth],
      [first, third, fourth],
      paragraphs.with(1, second.replace('不得', '可以')),
      paragraphs.with(2, third.replace('unless', '<span style="opacity:0">unless</span>')),
    ]
    for (const notes of decks) {
      const found = audit(notes)
      expect(found.differences.filter(isFault).length).toBeGreaterThan(0)
      // The mark stands on the slide that the report names.
      const marked = notes.map((text, slide) => {
        const own = found.differences.filter((one) => one.slide === slide).map((one) => markFor(one, 'zh-CN'))
        return [text, ...own].join('\n\n')
      })
      const accepted = audit(marked)
      expect(accepted.differences.filter(isFault)).toEqual([])
      expect(accepted.differences.every(({ meant }) => meant)).toBe(true)
      expect(auditReport(accepted, 'zh-CN').at(-1)).toContain('注明有意')
    }
  })

  it('covers nothing that changes later, nor another slide', () => {
    const [first = '', second = '', third = '', fourth = ''] = paragraphs
    const changed = second.replace('不得', '可以')
    const [mark = ''] = marks(audit(paragraphs.with(1, changed)))
    expect(faults([first, `${changed}\n\n${mark}`, third, fourth])).toBe(0)
    expect(faults([first, `${changed.replace('应当', '不必')}\n\n${mark}`, third, fourth])).toBe(1)
    expect(faults([`${first}\n\n${mark}`, changed, third, fourth])).toBe(1)
  })

  it('has a line to copy for each edit that a strict check does not let pass', () => {
    const notes = [...paragraphs, '请大家注意。']
    const body = '### 严格落实保密规定\n\n- 请各单位自查\n- 未经批准，任何个人不得公开涉密资料'
    const found = audit(notes, body)
    const report = auditReport(found, 'zh-CN', true).join('\n')
    const marked = notes.map((text, slide) => {
      const points = found.slides[slide]?.points.flatMap((one) => markForPoint(one, 'zh-CN') ?? []) ?? []
      const own = found.differences.filter((one) => one.slide === slide).map((one) => markFor(one, 'zh-CN'))
      for (const mark of [...points, ...own]) expect(report).toContain(`如属有意，在这一页加一行: ${mark}`)
      return [text, ...points, ...own].join('\n\n')
    })
    const accepted = audit(marked, body)
    expect(accepted.idleMarks).toEqual([])
    expect(accepted.differences.every(({ meant }) => meant)).toBe(true)
    const points = accepted.slides.flatMap(({ points }) => points)
    expect(points.filter(({ state, meant }) => state !== 'verbatim' && !meant)).toEqual([])
    expect(auditReport(found, 'zh-CN').join('\n')).not.toContain('如属有意')
  })

  it('may be in either language', () => {
    const [, second = '', third = '', fourth = ''] = paragraphs
    const { differences } = audit([second, third, fourth])
    const [missing] = differences
    if (!missing) throw new Error('nothing found')
    for (const language of ['zh-CN', 'en'])
      expect(faults([`${second}\n\n${markFor(missing, language)}`, third, fourth])).toBe(0)
  })
})

it('shows what a reworded point was, though it has no word in common with it', () => {
  expect(originalsOf(['甲', '己', '丙', '丁'], ['甲', '乙', '丙', '丁'])).toEqual([null, '乙', null, null])
  expect(originalsOf(['甲', '丙', '请自查'], ['甲', '丙'])).toEqual([null, null, null])
  expect(originalsOf(['思想麻痹了', '管理松懈'], ['思想有所麻痹', '管理松懈'])).toEqual([
    '思想有所麻痹',
    null,
  ])
})

it('shares the paragraph of a slide that was split by hand', () => {
  const text = `### 执行保密规定\n\n- 不得在互联网上处理涉密信息\n\n---\n\n- 2021年以来共查处3起案件\n\nNote:\n${paragraphs[0]}\n\n---\n\n### 另一页\n\n- 自己的话\n`
  const { stacks } = cutSlides(text, 1)
  const notes = shareNotes(parser, stacks.flat()).map((slide) => slide.notes?.text.trim() ?? null)
  expect(notes).toEqual([paragraphs[0], paragraphs[0], null])
})

it.each([
  'http://www.x.gov.cn/a_b/2023_05*1.html',
  'https://x.cn/?a=1&b=2&copy=3',
  'http://x.cn/%E4%B8%AD%E6%96%87.html',
  'http://x.cn/a\\b\\',
  'http://x.cn/**a**/==b==^c^~d~$e$',
  'http://x.cn/svg>（一）<b>',
  'www.x.cn/a_b_c和x@y.cn_z',
])('shows the address %s as the document has it', (address) => {
  const text = `请访问 ${address} 查询。`
  const [block] = visibleText(parser, escapeMarkdown(text), 'notes').blocks
  expect(block?.text).toBe(text)
})
