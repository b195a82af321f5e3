import {
  around,
  attribute,
  classes,
  type Element,
  element,
  hasAttribute,
  isElement,
  isText,
  type Node,
  withAttributes,
} from '../markdown/html-tree.ts'

/** What tells that a slide has elements of Slidev or of Obsidian's slides. */
const marks = /<(?:grid|split)\b|\bv-?(?:click|after)/i

/**
 * Elements and attributes of Slidev and of Obsidian's slides, as reveal.js and we have what they mean: steps, and parts
 * side by side.
 *
 * @param html the slide as it was written
 */
export function foreignElements(nodes: readonly Node[], html: string): readonly Node[] {
  return marks.test(html) ? sideBySide(withSteps(nodes)) : nodes
}

/** `<v-click>`, `<v-clicks>`, `v-click` of any element, and those that come with the step before. */
function withSteps(nodes: readonly Node[]): Node[] {
  let step = 0
  const stepped = (node: Element, at: string, hides: boolean): Element => {
    const [, sign = '', digits] = /^\s*['"]?([+-]?)(\d{1,3})/.exec(at) ?? []
    const own = digits === undefined ? step + 1 : sign ? step + Number(sign + digits) : Number(digits)
    if (digits === undefined || sign) step = own
    return asStep(node, own, hides)
  }
  const asStep = (node: Element, index: number, hides = false): Element =>
    withAttributes(node, {
      class: [...classes(node), 'fragment', hides ? 'fade-out' : ''].filter(Boolean).join(' '),
      'data-fragment-index': String(Math.max(0, index)),
    })
  const each = (children: readonly Node[], depth: number): Node[] =>
    children.map((node) => {
      if (!isElement(node)) return node
      if (node.tagName !== 'ul' && node.tagName !== 'ol') return stepped(node, '', false)
      const items = node.childNodes.map((item) => {
        if (!isElement(item)) return item
        const shown = stepped(item, '', false)
        return depth > 1 ? around(shown, shown.childNodes.map(below(depth - 1))) : shown
      })
      return around(node, items)
    })
  const below =
    (depth: number) =>
    (node: Node): Node =>
      isElement(node) && /^[ou]l$/.test(node.tagName) ? (each([node], depth)[0] ?? node) : node
  const visit = (node: Node): Node => {
    if (!isElement(node)) return node
    const { tagName } = node
    if (/^v-?clicks$/.test(tagName))
      return boxed(node, each(node.childNodes, Number(attribute(node, 'depth')) || 1))
    if (/^v-?(?:click|after)$/.test(tagName)) {
      const hides = hasAttribute(node, 'hide')
      const shown = boxed(node, node.childNodes.map(visit))
      return tagName.endsWith('after')
        ? asStep(shown, step, hides)
        : stepped(shown, attribute(node, 'at'), hides)
    }
    const asked = node.attrs.find(({ name }) => /^v-(?:clicks?|after)\b/.test(name))
    if (!asked) return around(node, node.childNodes.map(visit))
    const plain = withAttributes(node, { [asked.name]: '' })
    if (asked.name.startsWith('v-clicks')) return each([plain], 1)[0] ?? plain
    const hides = asked.name.endsWith('hide')
    const shown = asked.name.startsWith('v-after')
      ? asStep(plain, step, hides)
      : stepped(plain, asked.value, hides)
    return around(shown, shown.childNodes.map(visit))
  }
  return nodes.map(visit)
}

const block = /^(?:p|ul|ol|dl|pre|table|div|blockquote|h[1-6]|hr|figure|details)$/

/** What a component holds in a box of its own; among words in a part of the line. */
function boxed(component: Element, children: readonly Node[]): Element {
  const hasBlocks = children.some((child) => isElement(child) && block.test(child.tagName))
  const { class: name = '', style = '' } = Object.fromEntries(
    component.attrs.map(({ name, value }) => [name, value]),
  )
  return withAttributes(element(hasBlocks ? 'div' : 'span', children), { class: name, style })
}

/** `<split>` as columns, and grids that lie at one height. */
function sideBySide(nodes: readonly Node[]): Node[] {
  const shown = nodes.flatMap((node): Node[] => {
    if (!isElement(node)) return [node]
    const children = sideBySide(node.childNodes)
    if (node.tagName === 'split') return columnsOf(partsOf(children), Number(attribute(node, 'wrap')))
    // A paragraph would have to hold blocks.
    if (node.tagName === 'p' && children.some(isGrid)) return children
    return [around(node, children)]
  })
  return shown.some(isGrid) ? gridRows(shown) : shown
}

const isGrid = (node: Node): node is Element => isElement(node) && node.tagName === 'grid'
const isBlank = (node: Node): boolean => isText(node) && node.value.trim() === ''

/** What is to stand side by side: each block, each picture of a paragraph that has nothing else. */
function partsOf(nodes: readonly Node[]): Node[] {
  return nodes.flatMap((node): Node[] => {
    if (isBlank(node)) return []
    const isPictures =
      isElement(node) &&
      node.tagName === 'p' &&
      node.childNodes.every(
        (child) => isBlank(child) || (isElement(child) && /^(?:img|br)$/.test(child.tagName)),
      )
    return isPictures
      ? node.childNodes.filter((child) => isElement(child) && child.tagName === 'img')
      : [node]
  })
}

/** @param wrap how many stand in one row; all of them for 0 */
function columnsOf(parts: readonly Node[], wrap = 0): Element[] {
  const across = wrap > 0 ? wrap : Math.max(1, parts.length)
  const rows: Element[] = []
  for (let at = 0; at < parts.length; at += across)
    rows.push(
      element(
        'div',
        parts.slice(at, at + across).map((part) => element('div', [part], { class: 'column' })),
        { class: 'columns' },
      ),
    )
  return rows
}

/** Where a grid lies, in hundredths of the slide's width and height. */
interface Place {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** The size of Obsidian's slides, in CSS pixels. */
const slideSize = [960, 700] as const

/** Grids in the order in which they lie on the slide, those at one height as columns. */
function gridRows(nodes: readonly Node[]): Node[] {
  const grids = nodes.filter(isGrid).map((grid) => ({ place: placeOf(grid), grid }))
  const rows: (typeof grids)[] = []
  for (const one of grids.sort((a, b) => a.place.top - b.place.top || a.place.left - b.place.left)) {
    const row = rows.at(-1)
    if (row?.every(({ place }) => liesBeside(place, one.place))) row.push(one)
    else rows.push([one])
  }
  const shown = rows.flatMap((row) => {
    const boxes = row.sort((a, b) => a.place.left - b.place.left).map(({ grid }) => gridBox(grid))
    return boxes.length > 1 ? columnsOf(boxes) : boxes
  })
  const first = nodes.findIndex(isGrid)
  return [...nodes.slice(0, first), ...shown, ...nodes.slice(first).filter((node) => !isGrid(node))]
}

/** As much as two parts may lie over each other and still be beside each other. */
const slight = 0.3

const shared = (start: number, size: number, other: number, otherSize: number): number =>
  (Math.min(start + size, other + otherSize) - Math.max(start, other)) / Math.min(size, otherSize)

const liesBeside = (one: Place, other: Place): boolean =>
  shared(one.top, one.height, other.top, other.height) > slight &&
  shared(one.left, one.width, other.left, other.width) < slight

function placeOf(grid: Element): Place {
  const [width = 100, height = 100] = pair(attribute(grid, 'drag'))
  const drop = attribute(grid, 'drop').trim()
  const [left = 0, top = 0] = /[a-z]{3}/.test(drop)
    ? [sideOf(drop, /left/, /right/) * (100 - width), sideOf(drop, /top/, /bottom/) * (100 - height)]
    : pair(drop)
  // Less than nothing is counted from the other side.
  return {
    left: left < 0 ? 100 + left - width : left,
    top: top < 0 ? 100 + top - height : top,
    width,
    height,
  }
}

const sideOf = (drop: string, start: RegExp, end: RegExp): number =>
  start.test(drop) ? 0 : end.test(drop) ? 1 : 0.5

/** `40 55`, `400px 300px`. */
function pair(text: string): number[] {
  return text
    .trim()
    .split(/\s+/)
    .flatMap((one, i) => {
      const [, number, unit] = /^(-?\d+(?:\.\d+)?)(px)?%?$/.exec(one) ?? []
      if (number === undefined) return []
      return [unit ? (Number(number) / (slideSize[i] ?? 1)) * 100 : Number(number)]
    })
}

/** A grid as a box; what says where it lies is read by now. */
function gridBox(grid: Element): Element {
  const step = attribute(grid, 'frag')
  const box = withAttributes(grid, { drag: '', drop: '', flow: '', frag: '' })
  const name = [...classes(grid), step && 'fragment'].filter(Boolean).join(' ')
  return withAttributes(
    { ...box, nodeName: 'div', tagName: 'div' },
    {
      class: name,
      ...(/^\d+$/.test(step) ? { 'data-fragment-index': step } : {}),
    },
  )
}
