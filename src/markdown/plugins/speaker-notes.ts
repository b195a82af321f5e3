import type MarkdownIt from 'markdown-it'

/** `Note:` or `Notes:` at the start of a line, as reveal.js has it; an input method may make the colon full-width. */
const marker = /^notes?[:：]/i

/**
 * Block rule for the line that begins a slide's speaker notes: a `speaker_notes` token whose content
 * is the rest of that line. It ends a paragraph or a list above it even without a blank line.
 */
export function speakerNotes(md: MarkdownIt): void {
  md.block.ruler.before(
    'table',
    'speaker_notes',
    (state, startLine, _endLine, silent) => {
      if (state.sCount[startLine] !== 0 || (!silent && state.level !== 0)) return false
      const start = (state.bMarks[startLine] ?? 0) + (state.tShift[startLine] ?? 0)
      const line = state.src.slice(start, state.eMarks[startLine])
      const found = marker.exec(line)
      if (!found) return false
      if (silent) return true
      const token = state.push('speaker_notes', '', 0)
      token.map = [startLine, startLine + 1]
      token.content = line.slice(found[0].length)
      token.hidden = true
      state.line = startLine + 1
      return true
    },
    { alt: ['paragraph', 'reference', 'blockquote', 'list', 'table'] },
  )
}
