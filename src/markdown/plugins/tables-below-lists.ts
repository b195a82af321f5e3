import type MarkdownIt from 'markdown-it'

const delimiter = /^ {0,3}\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*(?:\|[ \t]*)?$/

/**
 * A table right below a list item or a quotation is no more of its words, as in reveal.js: only ends what stands above,
 * the table is then read as any other.
 */
export function tablesBelowLists(md: MarkdownIt): void {
  md.block.ruler.before(
    'table',
    'table_below_list',
    (state, startLine, endLine, silent) => {
      if (!silent || startLine + 1 >= endLine) return false
      const line = (at: number): string => state.src.slice(state.bMarks[at], state.eMarks[at])
      if ((state.sCount[startLine] ?? 0) >= state.blkIndent && state.parentType !== 'blockquote') return false
      return (
        line(startLine).includes('|') &&
        line(startLine + 1).includes('|') &&
        delimiter.test(line(startLine + 1))
      )
    },
    { alt: ['paragraph', 'blockquote', 'list'] },
  )
}
