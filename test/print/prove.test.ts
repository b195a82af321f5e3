import { describe, expect, it } from 'vitest'
import { comparable } from '../../src/print/pdf/read-pages.ts'
import { findGaps } from '../../src/print/prove.ts'
import { slideWords } from '../../src/print/slide-words.ts'

const pages = (...words: readonly string[]) =>
  words.map((text) => ({ text: comparable(text), blank: text === '' }))
const slide = (number: number, ...body: string[]) => ({ number, words: { body, notes: [`note ${number}`] } })

describe('a PDF has no gaps', () => {
  it('when every word is there', () => {
    const slides = [slide(1, 'Heading one', 'Point'), slide(2, 'Heading two')]
    expect(findGaps(pages('Heading one Point', 'Heading two'), slides)).toEqual([])
  })
  it('not when a word is missing', () => {
    expect(findGaps(pages('Heading one', 'Heading two'), [slide(1, 'Heading one', 'Point')])).toEqual([
      { kind: 'words', slide: 1, words: 'Point' },
    ])
  })
  it('not when its notes are missing', () => {
    expect(findGaps(pages('Heading'), [slide(1, 'Heading')], { notes: true })).toEqual([
      { kind: 'words', slide: 1, words: 'note 1' },
    ])
  })
  it('not when words are on the page of another slide', () => {
    const slides = [slide(1, 'Heading', 'Point'), slide(2, 'Other')]
    expect(findGaps(pages('Heading', 'Other Point'), slides, { pageEach: true })).toEqual([
      { kind: 'words', slide: 1, words: 'Point' },
    ])
  })
  it('not when a page is blank', () => {
    expect(findGaps(pages('Heading', ''), [slide(1, 'Heading')])).toEqual([{ kind: 'blank', page: 2 }])
  })
  it('not when words that stand in two places are there once', () => {
    expect(findGaps(pages('Same words'), [slide(1, 'Same words', 'words')])).toEqual([
      { kind: 'characters', slide: 1, characters: 'words' },
    ])
  })
})

describe('the words of a slide', () => {
  it('are cut at blocks and at what is drawn', () => {
    const html = `<section><h3>甲<b>乙</b></h3><ul><li>丙<ul><li>丁</li></ul></li></ul><p>前<span class="katex">x</span>后<img alt="图"></p><pre class="code"><code>a</code><code class="fragment">a</code></pre><aside class="notes"><p>一</p><p>二</p></aside></section>`
    expect(slideWords(html)).toEqual({ body: ['甲乙', '丙', '丁', '前', '后', 'a'], notes: ['一', '二'] })
  })
  it('are compared by what they say, not by how a font names it', () => {
    expect(comparable('⼀ ⽅\u00a0面\u00ad')).toBe('一方面')
  })
})
