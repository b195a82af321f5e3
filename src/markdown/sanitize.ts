import { html as names } from 'parse5'
import { layouts } from '../layouts/index.ts'
import type { Attribute } from './environment.ts'
import { classes, type Element, element, isElement, isText, type Node, textNode } from './html-tree.ts'

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/))

/** Elements of HTML that a slide may have; of all others only what is in them is taken. */
const html = set(
  `a abbr address audio b bdi bdo big blockquote br caption center cite code col colgroup dd del details dfn div dl dt
  em figcaption figure font h1 h2 h3 h4 h5 h6 hr i img input ins kbd li mark ol p pre q rp rt ruby s samp small source
  span strike strong sub summary sup table tbody td tfoot th thead time tr tt u ul var video wbr`,
)
/** Blocks that mean nothing to a slide, or too much: reveal.js takes every `<section>` for a slide. */
const blocks = set(
  'article aside dialog dir fieldset footer form header hgroup legend main menu nav optgroup option section',
)
/** Shapes, and what gives them their look; nothing that moves, links or holds HTML. */
const svg = set(
  `svg circle clippath defs desc ellipse g line lineargradient marker mask path pattern polygon polyline
  radialgradient rect stop symbol text title tspan use`,
)
/** MathML Core, as KaTeX writes it. */
const math = set(
  `math annotation menclose merror mfrac mi mmultiscripts mn mo mover mpadded mphantom mprescripts mroot mrow ms mspace
  msqrt mstyle msub msubsup msup mtable mtd mtext mtr munder munderover none semantics`,
)
/** Nobody reads what is in these. */
const unread = set(
  'applet canvas embed frame frameset head iframe link meta noembed noframes noscript object param script style template title track',
)

/** Whether HTML, or a drawing or formula in it, has elements of a name: none of a component of somebody's. */
export const isKnownElement = (name: string): boolean =>
  [html, blocks, svg, math, unread].some((names) => names.has(name.toLowerCase())) || otherNames.has(name)

/** Known to browsers, though slides have none of them. */
const otherNames = set(
  'acronym basefont base bgsound animate animatetransform bdi body button data datalist fecolormatrix filter foreignobject html label map area marquee meter nobr optgroup output picture plaintext progress search select set slot textarea view xmp image keygen listing multicol nextid rb rtc spacer menuitem isindex command mpath hatch discard',
)

/** Attributes of any element. */
const global = set(
  'align aria-describedby aria-hidden aria-label aria-labelledby aria-level class color dir height id lang role style title valign width',
)
/** Those of one element of HTML. */
const own: Readonly<Record<string, ReadonlySet<string>>> = {
  a: set('href'),
  audio: set('autoplay controls loop muted src'),
  col: set('span'),
  colgroup: set('span'),
  details: set('open'),
  font: set('face size'),
  img: set('alt src'),
  input: set('checked disabled type'),
  li: set('value'),
  ol: set('reversed start type'),
  pre: set('tabindex'),
  source: set('src type'),
  td: set('colspan rowspan'),
  th: set('colspan rowspan scope'),
  time: set('datetime'),
  video: set('autoplay controls loop muted poster src'),
}
const ofSvg = set(
  `clip-path clip-rule cx cy d dominant-baseline dx dy fill fill-opacity fill-rule font-family font-size font-style
  font-weight fx fy gradienttransform gradientunits letter-spacing marker-end marker-mid marker-start markerheight
  markerunits markerwidth mask offset opacity orient pathlength patterncontentunits patterntransform patternunits points
  preserveaspectratio r refx refy rotate rx ry spreadmethod stop-color stop-opacity stroke stroke-dasharray
  stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit stroke-opacity stroke-width text-anchor textlength
  transform viewbox visibility x x1 x2 xmlns y y1 y2`,
)
const ofMath = set(
  `accent accentunder columnalign columnlines columnspacing columnspan depth display displaystyle encoding fence form
  frame largeop linethickness lspace mathbackground mathcolor mathsize mathvariant maxsize minsize movablelimits notation
  rowalign rowlines rowspacing rowspan rspace scriptlevel separator stretchy symmetric voffset xmlns`,
)
/** What reveal.js and we read of an element or slide; what runs, loads or names an event is not among them. */
const data = set(
  `auto-animate auto-animate-delay auto-animate-duration auto-animate-easing auto-animate-id auto-animate-restart
  auto-animate-unmatched autoplay autoslide background background-color background-gradient background-image
  background-opacity background-position background-repeat background-size background-transition fragment-index id line
  line-numbers
  ln-start-from notes original sentence timing transition transition-speed trim visibility`,
)
/**
 * What a deck may call its slides and elements, and what our Markdown makes of it. The page has names of its own, by
 * which it finds, shows and hides what is its: those are none of a deck's.
 */
