import { createServer, type ViteDevServer } from 'vite'
import { Fault } from '../fault.ts'
import { studyDeck } from '../site/plugin.ts'
import { deckNames } from '../store/load.ts'

interface DevOptions {
  readonly slides: string
  readonly port?: string
}

/** Serves the decks live, on this machine only. */
export async function startDev({ slides, port }: DevOptions): Promise<ViteDevServer> {
  const number = port === undefined ? 4800 : Number(port)
  if (!Number.isInteger(number) || number < 1 || number > 65_535)
    throw new Fault((say) => say.port(port ?? ''))
  await deckNames(slides)
  const server = await createServer({
    configFile: false,
    logLevel: 'error',
    publicDir: 'public',
    appType: 'custom',
    optimizeDeps: { noDiscovery: true, include: [] },
    server: { host: '127.0.0.1', port: number, strictPort: port !== undefined, fs: { allow: ['public'] } },
    plugins: [studyDeck({ slides, withNotes: true })],
  })
  try {
    await server.listen()
  } catch (error) {
    await server.close()
    if (error instanceof Error && /in use/i.test(error.message))
      throw new Fault((say) => say.portInUse(number))
    throw error
  }
  return server
}

/** Serves the decks live until it is stopped, and says where. */
export async function devCommand(options: DevOptions): Promise<void> {
  const server = await startDev(options)
  process.stdout.write(`${server.resolvedUrls?.local[0] ?? ''}\n`)
}
