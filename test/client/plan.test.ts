import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { SpokenSlide } from '../../src/client/speaker/outline.ts'
import { behindPlan, plannedFor, planOf } from '../../src/client/speaker/plan.ts'
import { followNotes } from '../../src/client/speaker/said.ts'
import { formatTime } from '../../src/client/speaker/stopwatch.ts'
import { readOnce } from '../../src/deck/speaking-time.ts'

/** A second a character. */
const timeOf = (text: string): number => text.length

function spoken(name: string, parts: readonly string[], ...steps: readonly number[][]): SpokenSlide {
  const sentences = parts.map((text, i) => ({ number: i + 1, text }))
  return { name, notes: parts.join(''), sentences, steps: [[], ...steps] }
}

describe('following the notes', () => {
  it('is at the sentence of the newest point, or where the one before was if a person wrote it', () => {
    const [saying] = followNotes([spoken('一', ['a', 'b', 'c'], [2], [], [3])])
    expect(saying?.map(({ now }) => now)).toEqual([[1], [2], [2], [3]])
    expect(saying?.map(({ from }) => from)).toEqual([1, 2, 2, 3])
  })

  it('goes on behind what earlier slides showed of a shared paragraph', () => {
    const parts = ['a', 'b', 'c', 'd']
    const [, second] = followNotes([spoken('一', parts, [1], [2]), spoken('一（续）', parts, [4])])
    expect(second?.map(({ now }) => now)).toEqual([[3], [4]])
  })
})

describe('the plan', () => {
  const parts = ['甲甲甲甲', '乙乙乙乙', '丙丙']
  const slides = [spoken('一', parts, [1], [2]), spoken('二', parts, [3]), spoken('三', ['丁丁丁丁丁'])]
  const sayings = followNotes(slides)

  it('counts a shared paragraph once and lets each step begin with its sentence', () => {
    const plan = planOf(slides, sayings, { timeOf })
    expect(plan).toEqual({ begins: [[0, 0, 4], [8, 8], [10]], total: 15 })
    expect(slides.map((_, i) => plannedFor(plan, i))).toEqual([8, 2, 5])
  })

  it('reads a paragraph again that comes again, and once where a picture stands between its slides', () => {
    const again = [slides[2], slides[0], spoken('图', []), slides[1], slides[2]].flatMap((one) => one ?? [])
    expect(planOf(again, followNotes(again), { timeOf }).total).toBe(5 + 10 + 5)
  })

  it('stretches to the target, and takes the seconds of a rehearsal before those of the notes', () => {
    expect(planOf(slides, sayings, { timeOf, target: 30 }).begins).toEqual([[0, 0, 8], [16, 16], [20]])
    expect(planOf(slides, sayings, { timeOf, timings: { 二: 20 } })).toEqual({
      begins: [[0, 0, 4], [8, 8], [28]],
      total: 33,
    })
  })

  it('says behind only when a step takes longer than it should, ahead only when it comes too early', () => {
    const plan = planOf(slides, sayings, { timeOf })
    expect(behindPlan(plan, 0, 2, 6)).toBe(0)
    expect(behindPlan(plan, 0, 2, 11)).toBe(3)
    expect(behindPlan(plan, 2, 0, 4)).toBe(-6)
  })

  it('never goes back in time, whatever the points point at', () => {
    const slide = fc.record({
      paragraph: fc.nat(2),
      steps: fc.array(fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 2 }), { maxLength: 4 }),
    })
    fc.assert(
      fc.property(fc.array(slide, { minLength: 1, maxLength: 8 }), (made) => {
        const deck = made.map(({ paragraph, steps }, i) =>
          spoken(`${i}`, ['x'.repeat(paragraph + 1), 'yyy', 'z', `${paragraph}`], ...steps),
        )
        const { begins, total } = planOf(deck, followNotes(deck), { timeOf })
        const all = [...begins.flat(), total]
        for (const [i, at] of all.entries()) expect(at).toBeGreaterThanOrEqual(all[i - 1] ?? 0)
        // Each reading as long as its notes: the last slide of one has what is left of it.
        expect(total).toBe(readOnce(deck).reduce((sum, { notes }) => sum + notes.length, 0))
      }),
    )
  })
})

it('writes times as clocks do', () => {
  expect([0, 59.6, 725, 3725].map(formatTime)).toEqual(['0:00', '1:00', '12:05', '1:02:05'])
})
