import { strToU8, type Zippable, zipSync } from 'fflate'
import { printOfParts, sealPart } from './seal.ts'
import { element, partText, type Xml } from './xml.ts'

const officeTypes = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packageTypes = 'http://schemas.openxmlformats.org/package/2006'

/** What a part of an Office document leads to. */
export interface Relation {
  readonly id: string
  /** The last word of its type: `slideLayout`, `image`, `hyperlink`. */
  readonly type: string
  /** The path of the part, or the address of what is outside. */
  readonly target: string
  readonly isOutside?: boolean
}

export interface Part {
  /** Within the package, without a slash before it. */
  readonly path: string
  /** Media type; '' where the end of the name says it. */
  readonly type: string
  readonly content: Xml | Uint8Array
  /** What it leads to; of a part that came from another file as it stands there. */
  readonly relations?: readonly Relation[] | Uint8Array
}

/** The earliest date that an archive can tell: of the same parts the same bytes are made. */
const date = new Date(1980, 0, 1)

/** Media types by the ends of names; every other part has its own. */
const byEnding: Readonly<Record<string, string>> = {
  rels: 'application/vnd.openxmlformats-package.relationships+xml',
  xml: 'application/xml',
  png: 'image/png',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  bmp: 'image/bmp',
  odttf: 'application/vnd.openxmlformats-officedocument.obfuscatedFont',
  fntdata: 'application/x-fontdata',
}

/** What is packed already. */
const isPacked = /\.(?:png|jpe?g|gif|mp[34]|m4[av]|wdp)$/i

/** Smaller parts, of which a presentation has two for each slide, are packed for longer than they are shorter: bytes. */
const leastPacked = 600

/** Relations as they are numbered when a part first needs them, each target once. */
export class Relations {
  readonly #list: Relation[] = []

  add(type: string, target: string, isOutside = false): string {
    const known = this.#list.find((one) => one.type === type && one.target === target)
    if (known) return known.id
    const id = `rId${this.#list.length + 1}`
    this.#list.push({ id, type, target, ...(isOutside ? { isOutside } : {}) })
    return id
  }

  get list(): readonly Relation[] {
    return this.#list
  }
}

/**
 * An Office document (ISO/IEC 29500-2) of its parts.
 *
 * @param relations of the package as a whole
 * @param deck the name of the deck that it is written from
 */
export function packParts(parts: readonly Part[], relations: readonly Relation[], deck: string): Uint8Array {
  const unsealed = sealPart(deck, '')
  const bytes = new Map<string, Uint8Array>([
    ['[Content_Types].xml', strToU8(partText(contentTypes([...parts, unsealed])))],
    ['_rels/.rels', strToU8(partText(relationsXml(relations, '')))],
  ])
  for (const { path, content, relations: own = [] } of parts) {
    bytes.set(path, 'xml' in content ? strToU8(partText(content)) : content)
    const slash = path.lastIndexOf('/') + 1
    if (own.length)
      bytes.set(
        `${path.slice(0, slash)}_rels/${path.slice(slash)}.rels`,
        own instanceof Uint8Array ? own : strToU8(partText(relationsXml(own, path.slice(0, slash)))),
      )
  }
  bytes.set(unsealed.path, strToU8(partText(sealPart(deck, printOfParts(bytes)).content)))
  const files: Zippable = {}
  for (const [path, part] of bytes)
    files[path] = isPacked.test(path) || part.length < leastPacked ? [part, { level: 0 }] : part
  return zipSync(files, { mtime: date, os: 0 })
}

function contentTypes(parts: readonly Part[]): Xml {
  const endings = new Set(['rels', 'xml'])
  for (const { path, type } of parts) if (!type) endings.add(path.slice(path.lastIndexOf('.') + 1))
  return element(
    'Types',
    { xmlns: `${packageTypes}/content-types` },
    [...endings]
      .sort()
      .map((Extension) =>
        element('Default', { Extension, ContentType: byEnding[Extension] ?? 'application/octet-stream' }),
      ),
    parts
      .filter(({ type }) => type)
      .map(({ path, type }) => element('Override', { PartName: `/${path}`, ContentType: type })),
  )
}

function relationsXml(relations: readonly Relation[], folder: string): Xml {
  return element(
    'Relationships',
    { xmlns: `${packageTypes}/relationships` },
    relations.map(({ id, type, target, isOutside }) =>
      element('Relationship', {
        Id: id,
        Type:
          type === 'core-properties'
            ? `${packageTypes}/relationships/metadata/${type}`
            : `${officeTypes}/${type}`,
        Target: isOutside ? target : pathTo(folder, target),
        TargetMode: isOutside ? 'External' : undefined,
      }),
    ),
  )
}

/** A part's path as it is written in another of a folder: `ppt/slides/` to `ppt/media/a.png` is `../media/a.png`. */
function pathTo(folder: string, target: string): string {
  const [from, to] = [folder.split('/').slice(0, -1), target.split('/')]
  let same = 0
  while (same < from.length && from[same] === to[same]) same++
  return [...from.slice(same).map(() => '..'), ...to.slice(same)].join('/')
}
