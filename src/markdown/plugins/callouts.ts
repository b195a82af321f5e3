import { alert } from '@mdit/plugin-alert'
import type MarkdownIt from 'markdown-it'
import { wordsFor } from '../../words.ts'
import type { Environment } from '../environment.ts'

/** `> [!NOTE]` and its kin, each titled in the deck's language. */
export function callouts(md: MarkdownIt): void {
  md.use(alert, {
    titleRender: (tokens, index, _options, { language }: Environment) => {
      const name = tokens[index]?.markup.toLowerCase() ?? ''
      const titles: Readonly<Record<string, string>> = wordsFor(language).callouts
      return `<p class="markdown-alert-title">${titles[name] ?? name}</p>\n`
    },
  })
}
