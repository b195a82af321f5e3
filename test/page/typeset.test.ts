import fc from 'fast-check'
import { expect, it } from 'vitest'
import { textOf, writeBody } from '../../src/markdown/html-tree.ts'
import { parseBody } from '../../src/markdown/parse-body.ts'
import { phrases } from '../../src/page/typography/phrases.ts'
import { typesetter } from '../../src/page/typography/typeset.ts'

const set = (html: string): string => writeBody(typesetter('zh-CN')(parseBody(html)))

it('breaks headings between phrases only, punctuation and particles with their words', () => {
  expect(set('<h3>全面深入贯彻实施《保密法》</h3>')).toMatch(/<wbr>《保密(?:<wbr>)?法》<\/h3>$/)
  expect(phrases('我们的工作，要有“新思路”', 'zh-CN').some((phrase) => /^[的，”]|[“]$/u.test(phrase))).toBe(
    false,
  )
  expect(phrases('The law of the land', 'en')).toEqual(['The law of the land'])
})

it('marks where browsers that do not do so themselves squeeze and space', () => {
  expect(set('<p>颁布20周年</p>')).toBe(
    '<p>颁<span class="spaced">布</span><span class="held">2<span class="spaced">0</span>周年</span></p>',
  )
  expect(set('<p>《保密法》，执行</p>')).toBe('<p>《保密法<span class="squeezed">》</span>，执行</p>')
  expect(set('<pre><code>第1行</code></pre>')).toBe('<pre><code>第1行</code></pre>')
})

it('lets a line end between two quantities, and in none', () => {
  expect(set('<p>处五万元以上二十万元以下罚款</p>')).toBe(
    '<p>处<span class="held">五万元以上</span><wbr><span class="held">二十万元以下</span><wbr>罚款</p>',
  )
})

it('marks an apostrophe where the font has one as wide as an ideograph', () => {
  expect(set('<p>用 it’s 和 ‘don’t’</p>')).toBe(
    '<p>用 it<span class="apostrophe">’</span>s 和 ‘don<span class="apostrophe">’</span>t’</p>',
  )
  expect(writeBody(typesetter('en')(parseBody('<p>it’s</p>')))).toBe('<p>it’s</p>')
})

it('never changes what is said', () => {
  const text = fc.string({ unit: fc.constantFrom(...'国的，。”“’《》12aB <&\u{20bb7}（）、年—') })
  fc.assert(
    fc.property(text, fc.constantFrom('h2', 'p', 'li'), (words, name) => {
      const escaped = words.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
      const html = `<${name}>${escaped}</${name}>`
      expect(typesetter('zh-CN')(parseBody(html)).map(textOf).join('')).toBe(words)
    }),
  )
})
