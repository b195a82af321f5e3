import type { Deck } from '../../deck/deck.ts'
import { countWords, readOnce } from '../../deck/speaking-time.ts'
import { Fault } from '../../fault.ts'
import { type Element, textOf } from '../../markdown/html-tree.ts'
import type { FontLibrary } from '../../page/fonts/library.ts'
import { renderDeck } from '../../page/render-deck.ts'
import { wordsFor } from '../../words.ts'
import { outsideAddress } from '../content/links.ts'
import { authorOf, type PageSlide, pageSlides } from '../content/page-slide.ts'
import { embeddedFamilies, familyNames } from '../embedded-fonts.ts'
import { bytesOf, Media } from '../media.ts'
import type { OfficeFile } from '../office-file.ts'
import { Relations } from '../package.ts'
import { officeWords } from '../words.ts'
import { officialBlocks } from './official.ts'
import { packDocx } from './pack-docx.ts'
import { Script, type ScriptSlide } from './script.ts'
import { officialStyle, type PageStyle, paper, scriptStyle } from './style.ts'

export interface DocxOptions {
  /** By which the slides are made. */
  readonly fonts: FontLibrary
  /** A wide margin for what is written by hand. */
  readonly withRemarks?: boolean
  /** The layout of official papers, GB/T 9704. */
  readonly official?: boolean
  /** The file carries its fonts, ours instead of those of Windows. */
  readonly embedFonts?: boolean
}

/**
 * A deck as a Word document (`.docx`, ISO/IEC 29500 transitional): the speaker's script, each slide's heading, its points
 * and its notes, in which the words of the points stand out. The same deck gives the same bytes, in Node and in a browser.
 *
 * @throws Fault with file and line, as rendering the page does; where the faces of official papers would be carried, which
 * are none of ours
 */
export async function deckToDocx(
  deck: Deck,
  { fonts, withRemarks = false, official = false, embedFonts = false }: DocxOptions,
): Promise<OfficeFile> {
  if (official && embedFonts) throw new Fault((say) => say.officialFonts)
  const trees = new Map<string, Element>()
  const rendered = await renderDeck(deck, { fonts, withNotes: true, trees })
  const { title, lang, settings } = rendered
  const [words, { gaps }] = [officeWords(lang), wordsFor(lang)]
  const stacks = pageSlides(rendered, trees)
  const usual = official ? officialStyle : scriptStyle(lang, withRemarks)
  const style = embedFonts ? carriedStyle(usual) : usual
  const relations = new Relations()
  const media = new Media('word/media/')
  const script = new Script({
    settings,
    words,
    width: paper.width - style.margins.left - style.margins.right,
    link: (href) => {
      const outside = outsideAddress(href)
      return outside === null ? null : relations.add('hyperlink', outside, true)
    },
    picture: (address) => {
      const bytes = bytesOf(address)
      const path = bytes && media.add(bytes)
      return path ? relations.add('image', path) : null
    },
    gap: (kind, said) => gaps.shown(gaps.names[kind], said, gaps.names[kind]),
  })
  const numbers = numbersOf(stacks)
  const slides = stacks.flatMap((stack) => scriptSlides(stack, numbers))
  if (official) {
    const pages = slides.map(({ pages }) => pages)
    script.addOfficial(officialBlocks(pages, { title, language: lang }))
  } else {
    const [opening, ...others] = slides
    const length = words.length(
      rendered.slides,
      countWords(spokenWords(stacks)),
      Math.max(1, Math.round(rendered.seconds / 60)),
    )
    const isCover = opening?.pages[0]?.classes.includes('title') === true
    if (isCover) script.addCover(opening, length)
    else script.begin(title, length)
    for (const slide of opening && !isCover ? slides : others)
      script.add(
        slide,
        slide.pages.some(({ opens, classes }) => opens || classes.includes('divider')) ? 1 : 2,
      )
  }

  const families = embedFonts
    ? await embeddedFamilies(
        fonts,
        lang,
        ['serif', 'sans'],
        [...rendered.characters.sans, ...script.xml.map(({ xml }) => xml).join('')],
      )
    : []
  const bytes = packDocx({
    deck: deck.slug,
    style,
    language: lang,
    title,
    author: authorOf(stacks, settings),
    unit: settings.unit ?? '',
    marking: settings.marking ?? '',
    pages: words.pages,
    body: script.xml,
    numbered: script.numbered,
    relations,
    media: media.parts,
    families: families.map((family, i) => ({
      ...family,
      instead: (i === 0 ? usual.text : usual.heading).ideographs,
    })),
  })
  const remarks = rendered.remarks.filter(({ isTight }) => !isTight)
  return { bytes, slides: rendered.slides, remarks }
}

/** A style in the families that a document carries. */
function carriedStyle(style: PageStyle): PageStyle {
  const [text, heading] = [familyNames.serif, familyNames.sans].map((name) => ({
    latin: name,
    ideographs: name,
  }))
  return text && heading ? { ...style, text, heading, heading2: heading, title: heading } : style
}

/** The number of each slide as it is shown. */
function numbersOf(stacks: readonly (readonly PageSlide[])[]): ReadonlyMap<PageSlide, number> {
  return new Map(stacks.flat().map((slide, i) => [slide, i + 1]))
}

/** The slides of the Markdown, each with the pages that it became. */
function scriptSlides(
  stack: readonly PageSlide[],
  numbers: ReadonlyMap<PageSlide, number>,
): readonly ScriptSlide[] {
  const slides: ScriptSlide[] = []
  for (const page of stack) {
    const last = slides.at(-1)
    if (last && page.page > 1) slides[slides.length - 1] = { ...last, pages: [...last.pages, page] }
    else slides.push({ pages: [page], number: numbers.get(page) ?? 0 })
  }
  return slides
}

/** All that is said, what slides share once. */
function spokenWords(stacks: readonly (readonly PageSlide[])[]): string {
  const slides = stacks.flat().map((slide) => ({ notes: slide.notes.map(textOf).join('\n').trim() }))
  return readOnce(slides)
    .map(({ notes }) => notes)
    .join('\n')
}
