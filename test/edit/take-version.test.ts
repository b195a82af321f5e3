import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type DeckFiles, newDeckFiles } from '../../src/deck/deck-files.ts'
import { draftOf } from '../../src/deck/derive.ts'
import { deckMarkdown } from '../../src/deck/markdown.ts'
import { sourceFiles } from '../../src/deck/source-files.ts'
import { writeDeck } from '../../src/deck/write.ts'
import { outline, readText } from '../../src/document/index.ts'
import {
  type Comparison,
  compareVersion,
  type DeckState,
  deckReview,
  editPart,
  filesOf,
  isEdited,
  moveSlides,
  openState,
  signSlides,
  slidesOf,
  splitSlide,
  takeUnedited,
  takeVersion,
} from '../../src/edit/index.ts'
import { memoryStore } from '../../src/store/memory.ts'

const encode = (text: string): Uint8Array => new TextEncoder().encode(text)

const parts = {
  title: '把节约用水落到实处',
  one: '一、提高认识',
  water: '水是生命之源、生产之要、生态之基。近年来，全市用水效率稳步提高，节水器具基本普及。',
  two: '二、突出重点',
  fields: '当前要抓好两个领域的节水工作：一是农业节水，加快灌区改造；二是工业节水，推行一水多用、循环利用。',
  pipes: '要改造老旧管网，公共供水漏损率控制在9%以内，每季度通报一次进展。',
  three: '三、加强领导',
  heads: '各级各部门要把节水纳入重要议事日程，主要负责同志亲自抓、负总责。',
}
type Parts = Readonly<Record<string, string>>
const textOf = (all: Parts): string => `${Object.values(all).join('\n\n')}\n`

function derive(text: string): { markdown: ReturnType<typeof deckMarkdown>; source: DeckFiles } {
  const bytes = encode(text)
  const source = readText({ name: '节水.txt', bytes })
  return { markdown: deckMarkdown(draftOf(source, outline(source))), source: sourceFiles(bytes, source) }
}
function deckFiles(text: string): DeckFiles {
  const { markdown, source } = derive(text)
  return newDeckFiles(markdown, source)
}

const said = ({ changes }: Comparison): string[] =>
  changes.map(
    ({ paragraphs, slides }) =>
      `${paragraphs.map(({ before, after }) => `${before.slice(0, 4)}→${after.slice(0, 4)}`).join()}: ${slides.map(({ state }) => state).join()}`,
  )
const latin = (files: DeckFiles): Record<string, string> =>
  Object.fromEntries(
    [...files].map(([name, bytes]) => [name, Buffer.from(bytes).toString('utf8').trim()]).sort(),
  )
/** The slide whose notes have these words, and its place. */
const slideWith = (state: DeckState, words: string) =>
  slidesOf(state).find(({ text }) => text.includes(words))

/** The paragraphs of a deck's document that stand in nobody's notes. */
function missing(state: DeckState): string[] {
  const paragraphs = new TextDecoder().decode(state.beside.get('source.txt')).split('\n').filter(Boolean)
  const all = slidesOf(state)
    .map(({ text }) => text)
    .join('\n')
  return paragraphs.filter((paragraph) => !all.includes(paragraph))
}

const before = openState(deckFiles(textOf(parts)))
const revised: Parts = {
  ...parts,
  pipes: parts.pipes.replace('9%', '8%'),
  heads: parts.heads.replace('亲自抓、负总责', '亲自部署、亲自过问、负总责'),
  four: '四、强化保障',
  money: '除抢险救灾等应急用水外，超计划用水一律加价收费，收入用于管网改造。',
}
const version = deckFiles(textOf(revised))

it('says which paragraphs changed, and which slides each touches', () => {
  const found = compareVersion(before, version)
  expect(said(found)).toEqual([
    '要改造老→要改造老: refreshed',
    // They share a slide.
    '各级各部→各级各部,→四、强化,→除抢险救: refreshed',
    // The table of contents.
    ': refreshed',
  ])
  expect(found.familiar).toBeGreaterThan(0.5)
  expect(compareVersion(before, deckFiles(textOf(parts))).changes).toEqual([])
})

