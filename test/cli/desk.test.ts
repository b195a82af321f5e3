import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'

// No Windows has such files.
it.skipIf(process.platform === 'win32')('tells which slides and decks the desk leaves out', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'study-deck-test-'))
  for (const path of ['a/01.md', 'a/con.md', 'a/b:c.md', 'nul/01.md']) {
    mkdirSync(join(folder, path, '..'), { recursive: true })
    writeFileSync(join(folder, path), '# A\n')
  }
  const desk = spawn(process.execPath, ['bin/study-deck.js', 'desk', folder])
  try {
    let said = ''
    desk.stderr.on('data', (data) => {
      said += String(data)
    })
    await expect.poll(() => said.split('\n').length, { timeout: 30_000 }).toBe(4)
    const files = said.split('\n').map((line) => line.split(': ')[0])
    expect(files.sort()).toEqual(['', ...['a/b:c.md', 'a/con.md', 'nul'].map((path) => join(folder, path))])
  } finally {
    desk.kill()
    rmSync(folder, { recursive: true, force: true })
  }
})
