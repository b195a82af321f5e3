import { expect, test } from 'vitest'
import { Fault } from '../../src/fault.ts'
import { read } from './sketch.ts'

const many = (line: (at: number) => string): string =>
  Array.from({ length: 20 }, (_, at) => line(at)).join('\n')

test.each([
  ['JSON', JSON.stringify({ title: '通知', items: [{ text: '各单位要抓好落实。' }] }, null, 2)],
  ['values between commas', many((at) => `${at},张三,男,2020-01-01,某市`)],
  ['tags', `<root>\n${many((at) => `<item id="${at}"><name>条目</name></item>`)}\n</root>`],
  ['a program', many((at) => `  const value${at} = read('${at}');`)],
  ['settings', many((at) => `name${at}=value`)],
  ['settings in YAML', many((at) => `item_${at}: 值`)],
  ['a log', many(() => '2024-01-01 10:00:00 INFO server started')],
  ['statements', many((at) => `INSERT INTO t VALUES (${at}, '张三');`)],
  ['bytes in letters', many(() => '5YWz5LqO5Yqg5by656S+5Yy66aOf5aCC566h55CG55qE6YCa55+l5ZCE5Y2V5L2N')],
  ['a card', many(() => 'BEGIN:VCARD\nVERSION:3.0\nTEL:123')],
])('%s under .txt is no document', async (_, text) => {
  await expect(read(text)).rejects.toThrow(Fault)
})

test.each([
  ['names and places', '通知\n姓名：张三\n时间：3月1日\n地点：会议室\n人数：5\n备注：无'],
  ['brackets and signs', '一、{总则}\n见附件<1>。\n二、a=b 的说明\n公式 x=1;\n本办法自公布之日起施行。'],
  [
    'a program within a text',
    'Use of code\n\nThe function returns 0; it is called once.\n\nint main() { return 0; }\n\nx = 1;\n',
  ],
  ['English lines with colons', many((at) => `Item ${at}: the reading room is open on weekdays.`)],
  ['a list of names', many((at) => `张三${at}`)],
])('%s are a text', async (_, text) => {
  expect((await read(text)).text).toBe(text)
})
