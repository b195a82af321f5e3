import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { main } from '../../src/cli/main.ts'
import type { OwnServer } from '../../src/site/own-server.ts'

/** The call to the file system that is refused, counted from 1, and with what. */
const refusal = vi.hoisted(() => ({ calls: 0, at: 0, code: '' }))
vi.mock('node:fs/promises', async (original) => {
  const fs = await original<typeof import('node:fs/promises')>()
  const refused =
    (call: object) =>
    async (...args: unknown[]) => {
      if (++refusal.calls !== refusal.at) return Reflect.apply(call as () => unknown, fs, args)
      throw Object.assign(new Error(`${refusal.code}: refused`), {
        code: refusal.code,
        syscall: 'x',
        path: args[0],
      })
    }
  return Object.fromEntries(
    Object.entries(fs).map(([name, value]) => [name, typeof value === 'function' ? refused(value) : value]),
  )
})

const codes =
  'EACCES EAGAIN EBADF EBUSY EDQUOT EEXIST EFBIG EINVAL EIO EISDIR ELOOP EMFILE EMLINK ENAMETOOLONG ENFILE ENODEV ENOENT ENOMEM ENOSPC ENOTDIR ENOTEMPTY ENOTSUP ENXIO EPERM EROFS ESTALE ETIMEDOUT ETXTBSY EXDEV UNKNOWN'.split(
    ' ',
  )

/** Servers that stay up once they are asked for. */
const servers: OwnServer[] = []
vi.mock('../../src/site/server.ts', async (original) => {
  const { serveLive } = await original<typeof import('../../src/site/server.ts')>()
  return {
    serveLive: async (slides: string) => {
      const server = await serveLive(slides)
      servers.push(server)
      return server
    },
  }
})

/** The same command, the call to the file system that is refused, and what it says then. */
async function runRefused(args: readonly string[], at: number, code = ''): Promise<string> {
  const said: string[] = []
  vi.spyOn(process.stdout, 'write').mockReturnValue(true)
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => said.push(String(text)) > 0)
  Object.assign(refusal, { calls: 0, at, code })
  process.exitCode = 0
  await main(args)
  refusal.at = 0
  vi.restoreAllMocks()
  return said.join('')
}

let folder: string
beforeEach(() => {
  // Each run of main listens.
  process.stdout.setMaxListeners(0)
  folder = mkdtempSync(join(tmpdir(), 'study-deck-test-'))
  mkdirSync(join(folder, 'slides/hand'), { recursive: true })
  writeFileSync(join(folder, 'slides/hand/01.md'), '# One\n\n- a point\n')
  writeFileSync(join(folder, 'a.txt'), 'Title\n1. One\nThe text is here, and it is whole.')
})
afterEach(() => {
  refusal.at = 0
  vi.restoreAllMocks()
  process.exitCode = 0
  rmSync(folder, { recursive: true, force: true })
})

it.each([
  ['derive', () => ['derive', join(folder, 'a.txt'), '--slides', join(folder, 'slides')]],
  ['outline', () => ['outline', join(folder, 'a.txt')]],
  ['build', () => ['build', '--slides', join(folder, 'slides'), '--out', join(folder, 'dist')]],
  ['check', () => ['check', '--slides', join(folder, 'slides')]],
  ['export', () => ['export', 'hand', '--as', 'notes', '--slides', join(folder, 'slides'), '--out', folder]],
] as const)(
  '%s says in one line whatever the system refuses, and leaves nothing half-written',
  async (command, args) => {
    await runRefused(args(), 0)
    const calls = refusal.calls
    for (const [i, code] of codes.entries()) {
      // A browser starts for each.
      if (command === 'export' && i % 5 !== 0) continue
      rmSync(join(folder, 'slides/a'), { recursive: true, force: true })
      // A different call for each, through all of them.
      const told = await runRefused(args(), 1 + ((i * 7) % calls), code)
      const { exitCode } = process
      // What only saves time, or tells what is not there, may be refused.
      if (told) expect(told, code).toMatch(/^(?:study-deck: [^\n]+\n)+$/)
      expect(told, code).not.toMatch(/itself|\n {4}at /)
      expect(exitCode, code).toBe(told ? 1 : 0)
      const left = readdirSync(folder, { recursive: true }).map(String)
      // What could not be taken away now, the next run takes.
      if (code !== 'EBUSY') expect(left.filter((name) => /\.md\..*partial$/.test(name))).toEqual([])
    }
  },
  120_000,
)

it('dev says in one line, or on the page, whatever the system refuses, and goes on', async () => {
  const args = ['dev', '--slides', join(folder, 'slides')]
  const page = async (address: string): Promise<string> => {
    const answer = await fetch(address)
    return (
      /<pre class="mistake">([\s\S]*?)<\/pre>|<p class="mistake">(.*?)<\/p>/
        .exec(await answer.text())
        ?.slice(1)
        .join('') ?? ''
    )
  }
  await runRefused(args, 0)
  const calls = refusal.calls
  for (const [i, code] of [...codes.entries()].filter(([i]) => i % 3 === 0)) {
    const told = await runRefused(args, 1 + (i % calls), code)
    if (told) expect(told, code).toMatch(/^study-deck: [^\n]+\n$/)
    const { address } = servers.at(-1) ?? { address: '' }
    Object.assign(refusal, { calls: 0, at: 1 + (i % 9), code })
    const shown = await page(`${address}${i % 2 ? 'hand/' : ''}`)
    expect(shown, code).not.toMatch(/itself|\n| at /)
    refusal.at = 0
    expect(await page(`${address}hand/`), code).toBe('')
  }
  for (const server of servers.splice(0)) await server.close()
}, 120_000)
