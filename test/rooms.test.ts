import { expect, it } from 'vitest'
import { againstDirection, circles, imports } from './rooms.mjs'

it('imports between rooms go one way', () => {
  expect(imports().length).toBeGreaterThan(300)
  expect(againstDirection()).toEqual([])
})

it('no file imports itself by way of others', () => {
  expect(circles()).toEqual([])
})
