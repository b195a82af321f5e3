import type { ShownSettings } from '../deck/settings.ts'
import { shapeOf } from '../deck/slide-size.ts'
import type { OfficeTheme } from '../theme/office.ts'
import { officeName, officeStyle, themesStyle } from '../theme/style.ts'
import { pageLanguages, signs, wordsFor } from '../words.ts'
import type { ClientFiles, MathFiles, PageAssets } from './assets.ts'
import { escapeHtml } from './escape-html.ts'
import { hasMath, mathStyle } from './math-style.ts'
import type { RenderedDeck } from './render-deck.ts'
import { type PageScript, pageScript, scriptByLanguage } from './scripts.ts'
import { generator } from './signs.ts'

/** The deck's settings for the views; data, which no policy need allow. */
const data = (settings: ShownSettings): string =>
  `<script type="application/json" id="study-deck-settings">${JSON.stringify(settings).replaceAll('<', '\\u003c')}</script>`

/**
 * The policy of a page that carries all it needs: it runs only its own scripts, known by their hashes, and reaches nothing.
 * Styles may stand in attributes, as KaTeX and diagrams need them.
 */
function policy(scripts: readonly PageScript[], live: boolean, hasMedia: boolean): string {
  const sources = [...scripts.map(({ hash }) => hash), ...(live ? ["'self'"] : [])].join(' ') || "'none'"
  const connect = live ? "'self' ws:" : "'none'"
  return `default-src 'none'; script-src ${sources}; style-src 'unsafe-inline'; img-src data:; media-src data: blob:${hasMedia ? " 'self'" : ''}; font-src data:${live ? " 'self'" : ''}; connect-src ${connect}; base-uri 'none'; form-action 'none'`
}

/** Without it, as where scripts are off, the page reads as a plain one. */
const scripted = pageScript(`document.documentElement.classList.add('scripted')`)

/** The scripts of decks' pages in any language as they stand in them, but for those that draw diagrams. */
export const deckScripts = (code: string): readonly PageScript[] => [
  scripted,
  ...pageLanguages.map(scriptByLanguage(code)),
]

export interface PageParts {
  readonly lang: string
  readonly title: string
  readonly settings?: ShownSettings
  readonly office?: OfficeTheme | null
  readonly fonts: string
  readonly style: string
  readonly body: string
  readonly scripts?: readonly PageScript[]
  readonly live?: boolean
  /** Of a live page: which rendering of its deck it has. */
  readonly version?: string
  /** Films or sounds stand beside it. */
  readonly hasMedia?: boolean
  /** A view that needs no script to show its slides. */
  readonly view?: string
}

/** A page of these parts. */
export function page({
  lang,
  title,
  settings = {},
  office = null,
  fonts,
  style,
  body,
  scripts = [],
  live = false,
  version = '',
  hasMedia = false,
  view = '',
}: PageParts): string {
  const { ratio = '16:9' } = settings
  const theme = office ? officeName : (settings.theme ?? 'zhu')
  const variants = office ? ` data-cover="${office.cover}" data-divider="${office.divider}"` : ''
  const first = scripts.length ? [scripted] : []
  return `<!doctype html>
<html${view ? ` class="scripted" data-view="${view}"` : ''} lang="${escapeHtml(lang)}" data-theme="${theme}" data-ratio="${ratio}" data-shape="${shapeOf(ratio)}"${variants}>
<head>
<meta charset="utf-8">
${generator}
<meta http-equiv="Content-Security-Policy" content="${policy([...first, ...scripts], live, hasMedia)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<title>${escapeHtml(title)}</title>
${first.map(({ text }) => `<script>${text}</script>\n`).join('')}<style>${fonts}</style>
<style>${themesStyle}${office ? officeStyle(office) : ''}</style>
<style>${style}</style>
</head>
<body>
${body}
${scripts.map(({ text }) => `<script>${text}</script>`).join('\n')}${live && scripts.length ? `\n<script type="module" src="/@study-deck/live.js" data-version="${version}"></script>` : ''}
</body>
</html>
`
}

const hasDiagrams = (html: string): boolean => html.includes('<pre class="mermaid">')

