/** What derive wrote last, so that it can tell later what a person changed. No words of the deck are in it. */
export type DerivedRecord = Readonly<Record<string, FileRecord>>

export interface FileRecord {
  /** The fingerprint of the front matter. */
  readonly frontMatter: string
  readonly slides: readonly SlideRecord[]
}

export interface SlideRecord {
  /** The same for every slide of the same paragraphs, whatever it shows of them, counted through its file. */
  readonly id: string
  /** The fingerprint of its Markdown. */
  readonly print: string
}

/** Where derive remembers what it wrote; hidden, for nobody needs to read it. */
export const recordName = '.derived.json'

/** A slide on one line, so that a version control shows which ones changed. */
export function recordText(record: DerivedRecord): string {
  const files = Object.entries(record).map(([name, { frontMatter, slides }]) => [
    name,
    [frontMatter, ...slides.map(({ id, print }) => `${id} ${print}`)],
  ])
  return `${JSON.stringify(Object.fromEntries(files), null, 1)}\n`
}

/** Reads what derive remembered of a deck; null where it can't be read. */
export function parseRecord(text: string): DerivedRecord | null {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return null
  }
  if (typeof value !== 'object' || value === null) return null
  return Object.fromEntries(
    Object.entries(value).map(([name, lines]) => {
      const [frontMatter = '', ...slides] = Array.isArray(lines) ? lines.map(String) : []
      return [
        name,
        {
          frontMatter,
          slides: slides.map((line) => {
            const [id = '', print = ''] = line.split(' ')
            return { id, print }
          }),
        },
      ]
    }),
  )
}
