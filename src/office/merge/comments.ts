import type { Answer, Comment } from '../../deck/review/review.ts'
import { descend, elementsOf, textIn, within, type XmlElement } from '../../document/readers/xml.ts'

/** A remark that somebody made in Word or PowerPoint, with what others answered. */
export type FileComment = Comment

const wordsOf = (element: XmlElement | undefined): string => {
  if (!element) return ''
  if (element.name === 't' || element.name === 'text') return textIn(element)
  return elementsOf(element).map(wordsOf).join('')
}

/** Paragraphs one below the other are lines of a remark. */
const linesOf = (element: XmlElement | undefined): string =>
  element ? within(element, 'p').map(wordsOf).join('\n').trim() : ''

/** As dates stand in a review: `2026-11-27` of `2026-11-27T09:30:00Z`. */
const dateOf = (written = ''): string => /^\d{4}-\d{2}-\d{2}/.exec(written)?.[0] ?? ''

/**
 * The remarks in a Word document by their ids; what answers one stands in it, and has no place of its own.
 *
 * @param comments `comments.xml`
 * @param extended `commentsExtended.xml` ([MS-DOCX] 2.5.3): what answers what, and what is done with
 */
export function wordComments(
  comments: XmlElement | undefined,
  extended: XmlElement | undefined,
): ReadonlyMap<string, FileComment> {
  const said = (comments ? elementsOf(comments) : []).map((comment) => {
    const { id = '', author = '', date } = comment.attributes
    const answer: Answer = { name: author.trim(), date: dateOf(date), text: linesOf(comment) }
    // A comment is named by its last paragraph.
    return { id, answer, paragraph: within(comment, 'p').at(-1)?.attributes['paraId'] ?? '' }
  })
  const about = new Map(
    (extended ? elementsOf(extended) : []).map(({ attributes }) => [attributes['paraId'] ?? '', attributes]),
  )
  const parentOf = (paragraph: string): string => about.get(paragraph)?.['paraIdParent'] ?? ''
  const answersTo = byParent(said, ({ paragraph }) => parentOf(paragraph))
  return new Map(
    said.flatMap(({ id, answer, paragraph }): [string, FileComment][] => {
      if (parentOf(paragraph) || answer.text === '') return []
      const answers = (paragraph && answersTo.get(paragraph)) || []
      const resolved = /^(?:1|true)$/.test(about.get(paragraph)?.['done'] ?? '')
      return [[id, { ...answer, answers: answers.map((one) => one.answer), resolved }]]
    }),
  )
}

/**
 * The remarks on a slide, as PowerPoint writes them: since 2021 in threads ([MS-PPTX] 2.6, `p188`), before that (ISO/IEC
 * 29500-1, 19.4.7) one by one, an answer naming what it answers.
 *
 * @param authors names by their ids
 */
export function slideComments(
  list: XmlElement | undefined,
  authors: ReadonlyMap<string, string>,
): readonly FileComment[] {
  const own = list ? elementsOf(list).filter(({ name }) => name === 'cm') : []
  const said = (one: XmlElement): Answer => ({
    name: authors.get(one.attributes['authorId'] ?? '') ?? '',
    date: dateOf(one.attributes['created'] ?? one.attributes['dt']),
    text: linesOf(descend(one, 'txBody')) || wordsOf(descend(one, 'text')).trim(),
  })
  const nameOf = ({ attributes }: XmlElement): string => `${attributes['authorId']} ${attributes['idx']}`
  const parentOf = (one: XmlElement): string => {
    const [parent] = within(one, 'parentCm')
    return parent ? nameOf(parent) : ''
  }
  const answersTo = byParent(own, parentOf)
  return own.flatMap((one): FileComment[] => {
    if (parentOf(one) || said(one).text === '') return []
    const replies = descend(one, 'replyLst')
    const answers = [...(replies ? elementsOf(replies) : []), ...(answersTo.get(nameOf(one)) ?? [])]
    const resolved = one.attributes['status'] === 'resolved' || one.attributes['status'] === 'closed'
    return [{ ...said(one), answers: answers.map(said), resolved }]
  })
}

/** Those that answer another, by the name of that one. */
function byParent<T>(all: readonly T[], parentOf: (one: T) => string): ReadonlyMap<string, readonly T[]> {
  const found = new Map<string, T[]>()
  for (const one of all) {
    const parent = parentOf(one)
    const answers = found.get(parent)
    if (answers) answers.push(one)
    else if (parent) found.set(parent, [one])
  }
  return found
}

/** Names by the ids that comments give them. */
export const authorsOf = (list: XmlElement | undefined): ReadonlyMap<string, string> =>
  new Map(
    (list ? elementsOf(list) : []).map(({ attributes }) => [
      attributes['id'] ?? '',
      (attributes['name'] ?? '').trim(),
    ]),
  )
