import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import module from 'node:module'
import { expect, it } from 'vitest'

const version = (): string =>
  execFileSync(process.execPath, ['bin/study-deck.js', '--version'], { encoding: 'utf8' })

// From 22.1 on Node does it.
it.skipIf('enableCompileCache' in module)('takes what was kept of compiled code for what it is', () => {
  const told = version()
  const files = readdirSync('build/compiled')
    .filter((name) => name.startsWith('none-'))
    .map((name) => `build/compiled/${name}`)
  const [whole = Buffer.of()] = files.map((file) => readFileSync(file))
  for (const damaged of [
    Buffer.of(),
    Buffer.from('code'),
    whole.subarray(0, 1000),
    whole.with(whole.length - 9, 1),
  ]) {
    for (const file of files) writeFileSync(file, damaged)
    expect(version()).toBe(told)
    expect(files.some((file) => readFileSync(file).length > 1000)).toBe(true)
  }
})
