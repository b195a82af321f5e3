import type { DeckAudit } from '../deck/audit/audit.ts'
import { lostRemarks } from '../deck/audit/report.ts'
import type { Deck } from '../deck/deck.ts'
import { hasColours } from '../deck/foreign/styles.ts'
import { reviewSlides, signedText } from '../deck/review/slide-review.ts'
import type { DeckSettings, ShownSettings } from '../deck/settings.ts'
import { type Amount, amountOf, readOnce, secondsFor } from '../deck/speaking-time.ts'
import { Fault, type Place, type Remark } from '../fault.ts'
import { layoutOf } from '../layouts/index.ts'
import { usualSize } from '../layouts/plain.ts'
import type { SlideSource } from '../markdown/cut.ts'
import type { Attribute } from '../markdown/environment.ts'
import {
  around,
  type Element,
  element,
  isElement,
  type Node,
  textOf,
  writeBody,
} from '../markdown/html-tree.ts'
import { parseBody } from '../markdown/parse-body.ts'
import { renderSlide, type SharedNotes } from '../markdown/render.ts'
import type { OfficeTheme } from '../theme/office.ts'
import { wordsFor } from '../words.ts'
import { questionsOf, recapOf } from './added-slides.ts'
import { auditAttributes, auditMarks } from './audit-marks.ts'
import { escapeHtml } from './escape-html.ts'
import { slideScale } from './fit/declared.ts'
import { fit, isCover, type Room } from './fit/fit.ts'
import { isFormula } from './fit/pictures.ts'
import { smallest, smallestElsewhere } from './fit/sizes.ts'
import { type Characters, charactersOf, interfaceTexts, type Texts, textsOf } from './fonts/characters.ts'
import type { FontLibrary } from './fonts/library.ts'
import { measureFaces } from './fonts/widths.ts'
import { AddressLines, firstLine } from './lines.ts'
import { leadLinks } from './links.ts'
import { embedPicture, type MediaContext } from './media.ts'
import { openedSection } from './opening.ts'
import { fitRemark, leftOutRemarks, missingRemarks, toldOnce, weightRemark } from './remarks.ts'
import { agendaOf, sectionList, withExtent } from './section-list.ts'
import { slideKey } from './slide-key.ts'
import { type SharedTrees, slideTree } from './slide-tree.ts'
import { termsOf } from './typography/phrases.ts'
import { type Typeset, typesetter } from './typography/typeset.ts'

/** A slide as it stands in the page; slides with the same key are the same. */
export interface RenderedSlide {
  readonly key: string
  readonly html: string
  /** Where its Markdown begins. */
  readonly place: Place
}

export interface RenderedDeck {
  readonly slug: string
  readonly title: string
  readonly lang: string
  readonly settings: ShownSettings
  /** What an office's theme asks of the page. */
  readonly office: OfficeTheme | null
  readonly stacks: readonly (readonly RenderedSlide[])[]
  readonly slides: number
  /** What its fonts must have. */
  readonly characters: Characters
  /** What could not be shown as it is written, what became of slides that hold too much, characters that the fonts lack. */
  readonly remarks: readonly Remark[]
  /** Films and sounds that stand beside the page, by their paths in the deck's folder. */
  readonly large: readonly string[]
  /** Seconds to read the notes aloud; a paragraph that slides share counts once. */
  readonly seconds: number
}

/** Speaker notes, which several slides may share. */
interface Notes {
  /** As they stand in the slide: nothing where it does not carry them. */
  readonly aside: readonly Node[]
  /** The same, written. */
  readonly html: string
  readonly texts: Texts
  /** Their words, also where the slide does not carry them. */
  readonly said: string
  readonly amount: Amount
}

