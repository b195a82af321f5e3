import type { Element, Root, RootContent } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { defaultSchema, sanitize } from 'hast-util-sanitize'
import { toHtml } from 'hast-util-to-html'
import { Fault } from '../fault.ts'
import { safeStyle } from './attributes.ts'
import type { Environment } from './environment.ts'

const schema: typeof defaultSchema = {
  ...defaultSchema,
  clobber: [],
  tagNames: [
    ...(defaultSchema.tagNames ?? []),
    ...['mark', 'u', 'small', 'abbr', 'cite', 'figure', 'figcaption', 'center', 'font', 'time'],
    // reveal.js takes every <section> for a slide.
  ].filter((name) => !['input', 'picture', 'source', 'section'].includes(name)),
  attributes: {
    '*': [
      'className',
      'id',
      'title',
      'lang',
      'dir',
      'style',
      'role',
      'width',
      'height',
      'align',
      'color',
      'data*',
      'ariaLabel',
      'ariaHidden',
      'ariaDescribedBy',
      'ariaLabelledBy',
    ],
    a: ['href', 'target', 'rel'],
    img: ['src', 'alt'],
    ol: ['start', 'type', 'reversed'],
    td: ['colSpan', 'rowSpan'],
    th: ['colSpan', 'rowSpan', 'scope'],
    time: ['dateTime'],
  },
  protocols: { href: ['http', 'https', 'mailto', 'tel'], src: ['data'] },
  strip: ['script', 'style', 'template', 'iframe', 'object', 'noscript'],
}

/** More than any slide holds; all of them nested would still leave the tree shallow enough to walk. */
const mostTags = 1000

/** Attributes that would make reveal.js load something; see `safeAttribute`. */
const loading = /^data(?:Src|Srcset|Markdown|Preview.*|Background(?:Iframe|Video|Image)?.*)$/

/**
 * Foreign HTML made safe: known elements and attributes only, every element closed, no script, no style sheet,
 * no address that is fetched. Pictures go through `env.picture` as those of Markdown do.
 *
 * @throws Fault where a picture is missing
 */
export function sanitizeHtml(html: string, env: Environment): string {
  if ((html.match(/<[a-z]/gi)?.length ?? 0) > mostTags)
    throw new Fault((say) => say.tooMuchHtml, { file: env.file, line: env.line })
  const tree = fromHtml(html, { fragment: true })
  forEachElement(tree, (element) => {
    const { src, style } = element.properties
    // Markdown's own pictures have been turned into data already.
    if (element.tagName === 'img' && typeof src === 'string' && !src.startsWith('data:'))
      element.properties['src'] = env.picture(src, { file: env.file, line: env.line })
    if (typeof style === 'string') element.properties['style'] = safeStyle(style)
    for (const name of Object.keys(element.properties))
      if (loading.test(name)) delete element.properties[name]
  })
  const clean = sanitize(tree, schema)
  if (clean.type !== 'root' && clean.type !== 'element') return ''
  return toHtml(clean, { allowDangerousCharacters: false })
}

function forEachElement(root: Root, visit: (element: Element) => void): void {
  const waiting: RootContent[] = [...root.children]
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (node.type !== 'element') continue
    visit(node)
    waiting.push(...node.children)
  }
}
