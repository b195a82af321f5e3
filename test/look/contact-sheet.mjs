// Every slide of some decks in every theme and ratio, on one picture a deck, theme and ratio.
//   node test/look/contact-sheet.mjs [--slides dir] [--out dir] [--ratio 16:9,4:3,A4,9:16] [--theme zhu,mo,su] [--columns n]
// Run `npm run compile` first. The pictures go to a folder of the system's temporary files unless told.
import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { chromium } from 'playwright-core'

const { values } = parseArgs({
  options: {
    slides: { type: 'string', default: 'slides' },
    out: { type: 'string', default: join(tmpdir(), 'study-deck-look') },
    ratio: { type: 'string', default: '16:9' },
    theme: { type: 'string', default: 'zhu,mo,su' },
    columns: { type: 'string', default: '3' },
  },
})
const chrome = ['/usr/bin/chromium', '/usr/bin/google-chrome', '/usr/bin/microsoft-edge'].find(existsSync)
const browser = await chromium.launch({
  executablePath: process.env.CHROME_PATH ?? chrome,
  args: ['--no-sandbox', '--disable-gpu'],
})
mkdirSync(values.out, { recursive: true })

/** A copy of the decks at a ratio, built. */
function built(ratio) {
  const folder = mkdtempSync(join(tmpdir(), 'study-deck-sheet-'))
  cpSync(values.slides, join(folder, 'slides'), { recursive: true })
  for (const entry of readdirSync(join(folder, 'slides'), { withFileTypes: true })) {
    if (!entry.isDirectory()) continue
    const deck = entry.name
    const [first] = readdirSync(join(folder, 'slides', deck))
      .filter((name) => name.endsWith('.md'))
      .sort()
    if (!first) continue
    const file = join(folder, 'slides', deck, first)
    const text = readFileSync(file, 'utf8')
    writeFileSync(
      file,
      text.startsWith('---\n')
        ? text.replace('---\n', `---\nratio: ${ratio}\n`)
        : `---\nratio: ${ratio}\n---\n\n${text}`,
    )
  }
  execFileSync(
    process.execPath,
    [
      resolve('bin/study-deck.js'),
      'build',
      '--slides',
      join(folder, 'slides'),
      '--out',
      join(folder, 'dist'),
    ],
    { stdio: 'inherit' },
  )
  return join(folder, 'dist')
}

for (const ratio of values.ratio.split(',')) {
  const dist = built(ratio)
  const [width, height] = { '4:3': [960, 720], A4: [1018, 720], '9:16': [720, 1280] }[ratio] ?? [1280, 720]
  for (const deck of readdirSync(dist)) {
    if (!existsSync(join(dist, deck, 'index.html'))) continue
    for (const theme of values.theme.split(',')) {
      const page = await browser.newPage({ viewport: { width, height }, reducedMotion: 'reduce' })
      await page.goto(pathToFileURL(join(dist, deck, 'index.html')).href)
      await page.locator('.reveal.ready').waitFor()
      await page.evaluate((theme) => {
        document.documentElement.dataset.theme = theme
        return document.fonts.ready
      }, theme)
      await page.addStyleTag({
        content: '.reveal .fragment{opacity:1!important;visibility:visible!important}',
      })
      const places = await page.evaluate(() =>
        window.Reveal.getSlides().map((slide) => {
          const { h, v } = window.Reveal.getIndices(slide)
          return [h, v]
        }),
      )
      const shots = []
      for (const [h, v] of places) {
        await page.evaluate(([h, v]) => window.Reveal.slide(h, v), [h, v])
        shots.push((await page.screenshot({ type: 'jpeg', quality: 85 })).toString('base64'))
      }
      await page.close()
      const columns = Number(values.columns)
      const sheet = await browser.newPage({ viewport: { width: columns * 650, height: 400 } })
      await sheet.setContent(
        `<style>body{margin:8px;display:grid;grid-template-columns:repeat(${columns},1fr);gap:8px;background:#777}img{width:100%}</style>${shots.map((shot) => `<img src="data:image/jpeg;base64,${shot}">`).join('')}`,
      )
      const file = join(values.out, `${deck}-${theme}-${ratio.replace(':', 'x')}.png`)
      await sheet.screenshot({ path: file, fullPage: true })
      await sheet.close()
      process.stdout.write(`${file}  ${shots.length} slides\n`)
    }
  }
}
await browser.close()
