import { bare, compare } from '../../deck/audit/compare.ts'
import { nearestClauses } from '../../deck/audit/nearest.ts'
import {
  type EditedFile,
  type EditedSlide,
  editNotes,
  editPart,
  partsOf,
  piecesOf,
  type SlideWords,
  slideWords,
  spansOf,
} from '../../edit/index.ts'
import { act, current, currentFile, currentSlide, documentText } from '../model/deck.ts'
import { say } from '../model/language.ts'
import { nearestLine } from '../model/nearest-line.ts'
import { pair } from '../model/pair.ts'

/** Words of a slide that are not the document's. */
interface ChangedPart {
  readonly part: number
  readonly text: string
  /** The document's words that they were; null for a person's own. */
  readonly original: string | null
}

let lastText = ''
let lastBare = ''

function bareText(text: string): string {
  if (text !== lastText) {
    lastText = text
    lastBare = bare(text)
  }
  return lastBare
}

/** What of a slide is neither its notes' words nor the document's. */
function otherWords(words: SlideWords, texts: readonly string[]): Omit<ChangedPart, 'original'>[] {
  const known = bareText(documentText.value)
  if (known === '') return []
  return words.shown.flatMap(({ part, spans }) => {
    const text = texts[part] ?? ''
    if (spans || text === '') return []
    const pieces = text
      .split(/\s*…+\s*/)
      .map(bare)
      .filter(Boolean)
    return pieces.every((piece) => known.includes(piece)) ? [] : [{ part, text }]
  })
}

const reworded = new WeakMap<EditedSlide, { readonly document: string; readonly is: boolean }>()

/** Whether something on a slide is said in words that are not the document's; its cover and contents say what they are. */
export function isReworded(slide: EditedSlide, file: EditedFile): boolean {
  const document = documentText.value
  const before = reworded.get(slide)
  if (before?.document === document) return before.is
  const { parts, classes } = partsOf(slide, file)
  const isFrame = classes.includes('agenda') || classes.includes('title')
  const texts = parts.map(({ text }) => text)
  const is = !isFrame && otherWords(slideWords(slide, file), texts).length > 0
  reworded.set(slide, { document, is })
  return is
}

/** The document's words that a part was, with the numeral that panels show; null for none. */
function originalOf(text: string, words: SlideWords): string | null {
  const clauses = nearestClauses(text, words.text)
  if (clauses === null) return null
  const [span] = spansOf(words.words, clauses) ?? []
  if (!span) return clauses
  const numeral = piecesOf(words)
    .flat()
    .find(({ kind, end }) => kind === 'numeral' && end <= span.start && span.start - end <= 2)
  const sign = numeral && words.text.slice(numeral.start, span.start)
  return sign && text.startsWith(sign) ? sign + clauses : clauses
}

/** What a person changed on the slide that is shown: the document's words struck, and one click back to them. */
export function Changed() {
  const slide = currentSlide.value
  const file = currentFile.value
  if (!slide || !file) return null
  const { parts, notes, classes } = partsOf(slide, file)
  if (classes.includes('agenda')) return null
  const words = slideWords(slide, file)
  const texts = parts.map(({ text }) => text)
  const changed: readonly ChangedPart[] = otherWords(words, texts).map((one) => ({
    ...one,
    original: originalOf(one.text, words),
  }))
  const spoken = notes.flatMap(({ text }, i) => {
    const original = nearestLine(text, documentText.value)
    return original === null || original === text ? [] : [{ paragraph: i, text, original }]
  })
  if (changed.length + spoken.length === 0) return null
  const id = current.value
  return (
    <section class="changed" aria-label={say.words.changed}>
      {changed.map(({ part, text, original }) => (
        <div
          key={part}
          class={pair.value === part ? 'paired' : ''}
          onPointerEnter={() => (pair.value = part)}
          onPointerLeave={() => (pair.value = null)}
        >
          <span class="kind">{original === null ? say.words.own : say.words.changed}</span>
          {original === null ? (
            <span>{text}</span>
          ) : (
            <>
              <span class="diff">
                <Difference before={original} after={text} />
              </span>
              <button type="button" onClick={() => act((state) => editPart(state, id, part, original))}>
                {say.words.restore}
              </button>
            </>
          )}
        </div>
      ))}
      {spoken.map(({ paragraph, text, original }) => (
        <div key={`notes ${paragraph}`}>
          <span class="kind">{say.words.changedNotes}</span>
          <span class="diff">
            <Difference before={original} after={text} around={12} />
          </span>
          <button type="button" onClick={() => act((state) => editNotes(state, id, paragraph, original))}>
            {say.words.restore}
          </button>
        </div>
      ))}
    </section>
  )
}

/**
 * How words became others: what went struck, what came underlined.
 *
 * @param around so many characters of what stayed are shown beside it; all unless given
 */
export function Difference({
  before,
  after,
  around = Number.POSITIVE_INFINITY,
}: {
  readonly before: string
  readonly after: string
  readonly around?: number
}) {
  let at = 0
  const hunks = compare(before, after)
  const shown = hunks.map((hunk, i) => {
    const same = after.slice(at, hunk.after.start)
    at = hunk.after.end
    return (
      <span key={hunk.after.start}>
        {shortened(same, i > 0 ? around : 0, around)}
        {hunk.before.end > hunk.before.start && <del>{before.slice(hunk.before.start, hunk.before.end)}</del>}
        {hunk.after.end > hunk.after.start && <ins>{after.slice(hunk.after.start, hunk.after.end)}</ins>}
      </span>
    )
  })
  return (
    <>
      {shown}
      {shortened(after.slice(at), around, 0)}
    </>
  )
}

/** The beginning and the end of words, the rest left out. */
function shortened(words: string, first: number, last: number): string {
  if (words.length <= first + last) return words
  return `${words.slice(0, first)}…${last > 0 ? words.slice(-last) : ''}`
}
