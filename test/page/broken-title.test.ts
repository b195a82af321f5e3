import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { deriveCommand } from '../../src/cli/derive.ts'
import { auditDeck } from '../../src/deck/audit/audit.ts'
import { loadDeck, loadDocument } from '../../src/store/load.ts'
import { render } from './render.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'study-deck-test-'))
  vi.spyOn(process.stdout, 'write').mockReturnValue(true)
})
afterEach(() => {
  vi.restoreAllMocks()
  rmSync(folder, { recursive: true })
})

it('a title stands on the cover in the lines of its document, and on one line elsewhere', async () => {
  const file = join(folder, 'a.txt')
  writeFileSync(
    file,
    '某省关于加强基层治理体系建设\n提升公共服务水平的意见\n\n一、总体要求\n坚持统筹推进，完善工作机制，落实各方责任，抓好督促检查。\n',
  )
  await deriveCommand(file, { slides: folder, deck: 'a' })
  const deck = await loadDeck(folder, 'a')
  const { title, stacks } = await render(deck)
  expect(title).toBe('某省关于加强基层治理体系建设提升公共服务水平的意见')
  expect(stacks[0]?.[0]?.html.replaceAll('<wbr>', '')).toMatch(/建设<br>提升/)
  const document = await loadDocument(deck.folder)
  expect(document && auditDeck(deck, document).differences).toEqual([])
})
