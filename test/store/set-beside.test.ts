import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { loadDeck } from '../../src/store/load.ts'

const slides = mkdtempSync(join(tmpdir(), 'study-deck-test-'))
afterAll(() => rmSync(slides, { recursive: true, force: true }))

const text = 'A\n\n===\n\nB\n\nSpeaker: say\n\n===\n\nC\n'
function deck(name: string, files: Readonly<Record<string, string>>): Promise<number> {
  mkdirSync(join(slides, name))
  for (const [file, content] of Object.entries({ 'talk.md': text, ...files }))
    writeFileSync(join(slides, name, file), content)
  return count(name)
}

const count = async (name: string): Promise<number> =>
  (await loadDeck(slides, name)).files.flatMap(({ stacks }) => stacks.flat()).length

it('parts a file as the page of reveal.js beside it says, or reveal-md.json', async () => {
  expect(await deck('plain', {})).toBe(1)
  const page = (name: string) =>
    `<!doctype html><div class="slides"><section data-markdown="${name}"\n data-separator="^\\n===\\n" data-separator-notes="^Speaker:"></section></div>`
  expect(await deck('page', { 'index.html': page('talk.md') })).toBe(3)
  expect(await deck('other', { 'index.html': page('another.md') })).toBe(1)
  expect(await deck('json', { 'reveal-md.json': '{"separator": "^===$"}' })).toBe(3)
  expect(await deck('broken', { 'reveal-md.json': '{"separator": "^===$",}' })).toBe(1)
})

it('reads no page through a link', async () => {
  expect(await deck('linked', {})).toBe(1)
  symlinkSync(join(slides, 'page/index.html'), join(slides, 'linked/index.html'))
  expect(await count('linked')).toBe(1)
})

it('tells of a pattern that it can not read where that stands', async () => {
  await deck('pattern', { 'reveal-md.json': '{"separator": "a|b"}' })
  const { remarks } = await loadDeck(slides, 'pattern')
  expect(remarks).toEqual([
    {
      place: { file: join(slides, 'pattern/reveal-md.json'), line: 1 },
      message: expect.stringMatching(/separator can't be read/),
    },
  ])
})