/** A slide rendered, before it is known how its words fit. */
interface Content {
  /** Tells of all that it was rendered from. */
  readonly key: string
  readonly classes: readonly string[]
  readonly attributes: readonly Attribute[]
  readonly body: readonly Node[]
  /** What stands on the slide beside its content: the name of its section, the strip of sections. */
  readonly strip: readonly Node[]
  readonly notes: Notes
  /** Of all but the notes. */
  readonly texts: Texts
  /** Films and sounds that are too large for the page, by their paths in the deck's folder. */
  readonly large: readonly string[]
  /** What of it is data in the page, by its address, in bytes. */
  readonly embedded: ReadonlyMap<string, number>
  /** Names of attributes and elements that may not stand in the page. */
  readonly leftOut: readonly string[]
  /** Their lines are counted from the slide's first, zero-based: an edit above moves the slide. */
  readonly remarks: readonly { readonly line: number; readonly message: string }[]
}

/** A slide of the Markdown as the slides that it became. */
interface Placed {
  readonly content: Content
  readonly slides: readonly Omit<RenderedSlide, 'place'>[]
  readonly scale: number
  /** Its words alone would fit as they are. */
  readonly byPictures: boolean
}

/** A slide of more, which would become a hundred, is no slide but a text that was not parted. */
const mostCharacters = 50_000

/** What was rendered before, by the words it was rendered from: only what changed is rendered again. */
export type RenderCache = Map<string, Placed>

export interface Rendering {
  readonly fonts: FontLibrary
  /** Whether the slides carry their speaker notes. */
  readonly withNotes: boolean
  readonly cache?: RenderCache
  /** Of this deck, for the page to mark what was edited; null for a deck without a document. */
  readonly audit?: DeckAudit | null
  /** Takes in the slides as trees, by their HTML: who takes them apart need not parse them again. */
  readonly trees?: Map<string, Element>
}

/**
 * Renders every slide of a deck, at sizes and on as many slides as its words need.
 *
 * @throws Fault with file and line
 */
