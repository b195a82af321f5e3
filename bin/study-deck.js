#!/usr/bin/env node
import module, { createRequire } from 'node:module'
import { setFlagsFromString } from 'node:v8'

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`study-deck: Node ${process.versions.node} is too old; install Node 20.19 or newer`)
  process.exit(1)
}
// A command runs for a second or two: optimising a function at its usual time costs more than it gains in that
// (outline of 100,000 characters: 1.15 s of processor time with this, 1.6 without). The V8 of later Nodes has no such flag, and complains.
if (major === 20) setFlagsFromString('--interrupt-budget=600000')
// What was compiled is kept, so that the next start is quicker: by Node itself from 22.1 on.
if (module.enableCompileCache) module.enableCompileCache()
else (await import('./keep-compiled.js')).keepCompiled()
let main
try {
  ;({ main } = createRequire(import.meta.url)('../build/cli/main.cjs'))
} catch (error) {
  if (error.code !== 'MODULE_NOT_FOUND') throw error
  console.error('study-deck: not compiled or not installed here; run npm ci (without --ignore-scripts)')
  process.exit(1)
}
await main(process.argv.slice(2))
