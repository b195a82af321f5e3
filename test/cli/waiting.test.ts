import { WriteStream } from 'node:tty'
import { expect, it, vi } from 'vitest'
import { whileWaiting } from '../../src/cli/waiting.ts'

it('gives back what the work gives, and says nothing where nobody looks or the work is short', async () => {
  const write = vi.fn()
  const silent = Object.assign(Object.create(WriteStream.prototype), { isTTY: false, write })
  expect(await whileWaiting('a.txt', async () => 1, silent)).toBe(1)
  const terminal = Object.assign(Object.create(WriteStream.prototype), { isTTY: true, write })
  expect(await whileWaiting('a.txt', async () => 2, terminal)).toBe(2)
  await expect(whileWaiting('a.txt', () => Promise.reject(new Error('no')), terminal)).rejects.toThrow('no')
  expect(write).not.toHaveBeenCalled()
})
