import { shapeOf } from '../../deck/slide-size.ts'
import type { Layout, Shape } from '../../layouts/layout.ts'
import {
  around,
  classes,
  type Element,
  element,
  isElement,
  isText,
  type Node,
  textNode,
  textOf,
  withAttributes,
} from '../../markdown/html-tree.ts'
import { countLines, widthOf } from './lines.ts'
import { type Frame, inlineRuns, isList, isSeen, itemFrame, largeFigure } from './measure.ts'

/** Arranges a list in another way than its layout says; null where it had better not be. */
type Arrange = (list: Element, items: readonly Element[], frame: Frame) => Element | null

/** How lists of a layout may be arranged, where they have room so: before their own way, or after it. */
const arrangements: Readonly<Record<string, { readonly before?: Arrange; readonly after?: Arrange }>> = {
  agenda: { before: inTwoColumns },
  recap: { before: inTwoColumns },
  timeline: { before: acrossLine },
  cards: { before: inRows },
  figures: { before: stacked },
  panels: { after: inHalves },
}

/** The ways in which a slide's list may be arranged, the best first; without another way, as it is. */
export function arranged(body: readonly Node[], frame: Frame): Node[][] {
  const list = body.find(isList)
  const items = list?.childNodes.filter(isSeen).filter(isElement) ?? []
  const way = (arrange: Arrange | undefined): Node[][] => {
    const found = list && items.length > 0 && arrange ? arrange(list, items, frame) : null
    return found ? [body.map((node) => (node === list ? found : node))] : []
  }
  const { before, after } = arrangements[frame.layout.name] ?? {}
  return [...way(before), [...body], ...way(after)]
}

const marked = (list: Element, name: string): Element =>
  withAttributes(list, { class: [...classes(list), name].join(' ') })

/** An agenda of so many sections stands in two columns. */
const longAgenda = 8

/** A long agenda in two columns, each read downwards. */
function inTwoColumns(list: Element, items: readonly Element[], { ratio }: Frame): Element | null {
  if (items.length < longAgenda || shapeOf(ratio) === 'tall') return null
  const style = `grid-template-rows:repeat(${Math.ceil(items.length / 2)},auto)`
  return marked(withAttributes(list, { style }), 'two-columns')
}

/** In a column beside others no card has more lines. */
const mostLines = 3
/** Side by side they would seem to be set against each other. */
const pair = 2
/** So many cards have room one below the other. */
const mostCards: Readonly<Record<Shape, number>> = { wide: 3, narrow: 4, tall: 0 }

/** Two cards, and a few of more words than a glance takes in, have a row each. */
function inRows(list: Element, items: readonly Element[], frame: Frame): Element | null {
  const { layout, ratio } = frame
  const shape = shapeOf(ratio)
  if (items.length > mostCards[shape]) return null
  if (items.length <= pair) return marked(list, 'rows')
  const { frame: within } = itemFrame(list, frame)
  const size = largest(layout, items.length)
  const isLong = items.some((item) => {
    const runs = inlineRuns(item.childNodes, { ...within, size })
    return countLines(runs, within.width, true) > mostLines
  })
  return isLong ? marked(list, 'rows') : null
}

const largest = ({ largest: sizes, size }: Layout, points: number): number =>
  sizes[points - 1] ?? sizes.at(-1) ?? size

/** Most panels that stand one below the other. */
const fewPanels = 3

/** A few panels with points of their own, two beside each other. */
function inHalves(list: Element, items: readonly Element[], { ratio }: Frame): Element | null {
  const isFew = items.length > 1 && items.length <= fewPanels
  return isFew && shapeOf(ratio) === 'wide' ? marked(list, 'halves') : null
}

