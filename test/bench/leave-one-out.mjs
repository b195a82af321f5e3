// What the weights of src/keypoints/choice/weights.ts are worth on documents that they were not set by: they are fitted
// on all documents but one (a coarse grid, a weight at a time, twice through) and score that one; each document in turn.
//   node test/bench/leave-one-out.mjs <gold folder> FILE…
// Rules and cue words stay as they are; they were written by people who had seen these documents, too.
import { readFileSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import { runnerImport } from 'vite'

const fitted = new URL('fitted.ts', import.meta.url).pathname
const { keyPoints, outline, readDocument, weights } = (await runnerImport(fitted, { configFile: false }))
  .module

const [folder, ...files] = process.argv.slice(2)
const documents = await Promise.all(
  files.map(async (file) => {
    const document = outline(await readDocument({ name: basename(file), bytes: readFileSync(file) }))
    const { points } = JSON.parse(readFileSync(join(folder, `${basename(file, extname(file))}.json`), 'utf8'))
    const find = (words) => ({
      start: document.text.indexOf(words),
      end: document.text.indexOf(words) + words.length,
    })
    return {
      file,
      document,
      gold: points.map((wordings) => wordings.map(find).filter(({ start }) => start >= 0)),
    }
  }),
)

/** So much of two spans is the same, of what is in either. */
function overlap(one, other) {
  const both = Math.max(0, Math.min(one.end, other.end) - Math.max(one.start, other.start))
  return both / (one.end - one.start + other.end - other.start - both)
}

/** F1 of the points, as the score script counts it: any wording will do, headings count where they are wanted. */
function score({ document, gold }) {
  const found = [...keyPoints(document).values()]
  const points = found.flatMap((one) => one.points.map(({ span }) => span))
  const said = [...points, ...found.flatMap(({ heading }) => (heading ? [heading] : []))]
  const isHit = (wordings) => wordings.some((span) => said.some((one) => overlap(span, one) >= 0.5))
  const isRight = (span) => gold.some((wordings) => wordings.some((one) => overlap(one, span) >= 0.5))
  const recall = gold.filter(isHit).length / gold.length
  const precision = points.filter(isRight).length / points.length
  return recall + precision ? (2 * recall * precision) / (recall + precision) : 0
}

const mean = (some) => some.reduce((sum, one) => sum + one, 0) / some.length
const own = { ...weights }
const steps = [-1, -0.5, 0, 0.5, 1]

/** Sets each weight, one after another, to what is best for some documents. */
function fit(some) {
  Object.assign(weights, own)
  for (let round = 0; round < 2; round++)
    for (const name of Object.keys(own)) {
      const trials = steps.map((step) => {
        weights[name] = own[name] + step
        return { value: weights[name], mean: mean(some.map(score)), far: Math.abs(step) }
      })
      weights[name] = trials.sort((a, b) => b.mean - a.mean || a.far - b.far)[0].value
    }
}

const rows = documents.map((one) => {
  Object.assign(weights, own)
  const asSet = score(one)
  fit(documents.filter((other) => other !== one))
  return { file: basename(one.file), asSet, leftOut: score(one) }
})
fit(documents)
rows.forEach((row, i) => {
  row.fitted = score(documents[i])
})
for (const { file, asSet, leftOut, fitted } of [
  ...rows,
  {
    file: 'mean',
    asSet: mean(rows.map(({ asSet }) => asSet)),
    leftOut: mean(rows.map(({ leftOut }) => leftOut)),
    fitted: mean(rows.map(({ fitted }) => fitted)),
  },
])
  console.log(
    `${file.padEnd(32)}as set ${asSet.toFixed(3)}  fitted on the others ${leftOut.toFixed(3)}  fitted on all ${fitted.toFixed(3)}`,
  )
