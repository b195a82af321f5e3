// Compiles the package into build/: the command line for Node, and what runs in the browser, so that
// a deck is built without bundling anything and the installed package needs no sources.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { copyFile, cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { resolve } from 'node:path'
import { build, runnerImport } from 'vite'

const { dependencies, devDependencies, peerDependencies } = JSON.parse(await readFile('package.json', 'utf8'))

const common = { configFile: false, logLevel: 'warn', publicDir: false }
const output = { outDir: 'build/client', emptyOutDir: false, target: 'es2022', reportCompressedSize: false }

/** Parts of reveal.js that our decks never show: arrows, its scroll view, overlays and pages for print, other transitions. */
const unused =
  /^(?:controls|navigate-.*|reveal-scroll|scrollbar.*|scroll-.*|pdf-page|speaker-notes.*|playback|cube|concave|page|hljs|jump-to-slide|r-overlay(?!-button).*|reveal-print)$/

const unusedRules = {
  Rule: {
    style({ value: { selectors } }) {
      const parts = (selector) =>
        selector.map(({ type, name, value }) => (type === 'attribute' ? value?.value : name) ?? '')
      if (selectors.every((selector) => parts(selector).some((name) => unused.test(name)))) return []
    },
  },
}

/** The parts of reveal.js for what our decks never show, or show in a way of their own: nothing calls for them. */
const idle =
  /^(?:\.\/controllers\/(?:controls|jumptoslide|notes|overlay|printview|scrollview|slidenumber)|fitty)$/

/**
 * What is otherwise in reveal.js: a part of a file, and what stands in its place. It takes any of its options from the
 * page's address, whoever wrote that; our pages have their own. And it asks the browser for the colour behind each
 * slide, which lays the page out a thousand times for a thousand slides; our styles ask for that of none.
 */
const changes = [
  ['reveal.js', 'window.location.search', '""'],
  ['utils/util.ts', 'location.search', '""'],
  [
    'controllers/backgrounds.js',
    'window.getComputedStyle( element );',
    'contrastColor && window.getComputedStyle( element );',
  ],
]

/** reveal.js from its sources, with these changes and without those parts, which are a fifth of it. */
const leanReveal = {
  name: 'lean-reveal',
  enforce: 'pre',
  resolveId(source, importer) {
    if (source === 'reveal.js') return resolve('node_modules/reveal.js/js/reveal.js')
    return importer?.includes('/reveal.js/js/') && idle.test(source) ? '\0idle' : null
  },
  // Whatever it is asked, the answer is no.
  load: (id) =>
    id === '\0idle'
      ? 'export default function () { return new Proxy({}, { get: () => () => false }) }'
      : null,
  transform(code, id) {
    const change = changes.find(([file]) => id.replaceAll('\\', '/').endsWith(`/reveal.js/js/${file}`))
    if (!change) return null
    const [, before, after] = change
    if (code.split(before).length !== 2) throw new Error(`reveal.js is not as it was read: ${id}`)
    return { code: code.replace(before, after), map: null }
  },
}

/** One self-contained script (and its style sheet) that runs without a module loader. */
const browser = (name, entry = `client/${name}`, plugins = [], variable = 'StudyDeck') =>
  build({
    ...common,
    plugins: [leanReveal, ...plugins],
    css: { transformer: 'lightningcss', lightningcss: { visitor: unusedRules } },
    build: {
      ...output,
      chunkSizeWarningLimit: Number.POSITIVE_INFINITY,
      license: { fileName: `${name}.licenses.md` },
      // In a deck, to read a property does nothing: what is read for nothing is left out. At the desk, who reads a
      // signal follows it.
      rolldownOptions: { treeshake: { propertyReadSideEffects: name === 'desk' ? 'always' : false } },
      cssTarget: 'chrome111',
      lib: {
        entry: `src/${/\.tsx$/.test(entry) ? entry : `${entry}.ts`}`,
        formats: ['iife'],
        name: variable,
        fileName: () => `${name}.js`,
        cssFileName: name,
      },
    },
    // Where a script came from is nothing to one that stands in its page.
    define: { 'process.env.NODE_ENV': '"production"', 'import.meta.url': '""' },
  })

/**
 * woff2-encoder calls its WebAssembly through functions that it compiles from text, as a strict policy forbids. It has
 * two, each of one argument, that a closure calls as well: `g` are the types of what comes back, of `this`, and of the
 * arguments, `B` calls `I`, and `AD` frees what the arguments took.
 */
