import { attribute, type Element, isElement, type Node, parseBody } from '../../markdown/html-tree.ts'
import type { SetBeside } from '../dialect.ts'

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
    if (!isPage(page) || !showsMarkdown(text)) continue
    for (const section of elementsIn(parseBody(text))) {
      const name = attribute(section, 'data-markdown').replace(/^\.\//, '')
      const values = Object.entries(pageNames).map(([key, name]) => [key, attribute(section, name)])
      if (name && !shown.has(name)) shown.set(name, { file: place(page), values: Object.fromEntries(values) })
    }
  }
  return (name) => shown.get(name) ?? all
}

function revealMdIn(text: string, file: string): SetBeside | undefined {
  try {
    const values: unknown = JSON.parse(text)
    return typeof values === 'object' && values !== null ? { file, values: { ...values } } : undefined
  } catch {
    return undefined
  }
}

function elementsIn(nodes: readonly Node[]): Element[] {
  return nodes.filter(isElement).flatMap((one) => [one, ...elementsIn(one.childNodes)])
}
