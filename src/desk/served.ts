import { pathIn, type Store } from '../deck/store.ts'
import { Fault } from '../fault.ts'
import { servedStore } from '../store/served.ts'
import type { ReadFiles } from './carried.ts'
import { type AboutDecks, decksAddress, filesAddress, keyHeader, keyName, servedName } from './names.ts'

/** Whether a server keeps the decks of this page, as `study-deck desk` does. */
export const isServed = document.querySelector(`meta[name="${servedName}"]`) !== null

/** What lets this page in. It stood in the address once; from then on this window knows it, also when it is loaded again. */
function takeKey(): string {
  const stored = `study-deck:${keyName}`
  const given = new URLSearchParams(location.hash.slice(1)).get(keyName)
  if (given === null) return sessionStorage.getItem(stored) ?? ''
  sessionStorage.setItem(stored, given)
  history.replaceState(null, '', location.pathname)
  return given
}

const headers: Readonly<Record<string, string>> = isServed ? { [keyHeader]: takeKey() } : {}

/** The files that decks are made with, from the server. */
export const servedFiles: ReadFiles = {
  read: async (name) => {
    const address = `${filesAddress}/${name.split('/').map(encodeURIComponent).join('/')}`
    const answer = await fetch(address, { headers }).catch(() => null)
    return answer?.ok ? new Uint8Array(await answer.arrayBuffer()) : null
  },
}

/** The folder of decks that the server keeps. */
export interface ServedDecks {
  readonly about: AboutDecks
  readonly store: Store
  /** The folder of one of its decks. */
  readonly deck: (slug: string) => Store
}

/** @throws Fault where the server has ended or does not know this page */
export async function servedDecks(): Promise<ServedDecks> {
  const answer = await fetch(`${decksAddress}?about`, { headers }).catch(() => null)
  if (!answer?.ok) throw new Fault((say) => say.noServer)
  const about = (await answer.json()) as AboutDecks
  const at = (slug: string): Store =>
    servedStore({
      address: [decksAddress, ...(slug ? [encodeURIComponent(slug)] : [])].join('/'),
      headers,
      folder: pathIn(about.folder, slug),
    })
  return { about, store: at(''), deck: (slug) => at(about.isDeck ? '' : slug) }
}
