import fc from 'fast-check'
import { beforeAll, expect, it } from 'vitest'
import { installedAssets } from '../../src/assets/installed.ts'
import { attribute, isElement, isText, type Node } from '../../src/markdown/html-tree.ts'
import { fit, type Room } from '../../src/page/fit/fit.ts'
import { charactersOf, textsOf } from '../../src/page/fonts/characters.ts'
import { measureFaces } from '../../src/page/fonts/widths.ts'
import { typesetter } from '../../src/page/typography/typeset.ts'
import { treeOf } from './door.ts'
import { drawPicture, foreignSlide } from './foreign-slides.ts'

const numRuns = Number(process.env['FUZZ_RUNS'] ?? 200)
let room: Room
beforeAll(async () => {
  const characters = charactersOf([
    textsOf('abcdefghijklmnopqrstuvwxyz坚持总体国家安全观，统筹发展和；健全系。“好”一'),
  ])
  room = {
    ratio: '16:9',
    continued: '…',
    rulers: await measureFaces(installedAssets().fonts, 'zh-CN', characters),
  }
})

/** What a person sees of a slide, in order: its characters but white space, and a mark for each picture. */
function seen(nodes: readonly Node[]): string {
  return nodes
    .map((node): string => {
      if (isText(node)) return node.value.replace(/\s+/g, '')
      if (!isElement(node)) return ''
      // Said again on a further slide.
      if (node.tagName === 'thead' || attribute(node, 'data-continued') || attribute(node, 'data-again'))
        return ''
      return /^(?:img|svg|video|audio|input)$/.test(node.tagName) ? '\ufffc' : seen(node.childNodes)
    })
    .join('')
}

it('loses no word and no picture of any slide, whatever it is cut to', () => {
  let cut = 0
  fc.assert(
    fc.property(foreignSlide, (markdown) => {
      const { attributes, body } = treeOf(markdown, (path) => ({
        bytes: new TextEncoder().encode(drawPicture(path.replace('.svg', ''))),
      }))
      const names = attributes.flatMap(([name, value]) => (name === 'class' ? value.split(' ') : []))
      const { pages } = fit(typesetter('zh-CN')(body), names, room)
      if (pages.length > 1) cut++
      // What stands side by side is cut on both sides: all of it is there, in another order.
      const sorted = (nodes: readonly Node[]): string => [...seen(nodes)].sort().join('')
      expect(sorted(pages.flat())).toBe(sorted(body))
    }),
    { numRuns },
  )
  // A fair part of them is too much for one slide.
  expect(cut).toBeGreaterThan(numRuns / 10)
}, 1_200_000)