const deckClasses = set(
  `${layouts.map(({ name }) => name).join(' ')}
  columns column continued current faded footnote footnotes gap line markdown-alert mermaid nonincremental numbered
  opening sections spaced squeezed center r-fit-text r-hstack r-stack r-stretch r-vstack stretch items-center items-end items-start
  items-stretch justify-around justify-between justify-center justify-end justify-start katex katex-display
  fragment current-visible custom fade-down fade-in-then-out fade-in-then-semi-out fade-left fade-out fade-right fade-up
  grow highlight-blue highlight-current-blue highlight-current-green highlight-current-red highlight-green highlight-red
  semi-fade-out shrink strike zoom-in`,
)
/** reveal.js would find these within a formula, too. */
const pageClasses = set('backgrounds future past present reveal slides stack')
const deckFamilies = /^(?:code|footnotes?|language|markdown-alert|task-list)-/
const isDeckClass = (name: string): boolean => deckClasses.has(name) || deckFamilies.test(name)
/** The ids of everything that is ours begin so, and those that a diagram's are made of. */
export const ownPrefix = 'study-deck'

/** A declaration that loads something, hides what it does, or stands over the page. An id of the same page is no address. */
const unsafeDeclaration =
  /position\s*:\s*(?:fixed|sticky)|(?:url|src|image|image-set|cross-fade)\s*\((?!\s*["']?#[\w-]+["']?\s*\))|@|\\|\/\*|expression\s*\(|(?:java|vb)script:/i

/** A style attribute without the declarations that would load something. */
function safeStyle(style: string): string {
  return style
    .split(';')
    .filter((declaration) => declaration.trim() && !unsafeDeclaration.test(declaration))
    .join(';')
}

const schemes = set('http: https: mailto: tel:')
/** Where a relative address leads, for want of the page's own. */
const beside = 'https://beside.invalid'

/** Where a link leads, read as the browser will read it; null for what is opened by another scheme than the four. */
function destination(address: string): { address: string; isOutside: boolean } | null {
  try {
    const { protocol, origin, href } = new URL(address, beside)
    if (!schemes.has(protocol)) return null
    const isOutside = /^https?:$/.test(protocol) && origin !== beside
    // Without a scheme it would be a computer of the network where the page is a file.
    return { address: isOutside && !/^\s*https?:/i.test(address) ? href : address, isOutside }
  } catch {
    return null
  }
}

/**
 * A tree with only known elements and attributes: no script, no style sheet, no frame, no form, and nothing that is
 * fetched but what `img`, `audio`, `video` and `source` name, which the caller is to replace. What is not known is
 * taken away and what is in it stays. Safe to write and to be parsed again, since no element stays that the parser
 * treats in a way of its own.
 */
export function sanitize(nodes: readonly Node[], inFormula = false): Node[] {
  return nodes.flatMap((node): Node[] => {
    // On its own: what it stood in decides how it is written.
    if (isText(node)) return [textNode(node.value)]
    if (!isElement(node)) return []
    const { tagName, namespaceURI } = node
    // KaTeX has classes of its own, which mean nothing elsewhere.
    const isFormula = inFormula || classes(node).includes('katex')
    const isHtml = namespaceURI === names.NS.HTML
    if (unread.has(tagName) && (isHtml || tagName !== 'title')) return []
    if (isHtml) {
      const children = sanitize(node.childNodes, isFormula)
      if (tagName === 'plaintext') return children
      if (blocks.has(tagName)) return [clean(element('div', children, attributesOf(node)), own, isFormula)]
      if (tagName === 'input' && !isCheckbox(node)) return []
      return html.has(tagName) ? [clean({ ...node, childNodes: children }, own, isFormula)] : children
    }
    const known = namespaceURI === names.NS.SVG ? svg : math
    const attributes = namespaceURI === names.NS.SVG ? ofSvg : ofMath
    const isOwn = (child: Node): boolean =>
      isText(child) || (isElement(child) && child.namespaceURI === namespaceURI)
    if (!known.has(tagName.toLowerCase())) return sanitize(node.childNodes, isFormula)
    // HTML within a drawing or formula is parsed by rules of its own; its words stay.
    const inner = sanitize(node.childNodes, isFormula)
    const children = inner.flatMap((child) => (isOwn(child) || !isElement(child) ? [child] : wordsIn(child)))
    return [clean({ ...node, childNodes: children }, { [tagName]: attributes }, isFormula)]
  })
}

const attributesOf = ({ attrs }: Element): Record<string, string> =>
  Object.fromEntries(attrs.map(({ name, value }) => [name, value]))

const isCheckbox = ({ attrs }: Element): boolean =>
  attrs.some(({ name, value }) => name === 'type' && value.toLowerCase() === 'checkbox')

function wordsIn(element: Element): Node[] {
  return element.childNodes.flatMap((child) => (isElement(child) ? wordsIn(child) : [child]))
}

function clean(
  element: Element,
  allowed: Readonly<Record<string, ReadonlySet<string>>>,
  isFormula: boolean,
): Element {
  const mine = Object.hasOwn(allowed, element.tagName) ? allowed[element.tagName] : undefined
  const attrs = element.attrs.flatMap((attribute) => {
    const name = attribute.name.toLowerCase()
    const isLocal = /^(?:xlink:)?href$/.test(name) && /^#[\w-]+$/.test(attribute.value)
    if (element.tagName === 'use' && isLocal) return [attribute]
    const value = safeValue(name, attribute.value, mine, isFormula)
    return value === null ? [] : [{ ...attribute, value }]
  })
  return element.tagName === 'a' ? asLink({ ...element, attrs }) : { ...element, attrs }
}

/** A link out of the deck opens beside it, so that the presenter does not lose the slides; what it opens can't reach back. */
function asLink(link: Element): Element {
  const written = link.attrs.find(({ name }) => name === 'href')?.value
  if (written === undefined) return link
  const found = destination(written)
  const others = link.attrs.filter(({ name }) => name !== 'href')
  const outward = [
    { name: 'target', value: '_blank' },
    { name: 'rel', value: 'noopener noreferrer' },
  ]
  return {
    ...link,
    attrs: [
      ...(found ? [{ name: 'href', value: found.address }] : []),
      ...others,
      ...(found?.isOutside ? outward : []),
    ],
  }
}

/** The value as it may stand in the page; null where the attribute may not. */
function safeValue(
  name: string,
  value: string,
  mine: ReadonlySet<string> | undefined,
  isFormula: boolean,
): string | null {
  const isData = name.startsWith('data-') && data.has(name.slice(5))
  if (!(isData || global.has(name) || mine?.has(name))) return null
  if (name === 'style') return safeStyle(value)
  if (name === 'id') return value.includes(ownPrefix) ? null : value
  if (name === 'class')
    return value
      .split(/\s+/)
      .filter((name) => isDeckClass(name) || (isFormula && !pageClasses.has(name)))
      .join(' ')
  // reveal.js makes a style of it; pictures and films are data by now.
  if (/^data-background(?!-image$|-video$)/.test(name)) return unsafeDeclaration.test(value) ? null : value
  if (name === 'tabindex') return value === '0' ? value : null
  // A gradient, a mask: an id of the same page.
  return !isData && /\burl\s*\((?!\s*["']?#[\w-]+["']?\s*\))/i.test(value) ? null : value
}

/** The attributes of a slide that may stand in the page. */
export function safeAttributes(attributes: readonly Attribute[]): Attribute[] {
  return attributes.flatMap(([name, value]): Attribute[] => {
    const safe = safeValue(name, value, undefined, false)
    return safe === null ? [] : [[name, safe]]
  })
}
