import { Fault } from '../fault.ts'
import { serveLive } from '../site/server.ts'

/** Serves the decks live until it is stopped, and says where. */
export async function devCommand({ slides, port }: { slides: string; port?: string }): Promise<void> {
  const number = port === undefined ? undefined : Number(port)
  if (number !== undefined && (!Number.isInteger(number) || number < 1 || number > 65_535))
    throw new Fault((say) => say.port(port ?? ''))
  const { address } = await serveLive(slides, number)
  process.stdout.write(`${address}\n`)
}
