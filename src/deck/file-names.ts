import { Fault } from '../fault.ts'

/** As a system compares names that tells neither A from a nor é from é. */
export function comparableName(name: string): string {
  return name.normalize('NFC').toLowerCase()
}

/**
 * Of paths, the first that can't stand beside those before it on every system, with the one that is in its way: they
 * differ in nothing but capitals, or one is a file where the other has a folder.
 *
 * @param taken paths that are there before
 */
export function clashOf(
  paths: Iterable<string>,
  taken: readonly string[] = [],
): { readonly path: string; readonly other: string } | null {
  const files = new Map(taken.map((path) => [comparableName(path), path]))
  const folders = new Map<string, string>()
  for (const path of paths) {
    const key = comparableName(path)
    const parts = path.split('/')
    const above = parts.slice(1).map((_, i) => parts.slice(0, i + 1).join('/'))
    const inWay = (folder: string): string | undefined => {
      const found = folders.get(comparableName(folder))
      return files.get(comparableName(folder)) ?? (found === folder ? undefined : found)
    }
    const other = files.get(key) ?? folders.get(key) ?? above.map(inWay).find(Boolean)
    if (other !== undefined) return { path, other }
    files.set(key, path)
    for (const folder of above) folders.set(comparableName(folder), folder)
  }
  return null
}

/**
 * Refuses a new folder of a store that some system could not hold, or could not tell from another.
 *
 * @param folder its name
 * @param beside what stands where it is to stand
 * @param paths of its files
 * @throws Fault
 */
export function refuseFolder(folder: string, beside: Iterable<string>, paths: Iterable<string>): void {
  const like = [...beside].find((one) => one !== folder && comparableName(one) === comparableName(folder))
  if (like !== undefined) throw new Fault((say) => say.likeOtherDeck(like), { file: folder })
  const clash = clashOf(paths)
  if (clash) throw new Fault((say) => say.clash(clash.other), { file: `${folder}/${clash.path}` })
}
