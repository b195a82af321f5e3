import type { Plugin, ViteDevServer } from 'vite'
import { installedAssets } from '../assets/installed.ts'

/** The address at which a live page loads what keeps it up to date. */
export const liveScript = '/@study-deck/live.js'

/** Where Vite has its own client. */
const viteClient = '/@vite/client'

/** The Vite plugin of that script, which speaks to the server through Vite's own client. */
export function liveClient(): Plugin {
  return {
    name: 'study-deck:live',
    resolveId: (id) => (id === liveScript ? `\0${id}` : null),
    load: (id) =>
      id === `\0${liveScript}`
        ? `import { ErrorOverlay } from '${viteClient}'\n${installedAssets().client.live()}\nfollow(import.meta.hot, ErrorOverlay)`
        : null,
  }
}

/** The addresses of the script and of all that it imports: what of Vite's own a live page asks for. */
export async function liveAddresses(server: ViteDevServer): Promise<ReadonlySet<string>> {
  const found = new Set<string>()
  const add = async (address: string): Promise<void> => {
    if (found.has(address)) return
    found.add(address)
    await server.transformRequest(address)
    const module = await server.moduleGraph.getModuleByUrl(address)
    for (const { url } of module?.importedModules ?? []) await add(url)
  }
  // Vite keeps no record of who imports its client.
  for (const address of [liveScript, viteClient]) await add(address)
  return found
}
