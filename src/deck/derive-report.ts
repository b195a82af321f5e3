import type { SourceText } from '../document/index.ts'
import { wordsFor } from '../words.ts'
import type { DraftDeck } from './draft.ts'
import { leftOutLines } from './left-out.ts'
import type { Merged, SlideChange, SlideState } from './merge.ts'

/** What a person need not be told slide by slide. */
const usual: ReadonlySet<SlideState> = new Set(['new', 'unchanged', 'own'])
const gone: ReadonlySet<SlideState> = new Set(['retired', 'left-out'])

/** What derive did, as lines for a person to read. */
export function deriveReport(
  { files, slides }: Merged,
  draft: DraftDeck,
  source: Pick<SourceText, 'text' | 'leftOut'>,
  place: {
    readonly slug: string
    readonly slides: string
    readonly folder: string
    readonly dryRun: boolean
  },
): string[] {
  const { slug, folder, dryRun } = place
  const words = wordsFor(draft.language).derive
  const counts = new Map<SlideState, number>()
  for (const { state } of slides) counts.set(state, (counts.get(state) ?? 0) + 1)
  const points = slides.reduce(
    (sum, { state, markdown }) => sum + (gone.has(state) ? 0 : pointsIn(markdown)),
    0,
  )
  const kept = slides.filter(({ state }) => !gone.has(state)).length
  const whole = files.filter((file) => file.slides.length > 0).length
  const totals = [...counts].map(([state, count]) => words.count(words.states[state], count))
  const notable = placesOf(slides).filter(({ change }) => !usual.has(change.state))
  return [
    draft.title,
    `${folder}: ${words.made(whole, kept, points)}`,
    ...(counts.size > 1 || !counts.has('new') ? totals.map((line) => `  ${line}`) : []),
    ...notable.map(
      ({ change: { file, state, markdown }, number }) =>
        `  ${file} ${words.slide(number)} ${words.states[state]}: ${nameOf(markdown)}`,
    ),
    ...files.filter(({ slides }) => slides.length === 0).map(({ name }) => `  ${name} ${words.removed}`),
    ...leftOutLines(source, draft.language, folder).map((line) => `  ${line}`),
    dryRun ? words.dryRun : nextSteps(words.next, slug, place.slides),
  ]
}

/** What may be done with a deck that is there now. @param say the words for it, of the commands that do it */
export function nextSteps(say: (see: string, check: string) => string, slug: string, slides: string): string {
  const where = slides === 'slides' ? '' : ` --slides ${quoted(slides)}`
  return say(`dev${where}`, `check ${slug}${where}`)
}

/** A path as it is typed in any shell. */
function quoted(path: string): string {
  return /^[\p{L}\p{N}_./\\:-]+$/u.test(path) ? path : `"${path}"`
}

/** Which slide of its file each one is; of one that is gone, which it would be. */
function placesOf(slides: readonly SlideChange[]): { change: SlideChange; number: number }[] {
  const counts = new Map<string, number>()
  return slides.map((change) => {
    const number = (counts.get(change.file) ?? 0) + 1
    if (!gone.has(change.state)) counts.set(change.file, number)
    return { change, number }
  })
}

/** The points of a slide on either level, as check counts them: its agenda is none. */
function pointsIn(markdown: string): number {
  const body = markdown.replace(/^notes?[:：][\s\S]*/im, '')
  return /class="agenda\b/.test(body) ? 0 : (body.match(/^\s*- /gm)?.length ?? 0)
}

/** The heading of a slide, or whatever it says first. */
function nameOf(markdown: string): string {
  const line = markdown.split('\n').find((one) => one.trim() !== '' && !one.startsWith('<!--')) ?? ''
  return line.replace(/^(?:#+|[->])\s*/, '').slice(0, 40)
}
