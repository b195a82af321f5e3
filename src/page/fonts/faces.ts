import { isTraditional } from '../../words.ts'

/** The faces that a page names in its styles; each is one family at one weight. */
export type FaceName = TextFace | 'emoji'
export type TextFace = 'sans' | 'strong' | 'serif' | 'mono'

export interface Face {
  /** Its name in the style sheets. */
  readonly family: string
  readonly weight: number
  /** The packages that hold it, the first that has a character giving it. */
  readonly packages: readonly string[]
  /** Code points that the packages set as wide as an ideograph, and the package whose are as narrow as letters. */
  readonly narrow: ReadonlyMap<number, string>
}

type Shapes = 'sc' | 'tc' | 'jp'

/** Whose shapes the characters of a language have: 骨 is written otherwise in Beijing, Taipei and Tokyo. */
function shapesOf(language: string): Shapes {
  const tag = language.toLowerCase()
  if (tag.startsWith('ja')) return 'jp'
  return isTraditional(tag) ? 'tc' : 'sc'
}

const packagesOf = (kind: 'sans' | 'serif', order: readonly Shapes[]): string[] =>
  order.map((shapes) => `noto-${kind}-${shapes}`)

/** Hangul has one face, in headings too: a second one would be as large again. */
const hangul = 'noto-sans-kr'

/** Every package that a face is taken from. */
export const packageNames: readonly string[] = [
  ...packagesOf('sans', ['sc', 'tc', 'jp']),
  ...packagesOf('serif', ['sc', 'tc', 'jp']),
  hangul,
  'noto-sans-mono',
  'noto-emoji',
]

/** Curly quotation marks and the apostrophe: It’s is one word. */
const quotes = '‘’‚‛“”„‟'
/** Signs that stand among letters. */
const signs = '§¶†‡…×÷±'

/** What is as narrow as letters where no ideographs stand around it. */
const narrowIn = (kind: 'sans' | 'serif'): ReadonlyMap<number, string> => {
  const from = (characters: string, name: string): [number, string][] =>
    [...characters].map((character) => [character.codePointAt(0) ?? 0, name])
  return new Map([...from(quotes, `noto-${kind}-jp`), ...from(signs, 'noto-sans-mono')])
}
const narrow = { sans: narrowIn('sans'), serif: narrowIn('serif') }
const none: ReadonlyMap<number, string> = new Map()

/** The faces of a deck by its language (BCP 47). What its own shapes lack is taken from the others. */
export function facesFor(language: string): Readonly<Record<FaceName, Face>> {
  const own = shapesOf(language)
  const order = [own, ...(['sc', 'tc', 'jp'] as const).filter((shapes) => shapes !== own)]
  const isWide = /^(?:zh|ja|ko)\b/i.test(language)
  const from = (kind: 'sans' | 'serif'): Pick<Face, 'packages' | 'narrow'> => ({
    // Subscripts and other signs that the three have not are in the mono.
    packages:
      kind === 'sans' && /^ko\b/i.test(language)
        ? [hangul, ...packagesOf(kind, order), 'noto-sans-mono']
        : [...packagesOf(kind, order), hangul, 'noto-sans-mono'],
    narrow: isWide ? none : narrow[kind],
  })
  return {
    // A little more than regular, to be read from the back of the room.
    sans: { family: 'Deck Sans', weight: 450, ...from('sans') },
    strong: { family: 'Deck Sans Bold', weight: 700, ...from('sans') },
    serif: { family: 'Deck Serif', weight: 700, ...from('serif') },
    mono: { family: 'Deck Mono', weight: 400, packages: ['noto-sans-mono'], narrow: none },
    // Whatever the others lack: in one colour, as words are, so that a page looks the same everywhere and prints.
    emoji: { family: 'Deck Emoji', weight: 450, packages: ['noto-emoji'], narrow: none },
  }
}
