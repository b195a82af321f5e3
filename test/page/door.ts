import fc from 'fast-check'
import type { ReadBeside } from '../../src/deck/deck.ts'
import { cutSlides } from '../../src/markdown/cut.ts'
import { attribute, type Element, isElement, type Node, writeBody } from '../../src/markdown/html-tree.ts'
import { math } from '../../src/markdown/math.ts'
import { parseBody } from '../../src/markdown/parse-body.ts'
import { createParser } from '../../src/markdown/parser.ts'
import { renderSlide } from '../../src/markdown/render.ts'
import { type SlideTree, slideTree } from '../../src/page/slide-tree.ts'
import { wordsFor } from '../../src/words.ts'

export const md = createParser({ math })

/** A slide as it goes into a page, from its Markdown. */
export function treeOf(
  markdown: string,
  read: ReadBeside,
  lacks: (address: string) => void = () => {},
): SlideTree {
  const slide = cutSlides(markdown, 1).stacks[0]?.[0]
  if (!slide) throw new Error('no slide')
  const html = renderSlide(md, slide, { file: 'a.md', language: 'en', originals: new Map(), id: 'x' })
  return slideTree(html, { file: 'a.md', read, words: wordsFor('en'), lacks, incremental: false })
}

/** The same as HTML; whatever it names is there, but for what is called none. */
export function throughTheDoor(markdown: string): {
  attributes: readonly (readonly [string, string])[]
  body: string
  notes: string
  lacks: string[]
} {
  const lacks: string[] = []
  const read: ReadBeside = (path) =>
    path.includes('none') ? { lack: 'missing' } : { bytes: new TextEncoder().encode(path) }
  const { attributes, body, notes } = treeOf(markdown, read, (address) => void lacks.push(address))
  return { attributes, body: writeBody(body), notes: writeBody(notes), lacks }
}

