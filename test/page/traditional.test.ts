import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import {
  composeDeck,
  deckMarkdown,
  keyPoints,
  outline,
  parseDeck,
  readDocument,
  renderPage,
} from '../../src/index.ts'
import { samplesFolder } from '../samples.ts'

const kept = join(samplesFolder, '../faults/documents/01-traditional-chinese-build.txt')
const own = '關於加強閱覽室管理的意見\n\n一、總體要求\n\n各單位應當重視借閱工作，並且定期檢查。\n'

test.each([own, ...(existsSync(kept) ? [readFileSync(kept, 'utf8')] : [])])(
  'a deck in traditional characters is built whole, its words as in the document',
  async (text) => {
    const bytes = new TextEncoder().encode(text)
    const document = outline(await readDocument({ name: '意見.txt', bytes }))
    const deck = await parseDeck('a', deckMarkdown(composeDeck(document, keyPoints(document))))
    const { html, slides, remarks } = await renderPage(deck, { document })
    expect(slides).toBeGreaterThan(1)
    expect(remarks).toEqual([])
    expect(html).toContain('lang="zh-TW"')
    expect(html.replace(/<[^>]*>/gu, '')).toContain('總體要求')
  },
)
