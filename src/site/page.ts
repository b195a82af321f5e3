import { createHash } from 'node:crypto'
import type { DeckSettings } from '../deck/settings.ts'
import { wordsFor } from '../words.ts'
import { escapeHtml } from './escape-html.ts'
import { mathStyle } from './math-style.ts'
import type { RenderedDeck } from './render-deck.ts'

/** What the browser runs, compiled with the package. */
export interface ClientFiles {
  readonly script: string
  readonly style: string
  /** Draws Mermaid diagrams; only in pages that have one. */
  readonly diagrams: () => string
  /** Keeps a page that is being edited up to date. */
  readonly live: () => string
}

const hash = (script: string): string => `'sha256-${createHash('sha256').update(script).digest('base64')}'`
/** An inline script must not close its own element. */
const inline = (script: string): string => script.replace(/<(?=\/script|!--)/gi, '\\x3c')

/** The deck's settings for the views; data, which no policy need allow. */
const data = (settings: DeckSettings): string =>
  `<script type="application/json" id="settings">${JSON.stringify(settings).replaceAll('<', '\\u003c')}</script>`

/**
 * The policy of a page that carries all it needs: it runs only its own scripts, known by their hashes, and reaches nothing.
 * Styles may stand in attributes, as KaTeX and diagrams need them.
 */
function policy(scripts: readonly string[], live: boolean): string {
  const sources = [...scripts.map(hash), ...(live ? ["'self'"] : [])].join(' ') || "'none'"
  const connect = live ? "'self' ws:" : "'none'"
  return `default-src 'none'; script-src ${sources}; style-src 'unsafe-inline'; img-src data:; font-src data:; connect-src ${connect}; base-uri 'none'; form-action 'none'`
}

function page(
  lang: string,
  title: string,
  style: string,
  body: string,
  scripts: readonly string[],
  live = false,
): string {
  return `<!doctype html>
<html lang="${escapeHtml(lang)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy(scripts, live)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<title>${escapeHtml(title)}</title>
<style>${style}</style>
</head>
<body>
${body}
${scripts.map((script) => `<script>${script}</script>`).join('\n')}${live ? '\n<script type="module" src="/@study-deck/live.js"></script>' : ''}
</body>
</html>
`
}

const hasDiagrams = (html: string): boolean => html.includes('<pre class="mermaid">')

/** Changes with what a page must carry for its formulas and diagrams; a live page that lacks it is loaded again. */
export function pageNeeds(deck: RenderedDeck): string {
  const html = deck.stacks.flatMap((slides) => slides.map((slide) => slide.html)).join('')
  return `${hasDiagrams(html)} ${mathStyle(html).length}`
}

/** A deck as one self-contained page; a live one also follows the edits of its Markdown. */
export function deckPage(deck: RenderedDeck, client: ClientFiles, live = false): string {
  const stacks = deck.stacks
    .map((slides) => `<section>\n${slides.map(({ html }) => html).join('\n')}\n</section>`)
    .join('\n')
  const drawn = hasDiagrams(stacks)
  const scripts = [...(drawn ? [client.diagrams()] : []), client.script].map(inline)
  return page(
    deck.lang,
    deck.title,
    client.style + mathStyle(stacks),
    `<div class="reveal"><main class="slides">\n${stacks}\n</main></div>\n${data(deck.settings)}`,
    scripts,
    live,
  )
}

const listStyle = `body{font:18px/1.6 system-ui,"Noto Sans SC","Microsoft YaHei",sans-serif;max-width:48rem;margin:3rem auto;padding:0 1rem;color:#222;background:#fdfbf6}h1{font-size:1.6rem}li{margin:.8rem 0}a{color:#8f1212;font-weight:600}small{color:#555;display:block}`

/** The list of decks, each a link to its own page. */
export function listPage(decks: readonly RenderedDeck[]): string {
  const lang = decks[0]?.lang ?? 'zh-CN'
  const words = wordsFor(lang)
  const items = decks.map(({ slug, title, slides, seconds, stacks }) => {
    const address = `./${encodeURIComponent(slug)}/index.html`
    const hasNotes = stacks.flat().some(({ html }) => html.includes('<aside class="notes">'))
    const views = (['notes', 'handout'] as const)
      .filter((view) => view !== 'notes' || hasNotes)
      .map((view) => ` · <a href="${address}?view=${view}">${words.paper.views[view]}</a>`)
    return `<li><a href="${address}">${escapeHtml(title)}</a><small>${words.slides(slides)} · ${words.minutes(Math.max(1, Math.round(seconds / 60)))}${views.join('')}</small></li>`
  })
  return page(
    lang,
    words.decks,
    listStyle,
    `<main><h1>${words.decks}</h1>\n<ul>\n${items.join('\n')}\n</ul></main>`,
    [],
  )
}
