import { parseDocument } from 'yaml'
import { frontMatter, mendYaml } from './front-matter.ts'

/**
 * Puts a rehearsal's timings into the front matter of a deck's first file; whatever else stands there stays, comments
 * too.
 *
 * @param text the whole file, its front matter without a mistake
 * @param timings seconds by the slides' headings
 * @returns the whole file
 */
export function withTimings(text: string, timings: Readonly<Record<string, number>>): string {
  const { whole, yaml } = frontMatter(text)
  const document = parseDocument(mendYaml(yaml).text, { schema: 'core', uniqueKeys: false })
  document.set('timings', document.createNode(timings))
  const mark = text.startsWith('\ufeff') ? '\ufeff' : ''
  const body = text.slice(whole.length).replace(/^\ufeff/, '')
  const written = `---\n${document.toString({ lineWidth: 0 })}---\n${whole ? '' : '\n'}`
  return mark + (/\r\n/.test(text) ? written.replaceAll('\n', '\r\n') : written) + body
}
