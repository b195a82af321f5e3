import { strFromU8 } from 'fflate'
import { Fault } from '../../fault.ts'
import type { InputFile, SourceText } from '../source.ts'
import { SourceWriter } from '../source-writer.ts'
import { writeHtml } from './html.ts'
import { descend, elementsOf, textIn } from './xml.ts'
import { partXml, pathFrom, unpack } from './zip.ts'

/**
 * A book (`.epub`): its chapters in the order in which they are read; title and author as the book names them.
 *
 * @throws Fault when it is damaged, its words are locked, or it unpacks to more than any book has
 */
export function readEpub(file: InputFile): SourceText {
  const book = unpack(file)
  if (book.parts.has('META-INF/encryption.xml') && book.parts.has('META-INF/rights.xml')) {
    throw new Fault((say) => say.locked, { file: file.name })
  }
  const container = partXml(book, 'META-INF/container.xml')
  const path = descend(container, 'rootfiles', 'rootfile')?.attributes['full-path'] ?? ''
  const content = partXml(book, path)
  if (!content) throw new Fault((say) => say.damagedDocument, { file: file.name })
  const folder = path.slice(0, path.lastIndexOf('/') + 1)
  const manifest = descend(content, 'manifest')
  const items = new Map(
    (manifest ? elementsOf(manifest) : []).map((item) => [item.attributes.id ?? '', item]),
  )
  const writer = new SourceWriter()
  const said = (name: string): string => {
    const element = descend(content, 'metadata', name)
    const words = element ? textIn(element).trim() : ''
    return /^unknown (?:title|author)$/iu.test(words) ? '' : words
  }
  if (said('title') !== '') writer.write(said('title'), { title: true })
  if (said('creator') !== '') writer.write(said('creator'), { told: 'byline' })
  const spine = descend(content, 'spine')
  for (const { attributes } of spine ? elementsOf(spine) : []) {
    const item = items.get(attributes.idref ?? '')
    // The list of chapters is a way through the book, not a part of it.
    if (!item || /(?:^|\s)nav(?:\s|$)/u.test(item.attributes.properties ?? '')) continue
    const chapter = pathFrom(folder, decoded(item.attributes.href ?? ''))
    const bytes = book.parts.get(chapter)
    if (!bytes) {
      writer.leaveOut('attachment', chapter)
      continue
    }
    const beside = chapter.slice(0, chapter.lastIndexOf('/') + 1)
    writeHtml(
      selfClosed(strFromU8(bytes)),
      file.name,
      writer,
      (address) => book.parts.get(pathFrom(beside, decoded(address))) ?? null,
    )
    writer.write('')
  }
  return writer.finish(file.name, 'epub')
}

/** A parser of HTML takes `<title/>` or `<a id="x"/>` for one that is left open. */
function selfClosed(xhtml: string): string {
  return xhtml.replace(/<(title|a|span|div|p|i|b|em|script|style)(\s[^<>]{0,500})?\/>/gu, '<$1$2></$1>')
}

function decoded(address: string): string {
  const [path = ''] = address.split(/[?#]/u, 1)
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
