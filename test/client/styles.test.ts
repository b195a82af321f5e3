import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const styles = ['src/client/styles', 'src/layouts'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.css'))
    .map((name) => join(folder, name)),
)

it('no style looks for a slide among all of them: of a thousand it would take seconds at every step', () => {
  expect(styles.length).toBeGreaterThan(20)
  for (const file of styles) expect(readFileSync(file, 'utf8'), file).not.toMatch(/viewport[^\s,{]*:has\(/)
})

it('no view gives slides another look by a name that their own styles use', () => {
  const names = (files: readonly string[], pattern: RegExp): Set<string> =>
    new Set(files.flatMap((file) => readFileSync(file, 'utf8').match(pattern) ?? []))
  const views = styles.filter((file) => /(?:handout|review)\.css$/.test(file))
  const slides = styles.filter((file) =>
    /layouts|(?:furniture|ground|slide|tall|typography)\.css$/.test(file),
  )
  expect([views.length, slides.length > 15]).toEqual([2, true])
  const used = names(slides, /(?<=var\()--[\w-]+/g)
  expect([...names(views, /--[\w-]+(?=:)/g)].filter((name) => used.has(name))).toEqual([])
})