/**
 * Changes with what a page must carry beside its slides: its settings, and what its formulas and diagrams need. A live
 * page that lacks it is loaded again; timings alone reach it without.
 */
export function pageNeeds({ lang, title, settings, office, stacks }: RenderedDeck, math: MathFiles): string {
  const slides = stacks.flat().map(({ html }) => html)
  const { timings, ...others } = settings
  const style = mathStyle(slides.filter(hasMath).join(''), math)
  return JSON.stringify([
    lang,
    title,
    others,
    office && officeStyle(office),
    office?.cover,
    office?.divider,
    slides.some(hasDiagrams),
    style.length,
  ])
}

/**
 * A deck as one self-contained page; a live one also follows the edits of its Markdown.
 *
 * @param fonts `@font-face` rules
 * @param how.version of a live page: which rendering of the deck it has
 * @param how.project the element in which it carries its own files
 */
export function deckPage(
  deck: RenderedDeck,
  { client, math }: Pick<PageAssets, 'client' | 'math'>,
  fonts: string,
  { version, project = '' }: { readonly version?: string; readonly project?: string } = {},
): string {
  const stacks = deck.stacks
    .map((slides) => `<section>\n${slides.map(({ html }) => html).join('\n')}\n</section>`)
    .join('\n')
  const drawn = hasDiagrams(stacks)
  return page({
    lang: deck.lang,
    title: deck.title,
    settings: deck.settings,
    office: deck.office,
    fonts,
    style: client.style + mathStyle(stacks, math),
    body: `<div class="reveal"><main class="slides">\n${stacks}\n</main></div>\n${data(deck.settings)}${project && `\n${project}`}`,
    scripts: [...(drawn ? [client.diagrams()] : []), client.script(deck.lang)],
    ...(version === undefined ? {} : { live: true, version }),
    hasMedia: deck.large.length > 0,
  })
}

/** The words of the page that lists decks, each a link to its own page and its views. */
function listBody(decks: readonly RenderedDeck[], language: string, mistakes: readonly string[]): string {
  const words = wordsFor(language)
  const items = decks.map(({ slug, title, lang, slides, seconds, stacks, settings, office }) => {
    const address = `./${encodeURIComponent(slug)}/index.html`
    const hasNotes = stacks.flat().some(({ html }) => html.includes('<aside class="notes">'))
    const views = (['deck', 'notes', 'handout'] as const)
      .filter((view) => view !== 'notes' || hasNotes)
      .map(
        (view) =>
          `<a href="${address}${view === 'deck' ? '' : `?view=${view}`}">${words.paper.views[view]}</a>`,
      )
    const facts = [settings.unit, settings.date].flatMap((fact) => (fact ? [escapeHtml(fact)] : []))
    const amounts = [words.slides(slides), words.minutes(Math.max(1, Math.round(seconds / 60)))]
    return `<li lang="${escapeHtml(lang)}" data-theme="${settings.theme ?? office?.base ?? 'zhu'}"><a class="deck" href="${address}">${escapeHtml(title)}</a><p>${[...facts, ...amounts].join(signs.dot)}</p><nav aria-label="${escapeHtml(title)}">${views.join('')}</nav></li>`
  })
  const told = mistakes.map((mistake) => `<p class="mistake">${escapeHtml(mistake)}</p>`)
  return `<main class="decks"><h1>${words.decks}</h1>\n<ul>\n${items.join('\n')}\n</ul>${told.join('\n')}</main>`
}

/**
 * The list of decks.
 *
 * @param fontsFor gives the fonts for a language and the words of the page
 * @param mistakes of the decks that can't be shown
 */
export async function listPage(
  decks: readonly RenderedDeck[],
  client: ClientFiles,
  fontsFor: (language: string, html: string) => string | Promise<string>,
  { live = false, mistakes = [] }: { live?: boolean; mistakes?: readonly string[] } = {},
): Promise<string> {
  const lang = decks[0]?.lang ?? 'zh-CN'
  const body = listBody(decks, lang, mistakes)
  const title = wordsFor(lang).decks
  return page({ lang, title, fonts: await fontsFor(lang, body), style: client.style, body, live })
}
