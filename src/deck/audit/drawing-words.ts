import { fromBase64 } from '../../base64.ts'
import { readTextFile } from '../../document/encoding.ts'
import { isElement, type Node, textOf } from '../../markdown/html-tree.ts'
import { parseBody } from '../../markdown/parse-body.ts'
import type { ReadBeside } from '../deck.ts'

/** What holds words of a drawing (SVG 2, 11). */
const holders = new Set(['text', 'foreignObject', 'foreignobject'])

/**
 * The words that a drawing (SVG) writes, one holder a line; none for other pictures, whose words nobody can read.
 * What an XML entity of the file stands for is not looked up: it is told by its name.
 *
 * @param address as a slide names it
 * @param from the Markdown file that does
 */
export function drawingWords(address: string, read: ReadBeside, from: string): string[] {
  const drawing = drawingOf(address, read, from)
  return drawing === null ? [] : parseBody(drawing).flatMap(wordsIn)
}

function wordsIn(node: Node): string[] {
  if (!isElement(node)) return []
  // `svg:text` is the same in XML.
  if (!holders.has(node.tagName.replace(/^.*:/, ''))) return node.childNodes.flatMap(wordsIn)
  const words = textOf(node).trim()
  return words === '' ? [] : [words]
}

const inAddress = /^data:image\/svg\+xml(?:;(?!base64,)[^;,]*)*(;base64)?,([\s\S]*)$/i

function drawingOf(address: string, read: ReadBeside, from: string): string | null {
  const [, encoded, data] = inAddress.exec(address.trim()) ?? []
  if (data !== undefined) return encoded ? written(fromBase64(decoded(data))) : decoded(data)
  const path = address.trim().replaceAll('\\', '/')
  const named = path.replace(/[?#].*$/s, '')
  if (!/\.svg$/i.test(decoded(named)) || /^(?:[a-z][\w+.-]*:|\/\/)/i.test(path)) return null
  const found = [decoded(named), named].map((one) => read(one, from)).find((one) => 'bytes' in one)
  return found && 'bytes' in found ? written(found.bytes) : null
}

const written = (bytes: Uint8Array | null): string | null =>
  bytes && readTextFile({ name: 'a.svg', bytes }).text

function decoded(address: string): string {
  try {
    return decodeURIComponent(address)
  } catch {
    return address
  }
}
