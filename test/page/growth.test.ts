import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { loadDeck } from '../../src/store/load.ts'
import { render } from './render.ts'

it.each(['—', '…', '·', '。', '，', '”', '𠮷'])(
  'cuts a text of nothing but %s into full slides',
  async (mark) => {
    const slides = mkdtempSync(join(tmpdir(), 'study-deck-test-'))
    mkdirSync(join(slides, 'a'))
    const text = mark.repeat(3000)
    writeFileSync(join(slides, 'a/01.md'), text)
    const deck = await render(await loadDeck(slides, 'a'))
    rmSync(slides, { recursive: true })
    expect(deck.slides).toBeLessThan(60)
    const shown = deck.stacks.flat().map(({ html }) => html.replace(/<[^>]*>/g, '').trim())
    expect(shown.join('')).toBe(text)
  },
)
