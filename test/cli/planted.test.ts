import { spawn, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'

const bin = resolve('bin/study-deck.js')
let folder: string
/** Where whatever is run leaves its name. */
let trace: string

/** Names that tools look for in the folder they are called in, each with what would run. */
const code = [
  ...[
    'postcss',
    'vite',
    'vitest',
    'rolldown',
    'rollup',
    'tailwind',
    'babel',
    'svgo',
    'uno',
    'webpack',
    'prettier',
    'commitlint',
    'eslint',
  ].flatMap((tool) => ['js', 'cjs', 'mjs', 'ts', 'cts', 'mts'].map((end) => `${tool}.config.${end}`)),
  ...['postcss', 'babel', 'svgo', 'browserslist', 'lightningcss', 'stylelint', 'mocha'].flatMap((tool) => [
    `.${tool}rc.js`,
    `.${tool}rc.cjs`,
    `.${tool}rc.mjs`,
    `.${tool}rc.ts`,
    `.config/${tool}rc.cjs`,
  ]),
  '.pnp.cjs',
  '.pnp.loader.mjs',
  'index.js',
  'slides/postcss.config.cjs',
  'slides/deck/postcss.config.cjs',
  'slides/deck/vite.config.cjs',
  'node_modules/postcss-planted/index.js',
  'node_modules/vite/index.js',
  'node_modules/vite-plugin-planted/index.js',
  'node_modules/browserslist-config-planted/index.js',
  'node_modules/@sparticuz/chromium/index.js',
]
const data: Readonly<Record<string, string>> = {
  '.postcssrc': '{ "plugins": { "postcss-planted": {} } }',
  '.postcssrc.json': '{ "plugins": { "postcss-planted": {} } }',
  '.browserslistrc': 'extends browserslist-config-planted\nno such browser 1\n',
  'tsconfig.json': '{ this is no JSON',
  'jsconfig.json': '{ this is no JSON',
  '.env': 'NODE_ENV=planted\nVITE_USER_NODE_ENV=development\nLAUNCH_EDITOR=./editor\n',
  '.env.local': 'VITE_X=planted\nCHROME_PATH=./chromium\n',
  '.env.production': 'CHROME_PATH=./chromium\n',
  'public/index.html': '<script>planted</script>',
  'public/deck/index.html': '<script>planted</script>',
  'public/planted.html': '<script>planted</script>',
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'study-deck-test-'))
  trace = join(folder, 'ran')
  mkdirSync(trace)
  cpSync('slides/heilongjiang-secrecy', join(folder, 'slides/deck'), { recursive: true })
  const plant = (name: string, text: string): void => {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), text)
  }
  for (const name of code)
    plant(
      name,
      /\.(?:mjs|mts)$/.test(name)
        ? `import { writeFileSync } from 'node:fs'\nwriteFileSync(${JSON.stringify(join(trace, name.replaceAll('/', '_')))}, '')\nexport default {}\n`
        : `require('node:fs').writeFileSync(${JSON.stringify(join(trace, name.replaceAll('/', '_')))}, '')\nmodule.exports = {}\n`,
    )
  for (const [name, text] of Object.entries(data)) plant(name, text)
  plant(
    'package.json',
    JSON.stringify({
      postcss: { plugins: { 'postcss-planted': {} } },
      browserslist: ['extends browserslist-config-planted'],
      imports: { '#planted': './index.js' },
      prettier: './prettier.config.cjs',
    }),
  )
  for (const name of ['chromium', 'google-chrome', 'editor', 'code', 'node', 'git'])
    writeFileSync(join(folder, name), `#!/bin/sh\ntouch ${trace}/${name}\n`, { mode: 0o755 })
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

it.each([
  ['derive', ['derive', 'slides/deck/source.txt', '--deck', 'other']],
  ['outline', ['outline', 'slides/deck/source.txt']],
  ['check', ['check', 'deck']],
  ['build', ['build']],
  ['export', ['export', 'deck', '--as', 'handout', '--range', '1']],
])('%s runs nothing of the folder it is called in', (_name, args) => {
  const { status, stderr } = spawnSync(process.execPath, [bin, ...args], { cwd: folder, encoding: 'utf8' })
  expect(stderr).toBe('')
  expect(status).toBe(0)
  expect(readdirSync(trace)).toEqual([])
  if (args[0] === 'build') expect(existsSync(join(folder, 'dist/planted.html'))).toBe(false)
})

it('dev runs nothing of it either, and serves none of it', async () => {
  const child = spawn(process.execPath, [bin, 'dev'], { cwd: folder })
  try {
    const address = await new Promise<string>((done) =>
      child.stdout.setEncoding('utf8').once('data', (line: string) => done(line.trim())),
    )
    for (const path of ['', 'deck/', '@study-deck/live.js', '@vite/client']) {
      const answer = await fetch(address + path)
      expect(answer.status).toBe(200)
      expect(await answer.text()).not.toContain('planted')
    }
    for (const path of ['planted.html', 'public/planted.html', '__open-in-editor?file=package.json'])
      expect((await fetch(address + path)).status).toBe(404)
    expect(readdirSync(trace)).toEqual([])
  } finally {
    child.kill()
  }
})
