import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { create } from 'fontkit'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { installedAssets } from '../../src/assets/installed.ts'
import { charactersOf, interfaceTexts, textsOf } from '../../src/page/fonts/characters.ts'
import { facesFor } from '../../src/page/fonts/faces.ts'
import { embedFonts, linkFonts, missingCharacters, sliceAt } from '../../src/page/fonts/fonts.ts'
import { sliceFor } from '../../src/page/fonts/slices.ts'
import { fromWoff2 } from '../../src/page/fonts/subset.ts'
import { findDecks, readDeck } from '../../src/store/load.ts'
import { wordsFor } from '../../src/words.ts'
import { render } from './render.ts'

let folder: string
const { fonts } = installedAssets()
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'study-deck-test-'))
  process.env['STUDY_DECK_CACHE'] = join(folder, 'cache')
})
afterEach(() => {
  delete process.env['STUDY_DECK_CACHE']
  rmSync(folder, { recursive: true, force: true })
})

const html =
  '<section><h3>保密《法》A</h3><p>国家<strong>秘密</strong> &amp; 𠮷</p><pre><code>x = 1</code></pre></section>'

/** The characters that each family's fonts in a style sheet have. */
function held(css: string): Map<string, Set<string>> {
  const families = new Map<string, Set<string>>()
  for (const [, family = '', data = ''] of css.matchAll(/font-family:"([^"]+)"[^}]*base64,([^)]+)\)/g)) {
    const font = create(Buffer.from(data, 'base64'))
    if (!('characterSet' in font)) continue
    const all = families.get(family) ?? new Set()
    // U+FFFF only ends the font's table.
    for (const point of font.characterSet) if (point !== 0xffff) all.add(String.fromCodePoint(point))
    families.set(family, all)
  }
  return families
}

describe('the characters of a page', () => {
  it('are told apart by the face that sets them', () => {
    const { sans, strong, serif, mono } = charactersOf([textsOf(html)])
    expect([...'保密国家秘&x1𠮷'].every((character) => sans.has(character))).toBe(true)
    expect(strong).toEqual(new Set(' 秘密'))
    expect(serif).toEqual(new Set(' 保密《法》A'))
    expect(mono).toEqual(new Set(' x=1'))
  })

  it('come from attributes too, but not from pictures', () => {
    const html = '<p data-original="原文"><img alt="图" src="data:image/png;base64,QUJD"></p>'
    const { sans } = charactersOf([textsOf(html)])
    expect([...sans].join('')).toContain('原')
    expect(sans.has('Q')).toBe(false)
  })
})

