import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { readThemeFile } from '../../src/deck/theme-file.ts'
import { themeText } from '../../src/deck/theme-text.ts'
import { readTemplate } from '../../src/theme/template.ts'

const relations = (...all: readonly (readonly [id: string, type: string, target: string])[]): string =>
  `<Relationships>${all.map(([id, type, target]) => `<Relationship Id="${id}" Type="http://x/${type}" Target="${target}"/>`).join('')}</Relationships>`
const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0, 0, 0, 0, 0])
const picture = (id: string, width: number, height: number): string =>
  `<p:pic><p:blipFill><a:blip r:embed="${id}"/></p:blipFill><p:spPr><a:xfrm><a:ext cx="${width}" cy="${height}"/></a:xfrm></p:spPr></p:pic>`

/** A template whose map swaps roles, as masters of dark and coloured themes do. */
function template(
  fonts = '<a:majorFont><a:latin typeface="Arial"/><a:ea typeface=""/><a:font script="Hans" typeface="黑体"/></a:majorFont><a:minorFont><a:latin typeface="Arial"/><a:ea typeface="楷体"/></a:minorFont>',
  parts: Readonly<Record<string, string>> = {},
): Uint8Array {
  const texts = {
    '_rels/.rels': relations(['a', 'officeDocument', 'ppt/presentation.xml']),
    'ppt/presentation.xml':
      '<p:presentation><p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="m"/></p:sldMasterIdLst><p:sldSz cx="1200" cy="700"/></p:presentation>',
    'ppt/_rels/presentation.xml.rels': relations(['m', 'slideMaster', 'slideMasters/slideMaster1.xml']),
    'ppt/slideMasters/slideMaster1.xml': `<p:sldMaster><p:cSld><p:spTree>${picture('big', 1200, 700)}${picture('logo', 100, 60)}</p:spTree></p:cSld><p:clrMap bg1="dk1" tx1="lt1" accent1="accent5" accent2="accent2"/></p:sldMaster>`,
    'ppt/slideMasters/_rels/slideMaster1.xml.rels': relations(
      ['t', 'theme', '../theme/theme1.xml'],
      ['big', 'image', '../media/big.png'],
      ['logo', 'image', '../media/logo.png'],
    ),
    'ppt/theme/theme1.xml': `<a:theme><a:themeElements><a:clrScheme><a:dk1><a:sysClr val="windowText" lastClr="101820"/></a:dk1><a:lt1><a:srgbClr val="FFFFFF"/></a:lt1><a:accent2><a:srgbClr val="FFC000"/></a:accent2><a:accent5><a:srgbClr val="4472C4"/></a:accent5></a:clrScheme><a:fontScheme>${fonts}</a:fontScheme></a:themeElements></a:theme>`,
    ...parts,
  }
  const files = Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, strToU8(text)]))
  return zipSync({ ...files, 'ppt/media/big.png': png, 'ppt/media/logo.png': png })
}

const read = (bytes: Uint8Array) => readTemplate({ name: '单位模板.pptx', bytes })

it('takes a ground that is a shade of a colour as the shade', () => {
  const ground =
    '<p:bg><p:bgPr><a:solidFill><a:schemeClr val="tx1"><a:lumMod val="10000"/></a:schemeClr></a:solidFill></p:bgPr></p:bg>'
  const master = `<p:sldMaster><p:cSld>${ground}<p:spTree/></p:cSld><p:clrMap bg1="dk1" tx1="lt1"/></p:sldMaster>`
  expect(read(template(undefined, { 'ppt/slideMasters/slideMaster1.xml': master })).colours.paper).toBe(
    '#1a1a1a',
  )
})

it('takes the colours through the map of the master, the face for Chinese, and the small picture', () => {
  const found = read(template())
  expect(found.colours).toEqual({ paper: '#101820', ink: '#ffffff', accent: '#4472c4', accent2: '#ffc000' })
  expect(found.fonts).toEqual({ heading: '黑体', text: '楷体' })
  expect(found.logo).toEqual({ bytes: png, type: 'image/png' })
})

it('takes a Latin face where there is no other', () => {
  const latin = (role: string): string =>
    `<a:${role}><a:latin typeface="Arial"/><a:ea typeface=""/></a:${role}>`
  expect(read(template(latin('majorFont') + latin('minorFont'))).fonts).toEqual({
    heading: 'Arial',
    text: 'Arial',
  })
})

it('writes a theme of which nothing need be told', () => {
  const text = themeText('单位模板', read(template()), 'theme-logo.png')
  const { theme, remarks } = readThemeFile('theme.yaml', text)
  expect(remarks).toEqual([])
  expect(theme).toMatchObject({
    name: '单位模板',
    base: 'mo',
    logo: 'theme-logo.png',
    fonts: { heading: { system: '黑体' }, text: { system: '楷体' } },
  })
  expect(text).toContain('# #4472c4 < 7:1')
})

describe('refuses', () => {
  it.each([
    ['no archive', new Uint8Array([1, 2, 3])],
    ['an empty file', new Uint8Array()],
    ['a damaged archive', template().slice(0, 300)],
    ['another kind of document', zipSync({ 'word/document.xml': strToU8('<w:document/>') })],
    ['one without a master', template('', { 'ppt/presentation.xml': '<p:presentation/>' })],
    ['entities', template('', { 'ppt/theme/theme1.xml': '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>' })],
  ])('%s, on one line', (_, bytes) => {
    expect(() => read(bytes)).toThrow(expect.objectContaining({ name: 'Fault' }))
  })
})
