import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { FileMarkdown } from '../../src/deck/markdown.ts'
import { type CurrentFile, type Merged, mergeDeck } from '../../src/deck/merge.ts'

const slide = (heading: string, paragraph: string): string => `### ${heading}\n\nNote:\n${paragraph}\n`
const file = (name: string, ...slides: string[]): FileMarkdown => ({ name, frontMatter: '', slides })
const standing = (files: readonly FileMarkdown[]): CurrentFile[] =>
  files.map((one) => ({ ...one, whole: false }))
const recordOf = (files: readonly FileMarkdown[]) => mergeDeck(null, [], files).record
const told = ({ slides }: Merged) =>
  slides.map(({ file, state, markdown }) => `${file} ${state} ${/^### (.*)/.exec(markdown)?.[1]}`)

describe('deriving again', () => {
  const before = [
    file('00.md', slide('题', '题目')),
    file('01.md', slide('甲', '段一'), slide('乙', '段二'), slide('丙', '段三')),
    file('02.md', slide('丁', '段四')),
  ]
  const record = recordOf(before)

  it('refreshes what nobody touched and keeps what a person edited', () => {
    const current = standing(before).map((one) =>
      one.name === '01.md' ? { ...one, slides: one.slides.map((text) => text.replace('乙', '乙改')) } : one,
    )
    const after = before.map((one) => ({
      ...one,
      slides: one.slides.map((text) => text.replace('### ', '### 新')),
    }))
    expect(told(mergeDeck(record, current, after))).toEqual([
      '00.md refreshed 新题',
      '01.md refreshed 新甲',
      '01.md kept 乙改',
      '01.md refreshed 新丙',
      '02.md refreshed 新丁',
    ])
  })

  it('adds and retires slides as the document changed, and a section in its place', () => {
    const after = [
      file('00.md', slide('题', '题目')),
      file('01.md', slide('甲', '段一'), slide('丙', '段三'), slide('戊', '段五')),
      file('02.md', slide('己', '段六')),
      file('03.md', slide('丁', '段四')),
    ]
    const merged = mergeDeck(record, standing(before), after)
    expect(told(merged)).toEqual([
      '00.md unchanged 题',
      '01.md unchanged 甲',
      '01.md retired 乙',
      '01.md unchanged 丙',
      '01.md new 戊',
      '01a.md new 己',
      '02.md unchanged 丁',
    ])
    expect(merged.files.filter(({ changed }) => changed).map(({ name }) => name)).toEqual(['01.md', '01a.md'])
  })

  it("keeps an edited slide whose paragraph is gone, a person's own slides, and leaves out what they took out", () => {
    const current = standing([
      file('00.md', slide('题', '题目')),
      file('01.md', slide('甲', '段一'), slide('丙改', '段三'), '### 讨论\n'),
      file('02.md', slide('丁', '段四')),
    ])
    const after = [before[0], file('01.md', slide('甲', '段一'), slide('乙', '段二'))].flatMap(
      (one) => one ?? [],
    )
    expect(told(mergeDeck(record, current, after))).toEqual([
      '00.md unchanged 题',
      '01.md unchanged 甲',
      '01.md left-out 乙',
      '01.md outdated 丙改',
      '01.md own 讨论',
      '02.md retired 丁',
    ])
  })

  it('derives a file anew that a person deleted', () => {
    const merged = mergeDeck(record, standing(before).slice(0, 2), before)
    expect(told(merged).at(-1)).toBe('02.md new 丁')
  })
})

const word = fc.constantFrom(...'甲乙丙丁戊己')
const slides = fc.array(fc.tuple(word, fc.constantFrom('段一', '段二', '段三', '段四', '')), {
  minLength: 1,
  maxLength: 6,
})
const decks = fc
  .array(slides, { minLength: 1, maxLength: 4 })
  .map((files) =>
    files.map((one, i) => file(`0${i}.md`, ...one.map(([heading, paragraph]) => slide(heading, paragraph)))),
  )
type Edit = readonly [kind: 'edit' | 'remove' | 'insert' | 'swap', at: number]
const edits = fc.array(fc.tuple(fc.constantFrom<Edit[0]>('edit', 'remove', 'insert', 'swap'), fc.nat(20)), {
  maxLength: 6,
})

/** What a person makes of a deck. */
function edited(files: readonly FileMarkdown[], edits: readonly Edit[]): CurrentFile[] {
  const current = files.map((one) => ({ ...one, slides: [...one.slides], whole: false }))
  edits.forEach(([kind, at], i) => {
    const one = current[at % current.length]
    if (!one) return
    const place = at % Math.max(1, one.slides.length)
    const text = one.slides[place]
    if (kind === 'insert') one.slides.splice(place, 0, `### 自己写的${i}\n`)
    else if (text === undefined) return
    else if (kind === 'edit') one.slides[place] = text.replace('### ', `### 改${i}`)
    else if (kind === 'remove') one.slides.splice(place, 1)
    else one.slides.push(...one.slides.splice(place, 1))
  })
  return current
}

it('never loses what a person wrote, and changes nothing the second time', () => {
  fc.assert(
    fc.property(decks, edits, decks, fc.boolean(), (before, changes, after, known) => {
      const current = edited(before, changes)
      const merged = mergeDeck(known ? recordOf(before) : null, current, after)
      const all = merged.files.flatMap((one) => one.slides)
      const owned = current
        .filter(({ name }) => merged.files.some((one) => one.name === name))
        .flatMap((one) => one.slides.filter((text) => /改|自己/.test(text)))
      for (const text of owned) expect(all).toContain(text)
      const names = merged.files.map(({ name }) => name)
      expect(new Set(names).size).toBe(names.length)

      const left = standing(merged.files.filter((one) => one.slides.length > 0 || !one.changed))
      const others = current.filter(({ name }) => !names.includes(name))
      const again = mergeDeck(merged.record, [...left, ...others], after)
      expect(again.files.filter(({ changed }) => changed)).toEqual([])
    }),
    { numRuns: 500 },
  )
})
