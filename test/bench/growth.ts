import { Fault } from '../../src/fault.ts'

/** Makes a text of about so many characters. */
export type Text = (length: number) => string

/** What is done with a text; a fault is an answer. */
export type Way = (text: string) => unknown

/** Characters; a text is worked on at these lengths until one takes more than `enough`. */
const lengths = [2000, 8000, 32_000, 128_000]
/** Milliseconds: at a longer text nothing more is to be learnt. */
const enough = 300
/** Milliseconds: less is the machine's own noise. */
const noise = 40
/** Milliseconds: what grew to this is not tried at twice the length. */
const surelySlow = 10_000
/** A text twice as long may take so many times as long: linear is 2, n log n about 2.2, quadratic 4. */
const mostDoubled = 2.5
/** Runs of what looks bad; the least counts, for noise only adds. */
const mostRuns = 5

/**
 * The texts whose time grows faster than they do, each with its times. It is processor time, so that what else the
 * machine does hardly counts, and without what a text of nothing takes, which would hide the growth of short ones.
 *
 * @param longest characters
 */
export async function slowTexts(
  way: Way,
  texts: Readonly<Record<string, Text>>,
  longest = Number.POSITIVE_INFINITY,
): Promise<string[]> {
  const slow: string[] = []
  for (let warm = 0; warm < 3; warm++) await timeOf(way, '甲 a')
  const idle = Math.min(await timeOf(way, ''), await timeOf(way, ''), await timeOf(way, ''))
  const spent = async (text: string): Promise<number> => Math.max(0, (await timeOf(way, text)) - idle)
  for (const [name, make] of Object.entries(texts)) {
    let before = Number.POSITIVE_INFINITY
    for (const [i, length] of lengths.entries()) {
      if (length > longest) break
      let now = await spent(make(length))
      const isBad = (): boolean => now > noise && now > mostDoubled ** 2 * Math.max(before, noise / 4)
      for (let run = 1; run < mostRuns && isBad() && i > 0; run++) {
        before = Math.min(before, await spent(make(length / 4)))
        now = Math.min(now, await spent(make(length)))
      }
      if (process.env['GROWTH'] === 'all') console.log(JSON.stringify(name), length, Math.round(now))
      // What begins at some length (a slide that is cut) is a step and no growth: that goes on.
      const goesOn = async (): Promise<boolean> =>
        now > surelySlow || (await spent(make(length * 2))) > mostDoubled * now
      if (isBad() && (await goesOn()))
        slow.push(
          `${JSON.stringify(name)}: ${length} characters, ${Math.round(before)} → ${Math.round(now)} ms`,
        )
      if (isBad() || now > enough) break
      before = now
    }
  }
  return slow
}

/** Processor time in milliseconds. */
async function timeOf(way: Way, text: string): Promise<number> {
  const before = process.cpuUsage()
  try {
    await way(text)
  } catch (error) {
    if (!(error instanceof Fault)) throw error
  }
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}