describe('the fonts of a page', () => {
  it('hold each character that it uses and no other, at the weight of its face', async () => {
    const css = await embedFonts(fonts, 'zh-CN', charactersOf([textsOf(html)]))
    const found = held(css)
    expect([...(found.get('Deck Serif') ?? [])].sort().join('')).toBe([...' A保密《法》'].sort().join(''))
    // Of the slice that has the space it needs nothing else: browsers refuse a font without an outline.
    expect([...(found.get('Deck Sans Bold') ?? [])].sort().join('')).toBe([...'秘密'].sort().join(''))
    expect(found.get('Deck Sans')?.has('国')).toBe(true)
    expect(found.get('Deck Sans')?.has('𠮷')).toBe(true)
    expect(css).not.toMatch(/url\((?!data:font\/woff2)/)
  })

  it('draw each ideograph as its font does, whichever slice it comes from', async () => {
    const text = '国骨龘𠮷一乡村振兴密'
    const css = await embedFonts(fonts, 'zh-CN', charactersOf([textsOf(`<p>${text}</p>`)]))
    const embedded = [...css.matchAll(/base64,([^)]+)\)/g)].map(([, data = '']) =>
      create(Buffer.from(data, 'base64')),
    )
    const { sans } = facesFor('zh-CN')
    for (const character of text) {
      const point = character.codePointAt(0) ?? 0
      const slice = sliceFor(fonts, sans, point)
      if (!slice) throw new Error(`no slice has ${character}`)
      const font = await fromWoff2(await fonts.read(slice))
      const whole = Buffer.from((await fonts.cutter())(font, { text: character, weight: sans.weight }))
      const drawn = (font: ReturnType<typeof create>): string =>
        'glyphForCodePoint' in font ? font.glyphForCodePoint(point).path.toSVG() : ''
      const ours = embedded.find((font) => 'characterSet' in font && font.characterSet.includes(point))
      expect(ours && drawn(ours)).toBe(drawn(create(whole)))
      expect(drawn(create(whole)).length).toBeGreaterThan(9)
    }
  })

  it('bring their licence', async () => {
    const css = await embedFonts(fonts, 'zh-CN', charactersOf([textsOf('<p>字</p>')]))
    expect(css).toContain('SIL OPEN FONT LICENSE Version 1.1')
    expect(css.match(/\*\//g)).toHaveLength(1)
  })

  it.each([
    ['zh-CN', 'noto-sans-sc'],
    ['zh-TW', 'noto-sans-tc'],
    ['zh-Hant', 'noto-sans-tc'],
    ['ja', 'noto-sans-jp'],
    ['en', 'noto-sans-sc'],
  ])('have the shapes of %s', (language, name) => {
    expect(sliceFor(fonts, facesFor(language).sans, '骨'.codePointAt(0) ?? 0)?.package).toBe(name)
  })

  it('are the same from the cache, and whatever is wrong with the cache', async () => {
    const characters = charactersOf([textsOf(html)])
    const first = await embedFonts(fonts, 'zh-CN', characters)
    const cache = join(folder, 'cache')
    expect(readdirSync(cache).length).toBeGreaterThan(2)
    expect(await embedFonts(fonts, 'zh-CN', characters)).toBe(first)
    for (const name of readdirSync(cache))
      writeFileSync(join(cache, name), readFileSync(join(cache, name)).subarray(0, 40))
    expect(await embedFonts(fonts, 'zh-CN', characters)).toBe(first)
    // A file where the folder should be: nothing can be written.
    process.env['STUDY_DECK_CACHE'] = join(folder, 'file')
    writeFileSync(join(folder, 'file'), '')
    expect(await embedFonts(fonts, 'zh-CN', characters)).toBe(first)
  })

  it('are whole in a live page, in slices that are served', async () => {
    const css = linkFonts(fonts, 'ja')
    const addresses = [...css.matchAll(/url\(\/@study-deck\/fonts\/([^)]+)\)/g)].map(
      ([, address = '']) => address,
    )
    expect(addresses.length).toBeGreaterThan(300)
    const slice = sliceAt(fonts, addresses[0] ?? '')
    expect(slice && Buffer.from(await fonts.read(slice)).toString('latin1', 0, 4)).toBe('wOF2')
    for (const wrong of ['noto-sans-sc/../package.json', '../x', 'noto-sans-sc/no.woff2', 'noto-nothing/x'])
      expect(sliceAt(fonts, wrong)).toBe(undefined)
  })
})

it('tells where a character stands that no font has', async () => {
  expect(missingCharacters(fonts, 'zh-CN', charactersOf([textsOf('<p>字\u{2b81a}\u{13000}</p>')]))).toEqual([
    '\u{13000}',
  ])
  writeFileSync(join(folder, '01.md'), '# 甲\n\n---\n\n### 乙\n\n- 有\u{13000}字\n\nNote:\n\u{13000}\n')
  const [place] = await findDecks(folder)
  if (!place) throw new Error('no deck')
  const deck = await render(await readDeck(place))
  expect(deck.remarks).toEqual([
    { place: { file: join(folder, '01.md'), line: 7 }, message: expect.stringContaining('U+13000') },
  ])
})

