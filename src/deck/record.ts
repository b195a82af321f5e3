import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { readText } from '../document/index.ts'
import { isOriginal, sourceName } from './source-files.ts'

/** What derive wrote last, so that it can tell later what a person changed. No words of the deck are in it. */
export type DerivedRecord = Readonly<Record<string, FileRecord>>

export interface FileRecord {
  /** The fingerprint of the front matter. */
  readonly frontMatter: string
  readonly slides: readonly SlideRecord[]
}

export interface SlideRecord {
  /** The same for every slide of the same paragraphs, whatever it shows of them, counted through its file. */
  readonly id: string
  /** The fingerprint of its Markdown. */
  readonly print: string
}

/** The document from which derive wrote. */
export interface SourceRecord {
  /** The fingerprint of the words of `source.txt`. */
  readonly print: string
  /** The name of the document itself beside it; '' where `source.txt` is that. */
  readonly original: string
}

/** Where derive remembers what it wrote; hidden, for nobody needs to read it. */
export const recordName = '.derived.json'

/** Tells words from others, whatever the white space between them. */
export function fingerprint(text: string): string {
  return bytesToHex(sha256(new TextEncoder().encode(text.replace(/\s+/gu, ' ').trim()))).slice(0, 16)
}

/**
 * A slide on one line, so that a version control shows which ones changed.
 *
 * @param source what stands beside the slides, as `sourceFiles` gives it
 */
export function recordText(record: DerivedRecord, source: ReadonlyMap<string, Uint8Array>): string {
  const bytes = source.get(sourceName)
  const words = bytes && readText({ name: sourceName, bytes }).text
  const files = Object.entries(record).map(([name, { frontMatter, slides }]) => [
    name,
    [frontMatter, ...slides.map(({ id, print }) => `${id} ${print}`)],
  ])
  const from = words ? [[sourceName, [fingerprint(words), ...[...source.keys()].filter(isOriginal)]]] : []
  return `${JSON.stringify(Object.fromEntries([...from, ...files]), null, 1)}\n`
}

/** Reads what derive remembered of a deck; null where it can't be read. */
export function parseRecord(
  text: string,
): { readonly files: DerivedRecord; readonly source: SourceRecord | null } | null {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return null
  }
  if (typeof value !== 'object' || value === null) return null
  const { [sourceName]: from, ...files } = Object.fromEntries(
    Object.entries(value).map(([name, lines]) => [name, Array.isArray(lines) ? lines.map(String) : []]),
  )
  const [print = '', original = ''] = from ?? []
  return {
    source: print ? { print, original } : null,
    files: Object.fromEntries(
      Object.entries(files).map(([name, [frontMatter = '', ...slides]]) => [
        name,
        {
          frontMatter,
          slides: slides.map((line) => {
            const [id = '', print = ''] = line.split(' ')
            return { id, print }
          }),
        },
      ]),
    ),
  }
}
