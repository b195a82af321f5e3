import type { SlideSource } from '../../markdown/cut.ts'
import type { Separator } from '../../markdown/separators.ts'

/** What only slides of Obsidian have: its comments without a dot, files in double brackets, grids. */
const marks = /<!--\s*(?:slide|element)\s+[\w-]+=|!\[\[|^<(?:grid|split)\s/m

/** Whether a deck is one of Obsidian's Slides Extended or Advanced Slides. */
export const isObsidian = (body: string): boolean => marks.test(body)

/** Two dashes part slides there, also right below words. */
export const obsidianDown: Separator = (lines, at) => (/^--[ \t]*$/.test(lines[at] ?? '') ? 1 : 0)

/** Words to oneself, which nobody else is to see. */
const hidden = /%%[\s\S]{0,5000}?%%/g
const wikiLink = /(?<!!)\[\[([^[\]|\n#]{1,200})(?:#[^[\]|\n]{0,100})?(?:\|([^[\]\n]{1,200}))?\]\]/g
/** `::: title`, `:::`, `::: block`: boxes, whose words stay. */
const box = /^:::.*$/gm
/** Ours has columns in such boxes. */
const ownBox = /^:{3,}[ \t]*columns?\b/m
const comment = /<!--\s*(slide|element)\s+([\s\S]{0,2000}?)-->/g

const lineEnds = (text: string): string => text.replace(/[^\n]+/g, '')

/**
 * The slides of an Obsidian deck as reveal.js has them: without comments, links to notes as their words, what comments set
 * by reveal.js's names. Every line stays where it is.
 */
export function fromObsidian(slides: readonly SlideSource[]): SlideSource[] {
  return slides.map(({ body, notes }) => ({
    body: { ...body, text: plain(body.text) },
    notes: notes && { ...notes, text: plain(notes.text) },
  }))
}

function plain(text: string): string {
  return text
    .replace(hidden, lineEnds)
    .replace(
      comment,
      (_, of: string, set: string) => `<!-- .${of}: ${of === 'slide' ? ofSlide(set) : set} -->`,
    )
    .replace(wikiLink, (_, name: string, shown: string | undefined) => shown ?? name)
    .replace(ownBox.test(text) ? /(?!)/ : box, '')
}

/** `bg="[[a.png]]"` may be a picture or a colour. */
function ofSlide(set: string): string {
  return set.replace(/\bbg\s*=\s*(["'])(.*?)\1/g, (_, mark: string, value: string) => {
    const name = value.replace(/^!?\[\[|\]\]$/g, '')
    const isPicture = name !== value || /[/.]\w+(?:[?#].*)?$/.test(name)
    return `data-background-${isPicture ? 'image' : 'color'}=${mark}${name}${mark}`
  })
}
