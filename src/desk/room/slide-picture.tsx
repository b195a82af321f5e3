import { useLayoutEffect, useRef } from 'preact/hooks'
import { furniture } from '../../client/deck/furniture.ts'
import { themesStyle } from '../../theme/style.ts'
import type { ShownOnSlides } from '../messages.ts'
import { carried } from '../model/worker-link.ts'

/** What a page has around slides; in a picture its root is an element of its own, and every point is shown. */
const pictureStyle = `
:host{display:block;contain:strict}
.picture-root{height:100%;font-family:var(--sans);color:var(--ink);line-break:strict;text-spacing-trim:trim-start;
text-autospace:normal;hanging-punctuation:first allow-end;text-align:start;line-height:normal}
.picture-root .reveal .slides{position:absolute;inset:0;width:auto;height:auto}
.picture-root .reveal .fragment{opacity:1;visibility:inherit;transform:none}
.picture-root a{pointer-events:none}
.picture-root [data-pair]{outline:3px solid #b8860b;outline-offset:4px;border-radius:4px}
.picture-root [data-part]{cursor:text}
`

let sheets: Promise<CSSStyleSheet[]> | undefined
let office: { readonly style: string; readonly sheet: CSSStyleSheet } | null = null

function sheetOf(text: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(text)
  return sheet
}

/** The style sheets of decks, parsed once for all pictures. */
function deckSheets(): Promise<CSSStyleSheet[]> {
  sheets ??= carried.read('deck.css').then((bytes) => {
    const style = new TextDecoder().decode(bytes ?? new Uint8Array())
    return [`${themesStyle}${style}`.replaceAll(':root', '.picture-root'), pictureStyle].map(sheetOf)
  })
  return sheets
}

function officeSheet(style: string): CSSStyleSheet {
  if (office?.style !== style) office = { style, sheet: sheetOf(style) }
  return office.sheet
}

export interface PictureProps {
  readonly html: string
  readonly shown: ShownOnSlides
  /** CSS pixels. */
  readonly width: number
  readonly number: number
  readonly total: number
  readonly section: string
  /** Called with the slide's element whenever it is made anew. */
  readonly onMade?: (slide: HTMLElement) => void
}

/** Width to height of a slide, in CSS pixels. */
export function sizeOf(ratio: string): readonly [width: number, height: number] {
  const sizes: Readonly<Record<string, readonly [number, number]>> = {
    '4:3': [960, 720],
    A4: [1018, 720],
    '9:16': [720, 1280],
  }
  return sizes[ratio] ?? [1280, 720]
}

/** A slide as on the wall, at any size. Its styles and those of the desk do not reach each other. */
export function SlidePicture({ html, shown, width, number, total, section, onMade }: PictureProps) {
  const host = useRef<HTMLDivElement>(null)
  const foot = useRef<HTMLElement | null>(null)
  const [full, tall] = sizeOf(shown.ratio)
  const scale = width / full
  useLayoutEffect(() => {
    const element = host.current
    if (!element) return
    const shadow = element.shadowRoot ?? element.attachShadow({ mode: 'open' })
    const root = document.createElement('div')
    root.className = 'picture-root scripted'
    root.lang = shown.lang
    Object.assign(root.dataset, {
      theme: shown.theme,
      ratio: shown.ratio,
      shape: shown.shape,
      view: 'picture',
      ...(shown.office ? { cover: shown.office.cover, divider: shown.office.divider } : {}),
    })
    root.style.setProperty('--box-scale', String(scale))
    // What the worker rendered went through the page's door: it holds nothing that runs.
    root.innerHTML = `<div class="slide-box" data-theme="${shown.theme}"><div class="reveal"><div class="slides"><section class="stack present">${html}</section></div></div></div>`
    const slide = root.querySelector<HTMLElement>('section section')
    if (!slide) return
    slide.classList.add('present')
    for (const fragment of slide.querySelectorAll('.fragment')) fragment.classList.add('visible')
    // A picture is looked at; what it says stands in the desk's own words beside it.
    root.setAttribute('aria-hidden', 'true')
    shadow.replaceChildren(root)
    void deckSheets().then((all) => {
      shadow.adoptedStyleSheets = shown.office ? [...all, officeSheet(shown.office.style)] : all
      onMade?.(slide)
    })
  }, [html, shown])
  // A slide more or less in the deck changes no more of all others than what stands around them.
  useLayoutEffect(() => {
    const reveal = host.current?.shadowRoot?.querySelector('.reveal')
    const slide = reveal?.querySelector<HTMLElement>('section section')
    if (!reveal || !slide) return
    const made = furniture(shown.settings, { number, total, section, slide })
    const title = made.querySelector('.deck-title')
    if (title) title.textContent = shown.title
    foot.current?.remove()
    foot.current = made
    reveal.append(made)
  }, [html, shown, number, total, section])
  useLayoutEffect(() => {
    const root = host.current?.shadowRoot?.querySelector<HTMLElement>('.picture-root')
    root?.style.setProperty('--box-scale', String(scale))
  }, [scale])
  return <div ref={host} class="picture" style={{ width: `${width}px`, height: `${tall * scale}px` }} />
}
