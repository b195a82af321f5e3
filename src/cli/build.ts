import { readdir, readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { build } from 'vite'
import { Fault, formatPlace } from '../fault.ts'
import { studyDeck } from '../site/plugin.ts'
import { writeWhole } from '../store/write.ts'

/** Builds every deck into a page of its own, and the list of them. */
export async function buildCommand({
  slides,
  out,
  withoutNotes = false,
}: {
  slides: string
  out: string
  withoutNotes?: boolean
}): Promise<void> {
  const told: string[] = []
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    publicDir: false,
    build: { write: false },
    plugins: [
      studyDeck({
        slides,
        withNotes: !withoutNotes,
        built: (deck) => {
          told.push(...deck.remarks.map(({ place, message }) => `${formatPlace(place)}: ${message}`))
          told.push(`${join(out, deck.slug, 'index.html')}  ${deck.slides} slides`)
        },
      }),
    ],
  }).catch((error: unknown) => {
    throw faultIn(error) ?? error
  })
  for (const name of await publicFiles())
    await writeWhole(join(out, name), await readFile(join('public', name)))
  for (const { output } of Array.isArray(built) ? built : 'output' in built ? [built] : [])
    for (const file of output)
      if (file.type === 'asset') await writeWhole(join(out, file.fileName), file.source)
  process.stdout.write(`${told.join('\n')}\n`)
}

/** The files of `public/`, which go beside the decks as they are. */
async function publicFiles(): Promise<string[]> {
  const entries = await readdir('public', { recursive: true, withFileTypes: true }).catch(() => [])
  return entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map(({ parentPath, name }) => relative('public', join(parentPath, name)))
}

/** The bundler wraps what a plugin throws. */
function faultIn(error: unknown): Fault | null {
  for (let inner: unknown = error, depth = 0; inner instanceof Error && depth < 5; depth++) {
    if (inner instanceof Fault) return inner
    const { errors } = inner as { errors?: unknown[] }
    inner = errors?.[0] ?? inner.cause
  }
  return null
}
