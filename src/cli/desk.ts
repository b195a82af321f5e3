import { spawn } from 'node:child_process'
import { stat } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { isHarmlessName, isHarmlessPath } from '../deck/harmless.ts'
import { Fault } from '../fault.ts'
import { serveDesk } from '../site/desk-server.ts'
import { systemLanguage } from '../store/language.ts'
import { type DeckPlace, findDecks } from '../store/load.ts'
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
  const places = await findDecks(decks).catch(() => [])
  const { address } = await serveDesk(decks, number)
  const words = commandWords(systemLanguage())
  process.stdout.write(`${words.opens(decks, places.length)} ${address}\n`)
  for (const file of places.flatMap(leftOutOf)) process.stderr.write(`${file}: ${words.notAtDesk}\n`)
  // A script that starts it reads the address; a person wants to see it.
  if (process.stdout.isTTY) openInBrowser(address)
}

/** What of a deck the desk leaves out, since some system could not have a file of that name: the deck itself, or slides. */
function leftOutOf({ folder, names }: DeckPlace): string[] {
  if (!isHarmlessName(basename(resolve(folder)))) return [folder]
  return names.filter((name) => !isHarmlessPath(name)).map((name) => join(folder, name))
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
