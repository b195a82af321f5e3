import type MarkdownIt from 'markdown-it'
import type { Remark } from '../fault.ts'
import type { Passage, SlideSource } from './cut.ts'
import type { Environment } from './environment.ts'

/** A slide as HTML, with the raw HTML and the comments of its author: nothing that may stand in a page yet. */
export interface SlideHtml {
  readonly body: string
  /** '' where the slide has no speaker notes. */
  readonly notes: string
  /** What could not be shown as it is written, in order. */
  readonly remarks: readonly Remark[]
}

/** What notes became that are the same on every slide which carries them, by their Markdown. */
export type SharedNotes = Map<string, { readonly html: string; readonly sentences: readonly string[] }>

export interface RenderContext extends Pick<Environment, 'file' | 'language' | 'originals'> {
  /** Tells this slide's footnotes from those of the others in the page. */
  readonly id: string
  /** Of the deck's slides rendered before: those that are of one paragraph share its notes. */
  readonly shared?: SharedNotes
}

/**
 * Renders the Markdown of one slide; pure.
 *
 * @throws Fault with file and line for whatever in the slide can't be rendered
 */
export function renderSlide(md: MarkdownIt, { body, notes }: SlideSource, context: RenderContext): SlideHtml {
  const { file, language, originals, id, shared } = context
  const remarks: Remark[] = []
  const remark: Environment['remark'] = (message, place) => void remarks.push({ place, message })
  // `docId` is the footnote plugin's prefix for the ids it makes.
  const render = (
    { text, line }: Passage,
    own: Pick<Environment, 'part' | 'sentences'> & { readonly docId: string },
  ): string => {
    const env = { file, line, language, originals, remark, ...own }
    return md.renderer.render(md.parse(text, env), md.options, env)
  }
  const rendered = ({ text, line }: Passage): { html: string; sentences: readonly string[] } => {
    const known = shared?.get(text)
    if (known) return known
    const sentences: string[] = []
    const docId = `${id}n`
    const made = { html: render({ text, line }, { part: 'notes', sentences, docId }), sentences }
    if (remarks.length === 0 && !made.html.includes(docId)) shared?.set(text, made)
    return made
  }
  const { html, sentences } = notes ? rendered(notes) : { html: '', sentences: [] }
  const shown = render(body, { part: 'body', sentences: [...sentences], docId: id })
  return { body: shown, notes: html, remarks }
}
