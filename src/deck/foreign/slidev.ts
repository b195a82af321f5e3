import type { SlideSource } from '../../markdown/cut.ts'
import { type Separators, usual } from '../../markdown/separators.ts'
import { commentsOf, withNotes } from './comments.ts'

/** What only Slidev sets at the head of a deck. */
const deckSettings =
  'mdc drawings routerMode highlighter monaco monacoTypesSource exportFilename canvasWidth colorSchema selectable titleTemplate addons defaults hideInToc themeConfig htmlAttrs wakeLock twoslash'.split(
    ' ',
  )
/** What it sets at the head of a slide. */
const slideSettings =
  /^(?:layout|class|transition|background|image|clicks|clicksStart|src|level|zoom|routeAlias|hideInToc|preload|disabled|hide|dragPos)\s*:/
const setting = /^[\w-]+\s*:(?:\s|$)/

/**
 * How many lines the settings of a slide take behind a separator, the rule that ends them too: they begin right below it.
 *
 * @param sure the deck is known to be Slidev's
 */
function settingsBehind(lines: readonly string[], at: number, sure: boolean): number {
  if (!setting.test(lines[at + 1] ?? '')) return 0
  let known = sure
  for (let end = at + 1; end < Math.min(lines.length, at + 60); end++) {
    const line = lines[end] ?? ''
    if (/^---[ \t]*$/.test(line)) return known ? end - at : 0
    if (slideSettings.test(line)) known = true
    if (line.trim() !== '' && !setting.test(line) && !/^(?:[ \t]|- |#)/.test(line)) return 0
  }
  return 0
}

/** Whether a deck is one of Slidev: told by the settings of the deck or of a slide. */
export function isSlidev(names: Iterable<string>, body: string): boolean {
  if ([...names].some((name) => deckSettings.includes(name))) return true
  const lines = body.split('\n')
  return lines.some((_, at) => usual.across(lines, at) > 0 && settingsBehind(lines, at, false) > 0)
}

/** Settings of slides that put on them what is not in their Markdown, or that keep them from being shown. */
const telling = /^(src|image|url|hide|disabled)\s*:\s*["']?([^"'#\s]+)/

/** What of a Slidev deck's slides should be known, each with its line of the text, zero-based. */
export function slidevSettings(
  body: string,
): { readonly name: string; readonly value: string; readonly at: number }[] {
  const lines = body.split('\n')
  return lines.flatMap((_, at) => {
    const behind = usual.across(lines, at) ? settingsBehind(lines, at, true) : 0
    const within = lines.slice(at + 1, at + behind).map((line, i) => ({ line, at: at + 1 + i }))
    return within.flatMap(({ line, at }) => {
      const [, name = '', value = ''] = telling.exec(line) ?? []
      return name && value !== 'false' ? [{ name, value, at }] : []
    })
  })
}

/** The settings of a slide belong to the separator before it. */
export const slidevSeparators: Separators = {
  ...usual,
  down: () => 0,
  across: (lines, at) => (usual.across(lines, at) ? 1 + settingsBehind(lines, at, true) : 0),
}

/** The slides of a Slidev deck: without the marks of its layouts, and with the comment that ends a slide as its notes. */
export function fromSlidev(slides: readonly SlideSource[]): SlideSource[] {
  return slides.map((slide) => {
    const last = commentsOf(slide.body).filter(({ isLast }) => isLast)
    const text = slide.body.text.replace(/^::[\w-]+::[ \t]*$/gm, '')
    return withNotes({ ...slide, body: { ...slide.body, text } }, last)
  })
}
