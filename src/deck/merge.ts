import type { FileMarkdown } from './markdown.ts'
import { type DerivedRecord, fingerprint, type SlideRecord } from './record.ts'

/** A file of a deck as its folder has it, cut into slides. */
export interface CurrentFile {
  readonly name: string
  readonly frontMatter: string
  readonly slides: readonly string[]
  /** A person set its columns apart: it is one piece, and theirs. */
  readonly whole: boolean
}

/**
 * What becomes of a slide:
 * - `new`, `refreshed`, `unchanged`: as derived now
 * - `kept`: a person edited it; `outdated` where, besides, its paragraph changed in the document or is gone
 * - `own`: a person wrote it
 * - `retired`: nobody touched it, and its paragraph is gone
 * - `left-out`: a person took it out, so it does not come back
 */
export type SlideState =
  | 'new'
  | 'refreshed'
  | 'unchanged'
  | 'kept'
  | 'outdated'
  | 'own'
  | 'retired'
  | 'left-out'

export interface SlideChange {
  readonly file: string
  readonly state: SlideState
  readonly markdown: string
  /** What derive would write in its place now; null for none. */
  readonly derived: string | null
  /** What was remembered of it, and what of `derived` is to be. */
  readonly wrote: SlideRecord | null
  readonly writes: SlideRecord | null
}

/** A file as it will be; without slides it goes. */
export interface MergedFile extends FileMarkdown {
  readonly changed: boolean
}

export interface Merged {
  readonly files: readonly MergedFile[]
  readonly slides: readonly SlideChange[]
  readonly record: DerivedRecord
  /** How much of what is derived now was derived before, 0 to 1: the same document, or another. */
  readonly familiar: number
}

/** The notes of a slide, or '' for one without. */
function notesOf(markdown: string): string {
  return /^notes?[:：]([\s\S]*)/im.exec(markdown)?.[1] ?? ''
}

function recordOf(slides: readonly string[]): SlideRecord[] {
  const counts = new Map<string, number>()
  return slides.map((markdown) => {
    const key = fingerprint(notesOf(markdown))
    const count = counts.get(key) ?? 0
    counts.set(key, count + 1)
    return { id: `${key}.${count}`, print: fingerprint(markdown) }
  })
}

function recordFiles(files: readonly FileMarkdown[]): DerivedRecord {
  return Object.fromEntries(
    files.map(({ name, frontMatter, slides }) => [
      name,
      { frontMatter: fingerprint(frontMatter), slides: recordOf(slides) },
    ]),
  )
}

/**
 * Brings a deck up to what is derived now, and keeps everything that a person did to it. Pure.
 *
 * @param record what derive wrote last; null where that is not known, and then whatever differs is a person's
 * @param current the files of the deck's folder
 * @param derived the files as they are derived now
 */
export function mergeDeck(
  record: DerivedRecord | null,
  current: readonly CurrentFile[],
  derived: readonly FileMarkdown[],
): Merged {
  const known = record ?? recordFiles(derived)
  const asNew = (file: FileMarkdown, name: string): SlideChange[] =>
    recordOf(file.slides).map((writes, i) => {
      const markdown = file.slides[i] ?? ''
      return { file: name, state: 'new', markdown, derived: markdown, wrote: null, writes }
    })
  const names = namesFor(known, current, derived)
  const written = new Map(current.map((file) => [file.name, file]))
  const slides: SlideChange[] = []
  const files: MergedFile[] = []
  derived.forEach((file, i) => {
    const name = names[i] ?? file.name
    const now = written.get(name)
    written.delete(name)
    if (!now) {
      slides.push(...asNew(file, name))
      files.push({ ...file, name, changed: true })
      return
    }
    const told = mergeFile(known[name]?.slides ?? [], now, file.slides)
    const standing = fingerprint(now.frontMatter)
    const isNew = standing === known[name]?.frontMatter && standing !== fingerprint(file.frontMatter)
    const frontMatter = isNew ? file.frontMatter : now.frontMatter
    files.push(mergedFile({ ...now, frontMatter }, told, frontMatter !== now.frontMatter))
    for (const change of told) slides.push({ file: name, ...change })
  })
  for (const [name, now] of written) {
    const before = known[name]
    if (!before) continue
    const told = mergeFile(before.slides, now, [])
    files.push(mergedFile(now, told, false))
    for (const change of told) slides.push({ file: name, ...change })
  }
  const ids = new Set(
    Object.values(record ?? recordFiles(current)).flatMap((file) => file.slides.map(({ id }) => id)),
  )
  const all = derived.flatMap((file) => recordOf(file.slides))
  return {
    files,
    slides,
    record: recordFiles(derived.map((file, i) => ({ ...file, name: names[i] ?? file.name }))),
    familiar: all.filter(({ id }) => ids.has(id)).length / Math.max(1, all.length),
  }
}

