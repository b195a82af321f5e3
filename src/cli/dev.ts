import { createServer } from 'vite'
import { deckNames } from '../deck/load.ts'
import { Fault } from '../fault.ts'
import { studyDeck } from '../site/plugin.ts'

/** Serves the decks live, on this machine only. */
export async function devCommand({ slides, port }: { slides: string; port?: string }): Promise<void> {
  const number = port === undefined ? 4800 : Number(port)
  if (!Number.isInteger(number) || number < 1 || number > 65_535)
    throw new Fault(`"${port}" is no port; use 1 to 65535`)
  await deckNames(slides)
  const server = await createServer({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    appType: 'custom',
    optimizeDeps: { noDiscovery: true, include: [] },
    server: { host: '127.0.0.1', port: number, strictPort: port !== undefined },
    plugins: [studyDeck({ slides, withNotes: true })],
  })
  try {
    await server.listen()
  } catch (error) {
    await server.close()
    if (error instanceof Error && /in use/i.test(error.message))
      throw new Fault(`port ${number} is in use; choose another with --port`)
    throw error
  }
  process.stdout.write(`${server.resolvedUrls?.local[0] ?? ''}\n`)
}
