import { defaultTreeAdapter, parse } from 'parse5'
import { Fault } from '../../fault.ts'
import { decodeText } from '../encoding.ts'
import { endsAsTitle, isPerson, kindOf } from '../kinds.ts'
import { type KnownNames, knownNames } from '../known-names.ts'
import { endsSentence } from '../punctuation.ts'
import type { InputFile, LineLayout, SourceText } from '../source.ts'
import { SourceWriter } from '../source-writer.ts'
import { HtmlFlow, type PictureSource } from './html-flow.ts'
import { footOf } from './html-foot.ts'
import { mainPart } from './html-main-part.ts'
import { measured } from './html-measure.ts'
import {
  attribute,
  type Element,
  isElement,
  isHidden,
  isNote,
  type ParentNode,
  textOfNode,
  wordsOfNode,
} from './html-nodes.ts'

/** Deeper than pages are; the walks below it go down one call a level. */
const DEEPEST = 1000

/**
 * The main text of an HTML page, with its headings, tables and pictures (those that are in the page
 * itself). Navigation, buttons, lists of links and what is hidden are not part of it, and told; scripts
 * never run and nothing that the page names is fetched.
 *
 * @throws Fault when its encoding cannot be told or it is nested beyond reason
 */
export function readHtml(file: InputFile): SourceText {
  return readPage(file, () => null)
}

/** As `readHtml`, with the pictures that came with the page. */
export function readPage(file: InputFile, pictures: PictureSource): SourceText {
  const page = decodeText(file, declaredEncoding(file.bytes))
  const document = parseHtml(page, file.name)
  const foot = footOf(document, measured(document))
  if (foot) foot.tagName = 'footer'
  const measures = measured(document)
  const names = knownNames(titlesOf(document))
  const { part, title, belowTitle } = mainPart(document, measures, names.begin)
  const laidOut = (parts: readonly ParentNode[], above: readonly Label[] = []): SourceText => {
    const writer = new SourceWriter()
    for (const one of titlesOf(document)) writer.entitle(one)
    const [heading, ...rest] = parts
    const read = (one: ParentNode | undefined): void => {
      if (one) new HtmlFlow(writer, measures, pictures).read(one)
    }
    read(heading)
    for (const { words, told } of above) writer.write(words, told ? { told } : {})
    for (const one of rest) read(one)
    const around = wordsOfNode(document, new Set(parts))
    const untold = parts.includes(document)
      ? ''
      : above.reduce((all, { words }) => all.replace(words, ''), around)
    if (untold.trim() !== '') writer.leaveOut('surroundings', untold)
    return writer.finish(file.name, 'html')
  }
  const notes = notesOutside(document, part)
  const source = laidOut([part, ...notes])
  if (title && !beginsWithTitle(source, textOfNode(title), names)) {
    return laidOut([title, part, ...notes], belowTitle.flatMap(ownLabels))
  }
  return source
}

/** What the page's head says that it is called: `ArticleTitle` is what Chinese offices must state there. */
function titlesOf(document: ParentNode): readonly string[] {
  const html = document.childNodes.filter(isElement).find(({ tagName }) => tagName === 'html')
  const head = html?.childNodes.filter(isElement).find(({ tagName }) => tagName === 'head')
  return (head?.childNodes ?? []).filter(isElement).flatMap((element) => {
    if (element.tagName === 'title') return [textOfNode(element)]
    const name = attribute(element, 'name') ?? attribute(element, 'property') ?? ''
    return /^(?:ArticleTitle|og:title)$/iu.test(name) ? [attribute(element, 'content') ?? ''] : []
  })
}

/** Writes a piece of HTML that stands in a text of another format, all of it. */
export function writeHtml(
  html: string,
  file: string,
  writer: SourceWriter,
  pictures: PictureSource = () => null,
): void {
  const document = parseHtml(html, file)
  const body = document.childNodes.filter(isElement).flatMap(({ childNodes }) => childNodes.filter(isElement))
  const part = body.find(({ tagName }) => tagName === 'body') ?? document
  new HtmlFlow(writer, measured(document), pictures).read(part)
}

