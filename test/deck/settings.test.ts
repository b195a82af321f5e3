import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { readFrontMatter } from '../../src/deck/settings.ts'
import { loadDeck } from '../../src/store/load.ts'
import { render } from '../page/render.ts'

const read = (line: string) => readFrontMatter('slides/a/00.md', `---\ntitle: 甲\n${line}\n---\n\n# 甲\n`)

it.each([
  ['theme: 墨', { theme: 'mo' }],
  ['theme: "朱"', { theme: 'zhu' }],
  ['theme: su', { theme: 'su' }],
  ['ratio: 4:3', { ratio: '4:3' }],
])('reads %s', (line, settings) => {
  expect(read(line).settings).toMatchObject(settings)
})

it.each([
  ['theme: 红', /theme must be 朱, 墨 or 素/],
  ['theme: toString', /theme must be 朱, 墨 or 素/],
  ['ratio: 16:10', /ratio must be 16:9 or 4:3/],
])('names the choices for %s, and its line', (line, message) => {
  expect(() => read(line)).toThrow(message)
  try {
    read(line)
  } catch (error) {
    expect(error).toMatchObject({ place: { file: 'slides/a/00.md', line: 3 } })
  }
})

const slides = mkdtempSync(join(tmpdir(), 'study-deck-test-'))
afterAll(() => rmSync(slides, { recursive: true, force: true }))

it('embeds the logo, and says where a missing one is named', async () => {
  const folder = mkdtempSync(join(slides, 'd'))
  writeFileSync(join(folder, '00.md'), '---\nlogo: logo.svg\n---\n\n# 甲\n')
  const rendered = async () => render(await loadDeck(slides, folder.slice(slides.length + 1)))
  const { settings, remarks } = await rendered()
  expect(settings.logo).toBeUndefined()
  expect(remarks.map(({ message }) => message)).toEqual([expect.stringContaining('没有图片 logo.svg')])
  writeFileSync(join(folder, 'logo.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>')
  expect((await rendered()).settings.logo).toMatch(/^data:image\/svg\+xml;base64,/)
})
