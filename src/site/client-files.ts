import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { ClientFiles } from '../page/page.ts'

/** The folder of this package, whether it runs from its sources or compiled. */
function packageFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder)
  return folder
}

/** Reads what `npm run compile` made for the browser. */
export function readClientFiles(): ClientFiles {
  const read = (name: string): string => readFileSync(join(packageFolder(), 'build/client', name), 'utf8')
  return {
    script: read('deck.js'),
    style: read('deck.css'),
    diagrams: () => read('diagrams.js'),
    live: () => read('live.js'),
  }
}