function mergeFile(
  before: readonly SlideRecord[],
  now: CurrentFile,
  derived: readonly string[],
): Omit<SlideChange, 'file'>[] {
  if (now.whole)
    return now.slides.map((markdown) => ({
      state: 'kept',
      markdown,
      derived: null,
      wrote: null,
      writes: null,
    }))
  const told = mergeSlides(before, now.slides, derived)
  // A file that would be left with nothing is as good as deleted: it is derived anew.
  const isEmpty = told.every(({ state }) => state === 'retired' || state === 'left-out')
  return isEmpty ? told.map((one) => (one.state === 'left-out' ? { ...one, state: 'new' } : one)) : told
}

function mergedFile(
  now: CurrentFile,
  told: readonly Omit<SlideChange, 'file'>[],
  changed: boolean,
): MergedFile {
  const stays = told.filter(({ state }) => state !== 'retired' && state !== 'left-out')
  return {
    ...now,
    slides: stays.map(({ markdown }) => markdown),
    changed:
      changed || told.some(({ state }) => state === 'new' || state === 'refreshed' || state === 'retired'),
  }
}

/** For each derived file the name of the one that holds its slides already, else a free name in its place. */
function namesFor(
  known: DerivedRecord,
  current: readonly CurrentFile[],
  derived: readonly FileMarkdown[],
): string[] {
  const home = new Map<string, Set<string>>()
  const keys = (slides: readonly SlideRecord[]): string[] => slides.flatMap(({ id, print }) => [id, print])
  for (const [name, { slides }] of Object.entries(known))
    for (const key of keys(slides)) home.set(key, (home.get(key) ?? new Set()).add(name))
  const order = new Map(Object.keys(known).map((name, i) => [name, i]))
  const taken = new Set<string>()
  const found = derived.map((file) => {
    const votes = new Map<string, number>()
    for (const key of keys(recordOf(file.slides)))
      for (const name of home.get(key) ?? [])
        if (!taken.has(name)) votes.set(name, (votes.get(name) ?? 0) + 1)
    // Of two that are as good, the first one known: files stay in their order.
    const [best] = [...votes.keys()].sort(
      (one, other) =>
        (votes.get(other) ?? 0) - (votes.get(one) ?? 0) || (order.get(one) ?? 0) - (order.get(other) ?? 0),
    )
    if (best) taken.add(best)
    return best
  })
  const prints = (slides: readonly string[]): string =>
    recordOf(slides)
      .map(({ print }) => print)
      .join()
  // A derive that was interrupted has written files that it could not remember any more.
  const unknown = new Map(
    current.filter(({ name }) => !known[name]).map(({ name, slides }) => [prints(slides), name]),
  )
  for (const { name } of current) if (!known[name]) taken.add(name)
  let last = ''
  return derived.map(({ name, slides }, i) => {
    const free = !taken.has(name) && name > last
    const left = found[i] ? undefined : unknown.get(prints(slides))
    if (left) unknown.delete(prints(slides))
    const chosen = found[i] ?? left ?? (free ? name : nameBehind(last, taken))
    taken.add(chosen)
    last = chosen
    return chosen
  })
}

/** A free name that sorts right behind another: 02.md → 02a.md. */
function nameBehind(last: string, taken: ReadonlySet<string>): string {
  const stem = last.replace(/\.md$/, '')
  for (let letter = 97; letter <= 122; letter++) {
    const name = `${stem}${String.fromCharCode(letter)}.md`
    if (!taken.has(name)) return name
  }
  return nameBehind(`${stem}z.md`, taken)
}

