import { strFromU8, unzipSync } from 'fflate'
import { Fault } from '../../fault.ts'
import type { InputFile } from '../source.ts'
import { elementsOf, parseXml, type XmlElement } from './xml.ts'

/** What all parts may come to when unpacked, in bytes: a bigger document is a trap, not a text. */
const LARGEST_PACKAGE = 200 * 2 ** 20
const LARGEST_PART = 64 * 2 ** 20
const MOST_PARTS = 10_000

/** The parts of a document that is a zip archive, unpacked, by their paths. */
export interface Package {
  readonly file: string
  readonly parts: ReadonlyMap<string, Uint8Array>
  /** Those that came as XML already. */
  readonly trees?: ReadonlyMap<string, XmlElement>
}

/** Fonts, settings and small pictures of the whole are no part of a text. */
const UNREAD =
  /\/$|(?:^|\/)(?:fonts|thumbnails|theme|customXml|glossary)\/|^docProps\/|\/(?:settings|webSettings|fontTable|stylesWithEffects)\.xml$/iu

/**
 * @param unread the parts to leave packed
 * @throws Fault when it is damaged, or unpacks to more than any document has
 */
export function unpack({ name: file, bytes }: InputFile, unread = UNREAD): Package {
  let total = 0
  let count = 0
  try {
    const parts = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (unread.test(name)) return false
        total += originalSize
        count++
        if (total > LARGEST_PACKAGE || originalSize > LARGEST_PART || count > MOST_PARTS) {
          throw new Fault((say) => say.unpacksTooLarge, { file })
        }
        return true
      },
    })
    return { file, parts: new Map(Object.entries(parts)) }
  } catch (error) {
    if (error instanceof Fault) throw error
    throw new Fault((say) => say.damagedDocument, { file })
  }
}

/** The XML of a part, undefined where the document has no such part. */
export function partXml({ file, parts, trees }: Package, path: string): XmlElement | undefined {
  const bytes = parts.get(path)
  return bytes ? parseXml(strFromU8(bytes), file) : trees?.get(path)
}

/** A relation of a part of an Office document to another part. */
export interface Relation {
  readonly id: string
  /** The last word of its type's address: `styles`, `image`, `aFChunk`. */
  readonly type: string
  /** The other part's path. */
  readonly path: string
}

/** What a part is related to inside the package; of the package as a whole with ''. */
export function relationsOf(parts: Package, path: string): readonly Relation[] {
  const slash = path.lastIndexOf('/') + 1
  const relations = partXml(parts, `${path.slice(0, slash)}_rels/${path.slice(slash)}.rels`)
  return (relations ? elementsOf(relations) : [])
    .filter(({ attributes }) => attributes.TargetMode !== 'External')
    .map(({ attributes: { Id = '', Type = '', Target = '' } }) => ({
      id: Id,
      type: Type.slice(Type.lastIndexOf('/') + 1),
      path: pathFrom(path.slice(0, slash), Target),
    }))
}

/** A path as it is written in a part of that folder; the folder ends in a slash or is ''. */
export function pathFrom(folder: string, target: string): string {
  const steps = target.startsWith('/') ? [] : folder.split('/').slice(0, -1)
  for (const step of target.split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '' && step !== '.') steps.push(step)
  }
  return steps.join('/')
}
