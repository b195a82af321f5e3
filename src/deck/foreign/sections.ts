import { findCode } from '../../markdown/code-lines.ts'
import { withoutComments } from '../../markdown/comments.ts'
import type { SlideSource } from '../../markdown/cut.ts'

/** Begins what a section sets for its slide, on a line before it. */
const mark = '<!-- .slide:'

const tag = /<(\/?)section\b([^<>]*)>/gi
/** What is seen without any words. */
const unspoken = /<(?!(?:img|video|audio|iframe|embed|object|svg)\b)[^<>]*>/gi

/**
 * The slides that a slide becomes by the `<section>` in its HTML: reveal.js takes each for a slide below the others. What
 * stands above the first goes with it, what stands below one with that.
 */
export function partSections(slide: SlideSource): SlideSource[] {
  const { body, notes } = slide
  if (!/<\/?section\b/i.test(body.text)) return [slide]
  const { inside } = findCode(body.text.split('\n'), () => false)
  const slides: { text: string; line: number; attributes: string }[] = []
  let open = { text: '', line: body.line, attributes: '' }
  let read = 0
  let at = 0
  let lineStart = 0
  let hasOpened = false
  for (const { 0: whole, 1: end, 2: attributes = '', index } of body.text.matchAll(tag)) {
    for (let next = body.text.indexOf('\n', lineStart); next >= 0 && next < index; ) {
      lineStart = next + 1
      at++
      next = body.text.indexOf('\n', lineStart)
    }
    // Between marks of code it is words.
    if (inside[at] || body.text.slice(lineStart, index).includes('`')) continue
    open.text += body.text.slice(read, index)
    read = index + whole.length
    if (end) continue
    if (hasOpened && saysSomething(open.text)) {
      slides.push(open)
      open = { text: '', line: body.line + at, attributes: '' }
    }
    hasOpened = true
    open.attributes = attributes.replace(/\s+/g, ' ').trim()
  }
  open.text += body.text.slice(read)
  const last = slides.at(-1)
  if (saysSomething(open.text) || !last) slides.push(open)
  else last.text += open.text
  return slides.map(({ text, line, attributes }, i) => ({
    body: attributes ? { text: `${mark} ${attributes} -->\n${text}`, line: line - 1 } : { text, line },
    notes: i === slides.length - 1 ? notes : null,
  }))
}

/**
 * The slides of the file as they become by `partSections`, each as the lines of the file that are its own. Where two begin
 * on one line they are one here.
 */
export function sectionSources(slide: SlideSource): SlideSource[] {
  const { body, notes } = slide
  const lines = body.text.split('\n')
  const starts = partSections(slide)
    .slice(1)
    .map((part) => part.body.line - body.line + (part.body.text.startsWith(mark) ? 1 : 0))
    .filter((at, i, all) => at > (all[i - 1] ?? 0) && /^\s*<section\b/i.test(lines[at] ?? ''))
  return [0, ...starts].map((at, i, all) => ({
    body: { text: lines.slice(at, all[i + 1]).join('\n'), line: body.line + at },
    notes: i === all.length - 1 ? notes : null,
  }))
}

function saysSomething(text: string): boolean {
  const ended = text.lastIndexOf('-->') + 3
  const shown = withoutComments(text.slice(0, ended)) + text.slice(ended)
  return shown.replace(unspoken, '').trim() !== ''
}
