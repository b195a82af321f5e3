import type MarkdownIt from 'markdown-it'
import { Fault } from '../../fault.ts'
import { type Environment, placeOf } from '../environment.ts'

/** More than any slide holds; what is written so takes the parser of HTML long. */
const mostTags = 5000

/** A component of Vue's or others' that is closed at once: HTML knows no such end, and takes what follows into it. */
const selfClosed = /<([A-Z][\w.]{0,60}|[a-z][a-z0-9]{0,30}-[\w-]{0,60})((?:\s[^<>]{0,1000}?)?)\/>/g

/**
 * Raw HTML and comments go through as they are: they are judged with the whole slide, at the door of the page. A comment
 * below a blank line keeps that line, since `<!-- .element: … -->` there speaks of a whole list and not of its last item.
 */
export function foreignHtml(md: MarkdownIt): void {
  md.core.ruler.push('foreign_html', (state) => {
    const env: Environment = state.env
    let lines: readonly string[] | undefined
    let tags = 0
    for (const block of state.tokens)
      for (const token of [block, ...(block.children ?? [])]) {
        if (token.type !== 'html_block' && token.type !== 'html_inline') continue
        tags += token.content.match(/<[a-z]/gi)?.length ?? 0
        if (tags > mostTags) throw new Fault((say) => say.tooMuchHtml, placeOf(env, block.map))
        token.content = token.content.replace(selfClosed, '<$1$2></$1>')
        if (token.type === 'html_inline' || !token.content.startsWith('<!--')) continue
        lines ??= state.src.split('\n')
        if (!lines[(token.map?.[0] ?? 0) - 1]?.trim()) token.content = `\n${token.content}`
      }
  })
}