/** Figures each on a line of its own, between the words before and behind it; null where one is longer than that. */
function stacked(list: Element, items: readonly Element[], frame: Frame): Element | null {
  const { layout } = frame
  const { frame: within } = itemFrame(list, frame)
  const size = largest(layout, items.length)
  const parts = items.map((item) => {
    const strong = item.childNodes.filter((node) => isElement(node) && node.tagName === 'strong')
    const [only, more] = strong.filter(isElement)
    return { item, only: more ? null : only }
  })
  const figures = parts.flatMap(({ only }) => (only ? [largeFigure(only, { ...within, size })] : []))
  const room = within.width / size
  const fits = figures.every(({ text, widths, size: own }) => (widthOf(text, widths) * own) / size < room - 1)
  if (figures.length === 0 || !fits) return null
  const split = parts.map(({ item, only }) => (only ? withFigureApart(item, only) : item))
  return marked(around(list, split), 'stacked')
}

/** What a figure's own line holds behind it. */
const behindFigure = /^(?:以[上下内]|左右)?[，,、；;。：:]?/u

function withFigureApart(item: Element, figure: Element): Element {
  const at = item.childNodes.indexOf(figure)
  const [mark, rest] = parted(item.childNodes.slice(at + 1), behindFigure)
  return around(item, [
    ...item.childNodes.slice(0, at),
    element('span', [figure, ...mark], { class: 'own-line' }),
    ...rest,
  ])
}

/** Nodes that begin with some words, and what is behind these; typesetting may have marked the last of them. */
function parted(nodes: readonly Node[], words: RegExp): [Node[], Node[]] {
  const [next, ...others] = nodes
  if (!next) return [[], []]
  const said = words.exec(textOf(next))?.[0] ?? ''
  if (said === '') return [[], [...nodes]]
  if (isText(next) && said.length < next.value.length)
    return [[textNode(said)], [textNode(next.value.slice(said.length)), ...others]]
  return said === textOf(next) ? [[next], others] : [[], [...nodes]]
}

/** No more than this stand side by side along a line, by the shape of the slide. */
const mostAcross: Readonly<Record<Shape, number>> = { wide: 4, narrow: 3, tall: 1 }
/** Of a date along the line and of the year in it, in CSS pixels. */
const dateSize = 34
const yearSize = 66
const year = /(\d{4})/

/** A timeline whose dates stand side by side, where there is room for each; null where there is none. */
function acrossLine(list: Element, items: readonly Element[], frame: Frame): Element | null {
  if (items.length < 2 || items.length > mostAcross[shapeOf(frame.ratio)]) return null
  const width = frame.width / items.length - 36
  const fits = items.every((item) => {
    const date = item.childNodes.find(isSeen)
    if (!date || !isElement(date) || date.tagName !== 'strong') return false
    const letters = (text: string): number =>
      [...text].reduce((sum, letter) => sum + (/[\u0020-\u007e]/.test(letter) ? 0.6 : 1), 0)
    const parts = textOf(date).split(year)
    return parts.reduce((sum, part, i) => sum + letters(part) * (i % 2 ? yearSize : dateSize), 0) <= width
  })
  if (!fits) return null
  const dated = around(
    list,
    list.childNodes.map((item) => (isElement(item) ? withDateAbove(item) : item)),
  )
  return marked(dated, 'across')
}

const behindDate = /^[，,、：:]/u

/** The date that an item begins with, its year apart, on a line of its own with the mark behind it. */
function withDateAbove(item: Element): Element {
  const at = item.childNodes.findIndex(isSeen)
  const date = item.childNodes[at]
  if (!date || !isElement(date)) return item
  const parts = textOf(date)
    .split(year)
    .flatMap((part, i): Node[] =>
      part ? [i % 2 ? element('span', [textNode(part)], { class: 'year' }) : textNode(part)] : [],
    )
  const [mark, rest] = parted(item.childNodes.slice(at + 1), behindDate)
  const above = element('span', [around(date, parts), ...mark], { class: 'when' })
  return around(item, [...item.childNodes.slice(0, at), above, ...rest])
}
