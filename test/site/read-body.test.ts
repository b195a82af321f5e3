import { expect, it } from 'vitest'
import { withBody } from '../../src/site/read-body.ts'

const megabyte = 1024 * 1024

/** A request that says how long its body is, and sends these bytes. */
const incoming = (length: number | undefined, parts: readonly Buffer[] = [Buffer.alloc(1)]) => ({
  headers: length === undefined ? {} : { 'content-length': String(length) },
  async *[Symbol.asyncIterator]() {
    yield* parts
  },
})

it.each([40 * megabyte, undefined])(
  'holds no more of many requests at once than it may, whatever they say: %s bytes',
  async (length) => {
    let open = 0
    let most = 0
    const all = Array.from({ length: 12 }, (_, i) =>
      withBody(incoming(length), 100 * megabyte, async () => {
        most = Math.max(most, ++open)
        // A small one never waits long for large ones.
        await withBody(incoming(1000), megabyte, async (body) => body)
        open--
        if (i === 3) throw new Error('a request that fails lets others go on')
        return i
      }),
    )
    const ended = await Promise.allSettled(all)
    expect(ended.map(({ status }) => status).filter((status) => status === 'rejected')).toHaveLength(1)
    expect(most).toBe(length === undefined ? 1 : 2)
  },
)

it('reads no more than is allowed, and waits for nobody to say so', async () => {
  for (const length of [101, Number.NaN, -1])
    expect(await withBody(incoming(length), 100, async (body) => body?.length ?? null)).toBe(
      length === -1 ? 1 : null,
    )
  const parts = Array.from({ length: 9 }, () => Buffer.alloc(50))
  expect(await withBody(incoming(undefined, parts), 100, async (body) => body)).toBeNull()
  expect(await withBody(incoming(100, parts.slice(0, 2)), 100, async (body) => body?.length)).toBe(100)
})
