import { beforeAll, expect, it } from 'vitest'
import { cutSlides } from '../../src/markdown/cut.ts'
import { loadHighlighter } from '../../src/markdown/highlighter.ts'
import { writeBody } from '../../src/markdown/html-tree.ts'
import { math } from '../../src/markdown/math.ts'
import { createParser } from '../../src/markdown/parser.ts'
import { renderSlide } from '../../src/markdown/render.ts'
import { slideTree } from '../../src/page/slide-tree.ts'
import { wordsFor } from '../../src/words.ts'

let md = createParser()
beforeAll(async () => {
  md = createParser({ math, highlight: await loadHighlighter(['ts']) })
})

function render(markdown: string, { incremental = false, language = 'zh-CN' } = {}) {
  const slide = cutSlides(markdown, 1).stacks[0]?.[0]
  if (!slide) throw new Error('no slide')
  const html = renderSlide(md, slide, { file: 'a.md', language, originals: new Map(), id: 'x' })
  const read = (path: string) => ({ bytes: new TextEncoder().encode(path) })
  const context = { file: 'a.md', read, words: wordsFor(language), lacks: () => {}, incremental }
  const { attributes, body, notes } = slideTree(html, context)
  return { attributes, body: writeBody(body), notes: writeBody(notes), remarks: html.remarks }
}

it('cuts slides at rules only: not in code, not in a list', () => {
  const { stacks } = cutSlides('# 一\n\n```\n---\n```\n\n- 甲\n  \n  ---\n\n---\n\n# 二', 1)
  expect(stacks.map((stack) => stack.map(({ body }) => body.line))).toEqual([[1, 12]])
})

it('has stacks beside each other in a file with both rules', () => {
  const { stacks } = cutSlides('# 一\n\n----\n\n# 一之二\n\n---\n\n# 二', 1)
  expect(stacks.map((stack) => stack.length)).toEqual([2, 1])
})

it('takes notes from Note:, with either colon, and renders them as Markdown', () => {
  expect(render('# 甲\nNote: **要点**').notes).toBe(
    '<p><strong><span data-sentence="0">要点</span></strong></p>\n',
  )
  expect(render('- 甲\nNotes：一\n\n二').notes).toContain('二</span></p>')
})

it('sets attributes of slides and elements', () => {
  const { attributes, body } = render(
    '<!-- .slide: class="image" data-background-image="a.png" -->\n- 甲 <!-- .element: class="fragment" data-fragment-index="2" -->\n- 乙',
  )
  expect(attributes).toEqual([
    ['class', 'image'],
    ['data-background-image', `data:image/png;base64,${btoa('a.png')}`],
  ])
  expect(body.trim()).toBe('<ul>\n<li class="fragment" data-fragment-index="2">甲 </li>\n<li>乙</li>\n</ul>')
})

it('makes the items of an incremental deck fragments, unless the slide says no', () => {
  const list = '- 甲\n  - 子\n- 乙'
  expect(render(list, { incremental: true }).body.match(/class="fragment"/g)).toHaveLength(2)
  expect(
    render(`<!-- .slide: class="nonincremental" -->\n${list}`, { incremental: true }).body,
  ).not.toContain('fragment')
})

it.each([
  '**加强（改进）**工作',
  '关于**“双碳”**工作',
  '**《保密法》**规定',
  '必须**坚持：**不动摇',
  '说**“好。”**然后',
  '见**（一）**条',
])('is bold beside Chinese punctuation: %s', (markdown) => {
  expect(render(markdown).body).toMatch(/<strong>[^*]+<\/strong>/)
})

it('joins lines between Chinese characters without a space, and English ones with one', () => {
  expect(render('软换行\n没有空格').body).toBe('<p>软换行没有空格</p>\n')
  expect(render('two\nwords').body).toBe('<p>two\nwords</p>\n')
})

it('colours code while the deck is built and stresses lines step by step', () => {
  const { body } = render('```ts [1|2]\nconst x = 1\nlet y\n```')
  expect(body).toContain('<span class="code-keyword">const</span>')
  expect(body.match(/<code/g)).toHaveLength(2)
  expect(body).toContain('<code class="language-ts numbered fragment"><span class="line faded">')
})

it('sets formulas while the deck is built; one that is broken is shown as written, and told with its line', () => {
  expect(render('行内 $E=mc^2$').body).toContain('class="katex"')
  const { body, remarks } = render('# 一\n\n$\\frac{$')
  expect(body).toContain('<code>\\frac{</code>')
  expect(remarks).toMatchObject([
    { place: { file: 'a.md', line: 3 }, message: expect.stringMatching(/公式/) },
  ])
})

