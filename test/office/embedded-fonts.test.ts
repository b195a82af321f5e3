import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { expect, it } from 'vitest'
import { parseXml } from '../../src/document/readers/xml.ts'
import { deckToDocx } from '../../src/office/docx/deck-to-docx.ts'
import { deckToPptx } from '../../src/office/pptx/deck-to-pptx.ts'
import { glyphIds, tablesOf, viewOf } from '../../src/page/fonts/sfnt.ts'
import { deckOf, fonts } from './decks.ts'
import { all, partsOf } from './read-office.ts'
import { faultsOf } from './validate.ts'

const deck = deckOf(
  '---\ntitle: 保密\nlang: zh-CN\nunit: 某某办公室\n---\n\n### 一、提高认识，H₂O\n\n- 第一点，**很重要**\n- 第二点\n\nNote:\n备注里的生僻字：𠮷、龘。\n',
)
const docx = async (): Promise<Uint8Array> =>
  (await deckToDocx(await deck, { fonts, embedFonts: true })).bytes
const pptx = async (): Promise<Uint8Array> =>
  (await deckToPptx(await deck, { fonts, embedFonts: true })).bytes

/** Sums of four bytes each, as the checksums of fonts are. */
function sum(bytes: Uint8Array): number {
  const whole = new Uint8Array(Math.ceil(bytes.length / 4) * 4)
  whole.set(bytes)
  const view = viewOf(whole)
  let all = 0
  for (let at = 0; at < whole.length; at += 4) all = (all + view.getUint32(at)) >>> 0
  return all
}

/** What a program that takes a font looks at: that it may be carried, that it is whole, that it has the words. */
function expectFont(font: Uint8Array, isBold: boolean): void {
  const tables = tablesOf(font)
  const os2 = tables.get('OS/2')
  expect([os2?.getUint16(8), os2?.getUint16(4), sum(font)]).toEqual([0, isBold ? 700 : 400, 0xb1b0afba])
  const points = glyphIds(tables)
  for (const character of '一提高认识保密某某办公室页共字约生僻龘𠮷H2')
    expect([character, points.has(character.codePointAt(0) ?? 0)]).toEqual([character, true])
}

it('a script carries its fonts as Word does, covered by their keys', async () => {
  const bytes = await docx()
  expect(await faultsOf(bytes, 'docx')).toEqual([])
  expect(bytes).toEqual(await docx())
  const [parts, files] = [partsOf(bytes), unzipSync(bytes)]
  expect(parts['word/settings.xml']).toMatch(/<w:embedTrueTypeFonts\/><w:saveSubsetFonts\/>/)
  expect(parts['word/styles.xml']).not.toMatch(/宋体|黑体/)
  const table = parseXml(parts['word/fontTable.xml'] ?? '', 'fontTable')
  for (const [name, kind, isBold] of [
    ['font1', 'embedRegular', false],
    ['font2', 'embedBold', true],
  ] as const) {
    const [entry] = all(table, kind)
    const key = (entry?.attributes['fontKey'] ?? '').replace(/[{}-]/g, '')
    const cover = (key.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16))
    const font = files[`word/fonts/${name}.odttf`] ?? new Uint8Array()
    expectFont(
      font.map((byte, i) => (i < 32 ? byte ^ (cover[15 - (i % 16)] ?? 0) : byte)),
      isBold,
    )
  }
}, 180_000)

it('a presentation carries them as Embedded OpenType, and its theme names them', async () => {
  const bytes = await pptx()
  expect(await faultsOf(bytes, 'pptx')).toEqual([])
  expect(bytes).toEqual(await pptx())
  const [parts, files] = [partsOf(bytes), unzipSync(bytes)]
  expect(parts['ppt/presentation.xml']).toMatch(
    /embedTrueTypeFonts="1".*<p:embeddedFont><p:font typeface="Deck Serif"\/>.*<p:font typeface="Deck Sans"\/>/,
  )
  expect(parts['ppt/theme/theme1.xml']).toMatch(/<a:majorFont><a:latin typeface="Deck Serif"\/>/)
  expect(parts['[Content_Types].xml']).toContain('application/x-fontdata')
  const file = viewOf(files['ppt/fonts/font2.fntdata'] ?? new Uint8Array())
  const size = file.getUint32(4, true)
  expect([file.getUint32(0, true), file.getUint32(8, true), file.getUint16(34, true)]).toEqual([
    file.byteLength,
    0x20001,
    0x504c,
  ])
  const at = file.byteOffset + file.byteLength - size
  expectFont(new Uint8Array(file.buffer, at, size), true)
}, 180_000)

it('what has faces of its own carries none of ours, and says so', async () => {
  const official = deckToDocx(await deck, { fonts, official: true, embedFonts: true })
  await expect(official).rejects.toThrow(/--gongwen or --embed-fonts/)
  const template = { name: 'brand.potx', bytes: new Uint8Array() }
  await expect(deckToPptx(await deck, { fonts, template, embedFonts: true })).rejects.toThrow(
    /brand|--template/,
  )
})

const isThere = ['soffice', 'pdffonts'].every((name) => !spawnSync(name, ['-v']).error)
it.skipIf(!isThere)(
  'LibreOffice shows a script in the fonts that it carries',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'study-deck-fonts-'))
    try {
      writeFileSync(join(folder, 'script.docx'), await docx())
      const profile = `-env:UserInstallation=file://${folder}/profile`
      spawnSync(
        'soffice',
        [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, join(folder, 'script.docx')],
        { timeout: 100_000 },
      )
      const { stdout } = spawnSync('pdffonts', [join(folder, 'script.pdf')], { encoding: 'utf8' })
      expect(stdout).toMatch(/DeckSerif/)
      expect(stdout).toMatch(/DeckSans/)
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  },
  120_000,
)