export async function renderDeck(
  deck: Deck,
  { fonts, withNotes, cache = new Map(), audit = null, trees }: Rendering,
): Promise<RenderedDeck> {
  const { title = deck.slug, lang = 'zh-CN', incremental = false, ratio = '16:9', logo } = deck.settings
  const spoken = new Set<string>()
  const shared: { readonly notes: SharedNotes; readonly trees: SharedTrees } = {
    notes: new Map(),
    trees: new Map(),
  }
  const made = new Map<readonly Node[], Notes>()
  const notesOf = (nodes: readonly Node[]): Notes => {
    const known = made.get(nodes)
    if (known) return known
    const aside = withNotes && nodes.length ? [element('aside', nodes, { class: 'notes' })] : []
    const html = writeBody(aside)
    const said = nodes.map(textOf).join('').trim()
    const notes = { aside, html, texts: textsOf(html), said, amount: amountOf(said) }
    made.set(nodes, notes)
    return notes
  }
  const counts = new Map<string, number>()
  const used = new Set<string>()
  const agenda = agendaOf(deck)
  const words = wordsFor(lang)
  const isStyled = deck.styles.length > 0 || deck.files.some(({ stacks }) => stacks.flat().some(hasColours))
  const style = isStyled
    ? (await import('./author-style/author-style.ts')).deckStyle(deck.styles, words.remarks)
    : null
  // Whoever has the slides only does not learn what was said of them.
  const review =
    withNotes && deck.review.length
      ? reviewSlides(deck.files.flatMap(({ stacks }) => stacks.flat()).map(signedText), deck.review)
      : null
  let number = 0
  const render = (file: string, source: SlideSource, isAdded = false): Content | Placed => {
    const audited = isAdded ? undefined : audit?.slides[number]
    const marks = auditMarks(audited, isAdded ? null : (review?.slides[number] ?? null))
    if (!isAdded) number++
    if (source.notes) spoken.add(source.notes.text.trim())
    const sections = sectionList(source, agenda, deck)
    const own = style?.of(source, file)
    const text = [
      lang,
      ratio,
      incremental,
      source.body.text,
      source.notes?.text,
      marks.key,
      sections,
      own?.css,
      deck.parserKey,
    ].join('\0')
    const written = slideKey(text)
    const count = (counts.get(written) ?? 0) + 1
    counts.set(written, count)
    const key = count > 1 ? `${written}x${count}` : written
    used.add(key)
    const before = cache.get(key)
    if (before) return before
    const { body, notes, remarks } = renderSlide(deck.parser, source, {
      file,
      language: lang,
      id: key,
      originals: marks.originals,
      shared: shared.notes,
    })
    const found = remarks.map(({ place: { line = 0 }, message }) => ({
      line: line - source.body.line,
      message,
    }))
    for (const { place, message } of lostRemarks(audited?.points ?? [], lang))
      found.push({ line: (place.line ?? 0) - source.body.line, message })
    const lines = new AddressLines(source)
    const lacks: MediaContext['lacks'] = (address, message) =>
      void found.push({ line: lines.next(address) - source.body.line, message })
    const large: string[] = []
    const embedded = new Map<string, number>()
    const tree = slideTree(
      { body, notes },
      {
        file,
        read: deck.beside,
        words,
        lacks,
        large: (name) => void large.push(name),
        embedded: (address, size) => void embedded.set(address, size),
        incremental,
        ...(own ? { style: own.apply } : {}),
        shared: shared.trees,
      },
    )
    const classes = tree.attributes.flatMap(([name, value]) => (name === 'class' ? value.split(/\s+/) : []))
    const { name, shown } = openedSection(classes, tree.body)
    const attributes = [...tree.attributes, ...marks.attributes]
    const strip = [...name, ...parseBody(sections)]
    return {
      key,
      classes,
      attributes,
      body: shown,
      strip,
      notes: notesOf(tree.notes),
      texts: textsOf(`${openTag(attributes)}${writeBody([...shown, ...strip])}</section>`),
      large,
      embedded,
      leftOut: tree.leftOut,
      remarks: found,
    }
  }
  const rendered = deck.files.flatMap(({ path, stacks }) =>
    stacks.map((slides) => {
      const own = slides.map((source) => ({ path, source, made: render(path, source) }))
      const recap = recapOf(slides, deck, words)
      return recap ? [...own, { path, source: recap, made: render(path, recap, true) }] : own
    }),
  )
  const last = rendered.at(-1)?.at(-1)
  const questions = questionsOf(last?.source, deck, words)
  if (last && questions)
    rendered.at(-1)?.push({ path: last.path, source: questions, made: render(last.path, questions, true) })
  for (const key of cache.keys()) if (!used.has(key)) cache.delete(key)

  const contents = rendered.flat().map(({ made }) => ('content' in made ? made.content : made))
  const said = new Set(contents.map(({ notes }) => notes.texts))
  const characters = charactersOf([
    interfaceTexts(lang),
    textsOf(settingsHtml(title, deck.settings)),
    ...contents.map(({ texts }) => texts),
    ...said,
  ])
  const rulers = await measureFaces(fonts, lang, characters)
  const room: Room = {
    ratio,
    rulers,
    continued: words.look.continued,
    ...(deck.hasSmallType ? { least: smallestElsewhere } : {}),
  }
  const typeset = typesetter(lang, termsOf([...spoken].join('\n')))
  const remarks: Remark[] = []
  const large = new Set<string>()
  const embedded: (readonly [string, number])[] = []
  const leftOut = new Map<string, Place>()
  const lines = new Map<Place, AddressLines>()
  const heard: { readonly notes: string; readonly seconds: number }[] = []
  const secondsOf = (slides: typeof heard): number =>
    readOnce(slides).reduce((sum, { seconds }) => sum + seconds, 0)
  const columns = rendered.map((stack) => {
    const before = heard.length
    const slides = stack.flatMap(({ path, source, made }) => {
      const where = { file: path, line: firstLine(source) }
      lines.set(where, new AddressLines(source))
      const placed = 'content' in made ? made : place(made, where, typeset, room, trees)
      cache.set(placed.content.key, placed)
      for (const name of placed.content.large) large.add(name)
      embedded.push(...placed.content.embedded)
      for (const name of placed.content.leftOut) if (!leftOut.has(name)) leftOut.set(name, where)
      // What another file sets for a slide stands above its first line.
      for (const { line, message } of placed.content.remarks)
        remarks.push({ place: { file: path, line: Math.max(1, source.body.line + line) }, message })
      const isAsUsual = placed.slides.length === 1 && isCover(placed.content.classes)
      const message = isAsUsual ? null : fitRemark(lang, placed)
      if (message) remarks.push({ place: where, message, isTight: true })
      // reveal.js takes them out of the deck as well.
      const isHidden = placed.content.attributes.some(
        ([name, value]) => name === 'data-visibility' && value === 'hidden',
      )
      if (isHidden) return []
      const { said, amount } = placed.content.notes
      heard.push({ notes: said, seconds: secondsFor(amount, deck.settings) })
      return [placed.slides.map((slide) => ({ ...slide, place: where }))]
    })
    return withExtent(slides, secondsOf(heard.slice(before)), words)
  })
  const { stacks, remarks: dead } = leadLinks(
    columns.filter((slides) => slides.length),
    deck,
    words.remarks,
    (slide, address) => lines.get(slide)?.next(address) ?? slide.line ?? 1,
  )
  const { office } = deck
  const [first] = deck.files
  // The deck's own logo, or its office's.
  const [picture, from, read] = logo
    ? [logo, first?.path, deck.beside]
    : [office?.logo, office?.file, office?.beside]
  const logoLacks: MediaContext['lacks'] = (_address, message) =>
    void remarks.push({ place: { file: from ?? deck.folder }, message })
  const shownLogo =
    picture && from && read && embedPicture(picture, { file: from, read, words, lacks: logoLacks })
  const { logo: _written, recap: _recap, questions: _asked, ...settings } = deck.settings
  return {
    slug: deck.slug,
    title,
    lang,
    settings: {
      ...settings,
      ...(shownLogo ? { logo: shownLogo } : {}),
      ...(office?.footer ? { footer: office.footer } : {}),
    },
    stacks,
    slides: stacks.reduce((sum, slides) => sum + slides.length, 0),
    characters,
    office,
    large: [...large],
    remarks: toldOnce(lang, [
      ...deck.remarks,
      ...(style?.remarks() ?? []),
      ...leftOutRemarks(lang, leftOut),
      ...weightRemark(lang, embedded, first?.path ?? deck.folder),
      ...remarks,
      ...dead,
      ...missingRemarks(fonts, deck, lang, characters),
    ]),
    seconds: secondsOf(heard),
  }
}

