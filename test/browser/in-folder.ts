import { browserFolderStore } from '../../src/store/browser-folder.ts'
import { contract, type Trial } from '../store/contract.ts'

/** The contract of stores, over a folder that the page has of its own: what a person gives it works in the same way. */
export async function hold(name: string): Promise<void> {
  const own = await navigator.storage.getDirectory()
  const folder = await own.getDirectoryHandle('trial', { create: true })
  const hand: Trial['hand'] = async (path, text) => {
    const names = path.split('/')
    const file = names.pop() ?? ''
    let place = folder
    for (const one of names) place = await place.getDirectoryHandle(one, { create: true })
    if (text === null) return place.removeEntry(file)
    const writer = await (await place.getFileHandle(file, { create: true })).createWritable()
    await writer.write(text)
    await writer.close()
  }
  try {
    await contract[name]?.({ store: browserFolderStore(folder), hand })
  } finally {
    await own.removeEntry('trial', { recursive: true })
  }
}
