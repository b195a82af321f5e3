import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { encodeText } from '../../src/document/encode.ts'
import { plainForm, type TextForm } from '../../src/document/encoding.ts'
import { findDecks, readDeck } from '../../src/store/load.ts'
import { render } from '../page/render.ts'

const folder = mkdtempSync(join(tmpdir(), 'study-deck-test-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** The first of the files of the deck that stands in this project. */
const text = readFileSync('slides/heilongjiang-secrecy/00.md', 'utf8').replaceAll('\r\n', '\n')

/** The page's slides of a folder with these files. */
async function slidesOf(
  name: string,
  files: Readonly<Record<string, Uint8Array | string>>,
): Promise<string[]> {
  const deck = join(folder, name)
  cpSync('test/look/fixtures/layouts/picture.svg', join(deck, 'a/picture.svg'))
  for (const [file, bytes] of Object.entries(files)) writeFileSync(join(deck, 'a', file), bytes)
  const [place] = await findDecks(deck)
  if (!place) throw new Error('no deck')
  const { stacks } = await render(await readDeck(place))
  return stacks.flat().map(({ html }) => html)
}

it.each<Partial<TextForm>>([
  { lineEnd: '\r\n' },
  { lineEnd: '\r' },
  { mark: true },
  { mark: true, lineEnd: '\r\n' },
  { encoding: 'utf-16le', mark: true, lineEnd: '\r\n' },
  { encoding: 'utf-16be', mark: true },
  { encoding: 'gb18030', lineEnd: '\r\n' },
])('a deck is the same in whatever form its files are: %o', async (form) => {
  const plain = await slidesOf('plain', { '00.md': text })
  const bytes = encodeText(text, { ...plainForm, ...form })
  expect(await slidesOf(JSON.stringify(form).replace(/\W/g, ''), { '00.md': bytes })).toEqual(plain)
})

it('has no slides of the files that editors, systems and offices leave', async () => {
  const junk = [
    '._00.md',
    '.#00.md',
    '~$00.md',
    '#00.md#',
    '.00.md.swp',
    '00.md~',
    '00.md.bak',
    'README.md',
    'LICENSE.md',
  ]
  const plain = await slidesOf('plain', { '00.md': text })
  const files = Object.fromEntries(junk.map((name) => [name, '# junk\n']))
  expect(await slidesOf('junk', { '00.md': text, ...files })).toEqual(plain)
  expect(readdirSync(join(folder, 'junk/a'))).toContain('~$00.md')
})

it('finds a deck in README.md where there is nothing else, in a folder that is one, and in a file', async () => {
  expect(
    await slidesOf('readme', { 'README.md': '# A\n\n---\n\n# B\n', 'LICENSE.md': '# C\n' }),
  ).toHaveLength(2)
  const names = async (path: string): Promise<string[]> =>
    (await findDecks(join(folder, path))).map(({ slug, names }) => `${slug}: ${names}`)
  writeFileSync(join(folder, 'readme/a/talk.markdown'), '# D\n')
  expect(await names('readme')).toEqual(['a: talk.markdown'])
  expect(await names('readme/a')).toEqual(['a: talk.markdown'])
  expect(await names('readme/a/talk.markdown')).toEqual(['talk: talk.markdown'])
  // What Slidev has beside its slides is no deck.
  mkdirSync(join(folder, 'readme/a/pages'))
  writeFileSync(join(folder, 'readme/a/pages/more.md'), '# E\n')
  writeFileSync(join(folder, 'readme/a/slides.md'), '---\ndrawings: {}\n---\n# F\n')
  expect(await names('readme/a')).toEqual(['a: slides.md,talk.markdown'])
})

it('tells a control character and leaves it out', async () => {
  await slidesOf('control', { '01.md': '# A\n\nword\bs, and many more of them\n' })
  const [place] = await findDecks(join(folder, 'control'))
  const deck = place && (await readDeck(place))
  expect(deck?.remarks).toMatchObject([{ place: { line: 3 } }])
  expect(deck?.files[0]?.stacks[0]?.[0]?.body.text).toContain('words')
})
