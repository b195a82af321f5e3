import fc from 'fast-check'
import { expect, it } from 'vitest'
import { encodeText } from '../../src/document/encode.ts'
import { readTextFile, type TextForm } from '../../src/document/encoding.ts'

const chinese = '# 青松镇造林任务\n\n- 全镇完成造林三千亩，管护到位。\n- 这是一个在人民中的要求。\n'
const texts: Readonly<Record<string, string>> = {
  'utf-8': chinese,
  'utf-16le': chinese,
  'utf-16be': chinese,
  gb18030: chinese,
  big5: '# 造林任務\n\n- 全鎮的人民在這裡有不少要求，一個也不能少。\n',
  shift_jis: '# 林業の計画\n\n- これは人のためのものである。\n',
  'euc-jp': '# 林業の計画について\n\n- これはわたしたちのためのものである。\n',
  'euc-kr': '# 숲을 가꾸는 계획\n\n- 이것은 사람을 위한 것이다.\n',
  'windows-1252':
    '# L’été – déjà\n\nNous avons choisi d’agir : « la forêt » coûte 20 €, et le reste est à nous.\n',
}

it('tells what a file had and writes it so again: encoding, byte order mark, line ends', () => {
  for (const [encoding, text] of Object.entries(texts))
    for (const mark of encoding.startsWith('utf') ? [true, false] : [false])
      for (const lineEnd of ['\n', '\r\n', '\r'] as const) {
        const form: TextForm = { encoding, mark, lineEnd }
        const bytes = encodeText(text, form)
        expect(readTextFile({ name: 'a.md', bytes }), JSON.stringify(form)).toEqual({ text, form })
      }
})

it('writes UTF-8 where the encoding lacks a character', () => {
  const bytes = encodeText('树🌲', { encoding: 'gb18030', mark: false, lineEnd: '\n' })
  expect(readTextFile({ name: 'a.md', bytes })).toMatchObject({
    text: '树🌲',
    form: { encoding: 'utf-8', mark: true },
  })
})

it('gives back the bytes of any file in Unicode whose lines end alike', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('utf-8', 'utf-16le', 'utf-16be'),
      fc.constantFrom<TextForm['lineEnd']>('\n', '\r\n', '\r'),
      fc.array(fc.stringMatching(/^[\p{L}\p{P} ]{0,20}$/u)),
      (encoding, lineEnd, lines) => {
        const bytes = encodeText(lines.join('\n'), { encoding, mark: true, lineEnd })
        const { text, form } = readTextFile({ name: 'a.md', bytes })
        expect(text).toBe(lines.join('\n'))
        expect(encodeText(text, form)).toEqual(bytes)
      },
    ),
  )
})
