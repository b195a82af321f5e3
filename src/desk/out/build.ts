import { deck, wholeFiles } from '../model/deck.ts'
import { ask } from '../model/worker-link.ts'

/** Built last, of which state: presenting and then saving builds once. */
let last: { readonly state: object; readonly html: Promise<string> } | null = null

/** The page of the deck as it is now: the same bytes as `study-deck build` makes. */
export function builtPage(): Promise<string> {
  const open = deck.value
  if (!open) return Promise.resolve('')
  const { state } = open.history.now
  if (last?.state === state) return last.html
  const html = ask('build', { slug: open.slug, files: wholeFiles(open) }).then((built) => built.html)
  last = { state, html }
  html.catch(() => {
    last = null
  })
  return html
}
