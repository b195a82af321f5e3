import { Fault } from '../../fault.ts'
import type { InputFile } from '../source.ts'
import { listsOf, type NumberedList } from './docx-numbering.ts'
import { descend, type XmlElement } from './xml.ts'
import { type Package, partXml, relationsOf, unpack } from './zip.ts'

/** A Word document: its body, and the parts that belong to it. */
export interface DocxPackage {
  readonly parts: Package
  readonly body: XmlElement | undefined
  /** The paths of related parts, by the relation's id. */
  readonly related: ReadonlyMap<string, string>
  /** Its lists by the number with which paragraphs name them. */
  readonly lists: ReadonlyMap<string, NumberedList>
  /** The XML of the part in that role: `styles`, `footnotes`, `comments`. */
  readonly part: (role: string) => XmlElement | undefined
}

/** @throws Fault when it is damaged, has no text part, or unpacks to more than any document has */
export function openDocx(file: InputFile): DocxPackage {
  return docxOf(unpack(file))
}

/** The Word document that is in a package, however that was packed. */
export function docxOf(parts: Package): DocxPackage {
  const main =
    relationsOf(parts, '').find(({ type, path }) => type === 'officeDocument' && parts.parts.has(path))
      ?.path ?? 'word/document.xml'
  const document = partXml(parts, main)
  if (!document) throw new Fault((say) => say.wordWithoutText, { file: parts.file })
  return { ...packageOf(parts, main), body: descend(document, 'body') }
}

function packageOf(parts: Package, main: string): Omit<DocxPackage, 'body'> {
  const relations = relationsOf(parts, main)
  const folder = main.slice(0, main.lastIndexOf('/') + 1)
  const part = (role: string): XmlElement | undefined =>
    partXml(parts, relations.find(({ type }) => type === role)?.path ?? `${folder}${role}.xml`)
  return {
    parts,
    related: new Map(relations.map(({ id, path }) => [id, path])),
    lists: listsOf(part('numbering')),
    part,
  }
}
