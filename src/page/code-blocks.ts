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
  textNode,
  withAttributes,
} from '../markdown/html-tree.ts'

/**
 * Program text in one shape, whoever wrote it: `<pre class="code">` around one `<code>` for each step of stressed lines.
 * `data-line-numbers`, as reveal.js has it, numbers the lines and names those to stress, `1|3-5`: each further step is a
 * fragment that covers the one before.
 */
export function codeBlocks(nodes: readonly Node[]): Node[] {
  return nodes.map((node) => {
    if (!isElement(node)) return node
    if (node.tagName !== 'pre' || classes(node).includes('mermaid'))
      return around(node, codeBlocks(node.childNodes))
    const inner = node.childNodes.filter((child) => isElement(child) || (isText(child) && child.value.trim()))
    const [only, more] = inner
    const code =
      only && !more && isElement(only) && only.tagName === 'code' ? only : element('code', node.childNodes)
    const names = new Set(['code', ...classes(node)])
    return {
      ...withAttributes(node, { class: [...names].join(' '), tabindex: '0' }),
      childNodes: inCells(hasAttribute(code, 'data-line-numbers') ? steps(code) : [trimmed(code)]),
    }
  })
}

/**
 * Code without the line breaks around it, which its author wrote for the sake of the HTML; with `data-trim` without the
 * indentation of its first line, too.
 */
function trimmed(code: Element): Element {
  const { childNodes } = code
  const [first] = childNodes
  const begun = first && isText(first) ? first.value.replace(/^(?:[ \t]*\r?\n)+/, '') : ''
  const isTrimmed = hasAttribute(code, 'data-trim')
  const indent = isTrimmed ? (/^[ \t]*/.exec(begun)?.[0] ?? '') : ''
  return around(
    isTrimmed ? withAttributes(code, { 'data-trim': '' }) : code,
    childNodes.map((node, i) => {
      if (!isText(node)) return node
      const whole = i === 0 ? begun.slice(indent.length) : node.value
      const shown = indent ? whole.replaceAll(`\n${indent}`, '\n') : whole
      const text = i === childNodes.length - 1 ? shown.trimEnd() : shown
      return text === node.value ? node : textNode(text)
    }),
  )
}

/** What drawings are made of: the fonts have them as wide as an ideograph, while code counts on one width for all. */
const boxSign = /[\u2500-\u259f]/g

/** Each such sign in a cell of its own, as narrow as a letter: a line too long breaks between any two. */
function inCells(nodes: readonly Node[]): Node[] {
  return nodes.flatMap((node): Node[] => {
    if (isElement(node)) return [around(node, inCells(node.childNodes))]
    if (!isText(node) || node.value.search(boxSign) < 0) return [node]
    const parts: Node[] = []
    let read = 0
    for (const { 0: sign, index } of node.value.matchAll(boxSign)) {
      if (index > read) parts.push(textNode(node.value.slice(read, index)))
      parts.push(element('span', [textNode(sign)], { class: 'cell' }))
      read = index + 1
    }
    return read < node.value.length ? [...parts, textNode(node.value.slice(read))] : parts
  })
}

function steps(written: Element): Element[] {
  const code = trimmed(written)
  const lines = linesOf(code.childNodes)
  const start = Number(attribute(code, 'data-ln-start-from')) || 1
  const names = [...classes(code), 'numbered']
  const bare = withAttributes(code, {
    'data-line-numbers': '',
    'data-ln-start-from': '',
    style: start > 1 ? `counter-reset:line ${Math.floor(start) - 1}` : '',
  })
  return attribute(code, 'data-line-numbers')
    .split('|')
    .map((ranges, step) => {
      const stressed = stressedLines(ranges)
      const spans = lines.flatMap((line, i): Node[] => {
        const faded = stressed.size > 0 && !stressed.has(i + 1)
        const span = element('span', line, { class: faded ? 'line faded' : 'line' })
        return i > 0 ? [textNode('\n'), span] : [span]
      })
      const all = step > 0 ? [...names, 'fragment'] : names
      return { ...withAttributes(bare, { class: all.join(' ') }), childNodes: spans }
    })
}

/** The nodes of each line; an element that goes on over several stands in each. */
function linesOf(nodes: readonly Node[]): Node[][] {
  const lines: Node[][] = [[]]
  for (const node of nodes) {
    const parts: Node[][] = isText(node)
      ? node.value.split('\n').map((text) => (text ? [textNode(text)] : []))
      : !isElement(node)
        ? [[]]
        : node.tagName === 'br'
          ? [[], []]
          : classes(node).includes('line')
            ? [node.childNodes]
            : linesOf(node.childNodes).map((line) => [around(node, line)])
    lines.at(-1)?.push(...(parts[0] ?? []))
    lines.push(...parts.slice(1))
  }
  return lines
}

/** `1,3-5` → {1, 3, 4, 5}; a range of a thousand lines or more is taken for a slip and cut there. */
function stressedLines(ranges: string): ReadonlySet<number> {
  const lines = new Set<number>()
  for (const range of ranges.split(',')) {
    const [from = Number.NaN, to = from] = range.split('-').map(Number)
    for (let line = from; line <= Math.min(to, from + 999); line++) if (line > 0) lines.add(line)
  }
  return lines
}
