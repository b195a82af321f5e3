import { spawn } from 'node:child_process'
import { stat } from 'node:fs/promises'
import { Fault } from '../fault.ts'
import { serveDesk } from '../site/desk-server.ts'
import { systemLanguage } from '../store/language.ts'
import { findDecks } from '../store/load.ts'
import { commandWords } from '../words.ts'
import { portNumber } from './port.ts'

/**
 * Opens the desk on a folder of decks until it is stopped, and says in one line on which and where.
 *
 * @param folder in place of `slides`
 */
export async function deskCommand(
  folder: string | undefined,
  { slides, port }: { readonly slides: string; readonly port?: string },
): Promise<void> {
  const number = portNumber(port)
  const decks = folder ?? (await usualFolder(slides))
  const found = await stat(decks).catch(() => null)
  if ((folder !== undefined && !found) || (found && !found.isDirectory()))
    throw new Fault((say) => say.deskFolder, { file: decks })
  const count = (await findDecks(decks).catch(() => [])).length
  const { address } = await serveDesk(decks, number)
  process.stdout.write(`${commandWords(systemLanguage()).opens(decks, count)} ${address}\n`)
  // A script that starts it reads the address; a person wants to see it.
  if (process.stdout.isTTY) openInBrowser(address)
}

/** The folder of the decks where none is named: here, where they stand here and not in one of their own. */
async function usualFolder(slides: string): Promise<string> {
  if (await stat(slides).catch(() => null)) return slides
  return (await findDecks('.').catch(() => [])).length > 0 ? '.' : slides
}

/** Opens an address in the person's browser, where the system has one; else they open it themselves. */
function openInBrowser(address: string): void {
  const [program, ...args]: [string, ...string[]] =
    process.platform === 'win32'
      ? ['rundll32', 'url.dll,FileProtocolHandler', address]
      : process.platform === 'darwin'
        ? ['open', address]
        : ['xdg-open', address]
  spawn(program, args, { stdio: 'ignore', detached: true })
    .on('error', () => {})
    .unref()
}