/** What the views say of the deck, in the faces in which they say it. */
function settingsHtml(title: string, { unit = '', date = '', marking = '' }: DeckSettings): string {
  return `<h1>${escapeHtml(title)}</h1>${escapeHtml(unit + date)}<strong>${escapeHtml(marking)}</strong>`
}

function openTag(attributes: readonly Attribute[]): string {
  const written = attributes.map(([name, value]) => ` ${name}="${escapeHtml(value)}"`).join('')
  return `<section${written}>`
}

/** Fits a slide's content, on further slides where it is too much for one. */
function place(
  content: Content,
  where: Place,
  typeset: Typeset,
  room: Room,
  trees?: Map<string, Element>,
): Placed {
  const { key: id, attributes, classes, body, strip, notes } = content
  if (body.reduce((sum, node) => sum + textOf(node).length, 0) > mostCharacters)
    throw new Fault((say) => say.tooManyCharacters(mostCharacters), where)
  const style = attributes.flatMap(([name, value]) => (name === 'style' ? [value] : [])).join(';')
  const { own, rest } = slideScale(style, usualSize, smallest)
  const { isWhole } = layoutOf(classes).list
  const { scale, pages, without } = fit(typeset(body, isWhole), classes, room, own)
  const shown = (name: string, value: string): string => {
    if (name === 'style') return rest
    return name === 'class' ? namesBut(value, without) : value
  }
  const styled = attributes.map(([name, value]) => [name, shown(name, value)] as const)
  const ids = new Set<string>()
  const slides = pages.map((nodes, i) => {
    const key = i === 0 ? id : `${id}-${i + 1}`
    const attributes = pageAttributes(styled, i, pages.length, { scale, own, least: room.least }, key)
    const inside = [...nodes, ...strip]
    const html = `${openTag(attributes)}${writeBody(inside)}${notes.html}</section>`
    trees?.set(html, element('section', [...inside, ...notes.aside], Object.fromEntries(attributes)))
    return { key, html: withNewIds(html, ids, `-${i + 1}`) }
  })
  const isTight = pages.length > 1 || scale < 1
  const words = isTight ? withoutPictures(body) : body
  const alone = words === body ? null : fit(typeset(words, isWhole), classes, room, own)
  const byPictures = alone !== null && alone.pages.length === 1 && alone.scale >= 1
  return { content, slides, scale, byPictures }
}

