import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createShared } from '../../src/client/link/shared.ts'

it('windows that hear everything agree, in whatever order and however often they hear it', () => {
  const changes = fc.array(fc.tuple(fc.nat(2), fc.constantFrom('black', 'white', null)), { maxLength: 12 })
  fc.assert(
    fc.property(changes, fc.infiniteStream(fc.nat()), (made, order) => {
      let time = 0
      const windows = [0, 1, 2].map(() => createShared(() => time))
      const messages: unknown[] = []
      for (const window of windows) window.onSet((entries) => messages.push(entries))
      for (const [window, colour] of made) {
        time++
        windows[window]?.set('curtain', colour)
      }
      const heard = [...messages, ...messages]
      for (const window of windows) {
        const rest = [...heard]
        while (rest.length) window.merge(rest.splice((order.next().value ?? 0) % rest.length, 1)[0])
      }
      for (const window of windows) expect(window.get('curtain')).toBe(made.at(-1)?.[1] ?? null)
    }),
  )
})

it('takes nothing that has not the shape of its part', () => {
  const shared = createShared()
  const before = JSON.stringify(shared.entries())
  fc.assert(
    fc.property(fc.anything(), (value) => {
      shared.merge(value)
      shared.merge({ place: { value: { h: '1', v: value }, stamp: 9 }, laser: { value: [value], stamp: 9 } })
      shared.merge({
        __proto__: { curtain: { value: 'black', stamp: 9 } },
        ink: { value: { a: value }, stamp: {} },
      })
      expect(JSON.stringify(shared.entries())).toBe(before)
    }),
  )
})

it('can be held up by no stamp that runs ahead', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.double(), fc.maxSafeNat(), fc.constant(1e300)), { maxLength: 20 }),
      (stamps) => {
        let time = 1_000_000
        const [wall, speaker] = [createShared(() => time), createShared(() => time)]
        for (const stamp of stamps) wall.merge({ curtain: { value: 'black', stamp } })
        speaker.onSet((entries) => wall.merge(entries))
        // Whatever the speaker view knows of it, a minute later it is heard.
        time += 61_000
        speaker.set('curtain', 'white')
        expect(wall.get('curtain')).toBe('white')
      },
    ),
  )
})

it('goes on when the clock of the machine is set back', () => {
  let time = 10_000_000
  const [wall, speaker] = [createShared(() => time), createShared(() => time)]
  speaker.onSet((entries) => wall.merge(entries))
  speaker.set('curtain', 'black')
  time = 1_000
  speaker.set('curtain', 'white')
  expect(wall.get('curtain')).toBe('white')
})
