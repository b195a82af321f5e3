// How decks look, in figures: forms, how far down pages are used, type, and terms that headings are broken in.
//   node test/look/looks.mjs [--slides dir | --dist dir] [--theme zhu] [--tell ends,terms,small,kinds]
// Run `npm run compile` first. `--dist` takes decks that are built; `--tell` lists the slides that a figure counts.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { Jieba } from '@node-rs/jieba'
import { dict } from '@node-rs/jieba/dict.js'
import { chromium } from 'playwright-core'

const { values } = parseArgs({
  options: {
    slides: { type: 'string', default: 'slides' },
    dist: { type: 'string' },
    theme: { type: 'string', default: 'zhu' },
    tell: { type: 'string', default: '' },
  },
})

/** What has no points of its own to lay out. */
const frames = ['title', 'divider', 'agenda', 'recap', 'closing']
/** A page whose last words stand above this share of its height is not used. */
const used = 0.6

const jieba = Jieba.withDict(dict)

/** Where a text may not be broken: inside of a word, and inside of two that this document says together again and again. */
function termsOf(text) {
  const words = jieba.cut(text, true)
  const counts = new Map()
  const count = (key) => counts.set(key, (counts.get(key) ?? 0) + 1)
  // A number may go on in the next line.
  const isWord = (word) =>
    /^\p{Script=Han}+$/u.test(word) && !/^第?[零〇一二三四五六七八九十百千]+条?$/u.test(word)
  words.forEach((word, i) => {
    count(word)
    if (isWord(word) && isWord(words[i + 1] ?? '')) count(`${word}\0${words[i + 1]}`)
  })
  const particle = /^[的地得了着过和与及或在以为对把被将从向让使是不要等]$/u
  return (heading) => {
    const within = new Set()
    let at = 0
    const parts = jieba.cut(heading, true)
    parts.forEach((word, i) => {
      if (isWord(word)) for (let k = 1; k < word.length; k++) within.add(at + k)
      at += word.length
      const next = parts[i + 1] ?? ''
      const together = counts.get(`${word}\0${next}`) ?? 0
      const rarer = Math.min(counts.get(word) ?? 0, counts.get(next) ?? 0)
      const isTerm =
        isWord(word) &&
        isWord(next) &&
        !particle.test(word) &&
        !particle.test(next) &&
        word.length + next.length <= 4 &&
        together >= 3 &&
        together >= rarer * 0.6
      if (isTerm) within.add(at)
    })
    return within
  }
}

/** Every slide of a page that is laid out at once, as the browser shows it. */
const measured = () =>
  [...document.querySelectorAll('.slides > section > section')].map((slide, i) => {
    const box = slide.getBoundingClientRect()
    let bottom = box.top
    let smallest = Number.POSITIVE_INFINITY
    let small = ''
    const walker = document.createTreeWalker(slide, NodeFilter.SHOW_TEXT)
    const range = document.createRange()
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement
      if (!node.nodeValue.trim() || parent.closest('aside.notes, .sections, .section-name, .katex-mathml'))
        continue
      range.selectNodeContents(node)
      const rect = range.getBoundingClientRect()
      if (!rect.width) continue
      bottom = Math.max(bottom, rect.bottom)
      if (parent.closest('sup, sub, pre, code, .katex, .footnote, .footnotes')) continue
      const size = Number.parseFloat(getComputedStyle(parent).fontSize)
      if (size < smallest) [smallest, small] = [size, node.nodeValue.trim().slice(0, 20)]
    }
    for (const element of slide.querySelectorAll('*')) {
      if (element.closest('aside.notes, .sections')) continue
      const style = getComputedStyle(element)
      const seen =
        /^(?:img|svg|video)$/i.test(element.tagName) || style.backgroundColor !== 'rgba(0, 0, 0, 0)'
      if (seen) bottom = Math.max(bottom, element.getBoundingClientRect().bottom)
    }
    const keepsWords = (element) =>
      /^H[1-6]$/.test(element.tagName) || getComputedStyle(element).wordBreak === 'keep-all'
    const large = [...slide.querySelectorAll(':is(h1,h2,h3,h4,h5,h6,li,p)')].filter(
      (element) => !element.closest('aside.notes, .sections') && keepsWords(element),
    )
    const headings = large.map((heading) => {
      let text = ''
      const breaks = []
      let before = null
      const texts = document.createTreeWalker(heading, NodeFilter.SHOW_TEXT)
      for (let node = texts.nextNode(); node; node = texts.nextNode())
        for (let k = 0; k < node.length; k++) {
          range.setStart(node, k)
          range.setEnd(node, k + 1)
          const { top, height, left } = range.getBoundingClientRect()
          if (height && before && top > before.top + height / 2 && left < before.left)
            breaks.push(text.length)
          if (height) before = { top, left }
          text += node.nodeValue[k]
        }
      return { text, breaks }
    })
    return {
      number: i + 1,
      classes: [...slide.classList].filter(
        (name) => !/^(?:past|present|future|stack|continued|opening|nonincremental|has-.*)$/.test(name),
      ),
      end: (bottom - box.top) / box.height,
      smallest,
      small,
      headings,
      points: slide.querySelectorAll('li').length,
      notes: slide.querySelector('aside.notes')?.textContent ?? '',
    }
  })

