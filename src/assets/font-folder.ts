import { createRequire } from 'node:module'
import { dirname } from 'node:path'

const { resolve } = createRequire(import.meta.url)

/** Where npm put one of the font packages. */
export const fontFolder = (name: string): string =>
  dirname(resolve(`@fontsource-variable/${name}/package.json`))
