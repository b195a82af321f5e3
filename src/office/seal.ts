import { sha1 } from '@noble/hashes/legacy.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { descend, elementsOf, textIn } from '../document/readers/xml.ts'
import { partXml, unpack } from '../document/readers/zip.ts'
import { element, type Xml } from './xml.ts'

/** What a file tells of how it was written; every program that saves it keeps that, whatever it changes. */
export interface Seal {
  /** The deck that it was written from. */
  readonly deck: string
  /** Its parts are as they were written. */
  readonly isWhole: boolean
}

const path = 'docProps/custom.xml'
const isPicture = /^\w+\/media\//
const vocabulary = 'http://schemas.openxmlformats.org/officeDocument/2006'
/** Of the properties that a program adds of its own (ISO/IEC 29500-1, 22.3.2.2). */
const owner = '{D5CDD505-2E9C-101B-9397-08002B2CF9AE}'
const names = { deck: 'study-deck deck', print: 'study-deck print' } as const

/** @param print of all other parts */
export function sealPart(deck: string, print: string) {
  const property = (name: string, value: string, i: number): Xml =>
    element('property', { fmtid: owner, pid: 2 + i, name }, element('vt:lpwstr', value))
  return {
    path,
    type: 'application/vnd.openxmlformats-officedocument.custom-properties+xml',
    content: element(
      'Properties',
      { xmlns: `${vocabulary}/custom-properties`, 'xmlns:vt': `${vocabulary}/docPropsVTypes` },
      property(names.deck, deck, 0),
      property(names.print, print, 1),
    ),
  }
}

/** What tells the parts of a file from any others; pictures apart, which are large. */
export function printOfParts(parts: Iterable<readonly [path: string, bytes: Uint8Array]>): string {
  const hash = sha1.create()
  const encoder = new TextEncoder()
  const read = [...parts].filter(([one]) => one !== path && !isPicture.test(one))
  for (const [one, bytes] of read.sort(([a], [b]) => (a < b ? -1 : 1)))
    hash.update(encoder.encode(`${one}\0${bytes.length}\0`)).update(bytes)
  return bytesToHex(hash.digest())
}

/** What a file tells of how it was written; null for one that tells nothing, and is none of ours. */
export function sealOf(bytes: Uint8Array): Seal | null {
  try {
    const file = unpack({ name: '', bytes }, /\/$/)
    const list = partXml(file, path)
    const told = new Map(
      (list ? elementsOf(list) : []).map((one) => {
        const value = descend(one, 'lpwstr')
        return [one.attributes['name'] ?? '', value ? textIn(value) : '']
      }),
    )
    const [deck, print] = [told.get(names.deck), told.get(names.print)]
    return deck === undefined ? null : { deck, isWhole: print === printOfParts(file.parts) }
  } catch {
    return null
  }
}
