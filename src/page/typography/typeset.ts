import {
  around,
  classes,
  element,
  isElement,
  isText,
  type Node,
  type Text,
  textNode,
  withAttributes,
} from '../../markdown/html-tree.ts'
import { phrases, type Together } from './phrases.ts'
import { jointsIn, quantitiesIn } from './quantities.ts'

const cjk = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}'
/** A Chinese character where Latin letters or figures follow, and the other way round. */
const between = new RegExp(
  `[${cjk}](?=[\\p{Script=Latin}\\p{Nd}])|[\\p{Script=Latin}\\p{Nd}%](?=[${cjk}])`,
  'u',
)
/** A full-width closing mark before another mark: only half of it is ink. */
const squeezed = /[，。、；：！？）》〉」』】](?=[，。、；：！？）》〉」』】（《〈「『【”’“‘])/u
/** It is as wide as an ideograph in a Chinese font, which takes it for a quotation mark. */
const apostrophe = /(?<=\p{Script=Latin})’(?=\p{Script=Latin})/u
const own = `(?<spaced>${between.source})|(?<squeezed>${squeezed.source})`
const marks = new RegExp(own, 'gu')
const wideMarks = new RegExp(`${own}|(?<apostrophe>${apostrophe.source})`, 'gu')
/** Decks whose fonts have quotation marks as wide as ideographs. */
const hasWideQuotes = (language: string): boolean => /^(?:zh|ja|ko)\b/i.test(language)
/** What all of them have; few words do. */
const telling = new RegExp(`[\\p{Script=Latin}\\p{Nd}%]|${squeezed.source}`, 'u')
const untouched = new Set(['code', 'pre', 'svg', 'math'])

/** @param isWhole lists and paragraphs break within no term, too */
export type Typeset = (nodes: readonly Node[], isWhole?: boolean) => Node[]

/**
 * Prepares slides' words for the page without changing them: headings may break between phrases only, and for
 * browsers that do neither, marks where to squeeze punctuation and where to part Chinese from Latin; an apostrophe that
 * would be too wide is marked, too, and so are quantities that stay together.
 *
 * @param language BCP 47
 * @param together the terms of the deck
 */
export function typesetter(language: string, together?: Together): Typeset {
  // What slides say again, in an agenda, a recap, a heading that is continued, is cut to phrases once.
  const cut = new Map<string, Node[]>()
  const broken = (text: string): Node[] => {
    const known = cut.get(text)
    if (known) return known
    const found = phrases(text, language, together).flatMap((phrase, i) => {
      const words = marked(textNode(phrase), language, false)
      return i > 0 ? [element('wbr', []), ...words] : words
    })
    cut.set(text, found)
    return found
  }
  return (nodes, isWhole = false) => {
    const within = (some: readonly Node[], keeps: boolean): Node[] =>
      some.flatMap((node): Node[] => {
        if (isText(node)) return keeps ? broken(node.value) : marked(node, language, true)
        if (!isElement(node) || untouched.has(node.tagName) || classes(node).includes('katex')) return [node]
        const { tagName, childNodes } = node
        if (/^(?:h[1-6]|blockquote)$/.test(tagName)) return [around(node, within(childNodes, true))]
        if (isWhole && (tagName === 'li' || tagName === 'p')) {
          const kept = around(node, within(childNodes, true))
          return [
            tagName === 'p' ? withAttributes(kept, { class: [...classes(node), 'phrased'].join(' ') }) : kept,
          ]
        }
        return [around(node, within(childNodes, keeps))]
      })
    return within(nodes, false)
  }
}

/** Text that is an element of its own in the words. */
interface Mark {
  readonly start: number
  readonly end: number
  readonly name: string
}

/** What may begin a line behind a quantity, where browsers would hold the two together: 五万元以上 | 二十万元以下. */
const goesOn = /[\p{Script=Han}\d]/u

/** The words with their marks; themselves where there are none. @param endsLines whether lines may end anywhere in them */
function marked(words: Text, language: string, endsLines: boolean): Node[] {
  const { value: text } = words
  const held = quantitiesIn(text).flatMap((span): Mark[] => [
    { ...span, name: 'held' },
    ...jointsIn(text, span).map((joint) => ({ ...joint, name: 'joint' })),
  ])
  if (held.length === 0 && !telling.test(text)) return [words]
  const wanted = hasWideQuotes(language) && text.includes('’') ? wideMarks : marks
  const single = [...text.matchAll(wanted)].map(({ index, groups }): Mark => {
    const [character = ''] = text.slice(index)
    const name = Object.entries(groups ?? {}).find(([, found]) => found !== undefined)?.[0] ?? ''
    return { start: index, end: index + character.length, name }
  })
  if (single.length + held.length === 0) return [words]
  // The wider before those within it.
  const all = [...held, ...single].sort((one, other) => one.start - other.start || other.end - one.end)
  let next = 0
  const within = (start: number, end: number): Node[] => {
    const nodes: Node[] = []
    let at = start
    for (let mark = all[next]; mark && mark.start < end; mark = all[next]) {
      next++
      if (mark.start > at) nodes.push(textNode(text.slice(at, mark.start)))
      nodes.push(element('span', within(mark.start, mark.end), { class: mark.name }))
      at = mark.end
      if (mark.name === 'held' && endsLines && goesOn.test(text.slice(at, at + 1)))
        nodes.push(element('wbr', []))
    }
    if (at < end) nodes.push(textNode(text.slice(at, end)))
    return nodes
  }
  return within(0, text.length)
}
