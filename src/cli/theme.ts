import { basename, extname, join } from 'node:path'
import { readThemeFile, themeFileName } from '../deck/theme-file.ts'
import { themeText } from '../deck/theme-text.ts'
import { readIfThere, readNamed, writeWhole } from '../disk/file.ts'
import { Fault } from '../fault.ts'
import { readTemplate } from '../theme/template.ts'

/** Megabytes; templates have large pictures. */
const largest = 100

/** Writes the theme of an office from its PowerPoint template, beside the decks. Nothing is overwritten. */
export async function themeCommand(file: string, { slides }: { readonly slides: string }): Promise<void> {
  const bytes = await readNamed(file, largest, (say) => say.templateLarge(largest))
  const template = readTemplate({ name: file, bytes })
  const logo = template.logo && `theme-logo.${template.logo.type.replace(/^.*\//, '').replace('jpeg', 'jpg')}`
  const text = themeText(basename(file, extname(file)), template, logo)
  const place = join(slides, themeFileName)
  const written = [
    { path: place, data: text },
    ...(logo && template.logo ? [{ path: join(slides, logo), data: template.logo.bytes }] : []),
  ]
  for (const { path } of written)
    if (await readIfThere(path)) throw new Fault((say) => say.themeThere, { file: path })
  readThemeFile(place, text)
  for (const { path, data } of written.reverse()) await writeWhole(path, data)
  process.stdout.write(`${written.map(({ path }) => path).join('\n')}\n${text}`)
}
