/**
 * Markdown that reads as exactly these words, one line of them; only what Markdown would take for markup is escaped.
 */
export function escapeMarkdown(line: string): string {
  return line
    .trim()
    .replace(/[\\`*_[\]<>|~$^&]/g, '\\$&')
    .replace(/^(?:[#+=]|-|:::|notes?(?=[:：]))/i, (mark) =>
      /^[a-z]/i.test(mark) ? `&#${mark.charCodeAt(0)};${mark.slice(1)}` : `\\${mark}`,
    )
    .replace(/^(\d{1,9})([.)])/, '$1\\$2')
}
