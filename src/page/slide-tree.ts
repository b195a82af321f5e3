import { takeComments } from '../markdown/comments.ts'
import type { Attribute } from '../markdown/environment.ts'
import { around, classes, element, isElement, type Node, textNode, textOf } from '../markdown/html-tree.ts'
import { parseBody } from '../markdown/parse-body.ts'
import { parsePlain } from '../markdown/plain-html.ts'
import type { SlideHtml } from '../markdown/render.ts'
import { safeAttributes, sanitize } from '../markdown/sanitize.ts'
import type { Styled } from './author-style/apply.ts'
import { codeBlocks } from './code-blocks.ts'
import { foreignElements } from './foreign-elements.ts'
import { incremental } from './incremental.ts'
import { leftOut } from './left-out.ts'
import { embedBackground, embedMedia, type MediaContext } from './media.ts'
import { bySlide, hasWindowUnits } from './slide-units.ts'

/** A slide that may stand in a page. */
export interface SlideTree {
  readonly attributes: readonly Attribute[]
  readonly body: readonly Node[]
  /** None where the slide has no speaker notes. */
  readonly notes: readonly Node[]
  /** Names of attributes and elements that may not stand in a page. */
  readonly leftOut: readonly string[]
}

/** Notes of words alone, as they may stand in any slide, by their HTML. */
export type SharedTrees = Map<string, readonly Node[]>

export interface TreeContext extends MediaContext {
  /** List items appear one by one. */
  readonly incremental: boolean
  /** Puts an author's style on the slide. */
  readonly style?: (slide: Styled) => Styled
  /** Of the deck's slides before: those that are of one paragraph share its notes. */
  readonly shared?: SharedTrees
}

/**
 * The door of the page: whatever a slide became on its way from Markdown is parsed as a browser will parse it, and only
 * what is known to be harmless goes on. Nothing is written into a slide behind here but by ourselves, as a tree.
 */
export function slideTree(
  { body, notes }: Pick<SlideHtml, 'body' | 'notes'>,
  context: TreeContext,
): SlideTree {
  const shown = withDiagrams(parseBody(body))
  const words = wordsAlone(notes, context.shared)
  const spoken = words ? [] : parseBody(notes)
  const said = [...takeComments(shown), ...takeComments(spoken)]
  const { rest, asides } = withoutAsides(shown)
  const { style = (slide: Styled) => slide } = context
  const styled = style({ nodes: foreignElements(rest, body), attributes: joined(said) })
  const { attributes, gaps } = embedBackground(styled.attributes, context)
  const safe = safeAttributes(attributes)
  const whole = embedMedia([...styled.nodes, ...gaps], context)
  const cleaned = sanitize(whole)
  const clean = codeBlocks(hasWindowUnits(body) ? bySlide(cleaned) : cleaned)
  const names = new Set(safe.map(([name]) => name))
  const isKept = (name: string): boolean => names.has(name) || name === 'data-notes'
  const isIncremental =
    context.incremental &&
    !safe.some(([name, value]) => name === 'class' && value.split(' ').includes('nonincremental'))
  const remembered = safe.flatMap(([name, value]) =>
    name === 'data-notes' ? [element('p', [textNode(value)])] : [],
  )
  const others = [...sanitize(embedMedia([...spoken, ...asides], context)), ...remembered]
  return {
    attributes: safe.filter(([name]) => name !== 'data-notes'),
    body: isIncremental ? incremental(clean) : clean,
    leftOut: [
      ...leftOut(whole, cleaned),
      ...attributes.map(([name]) => name).filter((name) => !isKept(name)),
    ],
    notes: words && others.length === 0 ? words : [...(words ?? []), ...others],
  }
}

/** Notes without anything that has to do with their slide; null where they have. */
function wordsAlone(html: string, shared: SharedTrees = new Map()): readonly Node[] | null {
  const known = shared.get(html)
  if (known) return known
  // A comment may be the slide's.
  const plain = html.includes('<!--') ? null : parsePlain(html)
  if (!plain) return null
  const words = sanitize(plain)
  shared.set(html, words)
  return words
}

/** A diagram that is written as HTML, `<div class="mermaid">`, as one of Markdown. */
function withDiagrams(nodes: readonly Node[]): Node[] {
  return nodes.map((node) => {
    if (!isElement(node)) return node
    if (!classes(node).includes('mermaid')) return around(node, withDiagrams(node.childNodes))
    return element('pre', [textNode(textOf(node).trim())], { class: 'mermaid' })
  })
}

/** What HTML says is for the speaker, `<aside class="notes">`, apart from what is shown. */
function withoutAsides(nodes: readonly Node[]): { rest: Node[]; asides: Node[] } {
  const asides: Node[] = []
  const visit = (children: readonly Node[]): Node[] =>
    children.flatMap((node): Node[] => {
      if (!isElement(node)) return [node]
      if (node.tagName !== 'aside' || !classes(node).includes('notes'))
        return [around(node, visit(node.childNodes))]
      asides.push(...node.childNodes)
      return []
    })
  return { rest: visit(nodes), asides }
}

/** Each attribute once: classes together, of others the last. */
function joined(attributes: readonly Attribute[]): Attribute[] {
  const values = new Map<string, string>()
  for (const [name, value] of attributes)
    values.set(name, name === 'class' ? `${values.get(name) ?? ''} ${value}`.trim() : value)
  return [...values]
}
