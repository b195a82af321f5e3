import MarkdownIt from 'markdown-it'
import { outsideCode } from '../../markdown/code-lines.ts'
import type { SlideSource } from '../../markdown/cut.ts'
import type { Separators } from '../../markdown/separators.ts'
import { commentsOf, withNotes } from './comments.ts'
import { atRulesAndHeadings } from './headings.ts'

/** What a comment sets in Marp; every other comment is a speaker note. */
const directive =
  /^\s*_?(?:theme|style|headingDivider|size|math|title|author|description|keywords|url|image|marp|paginate|header|footer|class|backgroundColor|backgroundImage|backgroundPosition|backgroundRepeat|backgroundSize|color|transition|lang)\s*:/
/** Comments to other programs. */
const pragma = /^(?:fit$|\.slide\b|\.element\b|prettier-|markdownlint-|vale |toc\b)/

/** The settings that Marp has and we read, or need not. */
export const marpSettings: ReadonlySet<string> = new Set(
  'marp paginate headingDivider class backgroundColor backgroundImage color style math'.split(' '),
)

/**
 * What parts the slides of a Marp deck: every rule of Markdown, and headings down to a level.
 *
 * @param divider Marp's `headingDivider`: a level, or those that count; 0 for none
 */
export function marpSeparators(body: string, divider: number | readonly number[]): Separators {
  return atRulesAndHeadings(new MarkdownIt({ html: true }), body, (level) =>
    typeof divider === 'number' ? level <= divider : divider.includes(level),
  )
}

/** The lines that Marp sets above or below its slides by comments, each with its line of the text, zero-based. */
export function marpLines(body: string): { readonly words: string; readonly at: number }[] {
  const found: { words: string; at: number }[] = []
  for (const [at, line] of body.split('\n').entries()) {
    const words = /^[ \t]*(?:<!--)?[ \t]*_?(?:header|footer)[ \t]*:(.*)$/.exec(line)?.[1] ?? ''
    const said = quotable(words.replace(/-->.*$/, '').trim())
    if (said) found.push({ words: said, at })
  }
  return found
}

/** A value that can stand in an attribute. */
const quotable = (value: string): string => value.replace(/^["']|["']$/g, '').replace(/["<>]|--/g, '')

/** How a slide looks, by Marp's names. */
type Look = Readonly<Record<string, string>>

/** Between marks of code it is words. */
const background = /`[^`\n]+`|!\[bg\b([^[\]]*)\]\(([^()]*)\)/g

/**
 * The slides of a Marp deck as reveal.js has them: what comments set for a slide and from a slide on, pictures behind
 * slides, and comments as notes.
 *
 * @param settings of the front matter, by name
 */
export function fromMarp(slides: readonly SlideSource[], settings: Look): SlideSource[] {
  let lasting: Look = settings
  return slides.map((slide) => {
    const comments = commentsOf(slide.body)
    let own: Look = {}
    for (const { text } of comments.filter(({ text }) => directive.test(text)))
      for (const [, once, name = '', value = ''] of text.matchAll(/^[ \t]*(_?)(\w+)[ \t]*:(.*)$/gm)) {
        if (once) own = { ...own, [name]: value.trim() }
        else lasting = { ...lasting, [name]: value.trim() }
      }
    const pictures: string[] = []
    const beside: string[] = []
    const behind = (whole: string, words: string | undefined, target = ''): string => {
      if (words === undefined) return whole
      const address = /^\s*<?([^\s>]*)/.exec(target)?.[1] ?? ''
      const side = /\b(?:left|right)\b/.exec(words)?.[0]
      if (side && !beside.length) {
        beside.push(`\n\n::${side}::\n\n![](${address})`)
        return ''
      }
      if (side || pictures.length) return `![](${address})`
      const size = backgroundSize(words)
      pictures.push(size ? `${address}" data-background-size="${size}` : address)
      return ''
    }
    const sized = outsideCode(slide.body.text, (text) =>
      text.replace(background, behind).replace(picture, sizedPicture),
    ).concat(...beside)
    const attributes = slideAttributes({ ...lasting, ...own }, pictures[0])
    const said = comments.filter(({ text }) => text && !directive.test(text) && !pragma.test(text))
    const { line } = slide.body
    return withNotes(
      {
        ...slide,
        body: attributes
          ? { text: `<!-- .slide: ${attributes} -->\n${sized}`, line: line - 1 }
          : { text: sized, line },
      },
      said,
    )
  })
}

const picture = /`[^`\n]+`|!\[([^[\]\n]*)\]\(([^()\s]+)\)/g
const keyword =
  /(?:^|\s)(?:(w|width|h|height):([\d.]+)(px|cm|mm|in|pt)?|(?:blur|brightness|contrast|drop-shadow|grayscale|hue-rotate|invert|opacity|saturate|sepia)(?::\S*)?)(?=\s|$)/g
const pixels: Readonly<Record<string, number>> = { cm: 37.8, mm: 3.78, in: 96, pt: 4 / 3 }

/** Pixels of `400pt`. */
const inPixels = (number: string, unit = 'px'): number => Math.round(Number(number) * (pixels[unit] ?? 1))

/** The size of a picture behind a slide, as reveal.js has it: `contain`, `40%`, `400px 300px`; '' for all of the slide. */
function backgroundSize(words: string): string {
  if (/\b(?:fit|contain)\b/.test(words)) return 'contain'
  const side = (name: string): string => {
    const [, number, unit] =
      new RegExp(`\\b${name}\\w*:([\\d.]+)(px|cm|mm|in|pt)?(?=\\s|$)`).exec(words) ?? []
    return number ? `${inPixels(number, unit)}px` : 'auto'
  }
  const asked = [side('w'), side('h')]
  if (asked.some((one) => one !== 'auto')) return asked.join(' ')
  return /(?:^|\s)(auto|\d{1,4}%)(?=\s|$)/.exec(words)?.[1] ?? ''
}

/** `![w:300 words](a.png)` as a picture of that size. */
function sizedPicture(whole: string, words: string | undefined, address = ''): string {
  if (words === undefined) return whole
  const size: Record<string, string> = {}
  const alt = words.replace(keyword, (_, side: string | undefined, number: string, unit = 'px') => {
    if (side) size[side[0] ?? ''] = String(inPixels(number, unit))
    return ''
  })
  const { w = '', h = '' } = size
  return w || h
    ? `![${alt.trim()}](${address} =${w}x${h})`
    : alt === words
      ? whole
      : `![${alt.trim()}](${address})`
}

function slideAttributes(look: Look, picture: string | undefined): string {
  const image =
    picture ?? /^url\((.*)\)$/.exec(look['backgroundImage'] ?? '')?.[1]?.replace(/^["']|["']$/g, '')
  const { class: names = '', backgroundColor = '', color = '' } = look
  return [
    names && `class="${quotable(names.replace(/[[\],]/g, ' ')).trim()}"`,
    image && `data-background-image="${image}"`,
    backgroundColor && `data-background-color="${quotable(backgroundColor)}"`,
    color && `style="color:${quotable(color)}"`,
  ]
    .filter(Boolean)
    .join(' ')
}
