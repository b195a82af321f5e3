#!/usr/bin/env node
import module from 'node:module'

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`study-deck: Node ${process.versions.node} is too old; install Node 20.19 or newer`)
  process.exit(1)
}
// Node from 22.1 on keeps what it compiled, so that the next start is quicker.
module.enableCompileCache?.()
const { main } = await import('../build/cli/main.js').catch((error) => {
  if (error.code !== 'ERR_MODULE_NOT_FOUND') throw error
  console.error('study-deck: not compiled or not installed here; run npm ci (without --ignore-scripts)')
  process.exit(1)
})
await main(process.argv.slice(2))
