import type { Attribute } from '../../markdown/environment.ts'
import { attribute, type Element, isElement, type Node, parseBody } from '../../markdown/html-tree.ts'
import { nameFrom } from '../file-name.ts'

/** What another file sets for a file of slides, by the names that front matter has for it. */
export interface SetBeside {
  readonly file: string
  readonly values: Readonly<Record<string, unknown>>
  /** How a page of reveal.js shows the file: what it does not set is as reveal.js has it. */
  readonly shown?: {
    /** For each of its slides. */
    readonly attributes: readonly Attribute[]
    /** It stands in a column with others. */
    readonly inColumn: boolean
  }
}

/** The name of reveal-md's settings beside the slides. */
export const revealMdName = 'reveal-md.json'

/** More than a page of reveal.js has that loads its slides, in bytes. */
export const largestPage = 256 * 1024

/** The names that a page of reveal.js gives to what parts slides and notes. */
const pageNames = {
  separator: 'data-separator',
  verticalSeparator: 'data-separator-vertical',
  notesSeparator: 'data-separator-notes',
}

/** Whether a file may be a page that shows slides. */
export const isPage = (name: string): boolean => /^[^/]*\.html?$/i.test(name)

/** Whether a text is a page of reveal.js that shows Markdown files. */
export const showsMarkdown = (text: string): boolean => text.includes('data-markdown=')

/** A Markdown file as a page shows it. */
interface ShownFile {
  readonly name: string
  readonly section: Element
  readonly inColumn: boolean
}

/** What a page of reveal.js shows, in its order: files of Markdown, and how many slides that stand in it itself. */
export function shownBy(page: string): { readonly files: readonly ShownFile[]; readonly own: number } {
  const files: ShownFile[] = []
  let own = 0
  const isSlide = (node: Node): node is Element => isElement(node) && node.tagName === 'section'
  const visit = (nodes: readonly Node[], inColumn: boolean): void => {
    for (const node of nodes) {
      if (!isElement(node)) continue
      const address = attribute(node, 'data-markdown')
      const name = /^[a-z]+:/i.test(address) ? null : nameFrom(decoded(address), '')
      if (address && name) files.push({ name, section: node, inColumn })
      else if (isSlide(node) && !node.childNodes.some(isSlide)) own++
      else visit(node.childNodes, inColumn || isSlide(node))
    }
  }
  if (showsMarkdown(page)) visit(parseBody(page), false)
  return { files, own }
}

const decoded = (address: string): string => {
  try {
    return decodeURI(address.replace(/[?#].*$/s, ''))
  } catch {
    return address
  }
}

/** The page among others that is the whole deck: the folder's own, or the only one that shows Markdown. */
export function wholePage(pages: readonly string[]): string | undefined {
  return pages.find((name) => /^index\.html?$/i.test(name)) ?? (pages.length === 1 ? pages[0] : undefined)
}

/**
 * What is set for a file of slides beside it: by the page of reveal.js that shows it, else by reveal-md's
 * `reveal-md.json`. What can't be read sets nothing.
 *
 * @param texts the files beside the slides, by name
 * @param place what the owner of the files calls one
 */
export function setBeside(
  texts: ReadonlyMap<string, string>,
  place: (name: string) => string,
): (name: string) => SetBeside | undefined {
  const all = revealMdIn(texts.get(revealMdName) ?? '', place(revealMdName))
  const shown = new Map<string, SetBeside>()
  for (const [page, text] of texts) {
    if (!isPage(page)) continue
    for (const { name, section, inColumn } of shownBy(text).files) {
      const values = Object.entries(pageNames).map(([key, name]) => [key, attribute(section, name)])
      const attributes = section.attrs.flatMap(({ name, value }): Attribute[] =>
        isForwarded(name) ? [[name, value]] : [],
      )
      if (!shown.has(name))
        shown.set(name, {
          file: place(page),
          values: Object.fromEntries(values),
          shown: { attributes, inColumn },
        })
    }
  }
  return (name) => shown.get(name) ?? all
}

/** What reveal.js's Markdown plugin gives from the section that names a file to each slide in it. */
const isForwarded = (name: string): boolean =>
  !/^data-(?:markdown|separator|vertical|notes|charset)|^(?:style|id)$/.test(name)

/** What reveal-md would run over the slides, or put into their page, by the names of its settings. */
export function notRunBy(revealMd: SetBeside | undefined): string[] {
  return ['preprocessor', 'scripts', 'css', 'template', 'listingTemplate'].filter(
    (name) => revealMd?.values[name] !== undefined,
  )
}

export function revealMdIn(text: string, file: string): SetBeside | undefined {
  try {
    const values: unknown = JSON.parse(text)
    return typeof values === 'object' && values !== null ? { file, values: { ...values } } : undefined
  } catch {
    return undefined
  }
}
