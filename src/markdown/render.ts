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

export interface RenderContext extends Pick<Environment, 'file' | 'language' | 'originals'> {
  /** Tells this slide's footnotes from those of the others in the page. */
  readonly id: string
}

/**
 * Renders the Markdown of one slide; pure.
 *
 * @throws Fault with file and line for whatever in the slide can't be rendered
 */
export function renderSlide(md: MarkdownIt, { body, notes }: SlideSource, context: RenderContext): SlideHtml {
  const sentences: string[] = []
  const remarks: Remark[] = []
  const remark: Environment['remark'] = (message, place) => void remarks.push({ place, message })
  const render = ({ text, line }: Passage, part: Environment['part']): string => {
    const { file, language, originals, id } = context
    // `docId` is the footnote plugin's prefix for the ids it makes.
    const docId = part === 'notes' ? `${id}n` : id
    const env: Environment & { docId: string } = {
      file,
      line,
      language,
      part,
      sentences,
      originals,
      remark,
      docId,
    }
    return md.renderer.render(md.parse(text, env), md.options, env)
  }
  const spoken = notes ? render(notes, 'notes') : ''
  return { body: render(body, 'body'), notes: spoken, remarks }
}
