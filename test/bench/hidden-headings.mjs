// How much of an author's own summary the chosen points recover when it is hidden from them.
//   node test/bench/hidden-headings.mjs FILE…
// The run-in headings of a document (（一）严格执行环境影响评价制度。凡依法…) are taken off, the rest is read anew;
// printed is which part of the headings' pairs of neighbouring characters the paragraph's points and heading hold,
// beside that of the lead clauses of its sentences and of the whole paragraph, which nothing can exceed.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const own = resolve(fileURLToPath(import.meta.url), '../../../bin/study-deck.js')
const outlineOf = (file) =>
  JSON.parse(
    execFileSync(process.execPath, [own, 'outline', file, '--json'], {
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    }),
  )
const paragraphsOf = (section) => [...section.paragraphs, ...section.sections.flatMap(paragraphsOf)]

function bigrams(words) {
  const runs = words.match(/[\p{L}\p{N}]+/gu) ?? []
  return new Set(runs.flatMap((run) => [...run].slice(1).map((_, i) => run.slice(i, i + 2))))
}

function recall(heading, said) {
  const wanted = bigrams(heading)
  const found = new Set(said.flatMap((words) => [...bigrams(words)]))
  return [...wanted].filter((pair) => found.has(pair)).length / wanted.size
}

const runIn = /^\s*[（(][一二三四五六七八九十\d]{1,3}[）)]\s*([^。！？，；：]{4,40})[。！？]\s*(?=.{20})/u

for (const file of process.argv.slice(2)) {
  const { text, sections } = outlineOf(file)
  const whole = sections.flatMap(paragraphsOf).map(({ span }) => text.slice(span.start, span.end))
  const hidden = whole.flatMap((paragraph) => {
    const found = runIn.exec(paragraph)
    return found ? [{ heading: found[1], rest: paragraph.slice(found[0].length) }] : []
  })
  if (hidden.length === 0) continue
  const folder = mkdtempSync(join(tmpdir(), 'headings-'))
  const name = join(folder, 'document.txt')
  writeFileSync(name, `标题\n\n${hidden.map(({ rest }) => rest).join('\n\n')}\n`)
  const read = outlineOf(name)
  rmSync(folder, { recursive: true })
  const points = new Map(
    read.sections
      .flatMap(paragraphsOf)
      .map(({ span, heading, keyPoints }) => [
        read.text.slice(span.start, span.end),
        [...(heading ? [heading] : []), ...keyPoints].map((part) => part.text),
      ]),
  )
  const mean = (value) => (hidden.reduce((sum, part) => sum + value(part), 0) / hidden.length).toFixed(3)
  const leads = (rest) => rest.split(/[。；！？]/u).map((sentence) => sentence.split(/[，：]/u)[0])
  console.log(`${basename(file)}: ${hidden.length} headings`)
  console.log(`  points            ${mean(({ heading, rest }) => recall(heading, points.get(rest) ?? []))}`)
  console.log(`  lead clauses      ${mean(({ heading, rest }) => recall(heading, leads(rest)))}`)
  console.log(`  whole paragraphs  ${mean(({ heading, rest }) => recall(heading, [rest]))}`)
  const size = (parts) => parts.reduce((sum, words) => sum + words.length, 0)
  const total = (value) => hidden.reduce((sum, part) => sum + value(part), 0)
  const share = (value) => (total(value) / total(({ rest }) => rest.length)).toFixed(2)
  console.log(
    `  of the text: points ${share(({ rest }) => size(points.get(rest) ?? []))}, lead clauses ${share(({ rest }) => size(leads(rest)))}`,
  )
}
