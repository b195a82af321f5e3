import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'

const folder = mkdtempSync(join(tmpdir(), 'study-deck-test-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const at = (...names: string[]): string => join(folder, ...names)
const run = (...args: string[]): string =>
  execFileSync(process.execPath, ['bin/study-deck.js', ...args], { encoding: 'utf8', stdio: 'pipe' })

it('writes a deck of Marp with its pictures into a folder of its own, and says what it changed', () => {
  mkdirSync(at('talk/img'), { recursive: true })
  const picture = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'
  for (const name of ['talk/img/a.svg', 'talk/img/unused.svg', 'secret.svg']) writeFileSync(at(name), picture)
  const text =
    '---\nmarp: true\ntheme: gaia\n---\n# A talk with words\n\n![bg](img/a.svg)\n\n<!-- say -->\n\n---\n\n![](../secret.svg) ![](none.png)\n'
  writeFileSync(at('talk/slides.md'), text)
  const said = run('import', at('talk/slides.md'), '--slides', at('slides'))
  expect(said).toMatch(/Marp/)
  expect(said).toMatch(/secret\.svg is outside/)
  expect(said).toMatch(/no picture none\.png/)
  expect(said).toMatch(/talk {2}2 slides, 1 with notes, 1 file that they show/)
  expect(readdirSync(at('slides/talk'), { recursive: true }).map(String).sort()).toEqual([
    '01.md',
    'img',
    join('img', 'a.svg'),
  ])
  expect(readFileSync(at('slides/talk/01.md'), 'utf8')).toMatch(/\n---\n\n/)
  expect(readFileSync(at('talk/slides.md'), 'utf8')).toBe(text)
  // Nothing is overwritten.
  expect(() => run('import', at('talk/slides.md'), '--slides', at('slides'))).toThrow(/--deck/)
  expect(run('import', at('talk/slides.md'), '--slides', at('slides'), '--deck', 'again')).toMatch(/2 slides/)
  expect(run('build', '--slides', at('slides'), '--out', at('dist'))).toMatch(/talk\/index.html {2}2 slides/)
})
