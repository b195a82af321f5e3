import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { findDecks, loadDeck, loadDocument, readFiles, readOriginal } from '../../src/store/load.ts'

it('takes nothing into a page or a report that a link in the folder leads to', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'study-deck-'))
  try {
    const deck = join(folder, 'slides', 'a')
    await mkdir(deck, { recursive: true })
    await writeFile(join(folder, 'secret'), 'the key of somebody\n')
    await writeFile(join(deck, '01.md'), '# A\n')
    for (const name of ['source.txt', 'source.docx', '.derived.json', '02.md'])
      await symlink(join(folder, 'secret'), join(deck, name))
    const [place] = await findDecks(join(folder, 'slides'))
    if (!place) throw new Error('no deck')
    await expect(readFiles(place)).rejects.toThrow()
    await rm(join(deck, 'source.txt'))
    expect([...(await readFiles(place)).keys()]).toEqual(['01.md'])
    await symlink(join(folder, 'secret'), join(deck, 'source.txt'))
    await expect(loadDocument(deck)).rejects.toThrow()
    await expect(readOriginal(deck)).rejects.toThrow()
  } finally {
    await rm(folder, { recursive: true })
  }
})

it('shows the decks of a folder whose theme cannot be read, and says why', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'study-deck-'))
  const theme = join(folder, 'slides', 'theme.yaml')
  const told = async (): Promise<readonly string[]> => {
    const { remarks, office } = await loadDeck(join(folder, 'slides'), 'a')
    expect(office).toBeNull()
    await rm(theme, { recursive: true })
    return remarks.map(({ place, message }) => `${place.file === theme} ${place.line} ${message}`)
  }
  try {
    await mkdir(join(folder, 'slides', 'a'), { recursive: true })
    await writeFile(join(folder, 'slides', 'a', '01.md'), '# 甲\n')
    await mkdir(theme)
    expect(await told()).toEqual([expect.stringMatching(/^true undefined 主题没有采用：.*不是普通文件/)])
    await writeFile(join(folder, 'secret'), 'base: qing\n')
    await symlink(join(folder, 'secret'), theme)
    expect(await told()).toEqual([expect.stringMatching(/^true undefined 主题没有采用：这是链接/)])
    await symlink('theme.yaml', theme)
    expect(await told()).toEqual([])
    for (const text of ['base: qing\ncolours: [a, b\n', `a: ${'x'.repeat(20_000_000)}`, '{'.repeat(5000)]) {
      await writeFile(theme, text)
      expect(await told()).toEqual([expect.stringMatching(/^true .*主题没有采用：/)])
    }
  } finally {
    await rm(folder, { recursive: true })
  }
})
