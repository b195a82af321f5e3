import { defaultTreeAdapter, parse } from 'parse5'
import { Fault } from '../../fault.ts'
import { decodeText } from '../encoding.ts'
import { endsAsTitle, kindOf } from '../kinds.ts'
import { endsSentence } from '../punctuation.ts'
import type { InputFile, SourceText } from '../source.ts'
import { SourceWriter } from '../source-writer.ts'
import { HtmlFlow } from './html-flow.ts'
import { mainPart } from './html-main-part.ts'
import { measured } from './html-measure.ts'
import { type Element, isElement, isHidden, isNote, type ParentNode, textOfNode } from './html-nodes.ts'

/** Deeper than pages are; the walks below it go down one call a level. */
const DEEPEST = 1000

/**
 * The main text of an HTML page, with its headings, tables and pictures (those that are in the page
 * itself). Navigation, buttons, lists of links and what is hidden are not part of it; scripts never run
 * and nothing that the page names is fetched.
 *
 * @throws Fault when its encoding cannot be told or it is nested beyond reason
 */
export function readHtml(file: InputFile): SourceText {
  const page = decodeText(file, declaredEncoding(file.bytes))
  const document = parse(page, { treeAdapter: { ...defaultTreeAdapter, onItemPush: depthGuard(file.name) } })
  const measures = measured(document)
  const { part, title, belowTitle } = mainPart(document, measures)
  const laidOut = (parts: readonly ParentNode[]): SourceText => {
    const writer = new SourceWriter()
    for (const one of parts) new HtmlFlow(writer, measures).read(one)
    return writer.finish(file.name, 'html')
  }
  const notes = notesOutside(document, part)
  const source = laidOut([part, ...notes])
  if (!title || beginsWithTitle(source)) return source
  const own = belowTitle.filter((element) => BELOW_TITLE.has(kindOf(textOfNode(element).trim()) ?? ''))
  return laidOut([title, ...own, part, ...notes])
}

/** What a page may put between a title and its text and belongs to the document. */
const BELOW_TITLE: ReadonlySet<string> = new Set(['issuing-number', 'date', 'byline'])

/** Word puts the notes of a page behind its text, in a part of their own. */
function notesOutside(parent: ParentNode, part: ParentNode): readonly Element[] {
  return parent.childNodes
    .filter(isElement)
    .flatMap((child) =>
      child === part || isHidden(child) ? [] : isNote(child) ? [child] : notesOutside(child, part),
    )
}

/** The text has a title of its own, so that of the page around it is another. */
function beginsWithTitle({ text, layout }: SourceText): boolean {
  for (const [at, line] of text.split('\n', 20).entries()) {
    const words = line.trim()
    if (kindOf(words) !== null) continue
    if (layout.get(at)?.heading !== undefined || layout.get(at)?.centred || endsAsTitle(words)) return true
    if (words.length > 20 && endsSentence(words, 0, words.length)) return false
  }
  return false
}

function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = String.fromCharCode(...bytes.subarray(0, 4096))
  const name = /<meta[^>]{0,200}charset\s{0,3}=\s{0,3}["']?([\w-]{2,20})/iu.exec(head)?.[1]
  return name && isEncoding(name) ? name : undefined
}

function isEncoding(name: string): boolean {
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
    if (depth > DEEPEST) {
      throw new Fault((say) => say.htmlDeep, { file })
    }
  }
}
