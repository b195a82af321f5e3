import type { Attribute } from '../../markdown/environment.ts'
import {
  attribute,
  classes,
  type Element,
  hasAttribute,
  isElement,
  isText,
  type Node,
  textOf,
  writeBody,
} from '../../markdown/html-tree.ts'
import { parseBody } from '../../markdown/parse-body.ts'
import { nameFrom } from '../file-name.ts'

/** More than a page of reveal.js has that loads its slides, in bytes. */
export const largestPage = 1024 * 1024

/** Whether a file may be a page that shows slides. */
export const isPage = (name: string): boolean => /^[^/]*\.html?$/i.test(name)

/** Whether a text is a page of reveal.js. */
export const showsSlides = (text: string): boolean =>
  text.includes('data-markdown=') ||
  (/<section\b/i.test(text) && /\bclass\s*=\s*["']?[^"'>]*\bslides\b/i.test(text))

/** A section of a page that is a slide, or stands for those of a file. */
export interface ShownSection {
  readonly section: Element
  /** The Markdown file that it shows. */
  readonly name: string | null
  /** The section that it stands in with others. */
  readonly column: Element | null
}

/** What a page of reveal.js shows, in its order. */
export function shownBy(page: string): ShownSection[] {
  const shown: ShownSection[] = []
  const visit = (nodes: readonly Node[], column: Element | null, isWithin: boolean): void => {
    for (const node of nodes) {
      if (!isElement(node)) continue
      const address = attribute(node, 'data-markdown')
      const name = /^[a-z]+:/i.test(address) ? null : nameFrom(decoded(address), '')
      if (address && name) shown.push({ section: node, name, column })
      else if (isWithin && isSlide(node) && !node.childNodes.some(isSlide))
        shown.push({ section: node, name: null, column })
      else visit(node.childNodes, isSlide(node) ? node : column, isWithin || classes(node).includes('slides'))
    }
  }
  if (showsSlides(page)) visit(parseBody(page), null, false)
  return shown
}

const isSlide = (node: Node): node is Element => isElement(node) && node.tagName === 'section'

const decoded = (address: string): string => {
  try {
    return decodeURI(address.replace(/[?#].*$/s, ''))
  } catch {
    return address
  }
}

/** The page among others that is the whole deck: the folder's own, or the only one that shows slides. */
export function wholePage(pages: readonly string[]): string | undefined {
  return pages.find((name) => /^index\.html?$/i.test(name)) ?? (pages.length === 1 ? pages[0] : undefined)
}

/** What reveal.js's Markdown plugin gives from the section that names a file to each slide in it. */
export function forwarded(section: Element): Attribute[] {
  return section.attrs.flatMap(({ name, value }): Attribute[] =>
    /^data-(?:markdown|separator|vertical|notes|charset)|^(?:style|id)$/.test(name) ? [] : [[name, value]],
  )
}

/** The names that a page of reveal.js gives to what parts slides and notes, by those of front matter. */
const pageNames = {
  separator: 'data-separator',
  verticalSeparator: 'data-separator-vertical',
  notesSeparator: 'data-separator-notes',
}

/** What a section sets for the Markdown that it shows. */
export const separatorsSet = (section: Element): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(pageNames).map(([key, name]) => [key, attribute(section, name)]))

/** Slides that stand in a page itself, as Markdown, and how that is parted. */
export interface PageSlides {
  readonly text: string
  readonly separators: Readonly<Record<string, string>>
  /** For each of them. */
  readonly attributes: readonly Attribute[]
  readonly inColumn: boolean
}

/** Between slides that are HTML, side by side and one below the other; no such line stands in anybody's text. */
const marks = { across: '<!-- study-deck: next slide -->', down: '<!-- study-deck: slide below -->' }
const htmlSeparators = {
  separator: `^${marks.across}$`,
  verticalSeparator: `^${marks.down}$`,
  notesSeparator: '^<!-- study-deck: notes -->$',
}

/**
 * Slides of a page that follow each other there, as Markdown: what is HTML stays so, in one block each.
 *
 * @param sections those that name no file
 */
export function pageSlides(sections: readonly ShownSection[]): PageSlides[] {
  const parts: PageSlides[] = []
  let html: string[] = []
  let before: Element | null = null
  const finish = (): void => {
    if (html.length)
      parts.push({ text: html.join('\n\n'), separators: htmlSeparators, attributes: [], inColumn: false })
    html = []
  }
  for (const { section, column } of sections) {
    if (hasAttribute(section, 'data-markdown')) {
      finish()
      parts.push(markdownIn(section, column !== null))
      continue
    }
    if (html.length) html.push(column && column === before ? marks.down : marks.across)
    html.push(htmlOf(section))
    before = column
  }
  finish()
  return parts
}

/** The Markdown that a section holds, as reveal.js takes it out of it. */
function markdownIn(section: Element, inColumn: boolean): PageSlides {
  const template = find(section, (node) => node.tagName === 'script' || hasAttribute(node, 'data-template'))
  const written = textOf(template ?? section).replace(/\r\n?/g, '\n')
  const indent = /^\n*([ \t]*)/.exec(written)?.[1] ?? ''
  const set = separatorsSet(section)
  const isParted = set['separator'] || set['verticalSeparator']
  return {
    text: written.replaceAll(`\n${indent}`, '\n').trim(),
    // What names no separators is one slide.
    separators: isParted ? set : { ...set, separator: htmlSeparators.separator },
    attributes: forwarded(section),
    inColumn,
  }
}

function find(outer: Element, wanted: (node: Element) => boolean): Element | undefined {
  for (const node of outer.childNodes) {
    if (!isElement(node)) continue
    const found = wanted(node) ? node : find(node, wanted)
    if (found) return found
  }
  return undefined
}

/** A block of HTML goes on in Markdown to the next blank line, where it begins so. */
const beginsBlock =
  /^\s*<(?:address|article|aside|blockquote|center|details|dialog|div|dl|figure|footer|form|h[1-6]|header|hr|iframe|main|nav|ol|p|table|ul)\b/i

/** A slide that is HTML as Markdown that has no blank line. */
function htmlOf(section: Element): string {
  const attributes = section.attrs.map(({ name, value }) => `${name}="${value.replace(/"|--/g, '')}"`)
  const inner = writeBody(compact(section.childNodes))
    .trim()
    .replace(/<pre\b[\s\S]*?<\/pre>/g, (code) => code.replace(/\n(?=[ \t]*\n)/g, '&#10;'))
  return [
    ...(attributes.length ? [`<!-- .slide: ${attributes.join(' ')} -->`] : []),
    ...(inner && !beginsBlock.test(inner) ? ['<div>', inner, '</div>'] : [inner]),
  ].join('\n')
}

/** Without blank lines, the indentation of the page, and scripts; code keeps its own. */
function compact(nodes: readonly Node[], isCode = false): Node[] {
  return nodes.flatMap((node): Node[] => {
    if (isText(node)) return [isCode ? node : { ...node, value: node.value.replace(/\s*[\r\n]\s*/g, '\n') }]
    if (!isElement(node))
      return 'data' in node ? [{ ...node, data: node.data.replace(/\n\s*\n/g, '\n') }] : []
    if (node.tagName === 'script') return []
    const own = isCode || node.tagName === 'pre' || node.tagName === 'textarea'
    return [{ ...node, childNodes: compact(node.childNodes, own) }]
  })
}
