import { PDFDocument, StandardFonts } from 'pdf-lib'
import { describe, expect, it } from 'vitest'
import { provePdf } from '../../src/export/prove.ts'
import { comparable } from '../../src/export/read-pdf.ts'
import { slideWords } from '../../src/export/slide-words.ts'

/** A tagged PDF with these words on its pages. */
async function pdfOf(...pages: readonly string[]): Promise<Uint8Array> {
  const pdf = await PDFDocument.create()
  const font = await pdf.embedFont(StandardFonts.Helvetica)
  for (const words of pages) {
    const page = pdf.addPage()
    if (!words) continue
    page.setFont(font)
    page.drawText(words)
  }
  return pdf.save()
}
const slide = (number: number, ...body: string[]) => ({ number, words: { body, notes: [`note ${number}`] } })

describe('a PDF proves itself', () => {
  it('when every word is there', async () => {
    const pdf = await pdfOf('Heading one Point', 'Heading two')
    expect(await provePdf(pdf, [slide(1, 'Heading one', 'Point'), slide(2, 'Heading two')])).toEqual({
      pages: 2,
      gaps: [],
    })
  })
  it('not when a word is missing', async () => {
    const { gaps } = await provePdf(await pdfOf('Heading one', 'Heading two'), [
      slide(1, 'Heading one', 'Point'),
    ])
    expect(gaps).toEqual([{ kind: 'words', slide: 1, words: 'Point' }])
  })
  it('not when its notes are missing', async () => {
    const { gaps } = await provePdf(await pdfOf('Heading'), [slide(1, 'Heading')], { notes: true })
    expect(gaps).toEqual([{ kind: 'words', slide: 1, words: 'note 1' }])
  })
  it('not when words are on the page of another slide', async () => {
    const slides = [slide(1, 'Heading', 'Point'), slide(2, 'Other')]
    const { gaps } = await provePdf(await pdfOf('Heading', 'Other Point'), slides, { pageEach: true })
    expect(gaps).toEqual([{ kind: 'words', slide: 1, words: 'Point' }])
  })
  it('not when a page is blank', async () => {
    const { gaps } = await provePdf(await pdfOf('Heading', ''), [slide(1, 'Heading')])
    expect(gaps).toEqual([{ kind: 'blank', page: 2 }])
  })
  it('not when a heading that stands in two places is there once', async () => {
    const { gaps } = await provePdf(await pdfOf('Same words'), [slide(1, 'Same words', 'words')])
    expect(gaps).toEqual([{ kind: 'characters', slide: 1, characters: 'words' }])
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