/** What a page must not have, in parsed HTML; told as what it is. */
export function harmIn(html: string): string[] {
  const found: string[] = []
  const visit = (node: Node): void => {
    if (node.nodeName === '#comment') found.push('a comment')
    if (!isElement(node)) return
    if (dangerous.has(node.tagName)) found.push(`<${node.tagName}>`)
    for (const { name, value } of node.attrs) {
      if (/^on/i.test(name)) found.push(`${node.tagName} ${name}`)
      if (
        /^(?:name|form|action|formaction|srcdoc|srcset|ping|background|http-equiv|data-src|data-markdown|data-state|data-preview.*)$/i.test(
          name,
        )
      )
        found.push(`${node.tagName} ${name}`)
      const leads = /^(?:href|src|poster|xlink:href|data)$/i.test(name)
      const scheme = leads
        ? /^([a-z][\w+.-]*):/i.exec(value.replace(/[\s\p{Cc}]/gu, ''))?.[1]?.toLowerCase()
        : undefined
      const allowed = name === 'href' ? ['http', 'https', 'mailto', 'tel'] : ['data']
      if (scheme && !allowed.includes(scheme)) found.push(`${name} ${value.slice(0, 30)}`)
      if (leads && name !== 'href' && !/^data:(?:image|video|audio)\//.test(value))
        found.push(`${name} ${value.slice(0, 30)}`)
      if (name === 'id' && value.includes('study-deck')) found.push(`id ${value}`)
      if (name === 'style' && /url\s*\((?!\s*["']?#)|expression|@import|javascript:/i.test(value))
        found.push(`style ${value}`)
    }
    if (attribute(node, 'target') && !attribute(node, 'rel').includes('noopener'))
      found.push('target without noopener')
    node.childNodes.forEach(visit)
  }
  parseBody(html).forEach(visit)
  return found
}

const dangerous = new Set(
  'script style iframe object embed meta link base form template noscript section frame frameset foreignobject animate set annotation-xml plaintext xmp noembed noframes title textarea select button'.split(
    ' ',
  ),
)

/** The words that a page shows, without white space. */
export function wordsIn(html: string): string {
  const visit = (node: Node): string => {
    if (node.nodeName === '#text' && 'value' in node) return node.value
    if (!isElement(node) || unread.has((node as Element).tagName)) return ''
    return node.childNodes.map(visit).join('')
  }
  return parseBody(html).map(visit).join('').replace(/\s+/g, '')
}
/** What browsers do not show of HTML, and what is named instead. */
const unread = new Set(
  'script style template title noscript iframe object embed noembed noframes applet video audio'.split(' '),
)

const words = fc.constantFrom(
  'alpha',
  '甲',
  '乙丙',
  'beta < gamma',
  'a & b',
  '`code`',
  '**bold**',
  '* item',
  '1. one',
  '> said',
  '| a | b |\n|---|---|\n| c | d |',
  '# Head',
  '$x^2$',
)
const comments = fc.constantFrom(
  '<!-- a -->',
  '<!---->',
  '<!-->',
  '<!--->',
  '<!-- .element: class="fragment" -->',
  '<!-- .slide: class="a" data-background="red" onload="boom()" -->',
  '<!-- .element: onclick="boom()" style="background:url(http://x.test/a)" -->',
  '<!-- .element: href="javascript:boom()" src="http://x.test/" srcdoc="<script>boom()</script>" -->',
  '<!-- --!><script>boom()</script> -->',
  '<!-- a --',
  '<!--',
  '-->',
  '<![CDATA[x]]>',
  '<?php x ?>',
  '<!DOCTYPE html>',
)
const tags = fc.constantFrom(
  '<script>boom()</script>',
  '<script src="/x.js"></script>',
  '<img src=x onerror=boom()>',
  '<img src="none.png" alt="p">',
  '<svg onload=boom()><circle r=9 onclick=boom() /></svg>',
  '<svg><foreignObject><img src=x onerror=boom()></foreignObject></svg>',
  '<svg><style><img src=x onerror=boom()></style></svg>',
  '<svg><a xlink:href="javascript:boom()"><text>t</text></a></svg>',
  '<svg><animate onbegin=boom() attributeName=x dur=1s></svg>',
  '<svg><use href="data:image/svg+xml,<svg id=x onload=boom()>#x"></use></svg>',
  '<math><mtext><table><mglyph><style><!--</style><img title="--><img src=x onerror=boom()>">',
  '<math><annotation-xml encoding="text/html"><img src=x onerror=boom()></annotation-xml></math>',
  '<math href="javascript:boom()"><mi>x</mi></math>',
  '<form><math><mtext></form><form><mglyph><style></math><img src onerror=boom()>',
  '<noscript><p title="</noscript><img src=x onerror=boom()>">',
  '<iframe src="javascript:boom()"></iframe>',
  '<iframe srcdoc="<script>parent.boom()</script>"></iframe>',
  '<object data="javascript:boom()"></object>',
  '<embed src="javascript:boom()">',
  '<meta http-equiv="refresh" content="0;url=http://x.test/">',
  '<base href="http://x.test/">',
  '<link rel=stylesheet href="http://x.test/a.css">',
  '<style>@import "http://x.test/a.css";</style>',
  '<style>',
  '<textarea>',
  '<title>',
  '<xmp>',
  '<select>',
  '<template><img src=x onerror=boom()></template>',
  '<a href="javascript:boom()" target=x>link</a>',
  '<a href="jav\tascript:boom()">link</a>',
  '<a href="&#106;avascript:boom()">link</a>',
  '<a href="//x.test/a" target=_blank>out</a>',
  '<a href="data:text/html,<script>boom()</script>">data</a>',
  '<a href="vbscript:boom()">vb</a>',
  '<a href="https://x.test/" target="wall">out</a>',
  '<form action="http://x.test/"><input name=body><button formaction="javascript:boom()">b</button></form>',
  '<div id="study-deck-settings" name="x" data-state="keydown">',
  '<p style="background:url(http://x.test/a);position:fixed">',
  '<div title="<!-- x -->">',
  '<div title="',
  '<section data-markdown="http://x.test/a.md">',
  '<video src="http://x.test/a.mp4" onplay=boom()></video>',
  '<audio><source src="http://x.test/a.mp3" onerror=boom()></audio>',
  '<details open ontoggle=boom()><summary>s</summary>d</details>',
  '<body onload=boom()>',
  '<table><tr><td><svg><desc><table><td></desc>',
  '</div>',
  '</p>',
  '</svg>',
  '</math>',
  '</style>',
  '</script>',
  '</table>',
)
const links = fc.constantFrom(
  '[l](javascript:boom())',
  '[l](JaVaScRiPt:boom())',
  '[l](data:text/html;base64,PHNjcmlwdD4=)',
  '[l](file:///etc/passwd)',
  '[l](vscode://x)',
  '[l](https://x.test/a)',
  '[l](#/2)',
  '![i](javascript:boom())',
  '![i](http://x.test/a.png)',
  '![i](none.png)',
  '<javascript:boom()>',
  '![i](a.png "t\\" onerror=boom() x=")',
)
const between = fc.constantFrom('', ' ', '\n', '\n\n', '\n- ', '\n> ', '\n    ', '\t')

/** Markdown in which comments, tags, links and words are mixed in any way. */
export const hostileMarkdown = fc
  .array(
    fc.tuple(
      fc.oneof(
        { weight: 3, arbitrary: words },
        { weight: 3, arbitrary: comments },
        { weight: 4, arbitrary: tags },
        links,
      ),
      between,
    ),
    {
      minLength: 1,
      maxLength: 9,
    },
  )
  .map((parts) => parts.flat().join(''))
