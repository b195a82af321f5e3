import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const ownDeck = join(import.meta.dirname, '../slides/heilongjiang-secrecy')

/** Copies the project's own deck to be edited; lines end in LF, however the project was checked out. */
export function copyOwnDeck(folder: string): void {
  cpSync(ownDeck, folder, { recursive: true })
  for (const name of readdirSync(folder).filter((name) => /\.(?:md|txt)$/.test(name))) {
    const path = join(folder, name)
    writeFileSync(path, readFileSync(path, 'utf8').replaceAll('\r\n', '\n'))
  }
}
