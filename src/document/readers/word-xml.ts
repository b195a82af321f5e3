import { decodeText } from '../encoding.ts'
import type { InputFile } from '../source.ts'
import { bytesOfBase64 } from './base64.ts'
import {
  type ListLevel,
  LONGEST_NUMBER,
  MOST_LEVELS,
  NUMBER_FORMATS,
  type NumberedList,
} from './docx-numbering.ts'
import { type DocxPackage, docxOf } from './docx-package.ts'
import { childValue, descend, elementsOf, parseXml, textIn, type XmlElement } from './xml.ts'

/** A Word document in one file of XML. @throws Fault when it is damaged */
export function openWordXml(file: InputFile): DocxPackage {
  const root = parseXml(decodeText(file), file.name)
  return root.name === 'package' ? openFlatPackage(file.name, root) : openWord2003(file.name, root)
}

/** The parts of a .docx written one after the other. */
function openFlatPackage(file: string, root: XmlElement): DocxPackage {
  const parts = new Map<string, Uint8Array>()
  const trees = new Map<string, XmlElement>()
  for (const part of elementsOf(root)) {
    const path = (part.attributes.name ?? '').replace(/^\//u, '')
    const data = descend(part, 'binaryData')
    const [tree] = elementsOf(descend(part, 'xmlData') ?? part)
    if (data) parts.set(path, bytesOfBase64(textIn(data)))
    else if (tree) trees.set(path, tree)
  }
  return docxOf({ file, parts, trees })
}

function openWord2003(file: string, root: XmlElement): DocxPackage {
  const pictures = new Map(
    dataIn(root).map((data) => [data.attributes.name ?? '', bytesOfBase64(textIn(data))] as const),
  )
  const names = [...pictures.keys()]
  return {
    parts: { file, parts: pictures },
    body: descend(root, 'body'),
    related: new Map(names.map((name) => [name, name])),
    lists: listsOf(descend(root, 'lists')),
    part: (role) => (role === 'styles' ? descend(root, 'styles') : undefined),
  }
}

function dataIn(parent: XmlElement): readonly XmlElement[] {
  return elementsOf(parent).flatMap((child) => (child.name === 'binData' ? [child] : dataIn(child)))
}

function listsOf(lists: XmlElement | undefined): ReadonlyMap<string, NumberedList> {
  const elements = lists ? elementsOf(lists) : []
  const definitions = new Map(
    elements
      .filter(({ name }) => name === 'listDef')
      .map((one) => [one.attributes.listDefId ?? '', levelsOf(one)]),
  )
  return new Map(
    elements
      .filter(({ name }) => name === 'list')
      .map((list) => {
        const definition = childValue(list, 'ilst') ?? ''
        return [
          list.attributes.ilfo ?? '',
          { levels: definitions.get(definition) ?? [], abstract: definition },
        ]
      }),
  )
}

function levelsOf(definition: XmlElement): readonly ListLevel[] {
  const levels: ListLevel[] = []
  for (const level of elementsOf(definition)) {
    const depth = Number(level.attributes.ilvl ?? Number.NaN)
    if (level.name !== 'lvl' || !(depth >= 0 && depth < MOST_LEVELS)) continue
    levels[depth] = {
      format: NUMBER_FORMATS[Number(childValue(level, 'nfc') ?? 0)] ?? 'decimal',
      text: (childValue(level, 'lvlText') ?? '').slice(0, LONGEST_NUMBER),
      start: Number(childValue(level, 'start') ?? 1),
      legal: descend(level, 'isLgl') !== undefined,
    }
  }
  return levels
}
