import { strFromU8, unzipSync } from 'fflate'
import { Fault } from '../../fault.ts'
import type { InputFile } from '../source.ts'
import { elementsOf, parseXml, type XmlElement } from './xml.ts'

/** What all parts may come to when unpacked, in bytes: a bigger document is a trap, not a text. */
const LARGEST_PACKAGE = 200 * 2 ** 20
const LARGEST_PART = 64 * 2 ** 20
const MOST_PARTS = 10_000

/** The parts of a Word document that are read, unpacked. */
export interface DocxPackage {
  readonly file: string
  readonly parts: Readonly<Record<string, Uint8Array>>
}

/** @throws Fault when it is no Word document, is damaged, or unpacks to more than any document has */
export function openDocx({ name, bytes }: InputFile): DocxPackage {
  const names: string[] = []
  const parts = unpack(name, bytes, names)
  if (!parts['word/document.xml']) {
    const what = OTHERS.find(([sign]) => names.some((part) => sign.test(part)))?.[1] ?? 'archiveNotWord'
    throw new Fault((say) => say[what], { file: name })
  }
  return { file: name, parts }
}

/** What else is an archive of parts, by the name of one. */
const OTHERS: readonly (readonly [
  part: RegExp,
  advice: 'wordWithoutText' | 'workbook' | 'presentation' | 'openDocument' | 'ofd',
])[] = [
  [/^word\//u, 'wordWithoutText'],
  [/^xl\//u, 'workbook'],
  [/^ppt\//u, 'presentation'],
  [/^content\.xml$/u, 'openDocument'],
  [/^OFD\.xml$/u, 'ofd'],
]

/** @param names takes in the names of all parts */
function unpack(file: string, bytes: Uint8Array, names: string[]): Record<string, Uint8Array> {
  let total = 0
  let count = 0
  try {
    const parts = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        names.push(name)
        if (!name.startsWith('word/') || name.endsWith('/')) return false
        total += originalSize
        count++
        if (total > LARGEST_PACKAGE || originalSize > LARGEST_PART || count > MOST_PARTS) {
          throw new Fault((say) => say.unpacksTooLarge, { file })
        }
        return true
      },
    })
    return parts
  } catch (error) {
    if (error instanceof Fault) throw error
    throw new Fault((say) => say.damagedDocx, { file })
  }
}

/** The XML of a part, undefined where the document has no such part. */
export function partXml({ file, parts }: DocxPackage, part: string): XmlElement | undefined {
  const bytes = parts[`word/${part}`]
  return bytes && parseXml(strFromU8(bytes), file)
}

/** What the relations of the main document point to inside the package, by their id. */
export function relationsOf(docx: DocxPackage): ReadonlyMap<string, string> {
  const relations = partXml(docx, '_rels/document.xml.rels')
  return new Map(
    (relations ? elementsOf(relations) : [])
      .filter(({ attributes }) => attributes.TargetMode !== 'External')
      .map(({ attributes }) => [attributes.Id ?? '', attributes.Target ?? '']),
  )
}
