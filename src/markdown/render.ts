import type MarkdownIt from 'markdown-it'
import type { Token } from 'markdown-it'
import type { Remark } from '../fault.ts'
import type { Passage, SlideSource } from './cut.ts'
import type { Attribute, Environment } from './environment.ts'
import { restoreGenerated } from './plugins/foreign-html.ts'

/** A slide as HTML that is safe to put into a page. */
export interface SlideHtml {
  readonly attributes: readonly Attribute[]
  readonly body: string
  /** '' where the slide has no speaker notes. */
  readonly notes: string
  /** What could not be shown as it is written, in order. */
  readonly remarks: readonly Remark[]
}

export interface RenderContext
  extends Pick<Environment, 'file' | 'language' | 'incremental' | 'picture' | 'originals'> {
  /** Tells this slide's footnotes from those of the others in the page. */
  readonly id: string
  /** Cleans foreign HTML. */
  readonly sanitize: (html: string, env: Environment) => string
}

/**
 * Renders one slide. Pure but for `context.picture`.
 *
 * @throws Fault with file and line for whatever in the slide can't be rendered
 */
export function renderSlide(md: MarkdownIt, { body, notes }: SlideSource, context: RenderContext): SlideHtml {
  const sentences: string[] = []
  const remarks: Remark[] = []
  const remark: Environment['remark'] = (message, place) => void remarks.push({ place, message })
  const spoken = notes
    ? render(md, notes, environment(context, notes, 'notes', sentences, remark), context)
    : ''
  const env = environment(context, body, 'body', sentences, remark)
  const shown = render(md, body, env, context)
  return { body: shown, attributes: env.slideAttributes, notes: spoken, remarks }
}

function environment(
  context: RenderContext,
  { line }: Passage,
  part: Environment['part'],
  sentences: string[],
  remark: Environment['remark'],
): Environment & { docId: string } {
  const { file, language, incremental, picture, originals, id } = context
  // `docId` is the footnote plugin's prefix for the ids it makes.
  return {
    file,
    line,
    language,
    part,
    sentences,
    originals,
    incremental: incremental && part === 'body',
    picture,
    remark,
    docId: part === 'notes' ? `${id}n` : id,
    slideAttributes: [],
    generated: [],
    foreign: false,
  }
}

function render(md: MarkdownIt, { text }: Passage, env: Environment, { sanitize }: RenderContext): string {
  return renderTokens(md, md.parse(text, env), env, sanitize)
}

/** The tokens of a passage as HTML that is safe to put into a page. */
export function renderTokens(
  md: MarkdownIt,
  tokens: Token[],
  env: Environment,
  sanitize: RenderContext['sanitize'],
): string {
  const html = md.renderer.render(tokens, md.options, env)
  return env.foreign ? restoreGenerated(sanitize(html, env), env) : html
}
