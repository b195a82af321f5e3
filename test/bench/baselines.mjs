// What the choice of key points is measured against: two simple choosers, scored as study-deck is.
//   node test/bench/baselines.mjs <score script> FILE…
// The score script is run in a folder whose `study-deck outline FILE --json` answers with the baseline's points.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { Jieba } from '@node-rs/jieba'
import { dict } from '@node-rs/jieba/dict.js'

const here = fileURLToPath(import.meta.url)
const own = resolve(here, '../../../bin/study-deck.js')

/** The sentences of a paragraph, and the parts between semicolons, without their last mark. */
function sentences(text, { start, end }) {
  return [...text.slice(start, end).matchAll(/[^。！？；;\n]+?(?:[。！？；;\n]|[.!?](?=\s|$)|$)/gu)].flatMap(
    ({ index, 0: words }) => {
      const said = words.replace(/[。！？；;.!?\s]+$/u, '')
      const from = start + index + (said.length - said.trimStart().length)
      return said.trim() ? [{ start: from, end: start + index + said.length }] : []
    },
  )
}

const baselines = {
  /** The first clause of each sentence. */
  'lead clause': (text, paragraphs) =>
    paragraphs.map(({ span }) =>
      sentences(text, span).map(({ start, end }) => {
        const comma = text.slice(start, end).search(/[，：]|[,:]\s/u)
        return { start, end: comma > 0 ? start + comma : end }
      }),
    ),

  /**
   * As many sentences as study-deck has points, those first by TextRank (Mihalcea & Tarau, EMNLP 2004): a random walk
   * over sentences joined by the words they share, each weighed by its length's logarithm.
   */
  TextRank: (text, paragraphs) => {
    const all = paragraphs.flatMap(({ span }, paragraph) =>
      sentences(text, span).map((sentence) => ({ ...sentence, paragraph })),
    )
    const ranks = textRank(all.map(({ start, end }) => text.slice(start, end)))
    const wanted = paragraphs.reduce((sum, { keyPoints }) => sum + keyPoints.length, 0)
    const order = all.map((_, i) => i).sort((a, b) => ranks[b] - ranks[a] || a - b)
    const chosen = new Set(order.slice(0, wanted))
    return paragraphs.map((_, paragraph) => all.filter((s, i) => s.paragraph === paragraph && chosen.has(i)))
  },
}

function textRank(texts) {
  const jieba = Jieba.withDict(dict)
  const words = texts.map((text) => new Set(jieba.cut(text).filter((word) => /[\p{L}\p{N}]{2}/u.test(word))))
  const holders = new Map()
  words.forEach((set, i) => {
    for (const word of set) holders.set(word, [...(holders.get(word) ?? []), i])
  })
  const edges = words.map((set, i) => {
    const shared = new Map()
    for (const word of set)
      for (const j of holders.get(word)) if (j !== i) shared.set(j, (shared.get(j) ?? 0) + 1)
    return [...shared].map(([j, n]) => [j, n / (Math.log(1 + set.size) + Math.log(1 + words[j].size))])
  })
  const totals = edges.map((list) => list.reduce((sum, [, weight]) => sum + weight, 0))
  let ranks = texts.map(() => 1)
  for (let round = 0; round < 30; round++) {
    const next = texts.map(() => 0.15)
    edges.forEach((list, i) => {
      for (const [j, weight] of list) next[j] += (0.85 * ranks[i] * weight) / totals[i]
    })
    ranks = next
  }
  return ranks
}

/** Prints the outline of a file with a baseline's points in the place of study-deck's. */
export function printOutline(baseline, file) {
  const outline = JSON.parse(
    execFileSync(process.execPath, [own, 'outline', file, '--json'], {
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    }),
  )
  const { text } = outline
  const paragraphsOf = (section) => [...section.paragraphs, ...section.sections.flatMap(paragraphsOf)]
  const paragraphs = outline.sections.flatMap(paragraphsOf)
  baselines[baseline](text, paragraphs).forEach((points, i) => {
    paragraphs[i].heading = null
    paragraphs[i].keyPoints = points.map(({ start, end }) => ({
      text: text.slice(start, end),
      span: { start, end },
    }))
  })
  process.stdout.write(`${JSON.stringify(outline)}\n`)
}

if (process.argv[1] === here) {
  const [score, ...files] = process.argv.slice(2).map((path) => resolve(path))
  for (const name of Object.keys(baselines)) {
    const folder = mkdtempSync(join(tmpdir(), 'baseline-'))
    try {
      writeFileSync(join(folder, 'package.json'), '{ "type": "module", "bin": { "study-deck": "run.js" } }')
      writeFileSync(
        join(folder, 'run.js'),
        `import { printOutline } from ${JSON.stringify(pathToFileURL(here))}\nprintOutline(${JSON.stringify(name)}, process.argv[3])\n`,
      )
      console.log(`\n== ${name}`)
      execFileSync(process.execPath, [score, ...files], { cwd: folder, stdio: 'inherit' })
    } finally {
      rmSync(folder, { recursive: true })
    }
  }
}
