import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readFrontMatter } from '../../src/deck/settings.ts'
import { withTimings } from '../../src/deck/timings.ts'

describe('timings in the front matter', () => {
  it('stand beside what is there, comments and line ends too', () => {
    const text = '\ufeff---\r\n# 谁主持\r\nunit: 保密局 # 省\r\ntimings:\r\n  旧: 9\r\n---\r\n\r\n# 甲\r\n'
    expect(withTimings(text, { '甲：“乙” #2': 75 })).toBe(
      '\ufeff---\r\n# 谁主持\r\nunit: 保密局 # 省\r\ntimings:\r\n  "甲：“乙” #2": 75\r\n---\r\n\r\n# 甲\r\n',
    )
  })

  it('make a front matter where there is none, also before a slide separator', () => {
    expect(withTimings('# 甲\n\n---\n\n# 乙\n', { 甲: 5 })).toBe(
      '---\ntimings:\n  甲: 5\n---\n\n# 甲\n\n---\n\n# 乙\n',
    )
  })

  it('come back as they were put, whatever the headings are, and the slides with them', () => {
    const signs = fc.constantFrom(...'甲乙a1：: "\'-#?,')
    const heading = fc.oneof(
      fc.string({ unit: 'grapheme', minLength: 1 }),
      fc.string({ unit: signs, minLength: 1 }),
    )
    const timings = fc.dictionary(
      heading.map((name) => name.replace(/[\r\n]+/g, ' ')),
      fc.integer({ min: 1, max: 5000 }),
      { minKeys: 1, noNullPrototype: true },
    )
    const texts = fc.constantFrom(
      '# 甲\n',
      '---\ntitle: 甲\n---\n# 甲\n',
      '---\r\ntitle: 甲\r\n---\r\n# 甲\r\n',
    )
    fc.assert(
      fc.property(timings, texts, (put, text) => {
        const { settings, body } = readFrontMatter('01.md', withTimings(text, put))
        expect(settings).toMatchObject(
          text.startsWith('---') ? { title: '甲', timings: put } : { timings: put },
        )
        expect(body.trim()).toBe('# 甲')
      }),
    )
  })

  it('are left out and told with their line where they are no seconds', () => {
    for (const lines of ['timings: [5]', 'timings:\n  甲: 很久']) {
      const { settings, remarks } = readFrontMatter('01.md', `---\ntitle: 甲\n${lines}\n---\n`)
      expect(settings).toEqual({ title: '甲' })
      expect(remarks.map(({ line }) => line)).toEqual([3])
    }
  })
})
