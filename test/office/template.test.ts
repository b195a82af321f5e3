import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import { deckToPptx } from '../../src/office/pptx/deck-to-pptx.ts'
import { sampleDeck } from '../../src/page/sample-deck.ts'
import { deckOf, fonts, ownDeck } from './decks.ts'
import { bare, partsOf, slidesOf } from './read-office.ts'
import { structureFaults } from './structure.ts'
import { faultsOf } from './validate.ts'

/** An office's template: a presentation with layouts of PowerPoint's own names, a body that is the master's, no 仅标题. */
async function template(): Promise<Uint8Array> {
  const { bytes } = await deckToPptx(await deckOf(sampleDeck.replace('lang:', 'theme: qing\nlang:')), {
    fonts,
  })
  const names: Readonly<Record<string, [string, string]>> = {
    封面: ['Title Slide', 'title'],
    分节页: ['Section Header', 'secHead'],
    要点: ['Title and Content', 'obj'],
    对比: ['Two Content', 'twoObj'],
  }
  const parts = Object.entries(unzipSync(bytes)).map(([path, part]) => {
    if (!/^ppt\/(?:slideLayouts|slideMasters|theme)\/[^/]*xml$/.test(path)) return [path, part] as const
    const xml = strFromU8(part)
      .replace(/type="(\w+)" preserve="1"([^>]*>)<p:cSld name="([^"]*)"/, (_, _type, rest, name) => {
        const [own, type] = names[name] ?? ['Blank', 'blank']
        return `type="${type}" preserve="1"${rest}<p:cSld name="${own}"`
      })
      .replace(/1D4B78/g, '00AA55')
      .replaceAll('idx="11"', 'idx="31"')
    return [path, strToU8(xml)] as const
  })
  return zipSync(Object.fromEntries(parts))
}

describe("an office's own template", () => {
  let brand: Uint8Array
  beforeAll(async () => {
    brand = await template()
  })
  const made = async (markdown = sampleDeck) =>
    deckToPptx(await deckOf(markdown), { fonts, template: { name: 'brand.potx', bytes: brand } })

  it('gives the masters and layouts, matched by kind and name, as they stand in it', async () => {
    const { bytes } = await made()
    const [parts, own] = [partsOf(bytes), partsOf(brand)]
    for (const path of Object.keys(own).filter((one) => /^ppt\/(?:slideMasters|theme\/theme1)/.test(one)))
      expect(parts[path]).toBe(own[path])
    const layouts = slidesOf(bytes).map(({ layout }) => layout)
    expect(layouts[0]).toBe('Title Slide')
    expect(layouts.filter((name) => name === 'Section Header')).toHaveLength(1)
    expect(layouts.filter((name) => name === 'Two Content')).toHaveLength(1)
    expect(new Set(layouts.slice(1))).toEqual(new Set(['Title and Content', 'Section Header', 'Two Content']))
    expect(await faultsOf(bytes, 'pptx')).toEqual([])
  })

  it('keeps what its layouts lead to: tags that other programs left there', async () => {
    const relations = 'ppt/slideLayouts/_rels/slideLayout1.xml.rels'
    const parts = unzipSync(brand)
    const tag =
      '<Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/tags" Target="../tags/tag1.xml"/></Relationships>'
    const tagged = zipSync({
      ...parts,
      [relations]: strToU8(strFromU8(parts[relations] ?? new Uint8Array()).replace('</Relationships>', tag)),
      'ppt/tags/tag1.xml': strToU8(
        '<p:tagLst xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"/>',
      ),
    })
    const { bytes } = await deckToPptx(await deckOf('# 一'), {
      fonts,
      template: { name: 'a.potx', bytes: tagged },
    })
    expect(structureFaults(bytes).filter((fault) => /leads to nothing/.test(fault))).toEqual([])
    expect(Object.keys(partsOf(bytes))).toContain('ppt/tags/tag1.xml')
  })

  it('keeps colours, faces and places of its own, and every word of the deck', async () => {
    const deck = await ownDeck()
    const { bytes } = await deckToPptx(deck, { fonts, template: { name: 'brand.pptx', bytes: brand } })
    const plain = slidesOf((await deckToPptx(deck, { fonts })).bytes)
    slidesOf(bytes).forEach(({ xml, words, notes }, i) => {
      expect(bare(words.join(''))).toBe(bare(plain[i]?.words.join('') ?? ''))
      expect(notes).toEqual(plain[i]?.notes)
      expect(xml).not.toMatch(/srgbClr/)
      expect(xml).not.toContain('type="ftr" idx="11"')
    })
  })

  it('tells what it has no layout for', async () => {
    const { remarks } = await made()
    const messages = remarks.map(({ message }) => message)
    expect(messages[0]).toMatch(/^模板里没有适合“[^”]+”.*“卡片”.*的版式，用了“Title and Content”$/)
    expect(messages.join()).not.toMatch(/封面|对比|“要点”/)
    expect(messages.filter((one) => one.includes('模板里'))).toHaveLength(1)
  })

  it('without a place for headings has them where ours stand, as headings, in a colour that is read', async () => {
    const darkGround =
      '<p:bg><p:bgPr><a:solidFill><a:srgbClr val="101820"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>'
    const parts = Object.entries(unzipSync(brand)).map(([path, part]) => {
      const xml = strFromU8(part)
      if (/^ppt\/slideLayouts\/[^/]*xml$/.test(path))
        return [
          path,
          strToU8(xml.replace(/<p:sp>(?:(?!<\/p:sp>).)*<p:ph (?:(?!<\/p:sp>).)*<\/p:sp>/g, '')),
        ] as const
      // A ground on which neither its text nor its first colours are read.
      if (/^ppt\/slideMasters\/[^/]*xml$/.test(path))
        return [path, strToU8(xml.replace(/<p:bg>.*?<\/p:bg>/s, darkGround))] as const
      return [path, part] as const
    })
    const { bytes, remarks } = await deckToPptx(await ownDeck(), {
      fonts,
      template: { name: 'bare.potx', bytes: zipSync(Object.fromEntries(parts)) },
    })
    expect(remarks.map(({ message }) => message).join()).toContain('模板里没有适合“封面”')
    expect(await faultsOf(bytes, 'pptx')).toEqual([])
    for (const { xml, words } of slidesOf(bytes)) {
      const [heading] = /<p:sp>(?:(?!<\/p:sp>).)*<p:ph type="title"\/>.*?<\/p:sp>/.exec(xml) ?? []
      expect(heading).toContain('<a:off x="')
      expect(heading).toContain('<a:schemeClr val="bg1"/>')
      expect(heading).toContain(`<a:t>${words[0]?.slice(0, 4)}`)
      expect(xml).not.toContain('<p:ph type="body"')
    }
  })

  it('is refused in one line where it is none, is damaged, or has no layouts', async () => {
    const fault = async (bytes: Uint8Array): Promise<string> =>
      deckToPptx(await deckOf('# a'), { fonts, template: { name: 'b.potx', bytes } }).then(
        () => '',
        (error: unknown) => String(error),
      )
    const without = Object.fromEntries(
      Object.entries(unzipSync(brand)).filter(([path]) => !path.startsWith('ppt/slideLayouts/')),
    )
    expect(await fault(strToU8('no zip'))).toMatch(/no PowerPoint template/)
    expect(await fault(brand.subarray(0, 3000))).toMatch(/damaged/)
    expect(await fault(zipSync(without))).toMatch(/no layout/)
  })
})
