import { themeName, themes } from '../theme/palettes.ts'
import type { ClientFiles } from './assets.ts'
import { page } from './page.ts'
import type { RenderedDeck } from './render-deck.ts'

const style = `body{margin:0;height:auto;background:#6b6b6b}
.themes{--box-scale:.3125;padding:16px 24px}
.themes>h2{margin:24px 0 8px;color:#fff}
.themes>div{display:grid;grid-template-columns:repeat(auto-fill,400px);gap:12px}
.themes .fragment{opacity:1;visibility:visible}`

/**
 * A page that shows every slide of a deck in every theme.
 *
 * @param fonts `@font-face` rules
 */
export function themesPage(deck: RenderedDeck, client: ClientFiles, fonts: string): string {
  const boxes = (theme: string): string =>
    deck.stacks
      .flat()
      .map(
        ({ html }) =>
          `<div class="slide-box" data-theme="${theme}"><div class="reveal"><div class="slides"><section class="stack present">${html.replace(
            /^<section(?: class="([^"]*)")?/,
            '<section class="present $1"',
          )}</section></div></div></div>`,
      )
      .join('\n')
  const sets = themes.map(
    (theme) => `<h2>${themeName(theme)} <small>${theme}</small></h2><div>${boxes(theme)}</div>`,
  )
  return page({
    lang: deck.lang,
    title: deck.title,
    fonts,
    style: client.style + style,
    view: 'themes',
    body: `<main class="themes">${sets.join('\n')}</main>`,
  })
}
