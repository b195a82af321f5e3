import {
  around,
  classes,
  element,
  isElement,
  isText,
  type Node,
  type Text,
  textNode,
} from '../../markdown/html-tree.ts'
import { phrases, type Together } from './phrases.ts'

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
const untouched = new Set(['code', 'pre', 'svg', 'math'])

/**
 * Prepares a slide's words for the page without changing them: headings may break between phrases only, and for
 * browsers that do neither, marks where to squeeze punctuation and where to part Chinese from Latin; an apostrophe that
 * would be too wide is marked, too.
 *
 * @param language BCP 47
 * @param together the terms of the deck
 * @param wholeWords whether the words of lists stay whole, too
 */
export function typeset(
  nodes: readonly Node[],
  language: string,
  together?: Together,
  wholeWords = false,
): Node[] {
  const within = (some: readonly Node[], keeps: boolean, terms: Together | undefined): Node[] =>
    some.flatMap((node): Node[] => {
      if (isText(node)) return keeps ? broken(node.value, language, terms) : marked(node, language)
      if (!isElement(node) || untouched.has(node.tagName) || classes(node).includes('katex')) return [node]
      const { tagName, childNodes } = node
      if (/^(?:h[1-6]|blockquote)$/.test(tagName)) return [around(node, within(childNodes, true, together))]
      return [around(node, within(childNodes, keeps || (wholeWords && tagName === 'li'), terms))]
    })
  return within(nodes, false, undefined)
}

function broken(text: string, language: string, together: Together | undefined): Node[] {
  return phrases(text, language, together).flatMap((phrase, i) => {
    const words = marked(textNode(phrase), language)
    return i > 0 ? [element('wbr', []), ...words] : words
  })
}

/** The words with their marks; themselves where there are none. */
function marked(words: Text, language: string): Node[] {
  const { value: text } = words
  const wanted = hasWideQuotes(language) && text.includes('’') ? wideMarks : marks
  if (text.search(wanted) < 0) return [words]
  const nodes: Node[] = []
  let end = 0
  for (const { index, groups } of text.matchAll(wanted)) {
    const [character = ''] = text.slice(index)
    if (index > end) nodes.push(textNode(text.slice(end, index)))
    const name = Object.entries(groups ?? {}).find(([, found]) => found !== undefined)?.[0] ?? ''
    nodes.push(element('span', [textNode(character)], { class: name }))
    end = index + character.length
  }
  if (end < text.length) nodes.push(textNode(text.slice(end)))
  return nodes
}
