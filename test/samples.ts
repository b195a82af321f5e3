import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** Real documents in a folder beside the project's: tests that read them run without them, too. */
export const samplesFolder = join(import.meta.dirname, '../../shared/samples')

/** Their paths; none where they are not at hand. */
export const samples: readonly string[] = existsSync(samplesFolder)
  ? readdirSync(samplesFolder)
      .filter((name) => !name.endsWith('.tsv'))
      .map((name) => join(samplesFolder, name))
  : []
