// What the command line takes, as whole processes: npm run bench [runs]
// Absolute times are this machine's, at this moment; only ratios of one run are worth quoting.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'

const runs = Number(process.argv[2] ?? 5)
const folder = mkdtempSync(join(tmpdir(), 'study-deck-bench-'))
const source = 'slides/heilongjiang-secrecy/source.txt'
const text = readFileSync(source, 'utf8')
const paragraphs = text.split('\n').filter((line) => line.length > 200)
const clauses = text.split(/[，。；！、\n]/).filter((clause) => clause.length > 6 && clause.length < 28)

/** A deck of so many slides: a heading, five points and a full paragraph of notes each. */
function makeDeck(count) {
  let next = 0
  const clause = () => clauses[next++ % clauses.length]
  const slide = (_, i) =>
    `# 第${i + 1}页 ${clause()}\n\n${Array.from({ length: 5 }, () => `- ${clause()}\n`).join('')}\nNote:\n${paragraphs[i % paragraphs.length]}\n`
  const slides = join(folder, `slides-${count}`)
  mkdirSync(join(slides, 'bench'), { recursive: true })
  writeFileSync(join(slides, 'bench/01.md'), Array.from({ length: count }, slide).join('\n---\n\n'))
  return slides
}

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]
const tellMemory =
  'data:text/javascript,process.on("exit",()=>console.error("RSS "+process.resourceUsage().maxRSS))'

/** Median seconds and peak memory (MB) of a command. */
function timed(name, args, made) {
  const seconds = []
  let memory = 0
  for (let run = 0; run <= runs; run++) {
    const start = performance.now()
    const { status, stderr } = spawnSync(
      process.execPath,
      ['--import', tellMemory, 'bin/study-deck.js', ...args(run)],
      {
        encoding: 'utf8',
      },
    )
    if (status !== 0) throw new Error(stderr)
    // The first run warms the caches.
    if (run > 0) seconds.push((performance.now() - start) / 1000)
    memory = Math.max(memory, Number(/RSS (\d+)/.exec(stderr)?.[1] ?? 0) / 1024)
  }
  const size = made ? `  ${Math.round(statSync(made).size / 1024)} KB` : ''
  console.log(`${name.padEnd(24)} ${median(seconds).toFixed(2)} s  ${Math.round(memory)} MB${size}`)
}

/** Median milliseconds from a saved edit until it is seen. */
async function edits(count) {
  const slides = makeDeck(count)
  const file = join(slides, 'bench/01.md')
  const markdown = readFileSync(file, 'utf8')
  const server = spawn(process.execPath, ['bin/study-deck.js', 'dev', '--slides', slides])
  const address = await new Promise((found) =>
    server.stdout.once('data', (data) => found(String(data).trim())),
  )
  const executablePath = [process.env.CHROME_PATH, '/usr/bin/chromium', '/usr/bin/google-chrome'].find(
    (path) => path && existsSync(path),
  )
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
  try {
    const page = await browser.newPage()
    await page.goto(`${address}bench/`)
    await page.locator('.reveal.ready').waitFor()
    await page.waitForTimeout(1000)
    const times = []
    for (let i = 0; i < runs * 2; i++) {
      const start = performance.now()
      writeFileSync(file, markdown.replace('# 第1页', `# 第1页 改${i}`))
      await page.waitForFunction(
        (words) => document.querySelector('section.present h1')?.textContent?.includes(words),
        `改${i}`,
        { polling: 5 },
      )
      times.push(performance.now() - start)
      await page.waitForTimeout(400)
    }
    console.log(`${`edit seen, ${count} slides`.padEnd(24)} ${median(times).toFixed(0)} ms`)
  } finally {
    await browser.close()
    server.kill()
  }
}

/** How much of CommonMark is read as its spec has it: the test tells. */
function commonMark() {
  const { stdout } = spawnSync(
    process.execPath,
    ['node_modules/vitest/vitest.mjs', 'run', 'test/markdown/commonmark.test.ts'],
    {
      encoding: 'utf8',
    },
  )
  console.log(/^CommonMark: .*$/m.exec(stdout)?.[0] ?? 'CommonMark: the test failed')
}

try {
  commonMark()
  timed('derive', (run) => ['derive', source, '--slides', join(folder, `derived-${run}`), '--deck', 'd'])
  timed(
    'build, the real deck',
    () => ['build', '--out', join(folder, 'out')],
    join(folder, 'out/heilongjiang-secrecy/index.html'),
  )
  for (const count of [200, 1000])
    timed(
      `build, ${count} slides`,
      () => ['build', '--slides', makeDeck(count), '--out', join(folder, 'out')],
      join(folder, 'out/bench/index.html'),
    )
  for (const count of [200, 1000]) await edits(count)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
