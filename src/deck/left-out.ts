import type { LeftOut, LeftOutKind, SourceText } from '../document/index.ts'
import { wordsFor } from '../words.ts'
import type { DraftDeck, DraftSlide } from './draft.ts'

/** What stands on every page, or around the text: it has no place on a slide of its own. */
const EVERYWHERE: ReadonlySet<LeftOutKind> = new Set(['page-furniture', 'surroundings', 'header'])
/** What a person who sees the slides' files may not be meant to read. */
const UNTOLD: ReadonlySet<LeftOutKind> = new Set(['comment', 'hidden'])
/** So many of the words before what was left out, and of its own, tell what it was, in UTF-16 units. */
const shownBefore = 20
const shownOwn = 40

/** A derived deck that says on each slide what of its part of the document could not be taken over. */
export function withLeftOut(
  deck: DraftDeck,
  { text, leftOut }: Pick<SourceText, 'text' | 'leftOut'>,
): DraftDeck {
  const placed = leftOut.filter(({ kind }) => !EVERYWHERE.has(kind))
  if (placed.length === 0) return deck
  const ends = lettersByLine(text)
  const waiting = placed.map((one) => ({ ...one, behind: ends[one.line] ?? 0 }))
  let read = 0
  let last: readonly string[] | null = null
  const remarked = (slide: DraftSlide): DraftSlide => {
    // Slides that stand for the same part of the document share its notes.
    if (slide.notes === last || slide.notes.length === 0) return slide
    last = slide.notes
    read += slide.notes.reduce((sum, note) => sum + lettersIn(note), 0)
    const own: LeftOut[] = []
    for (let next = waiting[0]; next && next.behind <= read; next = waiting[0]) {
      own.push(UNTOLD.has(next.kind) ? { ...next, words: '' } : next)
      waiting.shift()
    }
    if (own.length === 0) return slide
    return { ...slide, remark: wordsFor(deck.language).derive.leftOutHere(listed(own, deck.language)) }
  }
  return { ...deck, files: deck.files.map((file) => ({ ...file, slides: file.slides.map(remarked) })) }
}

/** What could not be taken over of one place of a document. */
export interface ToldLeftOut {
  readonly told: string
  /** The paragraph behind which it stood; '' for what has no place of its own, null for what only explains the others. */
  readonly behind: string | null
}

/** What of each language stands at the head of what a slide says was left out. */
const heads = ['zh-CN', 'zh-TW', 'ja', 'en'].map((language) => {
  const words = wordsFor(language).derive
  return { head: words.leftOutHere(''), at: words.leftOutAt }
})

/**
 * What a slide says was left out of its part of the document, as `withLeftOut` has it.
 *
 * @param markdown of the slide
 * @param behind gives the last paragraph of its notes
 */
export function toldOnSlide(markdown: string, behind: () => string): readonly ToldLeftOut[] {
  return [...markdown.matchAll(/<!-- (.{1,2000}?) -->/g)].flatMap(([, remark = '']) => {
    const found = heads.find(({ head }) => remark.startsWith(head))
    if (!found) return []
    const last = behind()
    const place = found.at(last.trim().replace(/\s+/gu, ' ').slice(-shownBefore))
    return [{ told: place + remark.slice(found.head.length), behind: last }]
  })
}

/** What could not be taken over of a document, a line for each place. */
export function leftOutLines(
  source: Pick<SourceText, 'text' | 'leftOut'>,
  language: string,
  folder: string,
): string[] {
  return leftOutPlaces(source, language, folder).map(({ told }) => told)
}

/** The same, each with its place in the document. */
export function leftOutPlaces(
  { text, leftOut }: Pick<SourceText, 'text' | 'leftOut'>,
  language: string,
  folder: string,
): ToldLeftOut[] {
  const words = wordsFor(language).derive
  const lines = text.split('\n')
  const places = new Map<string, LeftOut[]>()
  const behind = new Map<string, string>()
  for (const one of leftOut) {
    const isPlaced = !EVERYWHERE.has(one.kind)
    const before = isPlaced ? (lines.slice(0, one.line + 1).findLast((line) => line.trim() !== '') ?? '') : ''
    const place = isPlaced
      ? words.leftOutAt(before.trim().replace(/\s+/gu, ' ').slice(-shownBefore))
      : words.leftOutAround
    places.set(place, [...(places.get(place) ?? []), isPlaced ? one : { ...one, words: '' }])
    if (!behind.has(place)) behind.set(place, before)
  }
  const told = [...places].map(([place, ones]) => ({
    told: `${place}${listed(ones, language)}`,
    behind: behind.get(place) ?? '',
  }))
  return leftOut.some(({ kind }) => kind === 'picture' || kind === 'chart')
    ? [...told, { told: words.leftOutPictures(folder), behind: null }]
    : told
}

/** What it is and what it says; what says nothing is counted. */
function listed(leftOut: readonly LeftOut[], language: string): string {
  const { derive } = wordsFor(language)
  const counts = new Map<string, number>()
  for (const { kind, words } of leftOut) {
    const own = words.length > shownOwn ? `${words.slice(0, shownOwn)}…` : words
    const name = derive.leftOutKind(derive.leftOutKinds[kind], own)
    counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return [...counts]
    .map(([name, count]) => (count > 1 ? `${name} ×${count}` : name))
    .join(derive.leftOutComma)
}

/** How many letters stand up to the end of each line: what parts or joins lines changes no letter. */
function lettersByLine(text: string): readonly number[] {
  let sum = 0
  return text.split('\n').map((line) => {
    sum += lettersIn(line)
    return sum
  })
}

function lettersIn(words: string): number {
  return words.replace(/\s/gu, '').length
}
