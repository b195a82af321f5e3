import { findCode } from '../../markdown/code-lines.ts'
import type { Passage, SlideSource } from '../../markdown/cut.ts'

/** A comment of a slide, outside code. */
export interface Comment {
  readonly text: string
  /** As it is written, marks and all. */
  readonly whole: string
  /** Of the file, one-based. */
  readonly line: number
  /** Nothing stands behind it. */
  readonly isLast: boolean
}

/** The comments of a passage. */
export function commentsOf({ text, line }: Passage): Comment[] {
  if (!text.includes('<!--')) return []
  const { inside } = findCode(text.split('\n'), () => false)
  const found: Comment[] = []
  let at = 0
  let read = 0
  // Behind the last end no comment begins, and none need be looked for.
  const ended = text.slice(0, text.lastIndexOf('-->') + 3)
  for (const { 0: whole, 1: words = '', index } of ended.matchAll(/<!--([\s\S]*?)-->/g)) {
    at += text.slice(read, index).split('\n').length - 1
    read = index
    if (inside[at]) continue
    const isLast = text.slice(index + whole.length).trim() === ''
    found.push({ text: words.trim(), whole, line: line + at, isLast })
  }
  return found
}

/** A slide with these comments as its notes, below any that it has; they are comments no longer. */
export function withNotes(slide: SlideSource, comments: readonly Comment[]): SlideSource {
  const [first] = comments
  if (!first) return slide
  const own = slide.notes ? [slide.notes.text] : []
  const text = [...own, ...comments.map((comment) => comment.text)].join('\n\n')
  // Every line stays where it is.
  const lineEnds = ({ whole }: Comment): string => whole.replace(/[^\n]+/g, '')
  const shown = comments.reduce(
    (body, comment) => body.replace(comment.whole, () => lineEnds(comment)),
    slide.body.text,
  )
  return {
    body: { ...slide.body, text: shown },
    notes: { text, line: slide.notes?.line ?? first.line },
  }
}
