import { toBase64 } from '../base64.ts'
import {
  allFiles,
  type Entry,
  namesIn,
  pathIn,
  type Stamp,
  type Store,
  type StoredFile,
} from '../deck/store.ts'
import { Fault, type Place } from '../fault.ts'
import type { Texts } from '../words.ts'
import { lookThrough } from './look-through.ts'

// Runs anywhere with `fetch`.

/** So often a folder that is watched is looked through, in milliseconds. */
const pause = 700

/** Where a store is served, and what lets us in. */
export interface ServedAt {
  /** Without a slash at the end. */
  readonly address: string
  readonly headers: Readonly<Record<string, string>>
  /** What its owner calls the store's own folder. */
  readonly folder: string
}

/** A store that a server of ours keeps for its page: see site/serve-store.ts. */
export function servedStore({ address, headers, folder: root }: ServedAt): Store {
  const addressOf = (path: string): string => [address, ...namesIn(path).map(encodeURIComponent)].join('/')

  const ask = async (path: string, init: RequestInit = {}, query = ''): Promise<Response> => {
    const answer = await fetch(addressOf(path) + query, {
      ...init,
      headers: { ...headers, ...init.headers },
      cache: 'no-store',
    }).catch((error: unknown) => {
      if (error instanceof RangeError) throw error
      throw new Fault((say) => say.noServer)
    })
    // Another server listens there by now, or the same was started again.
    if (answer.status === 401 || answer.status === 403) throw new Fault((say) => say.noServer)
    if (answer.status === 422) {
      const { texts, place } = (await answer.json()) as { texts: Texts; place?: Place }
      throw new Fault(texts, place)
    }
    if (answer.status === 413) throw new Fault((say) => say.tooLarge, { file: path })
    return answer
  }

  const list = async (path = ''): Promise<readonly Entry[]> => {
    const answer = await ask(path, {}, '?list')
    return answer.ok ? ((await answer.json()) as readonly Entry[]) : []
  }

  const write: Store['write'] = async (path, bytes, before) => {
    const answer = await ask(path, {
      method: bytes ? 'PUT' : 'DELETE',
      headers: before === null ? { 'if-none-match': '*' } : { 'if-match': `"${before}"` },
      ...(bytes ? { body: Uint8Array.from(bytes) } : {}),
    })
    const there = await fileIn(answer)
    if (answer.status === 200) return { written: true, there: bytes && there && { ...there, bytes } }
    if (answer.status === 412) return { written: false, there }
    throw new Fault((say) => say.refused(String(answer.status)), { file: path })
  }

  return {
    place: (path) => pathIn(root, path),
    list,
    read: async (path) => {
      const answer = await ask(path)
      return answer.ok ? fileIn(answer) : null
    },
    write,
    create: async (folder, files) => {
      const texts = Object.fromEntries([...files].map(([path, bytes]) => [path, toBase64(bytes)]))
      const answer = await ask(folder, { method: 'POST', body: JSON.stringify(texts) })
      if (!answer.ok) throw new Fault((say) => say.refused(String(answer.status)), { file: folder })
      return (await answer.json()) === true
    },
    watch: (listener) => lookThrough(async () => stampsIn(await allFiles(list)), listener, pause),
  }
}

const stampsIn = (files: Awaited<ReturnType<typeof allFiles>>): Map<string, Stamp> =>
  new Map([...files].map(([path, { stamp }]) => [path, stamp]))

/** A file as it is answered; null for none. */
async function fileIn(answer: Response): Promise<StoredFile | null> {
  const [, stamp] = /^"([^"]+)"$/.exec(answer.headers.get('etag') ?? '') ?? []
  return stamp === undefined ? null : { bytes: new Uint8Array(await answer.arrayBuffer()), stamp }
}