it('takes over one change and leaves the others; all of them one by one are all at once', () => {
  const one = takeVersion(before, version, new Set([0]))
  expect(slideWith(one, '8%以内')).toBeDefined()
  expect(slideWith(one, '亲自部署')).toBeUndefined()
  expect(new TextDecoder().decode(one.beside.get('source.txt'))).toBe(
    textOf({ ...parts, pipes: revised['pipes'] ?? '' }),
  )
  // What was not touched is the same slide.
  const touched = slidesOf(one).filter((slide) => !slidesOf(before).includes(slide))
  expect(touched).toHaveLength(1)
  expect(said(compareVersion(one, version))).toHaveLength(2)
  let state = before
  for (let rest = 3; rest > 0; rest--) state = takeVersion(state, version, new Set([rest - 1]))
  expect(compareVersion(state, version).changes).toEqual([])
  expect(latin(filesOf(state))).toEqual(latin(filesOf(takeVersion(before, version))))
  expect(latin(filesOf(state))).toEqual(latin(version))
})

it('keeps what a person edited, and says that the document goes on without it', () => {
  const slide = slideWith(before, '9%以内')
  if (!slide) throw new Error('no such slide')
  const edited = editPart(before, slide.id, 0, '我的标题')
  const found = compareVersion(edited, version)
  expect(said(found)[0]).toBe('要改造老→要改造老: outdated')
  const taken = takeVersion(edited, version)
  expect(slideWith(taken, '我的标题')?.text).toContain('9%以内')
  expect(slideWith(taken, '亲自部署')).toBeDefined()
  expect(compareVersion(taken, version).changes).toEqual([])
})

it('gives an edited slide up for the new one when it is asked to, and nothing else', () => {
  const [slide, other] = [slideWith(before, '9%以内'), slideWith(before, '亲自抓')]
  if (!slide || !other) throw new Error('no such slide')
  const edited = editPart(editPart(before, slide.id, 0, '我的标题'), other.id, 0, '另一个标题')
  const [change] = compareVersion(edited, version).changes
  expect(change?.slides[0]?.instead).toContain('改造老旧管网')
  const taken = takeVersion(edited, version, new Set([0]), new Set([slide.id]))
  expect(slidesOf(taken).find(({ id }) => id === slide.id)?.text).toContain('8%以内')
  expect(slideWith(taken, '我的标题')).toBeUndefined()
  expect(slidesOf(taken).find(({ id }) => id === other.id)?.text).toContain('另一个标题')
  expect(said(compareVersion(taken, version))).toHaveLength(said(compareVersion(edited, version)).length - 1)
})

it('leaves every page that a person edited or split to be decided, and unsigned, when all else is taken', () => {
  const [was, is] = ['二是工业节水', '二是所有工业节水']
  const next = deckFiles(textOf({ ...revised, fields: parts.fields.replace(was, is) }))
  const slide = slideWith(before, was)
  if (!slide) throw new Error('no such slide')
  const split = splitSlide(editPart(before, slide.id, 0, '我的标题'), slide.id, 2)
  const all = slidesOf(split).map(({ id }) => id)
  const signed = signSlides(split, all, { name: '王芳', date: '2026-05-20', remark: '' })
  const old = slidesOf(signed).filter(({ text }) => text.includes(was))
  expect(old).toHaveLength(2)
  const taken = takeUnedited(signed, next)
  const { changes } = compareVersion(taken, next)
  expect(changes.map(({ slides }) => slides.map(({ id }) => id))).toEqual([old.map(({ id }) => id)])
  expect(slideWith(taken, '亲自部署')).toBeDefined()
  const { slides } = deckReview(taken)
  for (const [i, { id }] of slidesOf(taken).entries())
    if (old.some((one) => one.id === id)) expect(slides[i]?.state).toBe('unsigned')
  const given = takeVersion(taken, next, new Set([0]), new Set(old.map(({ id }) => id)))
  expect(latin(filesOf(given))['source.txt']).toBe(latin(next)['source.txt'])
  expect(slidesOf(given).filter(({ text }) => text.includes(is))).toHaveLength(1)
  expect(slideWith(given, was)).toBeUndefined()
  // Kept, they stand alone; nothing new comes beside them.
  const kept = takeVersion(taken, next, new Set([0]))
  expect(slideWith(kept, is)).toBeUndefined()
  expect(compareVersion(kept, next).changes).toEqual([])
})

