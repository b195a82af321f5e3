import { expect, it } from 'vitest'
import { Fault, systemFault } from '../src/fault.ts'
import { officeWords, paperWords } from '../src/office/words.ts'
import { commandWords, faultWords, wordsFor } from '../src/words.ts'

/** Every text of a table, by its name; what is made of values is made of these. */
function textsOf(words: object, path = ''): [name: string, text: string][] {
  return Object.entries(words).flatMap(([name, value]: [string, unknown]) => {
    const at = `${path}${name}`
    if (typeof value === 'string') return [[at, value] as [string, string]]
    // A list is a sentence in pieces, some of which may be empty.
    if (Array.isArray(value)) return [[at, value.join('')] as [string, string]]
    if (typeof value !== 'function') return typeof value === 'object' && value ? textsOf(value, `${at}.`) : []
    return [
      [
        at,
        String(value(...Array.from({ length: value.length }, () => ({ whole: 7, total: 7, join: () => 7 })))),
      ],
    ]
  })
}

it('says everything in Chinese and in English, and nothing half and half', () => {
  for (const [zh, en] of [
    [wordsFor('zh-CN'), wordsFor('en')],
    [faultWords('zh'), faultWords('en')],
    [commandWords('zh'), commandWords('en')],
    [officeWords('zh-CN'), officeWords('en')],
    [paperWords('zh-CN'), paperWords('en')],
  ] as const) {
    const [chinese, english] = [textsOf(zh), textsOf(en)]
    expect(english.map(([name]) => name)).toEqual(chinese.map(([name]) => name))
    // Names of programs, formats and options are the same in every language.
    for (const [name, text] of chinese)
      if (!/^(?:kinds|yaml|furniture)/.test(name)) expect(text, name).toMatch(/\p{Script=Han}|[√△×“：、]/u)
    for (const [name, text] of english)
      if (name !== 'kinds.theme') expect(text, name).not.toMatch(/\p{Script=Han}|[，。；：（）]/u)
  }
})

it('tells a fault in one line, whatever its words are', () => {
  const fault = new Fault((say) => say.separator('a\nb'), { file: 'a.md', line: 2 })
  expect(fault.line('zh')).toBe('a.md:2: a b 读不懂；仍按通常的分隔线分页')
  expect(fault.line('en')).toBe("a.md:2: a b can't be read; slides are parted as usual")
})

it('has words for whatever a system refuses, also for what it has none of its own for', () => {
  const refusal = (code: string): Error => Object.assign(new Error('x'), { code, path: 'a' })
  expect(systemFault(refusal('ENOSPC'))?.line('zh')).toBe('a: 磁盘满了；请腾出空间')
  expect(systemFault(refusal('ESTALE'))?.line('en')).toMatch(/^a: the system refused \(ESTALE\)/)
  expect(systemFault(Object.assign(new Error('x'), { code: 'ERR_INVALID_ARG_TYPE' }))).toBeNull()
})
