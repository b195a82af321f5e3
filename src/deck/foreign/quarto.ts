import MarkdownIt from 'markdown-it'
import { isMap, isScalar, isSeq, type Node } from 'yaml'
import { outsideCode, someOutsideCode } from '../../markdown/code-lines.ts'
import type { SlideSource } from '../../markdown/cut.ts'
import type { Attribute } from '../../markdown/environment.ts'
import { readList } from '../../markdown/plugins/attribute-lists.ts'
import { fencedDivs } from '../../markdown/plugins/fenced-divs.ts'
import type { Separators } from '../../markdown/separators.ts'
import { textOf } from '../front-matter.ts'
import { atRulesAndHeadings } from './headings.ts'

/** The settings at the head of a file, by name. */
type Settings = ReadonlyMap<string, { readonly value: Node | null }>

/** What Pandoc has and nobody else: boxes of notes and of steps, a pause, settings of its slides. */
const marks =
  /^(?::{3,}[ \t]*(?:\{[^{}\n]*\.(?:notes|incremental)\b|(?:notes|incremental)[ \t]*$)|\. \. \.[ \t]*$)/m
const ownSettings = [
  ...['slide-level', 'revealjs-url', 'title-slide-attributes', 'parallaxBackgroundImage', 'bibliography'],
]
/** Pandoc's lines of title, authors and date at the head of a text. */
const titleBlock = /^\n*%[ \t]+\S[^\n]*(?:\n[ \t]+\S[^\n]*)*\n(?:%[^\n]*\n){0,2}(?=\n|$)/
/** With these at its head, a text that no line parts is parted by its headings. */
const titleSettings = ['author', 'subtitle', 'institute']

/** Whether a deck is one of Quarto, which names reveal.js, or of Pandoc. */
export function isQuarto(settings: Settings, body: string): boolean {
  if (formatOf(settings) !== undefined || ownSettings.some((name) => settings.has(name))) return true
  if (titleSettings.some((name) => settings.has(name)) && !/^--/m.test(body)) return /^#/m.test(body)
  return titleBlock.test(body) || (marks.test(body) && someOutsideCode(body, (words) => marks.test(words)))
}

/** What Quarto's `format:` says of slides; undefined where it names none. */
function formatOf(settings: Settings): Node | null | undefined {
  const format = settings.get('format')?.value
  if (isScalar(format)) return textOf(format) === 'revealjs' ? format : undefined
  if (!isMap(format)) return undefined
  const found = format.items.find(({ key }) => isScalar(key) && textOf(key) === 'revealjs')
  return found && (found.value as Node | null)
}

/** The settings of which something is shown. */
export const quartoSettings: ReadonlySet<string> = new Set(
  'format subtitle author institute slide-level revealjs-url date-format'.split(' '),
)

/** What parts the slides: rules, and headings down to a level, which is 2 unless it is set, or deeper in Pandoc. */
export function quartoSeparators(settings: Settings, body: string, hasTitle: boolean): Separators {
  const format = formatOf(settings)
  const own = isMap(format) ? format.get('slide-level') : undefined
  const set = settings.get('slide-level')?.value
  const written = Number(own ?? (isScalar(set) ? set.value : undefined))
  const md = new MarkdownIt({ html: true }).use(fencedDivs, true)
  const level = written >= 0 ? written : format === undefined ? Math.max(2, levelIn(md, body)) : 2
  const parted = atRulesAndHeadings(md, body, (depth) => depth <= level)
  return {
    ...parted,
    // The line below the head of a table: `---   ---`.
    across: (lines, at) =>
      /-[ \t]+-/.test(lines[at] ?? '') && lines[at - 1]?.trim() ? 0 : parted.across(lines, at),
    opens: hasTitle,
  }
}

/** Pandoc's: the highest level of which a heading has words right below it. */
function levelIn(md: MarkdownIt, body: string): number {
  const tokens = md.parse(body, {}).filter(({ level, nesting }) => level === 0 && nesting >= 0)
  const levels = tokens.flatMap(({ type, tag }, i) => {
    const next = tokens[i + 1]?.type
    return type === 'heading_open' && next && next !== 'heading_open' && next !== 'hr'
      ? [Number(tag.slice(1))]
      : []
  })
  return levels.length ? Math.min(...levels) : 1
}

/**
 * The slides of a Quarto deck as reveal.js has them: what stands in braces behind a slide's heading is of the slide, and
 * the first one has the title and its authors.
 */
export function fromQuarto(
  slides: readonly SlideSource[],
  title: string | undefined,
  settings: Settings,
): SlideSource[] {
  return slides.map((slide, i) => {
    const own = withShortcodes(withHeadingAttributes(i > 0 ? slide : withTitleBlock(slide)))
    if (i > 0 || title === undefined) return own
    const said = ['subtitle', 'author', 'institute'].flatMap((name) =>
      namesIn(settings.get(name)?.value ?? null),
    )
    const head = `<!-- .slide: class="title" -->\n# ${[title, ...said].join('\n\n')}`
    const { text, line } = own.body
    return {
      ...own,
      body: { text: `${head}\n\n${text}`, line: line - head.split('\n').length - 1 },
    }
  })
}

/** A first slide whose title stands in lines of its own: `% title`, `% authors`, `% date`. */
function withTitleBlock(slide: SlideSource): SlideSource {
  const { text, line } = slide.body
  const [whole] = titleBlock.exec(`${text}\n`) ?? []
  if (whole === undefined) return slide
  const said = whole.split(/^%/m).slice(1)
  const head = said.map((words) => words.trim().replace(/\s*\n\s*/g, ' ')).filter(Boolean)
  const shown = `<!-- .slide: class="title" -->\n# ${head.join('\n\n')}\n`
  const lines = (of: string): number => of.split('\n').length
  return {
    ...slide,
    body: { text: shown + text.slice(whole.length - 1), line: line + lines(whole) - lines(shown) },
  }
}

/** What Quarto puts in the place of `{{< name … >}}`; between marks of code it is words. */
const shortcode = /`[^`\n]+`|(?<!\{)\{\{<\s*([\w-]{1,40})([^\n]{0,300}?)\s*>\}\}/g

/** A film where a shortcode shows one; what others would make is named as a component is. */
function withShortcodes(slide: SlideSource): SlideSource {
  const { text } = slide.body
  if (!text.includes('{{<')) return slide
  const shown = outsideCode(text, (words) =>
    words.replace(shortcode, (whole, name: string | undefined, rest: string = '') => {
      if (name === undefined) return whole
      const said = rest.trim().replace(/["<>]/g, '')
      if (name === 'pagebreak') return ''
      if (name !== 'video') return `<quarto-${name} name="${said}"></quarto-${name}>`
      const address = said.split(/\s/)[0] ?? ''
      return /^https?:/.test(address)
        ? `<iframe src="${address}"></iframe>`
        : `<video src="${address}"></video>`
    }),
  )
  return { ...slide, body: { ...slide.body, text: shown } }
}

/** One, or a list; of a person with more than a name the name. */
function namesIn(value: Node | null): string[] {
  if (isScalar(value)) return [textOf(value)].filter(Boolean)
  if (isSeq(value)) {
    const names = value.items.flatMap((item) => namesIn(item as Node | null))
    return names.length ? [names.join(', ')] : []
  }
  return isMap(value) ? namesIn((value.get('name', true) as Node | undefined) ?? null) : []
}

const heading = /^(\s*)(#{1,6}(?:[ \t]+[^\n]*?)?)[ \t]*\{([^{}\n]*)\}[ \t#]*(?=\n|$)/

function withHeadingAttributes(slide: SlideSource): SlideSource {
  const { text, line } = slide.body
  const [whole = '', above = '', words = '', list = ''] = heading.exec(text) ?? []
  const attributes = whole ? readList(list.replace(/(^|\s)-(?=\s|$)/g, ' ')) : null
  if (!attributes) return slide
  const set = attributes.map(ofSlide).map(([name, value]) => `${name}="${value.replace(/"|--/g, '')}"`)
  const shown = /^#+\s*$/.test(words) ? '' : words
  return {
    ...slide,
    body: {
      text: `<!-- .slide: ${set.join(' ')} -->\n${above}${shown}${text.slice(whole.length)}`,
      line: line - 1,
    },
  }
}

/** An attribute of a heading as reveal.js has it on a slide. */
const ofSlide = ([name, value]: Attribute): Attribute =>
  /^(?:class|id|style|data-.*)$/.test(name) ? [name, value] : [`data-${name}`, value]
