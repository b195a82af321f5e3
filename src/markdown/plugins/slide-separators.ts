import type MarkdownIt from 'markdown-it'

/**
 * `---` below a line of text separates slides, as it does in every slide dialect; without this,
 * CommonMark takes it for the underline of a heading.
 */
export function slideSeparators(md: MarkdownIt): void {
  md.disable('lheading')
}
