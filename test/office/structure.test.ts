import { existsSync } from 'node:fs'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { expect, it } from 'vitest'
import { deckToDocx } from '../../src/office/docx/deck-to-docx.ts'
import { deckToPaper } from '../../src/office/papers/deck-to-paper.ts'
import { paperToDocx } from '../../src/office/papers/paper-to-docx.ts'
import { deckToPptx } from '../../src/office/pptx/deck-to-pptx.ts'
import { sampleDeck } from '../../src/page/sample-deck.ts'
import { samples } from '../samples.ts'
import { deckOf, derivedDeck, dot, everything, fonts, ownDeck } from './decks.ts'
import { structureFaults } from './structure.ts'

/** More slides say nothing more of how parts hang together. */
const long = /civil-code|plenum|union|government|rural/

it('is a package whose parts hang together, whatever is on its slides', async () => {
  const stepped = sampleDeck.replace('lang:', 'incremental: true\nratio: "4:3"\nlang:')
  const derived = samples.filter((path) => existsSync(path) && (process.env['LOOK'] || !long.test(path)))
  const extreme = [
    '---\nlang: zh-CN\n---\n\n### 极端\n\n99999999. 甲\n   - 乙\n     - 丙\n       - 丁\n',
    '### <span style="font-size:9000px">大</span>\n\n<p style="font-size:0.1px;margin:-9999px">小\u0001\ufffe</p>\n',
    '| 甲 |\n| --- |\n|  |\n\n<b></b> **** \u200b\n\nNote:\n\u0002 末尾有空格 \n',
  ].join('\n---\n\n')
  const decks = [
    deckOf(extreme),
    deckOf(everything, { 'dot.png': dot }),
    deckOf(stepped),
    ownDeck(),
    ...derived.map(derivedDeck),
  ]
  for (const deck of await Promise.all(decks)) {
    const { bytes } = await deckToPptx(deck, { fonts })
    expect(structureFaults(bytes), deck.slug).toEqual([])
    for (const official of [false, true])
      expect(structureFaults((await deckToDocx(deck, { fonts, official })).bytes), deck.slug).toEqual([])
    expect(structureFaults(paperToDocx(deckToPaper(deck, 'minutes'), false)), deck.slug).toEqual([])
  }
})

it('is found out where a part is missing, or a step is of no shape', async () => {
  const { bytes } = await deckToPptx(await deckOf(everything, { 'dot.png': dot }), { fonts })
  const { 'ppt/theme/theme1.xml': _theme, ...parts } = unzipSync(bytes)
  expect(structureFaults(zipSync(parts)).join()).toContain('leads to nothing, ppt/theme/theme1.xml')
  const slide = 'ppt/slides/slide2.xml'
  const broken = strFromU8(parts[slide] ?? new Uint8Array()).replace(
    /<p:spTgt spid="\d+"/,
    '<p:spTgt spid="99"',
  )
  expect(structureFaults(zipSync({ ...parts, [slide]: strToU8(broken) })).join()).toContain(
    'a step of no shape, 99',
  )
})