it.each([
  ['$$\n\\begin{align}a&=b\\\\c&=d\\end{align}\n$$'],
  ['$$\\begin{equation}a\\end{equation}$$'],
  ['$$a \\tag{1}$$'],
  ['$\\begin{gather}a\\end{gather}$'],
  ['- a\n\n  $$\n  a\n  $$\n'],
  ['$$a$$ words behind'],
  ['words before $$a$$'],
  ['$$\na\n\nb\n$$'],
])('sets %j as a display', (markdown) => {
  const { body, remarks } = render(markdown)
  expect(body).toContain('katex-display')
  expect(body).not.toContain('$$')
  expect(remarks).toEqual([])
})

it.each(['It costs $5 and $10', '约合 $5，或 $8', 'a $ b $ c', '$$', '$$ a', '\\$a$'])(
  'has no formula in %s',
  (markdown) => {
    expect(render(markdown).body).toBe(`<p>${markdown.replace('\\', '')}</p>\n`)
  },
)

it.each([
  [
    '- [x] done\n- [ ] not',
    /<li class="task-list-item"><input type="checkbox" disabled="" checked=""> done<\/li>/,
  ],
  ['==重点==内容', /<mark>重点<\/mark>内容/],
  ['A ~gone~ word', /<del>gone<\/del> word/],
  ['~~gone~~', /<s>gone<\/s>/],
  ['H~2~O, x^2^', /H<sub>2<\/sub>O, x<sup>2<\/sup>/],
  ['==**bold** 与 `code`==', /<mark><strong>bold<\/strong> 与 <code>code<\/code><\/mark>/],
  ['术语\n: 解释', /<dl>\s*<dt>术语<\/dt>\s*<dd>解释<\/dd>\s*<\/dl>/],
  ['- https://example.com', /<a href="https:\/\/example.com"[^>]*>https:\/\/example.com<\/a>/],
  ['见https://a.cn/b?c=1。后面', /<a href="https:\/\/a.cn\/b\?c=1"[^>]*>https:\/\/a.cn\/b\?c=1<\/a>。后面/],
  ['见 www.gov.cn，', /<a href="http:\/\/www.gov.cn"[^>]*>www.gov.cn<\/a>，/],
  ['Title\n=====\n\nSecond\n------', /<h1>Title<\/h1>\n<h2>Second<\/h2>/],
  ['- item\n| a | b |\n|---|---|\n| 1 | 2 |', /<\/ul>\n<table>[\s\S]*<td>2<\/td>/],
  ['> said\n| a | b |\n|---|---|\n| 1 | 2 |', /<\/blockquote>\n<table>/],
  ['1. item\n   - sub\n| a | b |\n|:-:|---|\n| 1 | 2 |', /<\/ol>\n<table>/],
  ['5. five\n6. six', /<ol start="5">/],
])('reads %j', (markdown, html) => {
  expect(render(markdown).body).toMatch(html)
})

it.each([
  '5~10 度，3~8 天',
  '约5~10，3~8',
  '~5，~10',
  'if a==b and c==d',
  'a == b == c',
  '2^10 与 3^5',
  'x^2 + y^2',
  'see a.py and b.md',
  '10:30 开会',
  '[x] 不在列表里',
])('leaves %j as it is', (text) => {
  expect(render(text).body).toBe(`<p>${text}</p>\n`)
})

it('has tables, footnotes, columns and callouts in the language of the deck', () => {
  expect(render('| 甲 | 乙 |\n| --- | ---: |\n| 1 | 2 |').body).toContain(
    '<td style="text-align:right">2</td>',
  )
  const footnoted = render('正文[^1]\n\n[^1]: 脚注').body
  expect(footnoted).toContain('<div class="footnotes" role="doc-endnotes">')
  // reveal.js would take it for a slide.
  expect(footnoted).not.toContain('<section')
  const columns = render(':::: columns\n::: column\n左\n:::\n::: column\n右\n:::\n::::').body
  expect(columns.match(/<div class="column">/g)).toHaveLength(2)
  expect(render('> [!NOTE]\n> 看这里').body).toContain('>注意</p>')
  expect(render('> [!NOTE]\n> Look', { language: 'en' }).body).toContain('>Note</p>')
})

it('cleans foreign HTML and keeps what stands beside it', () => {
  const { body } = render(
    '<div onclick="x()" style="color:red">红 <script>x()</script><a href="javascript:x()">a</a></div>\n\n```ts\nconst x = 1\n```\n\n$x$ 正文[^1]\n\n[^1]: 脚注',
  )
  expect(body).not.toMatch(/script|onclick/)
  expect(body).toContain('<div style="color:red">红 <a>a</a></div>')
  expect(body).toContain('<span class="code-keyword">const</span>')
  expect(body).toContain('class="katex"')
  expect(body).toMatch(/<div class="footnotes"[\s\S]*脚注[\s\S]*<\/ol>\n<\/div>/)
})

it('says whole what a picture shows, escaped characters, entities and code too', () => {
  expect(render('![会场\\[左\\] A\\*B &amp; `x` **甲**](a.png)').body).toContain(
    'alt="会场[左] A*B &amp; x 甲"',
  )
})
