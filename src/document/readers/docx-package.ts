import { Fault } from '../../fault.ts'
import type { InputFile } from '../source.ts'
import { descend, type XmlElement } from './xml.ts'
import { type Package, partXml, relationsOf, unpack } from './zip.ts'

/** A Word document: its body, and the parts that belong to it. */
export interface DocxPackage {
  readonly parts: Package
  readonly body: XmlElement | undefined
  /** The paths of related parts, by the relation's id. */
  readonly related: ReadonlyMap<string, string>
  /** The XML of the part in that role: `styles`, `numbering`, `footnotes`. */
  readonly part: (role: string) => XmlElement | undefined
}

/** @throws Fault when it is damaged, has no text part, or unpacks to more than any document has */
export function openDocx(file: InputFile): DocxPackage {
  const parts = unpack(file)
  const main =
    relationsOf(parts, '').find(({ type, path }) => type === 'officeDocument' && parts.parts.has(path))
      ?.path ?? 'word/document.xml'
  const document = partXml(parts, main)
  if (!document) throw new Fault((say) => say.wordWithoutText, { file: file.name })
  const relations = relationsOf(parts, main)
  const folder = main.slice(0, main.lastIndexOf('/') + 1)
  return {
    parts,
    body: descend(document, 'body'),
    related: new Map(relations.map(({ id, path }) => [id, path])),
    part: (role) =>
      partXml(parts, relations.find(({ type }) => type === role)?.path ?? `${folder}${role}.xml`),
  }
}
