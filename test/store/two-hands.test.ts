import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { open, rename, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { composeDeck } from '../../src/deck/compose/compose.ts'
import { deckMarkdown } from '../../src/deck/markdown.ts'
import { sourceFiles } from '../../src/deck/source-files.ts'
import { withTimings } from '../../src/deck/timings.ts'
import { writeDeck } from '../../src/deck/write.ts'
import { changeFile } from '../../src/disk/file.ts'
import { outline, readText } from '../../src/document/index.ts'
import { keyPoints } from '../../src/keypoints/index.ts'
import { diskStore } from '../../src/store/disk.ts'

/** How often two hands are set upon one file; `TWO_HANDS=1000` for the long form. */
const times = Number(process.env['TWO_HANDS'] ?? 60)

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'study-deck-test-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** In milliseconds. */
const random = (most: number): number => Math.random() * most

/** Saves as one editor does, which empties the file and writes it in pieces, or as the other, which renames. */
async function saveInEditor(path: string, text: string): Promise<void> {
  if (Math.random() < 0.3) {
    await writeFile(`${path}.swp`, text)
    await rename(`${path}.swp`, path)
    return
  }
  const file = await open(path, 'w')
  await setTimeout(random(60))
  await file.write(text.slice(0, text.length / 2))
  await setTimeout(random(60))
  await file.write(text.slice(text.length / 2))
  await file.close()
}

/** Runs so many at a time, so that their pauses overlap. */
async function many(count: number, trial: (number: number) => Promise<void>): Promise<void> {
  for (let first = 0; first < count; first += 30)
    await Promise.all(Array.from({ length: Math.min(30, count - first) }, (_, i) => trial(first + i)))
}

it('timings that are saved while an editor writes the file lose none of it', async () => {
  await many(times, async (number) => {
    const path = join(folder, `${number}.md`)
    const slides = '# 甲\n\n正文在此。\n'.repeat(500)
    writeFileSync(path, `---\ntitle: 甲\n---\n\n${slides}`)
    const edited = `---\ntitle: 甲\n---\n\n${slides}- 编辑\n`
    const change = async (): Promise<void> => {
      await setTimeout(random(200))
      await changeFile(path, (there) => Buffer.from(withTimings(String(there), { 甲: 5 })))
    }
    const edit = async (): Promise<void> => {
      await setTimeout(random(200))
      await saveInEditor(path, edited)
    }
    await Promise.all([change(), edit()])
    const now = readFileSync(path, 'utf8')
    // Whoever saves last in an editor takes away what was not on its screen, and nothing else is ever lost.
    expect([edited, withTimings(edited, { 甲: 5 })]).toContain(now)
  })
})

it('an edit that is saved while the deck is derived again is kept', async () => {
  const text = (names: readonly string[]): string =>
    `关于加强工作的意见\n${names.map((name, i) => `${'一二三四五'[i]}、${name}\n${name}很重要，要加强${name}的领导，落实${name}的责任。`).join('\n')}`
  const derived = (words: string) => {
    const bytes = Buffer.from(words)
    const source = readText({ name: 'a.txt', bytes })
    const document = outline(source)
    return [deckMarkdown(composeDeck(document, keyPoints(document))), sourceFiles(bytes, source)] as const
  }
  const before = derived(text(['教育', '科技', '文化', '卫生']))
  const after = derived(text(['教育', '科技', '体育', '卫生']).replaceAll('很重要', '十分重要'))
  await many(times, async (number) => {
    const deck = join(folder, `deck-${number}`)
    await writeDeck(diskStore(deck), '', ...before)
    const names = readdirSync(deck).filter((name) => /^\d+\.md$/.test(name))
    const path = join(deck, names[number % names.length] ?? '')
    const edited = `${readFileSync(path, 'utf8')}\n---\n\n# 讨论 ${number}\n`
    await Promise.all([
      setTimeout(random(400)).then(() => writeDeck(diskStore(deck), '', ...after)),
      setTimeout(random(500)).then(() => saveInEditor(path, edited)),
    ])
    const all = (): string =>
      readdirSync(deck)
        .map((name) => readFileSync(join(deck, name), 'utf8'))
        .join('')
    expect(all()).toContain(`# 讨论 ${number}`)
    await writeDeck(diskStore(deck), '', ...after)
    expect(all()).toContain(`# 讨论 ${number}`)
    expect(readdirSync(deck).filter((name) => name.endsWith('.partial'))).toEqual([])
  })
})

it('a deck whose columns a person set apart stays as it is, however often it is derived', async () => {
  const bytes = Buffer.from('意见\n一、甲\n甲很重要，要加强甲的领导。\n二、乙\n乙很重要，要加强乙的领导。')
  const source = readText({ name: 'a.txt', bytes })
  const document = outline(source)
  const derive = () =>
    writeDeck(
      diskStore(folder),
      'columns',
      deckMarkdown(composeDeck(document, keyPoints(document))),
      sourceFiles(bytes, source),
    )
  await derive()
  const path = join(folder, 'columns/00.md')
  for (const [blank, lineEnd] of [
    ['', '\n'],
    ['\n\n', '\r\n'],
  ] as const) {
    const columns = readFileSync(path, 'utf8')
      .replace(/\r/g, '')
      .replace(/^(---\n[\s\S]*?\n---\n)\n*/, `$1${blank}`)
      .replace(/\n*$/, '\n\n----\n\n# 另一列\n')
      .replaceAll('\n', lineEnd)
    writeFileSync(path, columns)
    writeFileSync(path, columns)
    for (let times = 0; times < 3; times++) await derive()
    expect(readFileSync(path, 'utf8')).toBe(columns)
  }
})
