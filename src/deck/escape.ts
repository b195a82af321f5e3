/** Markdown that reads as exactly these words inside a line: what Markdown would take for markup is escaped. */
export function escapeInline(words: string): string {
  return words.replace(/[\\`*_[\]<>|~$^&]|=(?==)/g, '\\$&')
}

/** Escapes what is markup only where a line begins, or ends a heading. */
export function escapeEnds(line: string): string {
  return line
    .replace(/^(?:[#+=]|-|:(?=::|\s)|notes?(?=[:：]))/i, (mark) =>
      /^[a-z]/i.test(mark) ? `&#${mark.charCodeAt(0)};${mark.slice(1)}` : `\\${mark}`,
    )
    .replace(/^(\d{1,9})([.)])/, '$1\\$2')
    .replace(/(?<=\s)#+$/, '\\$&')
}

/** Markdown that reads as exactly these words, one line of them. */
export function escapeMarkdown(line: string): string {
  return escapeEnds(escapeInline(line.trim()))
}
