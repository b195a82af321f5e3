import { readFile } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import { installedAssets } from '../assets/installed.ts'
import { reviewName, reviewText, whoAndWhen } from '../deck/review/review.ts'
import { stampOf } from '../deck/store.ts'
import { readNamed } from '../disk/file.ts'
import { Fault } from '../fault.ts'
import type { MergedSlide } from '../office/merge/merge-edits.ts'
import { mergeFile } from '../office/merge/merge-file.ts'
import { whereTheyDiffer } from '../office/merge/wording.ts'
import { sealOf } from '../office/seal.ts'
import { type OfficeWords, officeWords } from '../office/words.ts'
import { diskStore } from '../store/disk.ts'
import { findDeck, findDecks, readDeck } from '../store/load.ts'

/** Megabytes; presentations have large pictures. */
const largest = 100

export interface MergeOptions {
  readonly slides: string
  readonly deck?: string
  readonly dryRun?: boolean
  readonly takeOrder?: boolean
}

/** Takes what somebody changed in an exported file back into its deck, and says what of which slide. */
export async function mergeCommand(
  file: string,
  { slides, deck, dryRun = false, takeOrder = false }: MergeOptions,
): Promise<void> {
  const bytes = await readNamed(file, largest, (say) => say.officeLarge(largest))
  const place = await findDeck(slides, deck ?? (await deckOfFile(slides, file, bytes)))
  const written = new Map(
    await Promise.all(
      place.names.map(async (name) => [name, await readFile(join(place.folder, name))] as const),
    ),
  )
  for (const link of place.links ?? [])
    throw new Fault((say) => say.linkedSlides, { file: join(place.folder, link) })
  const read = await readDeck(place)
  const { fonts } = installedAssets()
  const merged = await mergeFile(read, written, { name: file, bytes }, fonts, takeOrder)
  const store = diskStore(place.folder)
  const write = async (name: string, after: Uint8Array, before: Uint8Array | null): Promise<void> => {
    if (before && Buffer.compare(after, before) === 0) return
    const { written: isDone } = await store.write(name, after, before && stampOf(before))
    if (!isDone) throw new Fault((say) => say.changedMeanwhile, { file: join(place.folder, name) })
  }
  if (!dryRun) {
    for (const [name, before] of written) {
      const after = merged.files.get(name)
      if (after) await write(name, after, before)
    }
    if (merged.review !== read.review)
      await write(
        reviewName,
        Buffer.from(reviewText(merged.review)),
        (await store.read(reviewName))?.bytes ?? null,
      )
  }
  const { merge } = officeWords(read.settings.lang ?? 'zh-CN')
  const lines = merged.slides.flatMap((slide) => linesOf(slide, merge, takeOrder))
  if (merged.isGuessed) lines.unshift(merge.guessed)
  process.stdout.write(`${(merged.slides.length ? lines : [...lines, merge.nothing]).join('\n')}\n`)
}

/** The deck that a file was exported from, whatever it is called now; else the one of its name. @throws Fault where neither is there */
async function deckOfFile(slides: string, file: string, bytes: Uint8Array): Promise<string> {
  const told = sealOf(bytes)?.deck
  const decks = await findDecks(slides)
  const named = [told, basename(file, extname(file))]
  const slug = named.find((name) => decks.some((deck) => deck.slug === name))
  if (slug === undefined) throw new Fault((say) => say.whichDeck(decks.map((deck) => deck.slug)), { file })
  return slug
}

function linesOf(
  { kind, name, number, points, notes, changes, behind, left, comments, id }: MergedSlide,
  words: OfficeWords['merge'],
  isOrderTaken: boolean,
): string[] {
  const what =
    kind === 'edited'
      ? words.edited(points, notes)
      : kind === 'moved'
        ? words.moved(behind, isOrderTaken)
        : words[kind]
  const tell = id === null ? words.unplaced : words.comment
  return [
    `${words.slide(number, name)}: ${what}`,
    ...changes.map((one) => {
      const { before, after } = whereTheyDiffer(one)
      return `  ${kind === 'clash' ? words.both(before, after) : words.change(before, after)}`
    }),
    ...left.map((text) => `  ${words.left(text)}`),
    ...comments.flatMap((one) =>
      [one, ...one.answers].map((said) => `  ${tell(whoAndWhen(said), said.text.replaceAll('\n', ' '))}`),
    ),
  ]
}