/** What a slide says in words; itself where it has no pictures. */
function withoutPictures(nodes: readonly Node[]): readonly Node[] {
  const kept = nodes.flatMap((node): Node[] => {
    if (!isElement(node) || isFormula(node)) return [node]
    if (/^(?:img|svg|video)$/.test(node.tagName)) return []
    const inner = withoutPictures(node.childNodes)
    return [inner === node.childNodes ? node : around(node, inner)]
  })
  return kept.length === nodes.length && kept.every((node, i) => node === nodes[i]) ? nodes : kept
}

/**
 * A page on which no id is that of something on the pages before: what was cut, or is said again, has it twice.
 *
 * @param known takes in the ids of the page
 */
function withNewIds(html: string, known: Set<string>, mark: string): string {
  const own = new Set([...html.matchAll(/\sid="([^"]+)"/g)].map(([, id = '']) => id))
  const twice = [...own].filter((id) => known.has(id))
  for (const id of own) known.add(id)
  return twice.reduce(
    (written, id) =>
      written.replaceAll(`id="${id}"`, `id="${id}${mark}"`).replaceAll(`"#${id}"`, `"#${id}${mark}"`),
    html,
  )
}

const namesBut = (names: string, without: string | undefined): string =>
  names
    .split(/\s+/)
    .filter((name) => name !== without)
    .join(' ')

/** A further slide tells what it is; what is said of the slide as a whole is said on the first. */
function pageAttributes(
  attributes: readonly Attribute[],
  page: number,
  pages: number,
  {
    scale,
    own: ownScale,
    least,
  }: { readonly scale: number; readonly own: number; readonly least: number | undefined },
  key: string,
): Attribute[] {
  const own = attributes.filter(([name]) => !(page > 0 && (name === 'id' || auditAttributes.has(name))))
  const value = (wanted: string): string =>
    own.flatMap(([name, text]) => (name === wanted ? [text] : [])).join(wanted === 'style' ? ';' : ' ')
  const names = [value('class'), page > 0 ? 'continued' : ''].filter(Boolean).join(' ')
  const style = [
    value('style'),
    scale * ownScale === 1 ? '' : `--scale:${Number((scale * ownScale).toFixed(3))}`,
    scale < 1 && least !== undefined ? `--least:${least}px` : '',
  ]
    .filter(Boolean)
    .join(';')
  return [
    ...own.filter(([name]) => name !== 'class' && name !== 'style'),
    ...(names ? [['class', names] as const] : []),
    ...(style ? [['style', style] as const] : []),
    ...(scale < 1 ? [['data-scale', String(scale)] as const] : []),
    ...(pages > 1 ? [['data-page', `${page + 1}/${pages}`] as const] : []),
    ['data-key', key],
  ]
}
