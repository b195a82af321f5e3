import { expect, it } from 'vitest'
import type { Environment } from '../../src/markdown/environment.ts'
import { createParser } from '../../src/markdown/parser.ts'

const md = createParser({ foreign: true })
function html(text: string, parser = md): string {
  const env: Environment = {
    language: 'en',
    part: 'body',
    sentences: [],
    originals: new Map(),
    file: 'a.md',
    line: 1,
    remark: () => {},
  }
  return parser.renderer.render(parser.parse(text, env), parser.options, env).trim()
}

it.each([
  ['# A {#id .b}', '<h1 id="id" class="b">A</h1>'],
  ['words {.fragment}', '<p class="fragment">words</p>'],
  ['- a {.fragment}\n- b', '<ul>\n<li class="fragment">a</li>\n<li>b</li>\n</ul>'],
  ['- a\n- b\n{.x}', '<ul class="x">\n<li>a</li>\n<li>b</li>\n</ul>'],
  ['a\n\nb\n\n{.x}', '<p>a</p>\n<p class="x">b</p>'],
  ['![a](b.png){.x width=300}', '<p><img src="b.png" alt="a" class="x" width="300"></p>'],
  ['**a**{.x} b', '<p><strong class="x">a</strong> b</p>'],
  ['`a`{style="color:red"}', '<p><code style="color:red">a</code></p>'],
  ['[a *b*]{style="color:red"} c', '<p><span style="color:red">a <em>b</em></span> c</p>'],
  ['![](a.png =178x238){.nav}', '<p><img src="a.png" alt="" width="178" height="238" class="nav"></p>'],
  ['![a](<b c.png> =50%x)', '<p><img src="b%20c.png" alt="a" width="50%"></p>'],
  ['![a|300x20](b.png)', '<p><img src="b.png" alt="a" width="300" height="20"></p>'],
  ['![[a b.png|300]]', '<p><img src="a%20b.png" alt="" width="300"></p>'],
  // Words in braces are words.
  ['the set {1,2} and {a}', '<p>the set {1,2} and {a}</p>'],
  ['a {{.x}}', '<p>a {{.x}}</p>'],
  ['`{.x}`', '<p><code>{.x}</code></p>'],
  ['[a]{b} [c] {.x', '<p>[a]{b} [c] {.x</p>'],
  ['![[note]] ![a](b.png =x)', '<p>![[note]] ![a](b.png =x)</p>'],
])('reads %j', (text, expected) => {
  expect(html(text)).toBe(expected)
})

it('gives code what stands behind its language', () => {
  expect(html('```js {.small}\na\n```')).toMatch(
    /^<pre class="code small" tabindex="0"><code class="language-js">/,
  )
  expect(html('```js {1|2}\na\n```')).toMatch(/<code class="language-js" data-line-numbers="1\|2">/)
})

it('leaves words of a derived deck as they are', () => {
  const own = createParser()
  expect(html('words {.fragment} ![](a.png =1x2)', own)).toContain('{.fragment} ![](a.png =1x2)')
})
