import { beforeAll, expect, it } from 'vitest'
import { installedAssets } from '../../src/assets/installed.ts'
import { layoutOf } from '../../src/layouts/index.ts'
import { writeBody } from '../../src/markdown/html-tree.ts'
import { type Fitted, fit, frameOf, type Room } from '../../src/page/fit/fit.ts'
import { heightOf } from '../../src/page/fit/measure.ts'
import { charactersOf, textsOf } from '../../src/page/fonts/characters.ts'
import { measureFaces } from '../../src/page/fonts/widths.ts'
import { typesetter } from '../../src/page/typography/typeset.ts'
import { treeOf } from './door.ts'

let room: Room
beforeAll(async () => {
  const characters = charactersOf([textsOf('abcdefghijklmnopqrstuvwxyz')])
  room = {
    ratio: '16:9',
    continued: '…',
    rulers: await measureFaces(installedAssets().fonts, 'en', characters),
  }
})

const picture =
  '<svg xmlns="http://www.w3.org/2000/svg" width="800" height="600"><rect width="800" height="600"/></svg>'
const words = 'some words of a slide that take a line or two of it and are to be read by all who sit there'

function fitted(markdown: string, how: Partial<Room> = {}): Fitted {
  const { body } = treeOf(markdown, () => ({ bytes: new TextEncoder().encode(picture) }))
  return fit(typesetter('en')(body), [], { ...room, ...how })
}

it.each([
  ['a picture below points', `# A\n\n${`- ${words}\n`.repeat(2)}\n![](a.svg)\n`],
  ['several in one paragraph', `# A\n\n${words}\n\n![](a.svg) ![](b.svg) ![](c.svg)\n`],
  ['several below each other', `# A\n\n${words}\n\n![](a.svg)\n\n![](b.svg)\n\n![](c.svg)\n\n![](d.svg)\n`],
  ['one of a size that is asked for', `# A\n\n${`- ${words}\n`.repeat(2)}\n<img src="a.svg" width="800">\n`],
])('makes pictures smaller rather than split a slide: %s', (_what, markdown) => {
  const { pages, scale } = fitted(markdown)
  expect(pages).toHaveLength(1)
  const [page = []] = pages
  expect(heightOf(page, frameOf(layoutOf([]), room, scale), true)).toBeLessThanOrEqual(592)
  expect(writeBody(page).match(/<img/g)).toHaveLength(markdown.match(/\.svg/g)?.length ?? 0)
})

it('splits a slide where its pictures would become too small', () => {
  expect(fitted(`# A\n\n${`- ${words}\n`.repeat(7)}\n![](a.svg)\n`).pages.length).toBeGreaterThan(1)
})

it('has smaller type where the deck may', () => {
  const markdown = `# A\n\n${`- ${words}\n`.repeat(7)}`
  expect(fitted(markdown).pages.length).toBeGreaterThan(1)
  expect(fitted(markdown, { least: 24 }).pages).toHaveLength(1)
})
