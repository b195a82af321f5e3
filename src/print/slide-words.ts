import { type DefaultTreeAdapterMap, parseFragment } from 'parse5'

/** The words of a slide, in the pieces in which any page must show them. */
export interface SlideWords {
  readonly body: readonly string[]
  readonly notes: readonly string[]
}

type Node = DefaultTreeAdapterMap['node']

const blocks = new Set(
  'address blockquote br dd details div dl dt figcaption figure h1 h2 h3 h4 h5 h6 hr li ol p pre section table td th tr ul'.split(
    ' ',
  ),
)
/** What is drawn rather than written. */
const drawn = new Set(['svg', 'math', 'img'])

/**
 * The words of a rendered slide, in reading order: a piece a block, cut also at formulas, diagrams and pictures.
 *
 * @param html the slide's `<section>`
 */
export function slideWords(html: string): SlideWords {
  const body: string[] = []
  const notes: string[] = []
  const visit = (node: Node, into: string[]): void => {
    if ('value' in node) into[into.length - 1] += node.value
    if (!('childNodes' in node)) return
    const name = 'tagName' in node ? node.tagName : ''
    const classes =
      'attrs' in node ? (node.attrs.find((a) => a.name === 'class')?.value ?? '').split(' ') : []
    // The way back from a footnote is ours.
    if (classes.includes('footnote-backref')) return
    const inNotes = name === 'aside' && classes.includes('notes')
    const isDrawing = drawn.has(name) || classes.includes('katex') || classes.includes('mermaid')
    // Its steps are the same code again, with other lines stressed.
    const isStep = name === 'code' && classes.includes('fragment')
    // Numbers stand between numbered lines.
    const isLine = name === 'span' && classes.includes('line')
    const apart = inNotes || isDrawing || isStep || isLine || blocks.has(name)
    const target = inNotes ? notes : into
    if (apart) target.push('')
    if (!isDrawing && !isStep) for (const child of node.childNodes) visit(child, target)
    if (apart) target.push('')
  }
  body.push('')
  visit(parseFragment(html), body)
  return { body: body.filter((piece) => piece.trim()), notes: notes.filter((piece) => piece.trim()) }
}
