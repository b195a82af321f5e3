import { readFile } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import { installedAssets } from '../assets/installed.ts'
import { stampOf } from '../deck/store.ts'
import { readNamed } from '../disk/file.ts'
import { Fault } from '../fault.ts'
import type { MergedSlide } from '../office/merge/merge-edits.ts'
import { mergeFile } from '../office/merge/merge-file.ts'
import { type OfficeWords, officeWords } from '../office/words.ts'
import { diskStore } from '../store/disk.ts'
import { findDeck, readDeck } from '../store/load.ts'

/** Megabytes; presentations have large pictures. */
const largest = 100

export interface MergeOptions {
  readonly slides: string
  readonly deck?: string
  readonly dryRun?: boolean
}

/** Takes what somebody changed in an exported file back into its deck, and says what of which slide. */
export async function mergeCommand(
  file: string,
  { slides, deck, dryRun = false }: MergeOptions,
): Promise<void> {
  const bytes = await readNamed(file, largest, (say) => say.officeLarge(largest))
  const place = await findDeck(slides, deck ?? basename(file, extname(file)))
  const written = new Map(
    await Promise.all(
      place.names.map(async (name) => [name, await readFile(join(place.folder, name))] as const),
    ),
  )
  const read = await readDeck(place)
  const { fonts } = installedAssets()
  const merged = await mergeFile(read, written, { name: file, bytes }, fonts)
  const store = diskStore(place.folder)
  if (!dryRun)
    for (const [name, before] of written) {
      const after = merged.files.get(name)
      if (!after || Buffer.compare(after, before) === 0) continue
      const { written: isDone } = await store.write(name, after, stampOf(before))
      if (!isDone) throw new Fault((say) => say.changedMeanwhile, { file: join(place.folder, name) })
    }
  const { merge } = officeWords(read.settings.lang ?? 'zh-CN')
  const lines = merged.slides.flatMap((slide) => linesOf(slide, merge))
  if (merged.isGuessed) lines.unshift(merge.guessed)
  process.stdout.write(`${(merged.slides.length ? lines : [...lines, merge.nothing]).join('\n')}\n`)
}

function linesOf(
  { kind, name, number, points, notes, left, comments }: MergedSlide,
  words: OfficeWords['merge'],
): string[] {
  const what = kind === 'edited' ? words.edited(points, notes) : words[kind]
  return [
    `${words.slide(number, name)}: ${what}`,
    ...left.map((text) => `  ${words.left(text)}`),
    ...comments.map((text) => `  ${words.comment(text)}`),
  ]
}
