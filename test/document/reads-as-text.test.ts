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
  ['a table of tabs', many((at) => `${at}\t张三\t某市某区\t借书时间 2020-01-01`)],
  [
    'a program that explains itself',
    many((at) =>
      at % 2 === 0
        ? '// Reads the next chapter, and keeps what it says until the reader comes back.'
        : `const chapter${at} = read(${at})`,
    ),
  ],
  [
    'a source of LaTeX',
    `\\documentclass{article}\n${many((at) => `\\section{Reading ${at}}\nThe room is open on \\emph{weekdays}, and books are \\textbf{free}.\nWhoever borrows a book shall bring it back.`)}`,
  ],
  [
    'titles of a film',
    many((at) => `${at + 1}\n00:00:${10 + at},000 --> 00:00:${11 + at},500\n各单位要抓好落实，定期检查。\n`),
  ],
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
  [
    'what happened, day by day',
    many((at) => `2024.01.${10 + at} 阅览室召开第${at}次会议，研究了开放时间的问题。`),
  ],
  ['an agenda by the hour', many((at) => `9:${10 + at} 第${at}位读者发言\n他谈了自己读书的体会和建议。`)],
  [
    'a text in paragraphs with an address',
    many(() => 'Write to the library (room 3); it answers within a week, as a rule.'),
  ],
  ['a list of names', many((at) => `张三${at}`)],
])('%s are a text', async (_, text) => {
  expect((await read(text)).text).toBe(text)
})
