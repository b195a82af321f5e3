import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'

/** A project of somebody's, with the packed package in it, and beside it what that asks for. */
const folder = mkdtempSync(join(tmpdir(), 'study-deck-test-'))
const at = (...names: string[]): string => join(folder, ...names)
const node = (...args: string[]): string =>
  execFileSync(process.execPath, args, { cwd: folder, encoding: 'utf8' })

beforeAll(() => {
  const packed = execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], {
    encoding: 'utf8',
  })
  const [{ filename }] = JSON.parse(packed)
  execFileSync('tar', ['-xzf', at(filename), '-C', folder])
  mkdirSync(at('node_modules'))
  cpSync(at('package'), at('node_modules/study-deck'), { recursive: true })
  const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8'))
  for (const name of Object.keys(dependencies)) {
    mkdirSync(at('node_modules', name, '..'), { recursive: true })
    symlinkSync(join(process.cwd(), 'node_modules', name), at('node_modules', name))
  }
  writeFileSync(at('package.json'), '{ "type": "module" }')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const script = `
import { auditDeck, composeDeck, deckMarkdown, keyPoints, outline, parseDeck, readDocument, renderPage } from 'study-deck'

const text = '保密要点\\n\\n一、提高认识\\n\\n要坚持把保密教育放在首位，经常组织学习，使每个人都知道哪些话不能说。\\n'
const source = await readDocument({ name: 'a.txt', bytes: new TextEncoder().encode(text) })
const document = outline(source)
const files = deckMarkdown(composeDeck(document, keyPoints(document)))
const deck = await parseDeck('a', { ...files, 'source.txt': source.text })
const { html, slides } = await renderPage(deck, { document })
console.log(JSON.stringify({ slides, whole: auditDeck(deck, document).differences.length, html: html.length, names: Object.keys(files) }))
`

it('makes a deck from a string in ten lines, and says what its functions take', () => {
  writeFileSync(at('make.mjs'), script)
  const made = JSON.parse(node('make.mjs'))
  expect(made).toMatchObject({ whole: 0, names: ['00.md', '01.md'] })
  expect(made.slides).toBeGreaterThan(1)
  expect(made.html).toBeGreaterThan(100_000)
  writeFileSync(
    at('types.ts'),
    `${script.replace('const { html', 'const page: string = 1\nconst { html')}\nimport { studyDeck } from 'study-deck/vite'\nstudyDeck({ slides: 1 })\n`,
  )
  const options = [
    '--noEmit',
    '--skipLibCheck',
    '--strict',
    '--target',
    'es2022',
    '--module',
    'nodenext',
    'types.ts',
  ]
  const compiler = join(process.cwd(), 'node_modules/typescript/bin/tsc')
  let told = ''
  try {
    node(compiler, ...options)
  } catch (error) {
    if (error && typeof error === 'object' && 'stdout' in error) told = String(error.stdout)
  }
  const mistakes = told
    .split('\n')
    .filter((line) => line.includes('error TS') && !/TextEncoder|console/.test(line))
  // Both are found by the types alone, and nothing else is wrong.
  expect(mistakes.map((line) => line.replace(/^.*error /, '')).sort()).toEqual([
    expect.stringContaining("Type 'number' is not assignable to type 'string'"),
    expect.stringContaining("Type 'number' is not assignable to type 'string'"),
  ])
})

it.each(['README.md', 'README.zh.md'])('does what %s shows', (readme) => {
  const [, code = ''] = /```js\n([\s\S]*?)```/.exec(readFileSync(readme, 'utf8')) ?? []
  expect(code).toContain("from 'study-deck'")
  const bytes =
    "const bytes = new TextEncoder().encode('保密要点\\n\\n一、提高认识\\n\\n要坚持把保密教育放在首位。\\n')"
  const named = code.replace('speech.docx', 'speech.txt')
  writeFileSync(at('shown.mjs'), `${bytes}\n${named}\nconsole.log(html.includes('提高认识'))\n`)
  expect(node(at('shown.mjs'))).toBe('true\n')
})

it('gives nothing else away', () => {
  writeFileSync(at('inner.mjs'), "import 'study-deck/build/cli/main.js'")
  expect(() => node('inner.mjs')).toThrow(/ERR_PACKAGE_PATH_NOT_EXPORTED/)
})

it('builds decks in a Vite project beside its own pages', () => {
  mkdirSync(at('slides/talk'), { recursive: true })
  writeFileSync(at('slides/talk/01.md'), '# 谈话\n\nNote:\n备注\n')
  writeFileSync(
    at('about.html'),
    '<!doctype html><title>own</title><script type="module" src="/own.js"></script>',
  )
  writeFileSync(at('own.js'), 'document.title = "mine"')
  writeFileSync(
    at('vite.config.mjs'),
    "import { studyDeck } from 'study-deck/vite'\nexport default { plugins: [studyDeck({ slides: 'slides' })], build: { rollupOptions: { input: ['about.html'] } } }\n",
  )
  node('node_modules/vite/bin/vite.js', 'build', '--logLevel', 'error')
  expect(readFileSync(at('dist/about.html'), 'utf8')).toContain('<title>own</title>')
  expect(readFileSync(at('dist/talk/index.html'), 'utf8')).toContain('备注')
  expect(readFileSync(at('dist/index.html'), 'utf8')).toContain('./talk/index.html')
})