it('takes the new page in the place of the edited one that was moved, whatever was taken before', () => {
  const slide = slideWith(before, '9%以内')
  const first = slideWith(before, '二、突出重点')
  if (!slide || !first) throw new Error('no such slide')
  const moved = moveSlides(editPart(before, slide.id, 0, '我的标题'), [slide.id], first.id)
  for (let turn = 0; turn < 3; turn++) {
    let state = moved
    const others = (): number =>
      compareVersion(state, version).changes.findIndex((change) => !isEdited(change))
    for (let i = 0; i < turn && others() >= 0; i++) state = takeVersion(state, version, new Set([others()]))
    const at = compareVersion(state, version).changes.findIndex(isEdited)
    expect(at).toBeGreaterThanOrEqual(0)
    const kept = takeVersion(state, version, new Set([at]))
    expect(slideWith(kept, '8%以内')).toBeUndefined()
    const given = takeVersion(state, version, new Set([at]), new Set([slide.id]))
    expect(slideWith(given, '9%以内')).toBeUndefined()
    expect(slidesOf(given).filter(({ text }) => text.includes('8%以内'))).toHaveLength(1)
  }
})

it('keeps a paragraph that stays when the one beside it on a page is gone', () => {
  const stages = {
    title: '关于开展档案安全检查的通知',
    one: '一、时间安排',
    check: '（一）自查阶段。各单位要逐项对照检查内容开展自查，12月10日17时前报送自查报告。',
    spot: '（二）抽查阶段。市档案局组织抽查，抽查面不低于三成。',
    mend: '（三）整改阶段。各单位要建立台账，12月31日前完成整改。',
    two: '二、工作要求',
    heads: '各处室主要负责人是档案安全第一责任人。',
  }
  const { spot: _, ...left } = stages
  const next = deckFiles(textOf(left))
  const deck = openState(deckFiles(textOf(stages)))
  for (let turn = 0, count = compareVersion(deck, next).changes.length; turn < count; turn++) {
    const taken = takeVersion(deck, next, new Set([turn]))
    expect(missing(taken)).toEqual([])
  }
})

it('does all at once what derive does', async () => {
  const words = fc.constantFrom('甲乙丙丁，戊己庚辛。', '加强领导，落实责任。', parts.pipes, parts.water)
  const change = fc.record({ at: fc.nat(7), words, kind: fc.constantFrom('change', 'insert', 'remove') })
  const edit = fc.record({ at: fc.nat(6), words: fc.constantFrom('我的话', '改过的标题') })
  await fc.assert(
    fc.asyncProperty(
      fc.array(change, { maxLength: 3 }),
      fc.array(edit, { maxLength: 2 }),
      fc.nat(4),
      async (changes, edits, first) => {
        const paragraphs = Object.values(parts)
        for (const { at, words, kind } of changes)
          if (kind === 'insert') paragraphs.splice(at, 0, words)
          else if (kind === 'remove' && at > 0) paragraphs.splice(at, 1)
          else if (at > 0) paragraphs[at] = `${paragraphs[at]}${words}`
        const text = `${paragraphs.join('\n\n')}\n`
        let state = before
        for (const { at, words } of edits) {
          const slide = slidesOf(state)[at]
          if (slide) state = editPart(state, slide.id, 0, words)
        }
        const store = memoryStore(filesOf(state))
        const { markdown, source } = derive(text)
        await writeDeck(store, '', markdown, source)
        const taken = takeVersion(state, deckFiles(text))
        const slides = (files: DeckFiles): string[] => slidesOf(openState(files)).map((one) => one.text)
        expect(slides(filesOf(taken))).toEqual(slides(store.files))
        expect(taken.beside.get('source.txt')).toEqual(encode(text))
        expect(compareVersion(taken, deckFiles(text)).changes).toEqual([])
        // Whatever is taken first, nothing is left in the end.
        let partly = state
        for (let turns = 0; turns < 20; turns++) {
          const { changes } = compareVersion(partly, deckFiles(text))
          if (changes.length === 0) break
          partly = takeVersion(partly, deckFiles(text), new Set([first % changes.length]))
          // At no time is a paragraph of the document on no slide.
          if (edits.length === 0) expect(missing(partly)).toEqual([])
        }
        expect(slides(filesOf(partly)).sort()).toEqual(slides(store.files).sort())
      },
    ),
    { numRuns: 12 },
  )
})