it.each(['’', '§', '…', '×'])(
  'has %s as narrow as letters where no ideographs stand around it',
  async (sign) => {
    const codePoint = sign.codePointAt(0) ?? 0
    const width = async (language: string): Promise<number> => {
      const css = await embedFonts(fonts, language, charactersOf([textsOf(`<p>a${sign}b</p>`)]))
      const embedded = [...css.matchAll(/base64,([^)]+)\)/g)].map(([, data = '']) =>
        create(Buffer.from(data, 'base64')),
      )
      const font = embedded.find(
        (one) => 'hasGlyphForCodePoint' in one && one.hasGlyphForCodePoint(codePoint),
      )
      return font && 'glyphForCodePoint' in font
        ? font.glyphForCodePoint(codePoint).advanceWidth / font.unitsPerEm
        : 0
    }
    expect(await width('zh-CN')).toBe(1)
    expect(await width('en')).toBeGreaterThan(0)
    expect(await width('en')).toBeLessThan(0.7)
    // The last rule for a character is the one that a live page takes.
    const [last = ''] = linkFonts(fonts, 'en')
      .split('@font-face')
      .filter((rule) => rule.includes('"Deck Sans"') && rule.includes(`U+${codePoint.toString(16)}`))
      .slice(-1)
    expect(last).toMatch(/noto-sans-(?:jp|mono)-latin/)
  },
)

describe('whatever a deck says', () => {
  /** The families of a page of these words that have one of them. */
  const holders = async (language: string, words: string): Promise<(character: string) => string[]> => {
    const css = await embedFonts(fonts, language, charactersOf([textsOf(`<p>${words}</p>`)]))
    const families = held(css)
    return (character) => [...families].flatMap(([family, set]) => (set.has(character) ? [family] : []))
  }

  it('is set for every emoji, alone and joined', async () => {
    const emoji = Array.from({ length: 0x20000 }, (_, code) => String.fromCodePoint(code)).filter((one) =>
      /^\p{Emoji_Presentation}$/u.test(one),
    )
    // Letters of which flags are made mean nothing alone.
    const alone = emoji.filter((one) => !/\p{RI}/u.test(one))
    expect(alone.length).toBeGreaterThan(1100)
    // One family is only drawn of its members.
    expect(missingCharacters(fonts, 'zh-CN', charactersOf([textsOf(alone.join(' '))]))).toEqual(['👪'])
    const joined = ['🇨🇳', '1\ufe0f\u20e3', '👨\u200d👩\u200d👧', '👍🏽']
    const holding = await holders('zh-CN', joined.join(''))
    for (const character of joined.flatMap((one) => [...one]))
      expect(holding(character)).toContain('Deck Emoji')
    expect((await holders('zh-CN', '第 1 条'))('1')).toEqual(['Deck Sans'])
  })

  it('is set for what a slice promises and another has: half-width kana', async () => {
    for (const character of 'ｹﾐ') expect((await holders('ja', character))(character)).toEqual(['Deck Sans'])
  })

  it('says in every language only what its own fonts have', () => {
    for (const language of ['zh-CN', 'zh-TW', 'zh-HK', 'ja', 'en', 'fr', 'und'])
      expect([
        language,
        missingCharacters(fonts, language, charactersOf([interfaceTexts(language)])),
      ]).toEqual([language, []])
  })

  it('is said by the views only in the words of the table, so that the fonts know of it', () => {
    const client = join(import.meta.dirname, '../../src/client')
    const files = readdirSync(client, { recursive: true, encoding: 'utf8' }).filter((name) =>
      /\.(?:ts|css)$/.test(name),
    )
    const foreign = files.flatMap((name) => {
      const code = readFileSync(join(client, name), 'utf8').replace(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm, '')
      return (code.match(/[^ -~\s]|\\(?:u\{?)?[\da-f]{4}/g) ?? []).map((character) => `${name}: ${character}`)
    })
    // Keys that are pressed, and what is measured, are not shown.
    expect(foreign.filter((one) => !/^(?:deck\/keys|review\/pages)\.ts/.test(one))).toEqual([])
  })

  it('is in the characters of its own language', () => {
    expect(wordsFor('zh-TW').paper.print).toBe('列印')
    expect(wordsFor('zh-Hant-HK').paper.print).toBe('列印')
    expect(wordsFor('ja').paper.print).toBe('印刷')
    expect(wordsFor('zh-SG').paper.print).toBe('打印')
    expect(wordsFor('de').paper.print).toBe('Print')
  })
})
