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
