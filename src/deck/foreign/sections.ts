import { findCode } from '../../markdown/code-lines.ts'
import type { SlideSource } from '../../markdown/cut.ts'

const tag = /<(\/?)section\b([^<>]*)>/gi
/** What is seen without any words. */
const unspoken = /<(?!(?:img|video|audio|iframe|embed|object|svg)\b)[^<>]*>/gi

/**
 * The slides that a slide becomes by the `<section>` in its HTML: reveal.js takes each for a slide below the others, also
 * one that only begins where another ends. What stands around them is a slide of its own if it says something.
 */
export function partSections(slide: SlideSource): SlideSource[] {
  const { body, notes } = slide
  if (!/<\/?section\b/i.test(body.text)) return [slide]
  const lines = body.text.split('\n')
  const { inside } = findCode(lines, () => false)
  const slides: { text: string; line: number; attributes: string }[] = []
  let open = { text: '', line: body.line, attributes: '' }
  const finish = (line: number): void => {
    if (!saysSomething(open.text)) return
    slides.push(open)
    open = { text: '', line, attributes: '' }
  }
  for (const [at, line] of lines.entries()) {
    let read = 0
    for (const { 0: whole, 1: end, 2: attributes = '', index } of inside[at] ? [] : line.matchAll(tag)) {
      // Between marks of code it is words.
      if (line.slice(0, index).includes('`')) continue
      open.text += line.slice(read, index)
      finish(body.line + at)
      if (!end) open.attributes = attributes.trim()
      read = index + whole.length
    }
    open.text += `${line.slice(read)}${at < lines.length - 1 ? '\n' : ''}`
  }
  const last = slides.at(-1)
  if (saysSomething(open.text) || !last) slides.push(open)
  else last.text += open.text
  return slides.map(({ text, line, attributes }, i) => ({
    body: attributes ? { text: `<!-- .slide: ${attributes} -->\n${text}`, line: line - 1 } : { text, line },
    notes: i === slides.length - 1 ? notes : null,
  }))
}

function saysSomething(text: string): boolean {
  const ended = text.lastIndexOf('-->') + 3
  const shown = text.slice(0, ended).replace(/<!--[\s\S]*?-->/g, '') + text.slice(ended)
  return shown.replace(unspoken, '').trim() !== ''
}