const withoutEval = {
  name: 'without-eval',
  transform(code, id) {
    if (!/woff2-encoder[\\/]dist[\\/]index\.js/.test(id)) return null
    const begins = 'function(A,g,C,B,I,Q){var E=g.length;'
    if (!code.includes(begins)) throw new Error('woff2-encoder is another one than was read')
    const closure =
      'function(A,g,C,B,I,Q){return function(...a){var d=[],r=B(I,...a.map((v,i)=>g[i+2].toWireType(d,v)));AD(d);return g[0].fromWireType(r)};var E=g.length;'
    return { code: code.replace(begins, () => closure), map: null }
  },
}

/** pdf.js says that it can't draw without a package that we have no need of: we only read. */
const withoutCanvas = {
  name: 'without-canvas',
  transform(code, id) {
    if (!/pdfjs-dist[\\/]legacy[\\/]build[\\/]pdf\.mjs/.test(id)) return null
    return { code: code.replace(/warn\((?:`Cannot load "@napi)[^\n]*\);/g, ';'), map: null }
  },
}

/** The desk derives decks, whose slides have no code in them: it needs no grammars, which are as large as all the rest. */
const withoutLanguages = {
  name: 'without-languages',
  enforce: 'pre',
  resolveId: (id) => (id === 'shiki/langs' ? '\0no-languages' : null),
  load: (id) => (id === '\0no-languages' ? 'export const bundledLanguages = {}' : null),
}

/** The words of a page's language stand before its script, in which this takes the place of all of them. */
const ownWords = {
  name: 'own-words',
  enforce: 'pre',
  resolveId(source, importer) {
    const isWords = importer && resolve(importer, '..', source) === resolve('src/words.ts')
    return isWords && !source.startsWith('\0') ? resolve('src/client/words/carried.ts') : null
  },
}

const languages = (await readdir('src/client/words'))
  .filter((name) => name !== 'carried.ts')
  .map((name) => name.replace('.ts', ''))

/** The script of a page, before it the words of each language between marks: a page takes those of its own. */
const deck = async () => {
  await browser('deck', 'client/main', [ownWords])
  for (const language of languages) await browser(`words-${language}`, `client/words/${language}`)
  const code = async (name) => (await readFile(`build/client/${name}.js`, 'utf8')).trim()
  const words = await Promise.all(
    languages.map(async (language) => `/*words ${language}*/${await code(`words-${language}`)}/*end*/`),
  )
  await writeFile('build/client/deck.js', `${words.join('\n')}\n${await code('deck')}\n`)
  await Promise.all(
    languages.flatMap((language) =>
      ['js', 'licenses.md'].map((ending) => rm(`build/client/words-${language}.${ending}`, { force: true })),
    ),
  )
}
/** What a live page loads through the dev server, which gives it `import.meta.hot`. */
const live = () =>
  build({
    ...common,
    build: {
      ...output,
      minify: false,
      lib: { entry: 'src/client/live.ts', formats: ['es'], fileName: () => 'live.js' },
    },
  })

/**
 * The command line in a few chunks. What it always needs is within, since hundreds of small files cost a fifth of a
 * build's time to find and load; the large and seldom needed, which are our `dependencies`, stay where npm puts them.
 * As CommonJS, which Node loads in less time than ES modules, and whose compiled code it can keep.
 */
const commandLine = async () => {
  // What bin/keep-compiled.js made of another one.
  await rm('build/compiled', { recursive: true, force: true })
  await build({
    ...common,
    plugins: [withoutEval, withoutCanvas],
    ssr: { noExternal: true, external: Object.keys({ ...dependencies, ...peerDependencies }) },
    build: {
      target: 'node20',
      outDir: 'build/cli',
      minify: false,
      license: { fileName: 'licenses.md' },
      ssr: true,
      rolldownOptions: {
        input: {
          main: 'src/cli/main.ts',
          index: 'src/index.ts',
          vite: 'src/site/plugin.ts',
          'reading-worker': 'src/store/reading-worker.ts',
        },
        output: {
          format: 'cjs',
          entryFileNames: '[name].cjs',
          chunkFileNames: '[name]-[hash].cjs',
          comments: false,
        },
      },
    },
  })
  // What other programs import.
  for (const name of ['index', 'vite']) {
    const names = Object.keys(createRequire(import.meta.url)(`../build/cli/${name}.cjs`))
    await writeFile(`build/cli/${name}.js`, `export { ${names.join(', ')} } from './${name}.cjs'\n`)
  }
}

/** What the fonts hold, and what cuts them. */
const fonts = async () => {
  const { module } = await runnerImport('./src/assets/list-fonts.ts')
  await mkdir('build', { recursive: true })
  await writeFile('build/fonts.json', JSON.stringify(await module.listFonts()))
  await copyFile('node_modules/harfbuzzjs/dist/harfbuzz-subset.wasm', 'build/harfbuzz-subset.wasm')
  const [katex, pdf] = ['node_modules/katex/dist', 'node_modules/pdfjs-dist']
  const isWanted = (path) => !/\.(?:ttf|woff)$/.test(path)
  await cp(`${katex}/katex.min.css`, 'build/katex/katex.min.css')
  await cp(`${katex}/fonts`, 'build/katex/fonts', { recursive: true, filter: isWanted })
  for (const tables of ['cmaps', 'standard_fonts'])
    await cp(`${pdf}/${tables}`, `build/pdf/${tables}`, { recursive: true })
}

/** What goes into a page without being bundled: the fonts, what cuts them, and the look of formulas. */
const inPages = Object.keys({ ...dependencies, ...devDependencies }).filter((name) =>
  /^(?:@fontsource.*|harfbuzzjs|katex)$/.test(name),
)

/** One list of all that the package holds of others: what is bundled for Node and for the page, and what is copied. */
const licenses = async () => {
  const lists = [
    'build/cli/licenses.md',
    'build/client/deck.licenses.md',
    'build/client/diagrams.licenses.md',
    'build/client/desk.licenses.md',
    'build/client/desk-editor.licenses.md',
    'build/client/desk-worker.licenses.md',
  ]
  const [first, ...more] = await Promise.all(lists.map((list) => readFile(list, 'utf8')))
  const [head, ...entries] = [first, ...more].flatMap((text) => text.split(/^(?=## )/m))
  for (const name of inPages) {
    const { version, license } = JSON.parse(await readFile(`node_modules/${name}/package.json`, 'utf8'))
    const names = (await readdir(`node_modules/${name}`)).filter((file) =>
      /^(?:licen[cs]e|copying)/i.test(file),
    )
    const text = names[0] ? await readFile(`node_modules/${name}/${names[0]}`, 'utf8') : ''
    entries.push(`## ${name} - ${version} (${license})\n\n${text.trim()}\n\n`)
  }
  const known = new Map(
    entries.filter((entry) => entry.startsWith('## ')).map((entry) => [entry.split('\n')[0], entry.trim()]),
  )
  const sorted = [...known].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, entry]) => entry)
  await writeFile(lists[0], `${[head.trim(), ...sorted].join('\n\n')}\n`)
  await Promise.all(lists.slice(1).map((list) => rm(list)))
}

/** Tells what these files make from what all others do: by it what was made before is known again. */
const stamp = async (name, files) => {
  const digest = createHash('sha256')
  for (const file of files.toSorted()) digest.update(await readFile(file))
  await writeFile(`build/${name}.stamp`, digest.digest('hex'))
}

const filesIn = async (folder) =>
  (await readdir(folder, { withFileTypes: true }))
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.stamp'))
    .map(({ name }) => `${folder}/${name}`)

/** The desk is made of nearly all that is built here. */
const stampDesk = async () =>
  stamp('desk', (await Promise.all(['build', 'build/cli', 'build/client'].map(filesIn))).flat())

/** A cut font is of its slices, whose names tell their release, and of all that cuts and packs it. */
const stampFonts = async () =>
  stamp('fonts', [
    'node_modules/harfbuzzjs/dist/harfbuzz-subset.wasm',
    'node_modules/woff2-encoder/package.json',
    ...(await filesIn('src/page/fonts')),
  ])

await Promise.all([
  fonts(),
  commandLine(),
  deck(),
  live(),
  browser('diagrams'),
  browser('desk', 'desk/main.tsx'),
  browser('desk-editor', 'desk/room/markdown-editor', [], 'StudyDeckEditor'),
  browser('desk-worker', 'desk/worker/worker', [withoutEval, withoutLanguages]),
])
await licenses()
await Promise.all([stampDesk(), stampFonts()])
// Types for whoever imports the package.
execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.types.json'], {
  stdio: 'inherit',
})
