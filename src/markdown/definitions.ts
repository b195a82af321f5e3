import type MarkdownIt from 'markdown-it'
import { findCode } from './code-lines.ts'
import type { Passage, SlideSource } from './cut.ts'

const defines = /(?:^|\n) {0,3}\[[^\]\n]+\]:/
const footnote = /^ {0,3}\[\^([^\]\s]+)\]:[ \t]*(.*)$/s
const referred = /\[(\^?[^[\]\n]+)\]/g

/** What a file defines, each as the Markdown that defines it, by its name. */
type Definitions = ReadonlyMap<string, string>

/**
 * A link or footnote may be defined on any slide of a file, but slides are rendered one by one: each gets the definitions
 * that it refers to. A footnote that no slide refers to stays to be read where it stands, and so do those on a slide that
 * has nothing else: it lists the sources.
 */
export function withDefinitions(
  md: MarkdownIt,
  stacks: readonly (readonly SlideSource[])[],
): readonly (readonly SlideSource[])[] {
  const passages = stacks.flat().flatMap(({ body, notes }) => (notes ? [body, notes] : [body]))
  const defining = passages.filter(({ text }) => defines.test(text))
  if (!defining.length) return stacks
  const all = new Map(defining.flatMap(({ text }) => [...definitionsIn(md, text)]).reverse())
  const referred = new Set(passages.flatMap(({ text }) => [...namesReferredTo(md, text)]))
  const whole = (passage: Passage): Passage => complete(md, passage, all, referred)
  return stacks.map((slides) =>
    slides.map((slide) => ({ ...slide, body: whole(slide.body), notes: slide.notes && whole(slide.notes) })),
  )
}

function definitionsIn(md: MarkdownIt, text: string): Definitions {
  const env: { references?: Record<string, { href: string; title: string }> } = {}
  md.block.parse(text, md, env, [])
  const found = new Map<string, string>()
  for (const [name, { href, title }] of Object.entries(env.references ?? {}))
    found.set(name, `[${name}]: <${href}>${title ? ` ${JSON.stringify(title)}` : ''}`)
  for (const { name, lines } of footnotesIn(text)) found.set(`^${name}`, lines.join('\n'))
  return found
}

/** Footnotes as they are written: the line that names them, and the indented ones below. */
function footnotesIn(text: string): { name: string; at: number; lines: string[] }[] {
  const lines = text.split('\n')
  const { inside } = findCode(lines, () => false)
  const found: { name: string; at: number; lines: string[] }[] = []
  for (let at = 0; at < lines.length; at++) {
    const name = inside[at] ? undefined : footnote.exec(lines[at] ?? '')?.[1]
    if (name === undefined) continue
    let end = at + 1
    while (end < lines.length && /^(?: {4}|\t)/.test(lines[end] ?? '')) end++
    found.push({ name, at, lines: lines.slice(at, end) })
    at = end - 1
  }
  return found
}

/** The names of definitions that a text refers to. */
function namesReferredTo(md: MarkdownIt, text: string): Set<string> {
  const names = new Set<string>()
  for (const { 1: name = '', index, 0: whole } of text.matchAll(referred))
    if (text[index + whole.length] !== ':')
      names.add(name.startsWith('^') ? name : md.utils.normalizeReference(name))
  return names
}

function complete(
  md: MarkdownIt,
  { text, line }: Passage,
  all: Definitions,
  elsewhere: ReadonlySet<string>,
): Passage {
  const own = defines.test(text) ? definitionsIn(md, text) : new Map<string, string>()
  const names = namesReferredTo(md, text)
  const wanted = [...names].flatMap((key) => (own.has(key) ? [] : (all.get(key) ?? [])))
  const read = ofOthers(text, names, elsewhere)
  return { text: [read, ...wanted].join(wanted.length ? '\n\n' : ''), line }
}

/**
 * The text with the footnotes that it does not refer to as words; without those that another slide shows, unless they are
 * all that this one has below its heading.
 */
function ofOthers(text: string, names: ReadonlySet<string>, elsewhere: ReadonlySet<string>): string {
  const alone = footnotesIn(text).filter(({ name }) => !names.has(`^${name}`))
  if (!alone.length) return text
  const lines = text.split('\n')
  const without = [...lines]
  for (const { at, lines: own } of alone) without.fill('', at, at + own.length)
  const isList = without.every((line) => line.trim() === '' || /^ {0,3}(?:#|\[[^\]]+\]:)/.test(line))
  for (const { name, at, lines: own } of alone) {
    if (!isList && elsewhere.has(`^${name}`)) {
      lines.fill('', at, at + own.length)
      continue
    }
    const words = footnote.exec(own[0] ?? '')?.[2] ?? ''
    // A line of its own, also where the next one is another footnote.
    lines[at] = `\\[${name}\\] ${words}${own.length === 1 && lines[at + 1]?.trim() ? '  ' : ''}`
    for (let i = 1; i < own.length; i++) lines[at + i] = (own[i] ?? '').trim()
  }
  return lines.join('\n')
}
