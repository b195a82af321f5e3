import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import module, { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { cachedDataVersionTag, deserialize, serialize } from 'node:v8'
import { Script } from 'node:vm'
import { crc32 } from 'node:zlib'

/** Of a file here: the checksum of what follows. */
const headLength = 4

/** @returns {Map<number, Buffer>} what V8 made of code, by the checksum of this */
function read(file) {
  try {
    const bytes = readFileSync(file)
    const kept = bytes.subarray(headLength)
    return bytes.readUInt32LE() === crc32(kept) ? deserialize(kept) : new Map()
  } catch {
    return new Map()
  }
}

function write(file, scripts) {
  const kept = serialize(new Map(scripts.map(([key, script]) => [key, script.createCachedData()])))
  const head = Buffer.alloc(headLength)
  head.writeUInt32LE(crc32(kept))
  const beside = `${file}.${process.pid}`
  try {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(beside, Buffer.concat([head, kept]))
    renameSync(beside, file)
  } catch {
    // Where nothing can be written nothing is kept.
    rmSync(beside, { force: true })
  }
}

/**
 * Keeps what V8 compiled of the CommonJS that a command loads for its next run, as `module.enableCompileCache` does from
 * Node 22 on: a sixth of the processor time in which 200 slides are built. It stands beside the code that it is made of,
 * for whoever can write it can write that; `npm run compile` takes it away.
 */
export function keepCompiled() {
  const folder = fileURLToPath(new URL('../build/compiled', import.meta.url))
  const command = /^[a-z]+$/.exec(process.argv[2] ?? '')?.[0] ?? 'none'
  const file = join(folder, `${command}-${cachedDataVersionTag().toString(16)}`)
  const kept = read(file)
  const scripts = []
  let isNew = false
  const compile = module.prototype._compile
  module.prototype._compile = function (code, path) {
    // In a Script it is an experiment, of which Node warns.
    if (code.includes('import(')) return compile.call(this, code, path)
    const key = crc32(code)
    const cachedData = kept.get(key)
    const script = new Script(module.wrap(code), { filename: path, cachedData })
    isNew ||= cachedData === undefined || script.cachedDataRejected
    scripts.push([key, script])
    const run = script.runInThisContext()
    return run.call(this.exports, this.exports, createRequire(path), this, path, dirname(path))
  }
  process.once('exit', (code) => {
    if (isNew && code === 0) write(file, scripts)
  })
}