const temporary = values.dist ? null : mkdtempSync(join(tmpdir(), 'study-deck-looks-'))
if (temporary)
  execFileSync(
    process.execPath,
    [resolve('bin/study-deck.js'), 'build', '--slides', values.slides, '--out', temporary],
    { stdio: 'ignore' },
  )
const dist = values.dist ?? temporary
const chrome = ['/usr/bin/chromium', '/usr/bin/google-chrome', '/usr/bin/microsoft-edge'].find(existsSync)
const browser = await chromium.launch({
  executablePath: process.env.CHROME_PATH ?? chrome,
  args: ['--no-sandbox', '--disable-gpu'],
})
const page = await browser.newPage({ viewport: { width: 1280, height: 720 }, reducedMotion: 'reduce' })
const tells = values.tell.split(',')
const all = []
for (const deck of readdirSync(dist).sort()) {
  const file = join(dist, deck, 'index.html')
  if (!existsSync(file)) continue
  await page.goto(pathToFileURL(file).href)
  await page.locator('.reveal.ready').waitFor()
  await page.addStyleTag({
    content: `.reveal .slides, .reveal .slides > section, .reveal .slides > section > section {
      display: block !important; position: relative !important; inset: auto !important; transform: none !important;
      visibility: visible !important; opacity: 1 !important; zoom: 1 !important; transition: none !important }
      .reveal .slides > section { height: auto !important }`,
  })
  await page.evaluate((theme) => {
    document.documentElement.dataset.theme = theme
    return document.fonts.ready
  }, values.theme)
  const slides = await page.evaluate(measured)
  const within = termsOf([...new Set(slides.map(({ notes }) => notes))].join('\n'))
  all.push({ deck, slides: slides.map((slide) => ({ ...slide, deck, within })) })
}
await browser.close()
if (temporary) rmSync(temporary, { recursive: true })

const formOf = ({ classes }) => classes[0] ?? 'list'
function figures(slides) {
  const content = slides.filter((slide) => !frames.includes(formOf(slide)))
  const forms = {}
  for (const slide of content) forms[formOf(slide)] = (forms[formOf(slide)] ?? 0) + 1
  const early = content.filter(({ end }) => end < used)
  const broken = slides.flatMap((slide) =>
    slide.headings.flatMap(({ text, breaks }) =>
      breaks
        .filter((at) => slide.within(text).has(at))
        .map((at) => ({ slide, said: `${text.slice(0, at)}/${text.slice(at)}` })),
    ),
  )
  const sizes = slides.map(({ smallest }) => smallest).filter(Number.isFinite)
  let run = 0
  let longest = 0
  content.forEach((slide, i) => {
    run = i > 0 && formOf(slide) === formOf(content[i - 1]) ? run + 1 : 1
    longest = Math.max(longest, run)
  })
  return {
    content,
    forms,
    early,
    broken,
    least: Math.min(...sizes),
    below: slides.filter(({ smallest }) => smallest < 29.5),
    longest,
  }
}
const percent = (part, whole) => `${((100 * part) / Math.max(1, whole)).toFixed(1)} %`
const line = (name, slides) => {
  const { content, forms, early, broken, least, below, longest } = figures(slides)
  const shares = Object.entries(forms)
    .sort((a, b) => b[1] - a[1])
    .map(([form, count]) => `${form} ${percent(count, content.length)}`)
  console.log(
    `${name}: ${slides.length} slides, ${content.length} of content; ends above 60 %: ${percent(early.length, content.length)}; smallest ${least.toFixed(1)} px, below 30 on ${below.length}; terms broken ${broken.length}; longest run of one form ${longest}\n    ${shares.join(', ')}`,
  )
  return { early, broken, below }
}
for (const { deck, slides } of all) line(deck, slides)
const { early, broken, below } = line(
  'ALL',
  all.flatMap(({ slides }) => slides),
)
const where = ({ deck, number, classes }) => `${deck} ${number} .${classes.join('.')}`
if (tells.includes('ends'))
  for (const slide of early)
    console.log(`ends at ${slide.end.toFixed(2)}: ${where(slide)} ${slide.headings[0]?.text ?? ''}`)
if (tells.includes('terms'))
  for (const { slide, said } of broken) console.log(`broken: ${where(slide)} ${said}`)
if (tells.includes('small'))
  for (const slide of below) console.log(`${slide.smallest.toFixed(1)} px: ${where(slide)} ${slide.small}`)
