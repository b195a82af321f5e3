import { expect, test } from 'vitest'
import { shown } from './slide.ts'

const points = async (text: string): Promise<string[]> =>
  (await shown(text)).filter((line) => line.startsWith('- ')).map((line) => line.slice(2))

test.each([
  ['no connective', '因此，要加快发展保密技术。', '加快发展保密技术'],
  ['no ordinal', '第一，要高度重视新形势下的保密工作。', '高度重视新形势下的保密工作'],
  [
    'the condition with what it is the condition of',
    '涉嫌犯罪的，应当依法移送司法机关处理。',
    '涉嫌犯罪的，应当依法移送司法机关处理',
  ],
  [
    'the subject with what is said of it',
    '军事方面的保密事项范围，由中央军事委员会规定。',
    '军事方面的保密事项范围，由中央军事委员会规定',
  ],
  [
    'a definition to its end',
    '国家秘密是关系国家安全和利益，依照法定程序确定，在一定时间内只限一定范围的人员知悉的事项。',
    '国家秘密是关系国家安全和利益，依照法定程序确定，在一定时间内只限一定范围的人员知悉的事项',
  ],
  [
    '必要 is a word',
    '正当防卫超过必要的限度，造成不应有的损害的，正当防卫人应当承担适当的民事责任。',
    '正当防卫超过必要的限度，造成不应有的损害的，正当防卫人应当承担适当的民事责任',
  ],
  ['要务 is a word', '紧紧围绕发展这个执政兴国的第一要务。', '紧紧围绕发展这个执政兴国的第一要务'],
  [
    'an English list whole',
    'No one shall be subjected to torture or to cruel, inhuman or degrading treatment or punishment.',
    'No one shall be subjected to torture or to cruel, inhuman or degrading treatment or punishment',
  ],
  [
    'an English sentence whole, as it begins',
    'However, in the years that followed, the committee published its recommendations on the protection of personal data.',
    'However, in the years that followed, the committee published its recommendations on the protection of personal data',
  ],
  [
    'what is denied to its end',
    'Nor shall a heavier penalty be imposed than the one that was applicable at the time the penal offence was committed.',
    'Nor shall a heavier penalty be imposed than the one that was applicable at the time the penal offence was committed',
  ],
  ['进行时 is no time', '改革开放只有进行时，没有完成时。', '改革开放只有进行时，没有完成时'],
])('%s', async (_, text, point) => {
  expect((await points(text))[0]).toBe(point)
})

test('a condition that forbids is never parted from what it forbids', async () => {
  const text =
    '禁止未按照国家保密规定和标准采取有效保密措施，在互联网及其他公共信息网络或者有线和无线通信中传递国家秘密。'
  expect((await points(text)).every((point) => !point.includes('传递') || point.startsWith('禁止'))).toBe(
    true,
  )
})

test('quotation marks and brackets stay in pairs', async () => {
  const text =
    '按照“政治强、业务精、作风正、纪律严”的要求，全面提高保密部门（含兼职人员）的整体素质，树立“大保密”观念。'
  for (const point of await points(text)) {
    expect(point.split('“').length).toBe(point.split('”').length)
    expect(point.split('（').length).toBe(point.split('）').length)
  }
})
