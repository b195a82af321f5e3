import type { Deck } from '../deck/deck.ts'
import type { Place, Remark } from '../fault.ts'
import type { Words } from '../words.ts'
import { escapeHtml } from './escape-html.ts'

/** A slide as it stands in the page. */
interface Shown {
  readonly html: string
  readonly place: Place
}

/** The columns of a deck; each slide of the Markdown as the slides of the page that it became. */
type Columns<Slide extends Shown = Shown> = readonly (readonly (readonly Slide[])[])[]

/** The tags of a page as we write it, one after another: what stands in their attributes is none. */
const tags = /<([a-z][^\s>"/]*)((?:\s[^\s"=<>]+(?:="[^"]*")?)*)\s?\/?>/gi
const attributes = /(\s([^\s"=]+)=")([^"]*)"/g
const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' }

/**
 * Leads links where their author meant: `#/1/2` counts the slides of the Markdown, of which one may have become several;
 * `#a-heading` is a heading's; a Markdown file is a section or another deck. What leads nowhere is told.
 *
 * @param stacks hidden slides left out
 * @param lineOf the line of the file on which a slide has an address
 */
export function leadLinks<Slide extends Shown>(
  stacks: Columns<Slide>,
  { files, siblings }: Pick<Deck, 'files' | 'siblings'>,
  words: Words['remarks'],
  lineOf: (slide: Place, address: string) => number,
): { readonly stacks: readonly (readonly Slide[])[]; readonly remarks: readonly Remark[] } {
  const remarks: Remark[] = []
  let known: Places | undefined
  const places = (): Places => {
    known ??= placesIn(stacks)
    return known
  }
  const sections = new Map(
    files.map(({ path }) => {
      const column = stacks.findIndex((sources) => sources[0]?.[0]?.place.file === path)
      return [path.replace(/^.*[\\/]/, ''), column < 0 ? undefined : `#/${column}`] as const
    }),
  )
  const lead = (href: string): string | null => {
    if (href.startsWith('#')) return placeOf(href, stacks, places)
    if (href === '' || /^(?:[a-z][\w+.-]*:|\/\/)/i.test(href)) return href
    const [, folder, file = '', place = ''] =
      /^(?:\.\/)?(?:\.\.\/([^/]+)\/)?([^/?#]*)[^#]*(#.*)?$/s.exec(decoded(href)) ?? []
    // A page that another program makes of a file of the deck is that file.
    if (folder === undefined) {
      const section = sections.get(file.replace(/\.html?$/i, '.md'))
      return section && place && files.length === 1 ? placeOf(place, stacks, places) : (section ?? null)
    }
    return siblings.includes(folder) && /^$|\.(?:md|html)$/i.test(file)
      ? `../${encodeURIComponent(folder)}/index.html`
      : null
  }
  const led = stacks.map((sources) =>
    sources.flatMap((slides) =>
      slides.map((slide) => ({
        ...slide,
        html: withLinks(slide.html, (href) => {
          const found = lead(href)
          if (found === null) {
            const line = lineOf(slide.place, href)
            remarks.push({ place: { ...slide.place, line }, message: words.deadLink(decoded(href)) })
          }
          return found
        }),
      })),
    ),
  )
  return { stacks: led, remarks }
}

/** A slide whose links lead where `lead` says; where that is null, as before. */
function withLinks(html: string, lead: (href: string) => string | null): string {
  if (!/<a\s/i.test(html)) return html
  return html.replace(tags, (tag: string, name: string) =>
    name !== 'a'
      ? tag
      : tag.replace(attributes, (whole, before: string, attribute: string, written: string) => {
          const href = unescaped(written)
          const found = attribute === 'href' ? lead(href) : null
          return found === null || found === href ? whole : `${before}${escapeHtml(found)}"`
        }),
  )
}

/** The words of a slide's first heading. */
function headingIn(html: string): string {
  for (const { 0: tag, 1: name = '', index } of html.matchAll(tags)) {
    if (!/^h[1-6]$/.test(name)) continue
    const start = index + tag.length
    const end = html.indexOf(`</${name}>`, start)
    return unescaped(html.slice(start, end < 0 ? undefined : end).replace(/<[^>]*>/g, ''))
  }
  return ''
}

function idsIn(html: string): string[] {
  return [...html.matchAll(tags)].flatMap(([, , written = '']) =>
    [...written.matchAll(attributes)].flatMap(([, , name, value = '']) =>
      name === 'id' && value !== '' ? [unescaped(value)] : [],
    ),
  )
}

interface Places {
  readonly ids: ReadonlySet<string>
  /** By what its heading would be called in an address. */
  readonly headings: ReadonlyMap<string, string>
}

function placesIn(stacks: Columns): Places {
  const ids = new Set<string>()
  const headings = new Map<string, string>()
  stacks.forEach((sources, column) => {
    let row = 0
    for (const slides of sources) {
      const html = slides[0]?.html ?? ''
      for (const slide of slides) for (const id of idsIn(slide.html)) ids.add(id)
      const name = slugOf(headingIn(html))
      if (name && !headings.has(name)) headings.set(name, `#/${column}${row ? `/${row}` : ''}`)
      row += slides.length
    }
  })
  return { ids, headings }
}

/** Where in the page a link within the deck leads; null for nowhere. */
function placeOf(href: string, stacks: Columns, places: () => Places): string | null {
  const [, column, row = '0', step = ''] = /^#\/(\d+)(?:\/(\d+))?((?:\/\d+)?)\/?$/.exec(href) ?? []
  if (column !== undefined) {
    const sources = stacks[Number(column)]
    if (!sources?.[Number(row)]) return null
    const at = sources.slice(0, Number(row)).reduce((sum, slides) => sum + slides.length, 0)
    return at > 0 || step ? `#/${column}/${at}${step}` : `#/${column}`
  }
  const { ids, headings } = places()
  const name = decoded(href.replace(/^#\/?/, ''))
  if (name === '' || ids.has(name)) return href
  return headings.get(slugOf(name)) ?? null
}

/** A heading as GitHub and others write it in an address. */
function slugOf(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s+/g, '-')
}

function unescaped(text: string): string {
  return text.replace(/&(?:#(\d+)|(\w+));/g, (all, code, name) =>
    code ? String.fromCodePoint(Number(code)) : (entities[name] ?? all),
  )
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
