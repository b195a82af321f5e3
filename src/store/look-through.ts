// Runs anywhere.

/** Of the time, no more than one part in so many goes into looking. */
const share = 5

/**
 * Tells of files that change in a folder which itself tells of nothing: it is looked through again and again.
 *
 * @param look the states of all files, by their paths; what can't be looked through for now is looked through again
 * @param pause between two looks, in milliseconds; after a long one longer
 * @returns ends it
 */
export function lookThrough(
  look: () => Promise<ReadonlyMap<string, string>>,
  listener: (path: string) => void,
  pause: number,
): () => void {
  let isOver = false
  let timer: ReturnType<typeof setTimeout> | undefined
  let seen: ReadonlyMap<string, string> | undefined
  const lookAgain = async (): Promise<void> => {
    const start = Date.now()
    const now = await look().catch(() => seen)
    if (isOver) return
    if (seen && now) for (const path of changes(seen, now)) listener(path)
    seen = now
    timer = setTimeout(lookAgain, Math.max(pause, (Date.now() - start) * share))
  }
  void lookAgain()
  return () => {
    isOver = true
    clearTimeout(timer)
  }
}

function changes(before: ReadonlyMap<string, string>, now: ReadonlyMap<string, string>): string[] {
  return [...new Set([...before.keys(), ...now.keys()])].filter((path) => before.get(path) !== now.get(path))
}
