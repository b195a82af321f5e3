import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, test } from 'vitest'
import { installedPdfTables } from '../../src/assets/installed.ts'
import { lostWords, originalWords, readDocument } from '../../src/document/index.ts'
import { samples } from '../samples.ts'
import { makeDocx, par } from './make-docx.ts'

async function lost(name: string, bytes: Uint8Array): Promise<readonly string[] | null> {
  const source = await readDocument({ name, bytes }, installedPdfTables)
  const original = await originalWords({ name, bytes }, installedPdfTables)
  return original && lostWords(original, source)
}

test.each(samples.map((path) => [basename(path), path]))(
  'no word of %s is lost in silence',
  async (name, path) => {
    expect(await lost(name, new Uint8Array(readFileSync(path)))).toEqual([])
  },
)

test('what is hidden, deleted or a field’s code is none of the words', async () => {
  const run = (inside: string): string => `<w:r>${inside}</w:r>`
  const body =
    `<w:p>${run('<w:rPr><w:vanish/></w:rPr><w:t>密</w:t>')}<w:del>${run('<w:delText>旧</w:delText>')}</w:del>${run('<w:t>甲</w:t>')}</w:p>` +
    par('乙') +
    `<w:p>${run('<w:sym w:font="Symbol" w:char="F061"/>')}</w:p>`
  const bytes = makeDocx(body)
  expect(await originalWords({ name: 'a.docx', bytes })).toEqual(['甲', '乙', 'α'])
  expect(await lost('a.docx', bytes)).toEqual([])
})

test('a binary Word file is taken out sign by sign', async () => {
  const bytes = new Uint8Array(readFileSync(join(import.meta.dirname, 'fixtures', 'plan.doc')))
  const words = (await originalWords({ name: 'a.doc', bytes }))?.join('\n') ?? ''
  for (const one of ['青松镇造林工作讲话', '据林业站统计。', '加上的话', '松岭村'])
    expect(words).toContain(one)
  expect(await lost('a.doc', bytes)).toEqual([])
})

test('a reader that loses words is found out', async () => {
  const source = await readDocument({ name: 'a.docx', bytes: makeDocx(par('保密工作关系国家安全。')) })
  expect(lostWords(['保密工作', '关系国家安全。'], source)).toEqual([])
  expect(lostWords(['保密工作', '不得外传'], source)).toEqual(['不得外传'])
})

test('words of a page that are not part of its text are told', async () => {
  const page =
    '<html><head><style>p{}</style></head><body><nav>首页&nbsp;要闻</nav><p>保密工作，关系国家&#23433;全。</p><script>var x</script><footer>版权所有</footer></body></html>'
  expect(await lost('a.html', new TextEncoder().encode(page))).toEqual([])
})
