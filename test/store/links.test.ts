import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { findDecks, loadDocument, readFiles, readOriginal } from '../../src/store/load.ts'

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
