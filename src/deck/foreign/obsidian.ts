import { outsideCode, someOutsideCode } from '../../markdown/code-lines.ts'
import type { SlideSource } from '../../markdown/cut.ts'
import type { Separator } from '../../markdown/separators.ts'

/** What only slides of Obsidian have: its comments without a dot, files in double brackets, grids, words to oneself, boxes with titles of their own. */
const marks =
  /<!--\s*(?:slide|element)\s+[\w-]+=|!\[\[|^<(?:grid|split)\b|^%%(?:[ \t]*$|.*%%[ \t]*$)|^>[ \t]*\[!\w+\][+-]?[ \t]+\S/m

/** Whether a deck is one of Obsidian's Slides Extended or Advanced Slides. */
export const isObsidian = (body: string): boolean =>
  marks.test(body) && someOutsideCode(body, (words) => marks.test(words))

/** Two dashes part slides there, also right below words. */
export const obsidianDown: Separator = (lines, at) => (/^--[ \t]*$/.test(lines[at] ?? '') ? 1 : 0)

/** Words to oneself, which nobody else is to see. */
const hidden = /%%[\s\S]{0,5000}?%%/g
/** A note, or a part of it, that is shown within another; a name with another ending is a picture's. */
const noteEmbed = /`[^`\n]+`|!\[\[([^[\]|\n]{1,200}?)(?:\|[^[\]\n]{0,100})?\]\]/g
/** `> [!tip]- a title`. */
const titledBox = /^([ \t]*(?:>[ \t]*)+)\[!\w[\w-]*\][+-]?[ \t]+(\S[^\n]*)$/gm
/** Between marks of code it is words. */
const wikiLink = /`[^`\n]+`|(?<!!)\[\[([^[\]|\n#]{1,200})(?:#[^[\]|\n]{0,100})?(?:\|([^[\]\n]{1,200}))?\]\]/g
const comment = /<!--\s*(slide|element)\s+([\s\S]{0,2000}?)-->/g

const isMediaName = (name: string): boolean => /\.(?!md$|pdf$|canvas$)\w{2,4}$/i.test(name.trim())

const lineEnds = (text: string): string => text.replace(/[^\n]+/g, '')

/**
 * The slides of an Obsidian deck as reveal.js has them: without comments, links to notes as their words, what comments set
 * by reveal.js's names. Every line stays where it is.
 *
 * @param ground what the settings of the deck put behind slides that have nothing of their own there
 */
export function fromObsidian(slides: readonly SlideSource[], ground = ''): SlideSource[] {
  return slides.map(({ body, notes }) => {
    const text = outsideCode(body.text, plain)
    const hasOwn = ground === '' || text.includes('data-background')
    return {
      body: hasOwn
        ? { ...body, text }
        : { text: `<!-- .slide: ${ofSlide(`bg="${quotable(ground)}"`)} -->\n${text}`, line: body.line - 1 },
      notes: notes && { ...notes, text: outsideCode(notes.text, plain) },
    }
  })
}

/** A value that can stand in an attribute. */
const quotable = (value: string): string => value.replace(/["<>]|--/g, '')

function plain(text: string): string {
  return text
    .replace(hidden, lineEnds)
    .replace(
      comment,
      (_, of: string, set: string) => `<!-- .${of}: ${of === 'slide' ? ofSlide(set) : set} -->`,
    )
    .replace(noteEmbed, (whole, name: string | undefined) =>
      name === undefined || isMediaName(name)
        ? whole
        : `<note-embed name="${quotable(name.trim())}"></note-embed>`,
    )
    .replace(titledBox, (_, quote: string, title: string) => `${quote}**${title.trim()}**  `)
    .replace(wikiLink, (whole, name: string | undefined, shown: string | undefined) => shown ?? name ?? whole)
}

/** `bg="[[a.png]]"` may be a picture or a colour. */
function ofSlide(set: string): string {
  return set.replace(/\bbg\s*=\s*(["'])(.*?)\1/g, (_, mark: string, value: string) => {
    const name = value.replace(/^!?\[\[|\]\]$/g, '')
    const isPicture = name !== value || /[/.]\w+(?:[?#].*)?$/.test(name)
    return `data-background-${isPicture ? 'image' : 'color'}=${mark}${name}${mark}`
  })
}