/** @throws Fault when it is nested beyond reason */
function parseHtml(page: string, file: string): ParentNode {
  return parse(page, { treeAdapter: { ...defaultTreeAdapter, onItemPush: depthGuard(file) } })
}

/** What a page may put between a title and its text and belongs to the document. */
const BELOW_TITLE: ReadonlySet<string> = new Set(['issuing-number', 'date', 'byline'])
const TIME_STAMP = /^(?:19|20)\d{2}(?:[-/.年]\d{1,2}){1,2}日?(?:\s{1,4}\d{1,2}:\d{2}(?::\d{2})?)?$/u

interface Label {
  readonly words: string
  readonly told: LineLayout['told'] | null
}

const LONGEST_LABEL = 60
const MOST_LABELS = 8
/** A name, or two or three. */
const NAMES = /^(?:\p{sc=Han}{2,4}|\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*){1,3})$/u

/** What is said of the document there: labels beside a time stamp, and whatever says itself what it is. */
function ownLabels(element: Element): readonly Label[] {
  const labels = labelsOf(element)
  if (labels.length <= MOST_LABELS && labels.some((words) => TIME_STAMP.test(words))) {
    const author = labels.find((words) => NAMES.test(words) && kindOf(words) === null)
    return labels
      .filter((words) => words.length <= LONGEST_LABEL && kindOf(words) !== 'furniture')
      .map((words) => ({
        words,
        told: TIME_STAMP.test(words) ? 'date' : words === author ? 'byline' : 'source',
      }))
  }
  return labels
    .filter((words) => BELOW_TITLE.has(kindOf(words) ?? '') || isPerson(words))
    .map((words) => ({ words, told: null }))
}

/** The labels of a line of the page, each in an element of its own: author, account, time. */
function labelsOf(element: Element): readonly string[] {
  if (isHidden(element)) return []
  const labels: string[] = []
  let open = ''
  for (const child of element.childNodes) {
    if (isElement(child)) {
      labels.push(open, ...(child.childNodes.some(isElement) ? labelsOf(child) : [textOfNode(child)]))
      open = ''
    } else if (child.nodeName === '#text' && 'value' in child) open += child.value
  }
  return [...labels, open].map((label) => label.replace(/\s+/gu, ' ').trim()).filter((label) => label !== '')
}

/** Word puts the notes of a page behind its text, in a part of their own. */
function notesOutside(parent: ParentNode, part: ParentNode): readonly Element[] {
  return parent.childNodes
    .filter(isElement)
    .flatMap((child) =>
      child === part || isHidden(child) ? [] : isNote(child) ? [child] : notesOutside(child, part),
    )
}

/** `h4` and below head parts of a text. */
const LOWEST_TITLE = 3

/** The text has a title of its own, so that of the page around it is another; what the page is called decides. */
function beginsWithTitle({ text, layout }: SourceText, outer: string, names: KnownNames): boolean {
  const lines = text.split('\n', 20).map((line) => line.trim())
  if (names.begin(outer) && !lines.some((line) => names.begin(line))) return false
  for (const [at, words] of lines.entries()) {
    if (kindOf(words) !== null) continue
    const { heading = LOWEST_TITLE + 1, centred } = layout.get(at) ?? {}
    if (heading <= LOWEST_TITLE || centred || endsAsTitle(words)) return true
    if (words.length > 12 && endsSentence(words, 0, words.length)) return false
  }
  return false
}

function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = String.fromCharCode(...bytes.subarray(0, 4096))
  const name = /<meta[^>]{0,200}charset\s{0,3}=\s{0,3}["']?([\w-]{2,20})/iu.exec(head)?.[1]
  return name && isEncoding(name) ? name : undefined
}

/** Whether there is an encoding of that name. */
export function isEncoding(name: string): boolean {
  try {
    return new TextDecoder(name).encoding !== ''
  } catch {
    return false
  }
}

function depthGuard(file: string): (item: Element) => void {
  const depths = new Map<ParentNode, number>()
  return (item) => {
    const parent = item.parentNode
    const depth = (parent ? (depths.get(parent) ?? 0) : 0) + 1
    depths.set(item, depth)
    if (depth > DEEPEST) throw new Fault((say) => say.htmlDeep, { file })
  }
}
