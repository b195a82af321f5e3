import { it } from 'vitest'
import { writeFileSync } from 'node:fs'
import fc from 'fast-check'
import { installedAssets } from '/work/wt/wall/src/assets/installed.ts'
import { fit } from '/work/wt/wall/src/page/fit/fit.ts'
import { heightOf, rowsOf, rowHeight, columnShares } from '/work/wt/wall/src/page/fit/measure.ts'
import { layoutOf } from '/work/wt/wall/src/page/fit/layouts.ts'
import { charactersOf, textsOf } from '/work/wt/wall/src/page/fonts/characters.ts'
import { measureFaces } from '/work/wt/wall/src/page/fonts/widths.ts'
import { treeOf } from '/work/wt/wall/test/page/door.ts'
import { drawPicture, foreignSlide } from '/work/wt/wall/test/page/foreign-slides.ts'
it('x', async () => {
  const all = fc.sample(foreignSlide, { numRuns: 60, seed: 16 })
  writeFileSync('/tmp/wall/samples.json', JSON.stringify(all))
  const md = all.find((m) => m.includes('健全体系。“好”健全体系。“好”统筹发展'))!
  console.log(md)
  const { body } = treeOf(md, (path) => ({ bytes: new TextEncoder().encode(drawPicture(path.replace('.svg',''))) }))
  const rulers = await measureFaces(installedAssets().fonts, 'zh-CN', charactersOf([textsOf(md)]))
  const frame = { layout: layoutOf([]), rulers, ratio: '16:9', scale: .752, width: 1120, size: 34*.752, line: 1.5, face: 'sans', phrases: false, depth: 0 } as const
  const table = body.find((n) => n.nodeName === 'table') as never
  console.log(columnShares(table), rowsOf(table).map(({row}) => rowHeight(row, columnShares(table), frame)), heightOf([table], frame))
  const f = fit(body, [], { ratio: '16:9', rulers, continued: '' }, 0.8)
  console.log(f.scale, f.pages.map((p) => [p.map((n) => n.nodeName), heightOf(p, frame, true)]))
})