/** Three versions of a file's slides become one: what derive wrote, what stands there now, what is derived now. */
function mergeSlides(
  before: readonly SlideRecord[],
  now: readonly string[],
  derived: readonly string[],
): Omit<SlideChange, 'file'>[] {
  const wanted = recordOf(derived)
  const standing = recordOf(now)
  const print = (slide: SlideRecord): string => slide.print
  const id = (slide: SlideRecord): string => slide.id
  const untouched = pairs(standing, before, print)
  // A derive that was interrupted has written some of what is derived now.
  const asDerived = pairs(without(standing, untouched.keys()), wanted, print)
  const open = without(standing, [...untouched.keys(), ...asDerived.keys()])
  const byNotes = pairs(open, without(before, untouched.values()), id)
  const origins = withNeighbours(open, before, new Map([...untouched, ...byNotes]))
  const renewed = withNeighbours(before, wanted, pairs(before, wanted, id))

  const result: Omit<SlideChange, 'file'>[] = []
  const placed = new Map<number, number>()
  now.forEach((markdown, i) => {
    const origin = origins.get(i)
    const target = asDerived.get(i) ?? (origin === undefined ? undefined : renewed.get(origin))
    const text = target === undefined ? null : (derived[target] ?? null)
    const wrote = (origin === undefined ? undefined : before[origin]) ?? null
    const writes = (target === undefined ? undefined : wanted[target]) ?? null
    const push = (state: SlideState, words = markdown): void => {
      result.push({ state, markdown: words, derived: text, wrote, writes })
    }
    if (target !== undefined) placed.set(target, result.length)
    if (asDerived.has(i)) push('unchanged')
    else if (origin === undefined) push('own')
    else if (!untouched.has(i)) push(writes && wrote?.id === writes.id ? 'kept' : 'outdated')
    else if (text === null) push('retired')
    else if (writes?.print === standing[i]?.print) push('unchanged')
    else push('refreshed', text)
  })
  const takenOut = new Map([...renewed].map(([origin, target]) => [target, before[origin] ?? null]))
  let at = 0
  const missing = derived.flatMap((markdown, target) => {
    const place = placed.get(target)
    if (place === undefined) {
      const state: SlideState = takenOut.has(target) ? 'left-out' : 'new'
      const wrote = takenOut.get(target) ?? null
      return [{ at, change: { state, markdown, derived: markdown, wrote, writes: wanted[target] ?? null } }]
    }
    at = place + 1
    return []
  })
  return woven(
    result,
    missing.sort((one, other) => one.at - other.at),
  )
}

function without<T>(list: readonly (T | null)[], indexes: Iterable<number>): (T | null)[] {
  const gone = new Set(indexes)
  return list.map((one, i) => (gone.has(i) ? null : one))
}

/** Puts what is missing from a list into its place. */
function woven<T>(list: readonly T[], inserted: readonly { at: number; change: T }[]): T[] {
  const result: T[] = []
  let next = 0
  for (let at = 0; at <= list.length; at++) {
    for (let one = inserted[next]; one && one.at === at; one = inserted[++next]) result.push(one.change)
    const own = list[at]
    if (own !== undefined) result.push(own)
  }
  return result
}

/** Pairs the slides of two lists that have the same key, each once. */
function pairs(
  from: readonly (SlideRecord | null)[],
  to: readonly (SlideRecord | null)[],
  key: (slide: SlideRecord) => string,
): Map<number, number> {
  const places = new Map<string, number[]>()
  to.forEach((slide, i) => {
    if (!slide) return
    const known = places.get(key(slide))
    if (known) known.push(i)
    else places.set(key(slide), [i])
  })
  for (const list of places.values()) list.reverse()
  const found = new Map<number, number>()
  from.forEach((slide, i) => {
    const place = slide && places.get(key(slide))?.pop()
    if (place !== undefined && place !== null) found.set(i, place)
  })
  return found
}

/** Adds the pairs that their place tells: between two pairs, as many slides on one side as on the other. */
function withNeighbours(
  from: readonly (SlideRecord | null)[],
  to: readonly SlideRecord[],
  found: ReadonlyMap<number, number>,
): Map<number, number> {
  const result = new Map(found)
  const taken = new Set(found.values())
  let [start, above] = [0, -1]
  for (let i = 0; i <= from.length; i++) {
    const place = i < from.length ? found.get(i) : to.length
    if (place === undefined) continue
    const places = Array.from({ length: Math.max(0, place - above - 1) }, (_, k) => above + 1 + k)
    const run = from.slice(start, i)
    if (run.length === places.length && run.every(Boolean) && !places.some((one) => taken.has(one)))
      for (const [k, one] of places.entries()) result.set(start + k, one)
    start = i + 1
    above = place
  }
  return result
}
