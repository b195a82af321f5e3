import type { Deck } from '../../deck/deck.ts'
import type { InputFile } from '../../document/source.ts'
import { Fault } from '../../fault.ts'
import type { Element } from '../../markdown/html-tree.ts'
import type { FontLibrary } from '../../page/fonts/library.ts'
import { officeFonts } from '../../page/fonts/office.ts'
import { measureFaces } from '../../page/fonts/widths.ts'
import { pictureSize } from '../../page/media.ts'
import { type RenderedDeck, renderDeck } from '../../page/render-deck.ts'
import { wordsFor } from '../../words.ts'
import { type Drawings, drawingName, drawnIn } from '../content/drawings.ts'
import { outsideAddress } from '../content/links.ts'
import { authorOf, headingWords, type PageSlide, pageSlides, sectionNames } from '../content/page-slide.ts'
import { printOf, wordsIn } from '../content/print.ts'
import { type EmbeddedFamily, embeddedFamilies, type FamilyKind, familyNames } from '../embedded-fonts.ts'
import { bytesOf, Media } from '../media.ts'
import type { OfficeFile } from '../office-file.ts'
import { type Part, packParts, Relations } from '../package.ts'
import { packageRelations, propertyParts } from '../properties.ts'
import { officeWords } from '../words.ts'
import { element } from '../xml.ts'
import { type Design, designOf } from './design.ts'
import { embeddedOpenType } from './embedded-font.ts'
import { layoutOfSlide } from './heading.ts'
import { notesXml } from './notes.ts'
import { OwnStage } from './own-stage.ts'
import { firstSlideId, presentationXml, type ShowSection } from './presentation.ts'
import { slideXml } from './slide.ts'
import type { SlideContext } from './slide-context.ts'
import type { Stage } from './stage.ts'
import { tableStylesXml } from './table.ts'
import { tagsPart } from './tags.ts'
import { TemplateStage } from './template/stage.ts'
import type { TextContext } from './text.ts'
import { namespaces, types } from './vocabulary.ts'

export interface PptxOptions {
  /** By which the words were measured. */
  readonly fonts: FontLibrary
  /** An office's own presentation or template, whose masters and layouts the slides are to stand on. */
  readonly template?: InputFile
  /** Pictures of what only a browser draws; without them their words stand there. */
  readonly drawings?: Drawings
  /** The file carries its fonts, ours instead of those of Windows. */
  readonly embedFonts?: boolean
}

/**
 * A deck as a PowerPoint presentation (`.pptx`, ISO/IEC 29500 transitional): the slides of its page on a master and
 * layouts of its theme, each in placeholders that take place and look from there, its notes, its sections, its points on
 * a click. The same deck gives the same bytes, in Node and in a browser.
 *
 * @throws Fault with file and line, as rendering the page does; where the template is none, is damaged, or has no layouts, and
 * where fonts would be carried beside those of a template
 */
export async function deckToPptx(
  deck: Deck,
  { fonts, template, drawings = new Map(), embedFonts = false }: PptxOptions,
): Promise<OfficeFile> {
  if (template && embedFonts) throw new Fault((say) => say.templateFonts, { file: template.name })
  const library = officeFonts(fonts, deck.office)
  const trees = new Map<string, Element>()
  const rendered = await renderDeck(deck, { fonts: library, withNotes: true, trees })
  const rulers = await measureFaces(library, rendered.lang, rendered.characters)
  const { title, settings } = rendered
  const design = designOf(settings, deck.office, {
    title,
    logo: logoSize(settings.logo),
    carriesFonts: embedFonts,
  })
  const media = new Media(template ? 'ppt/media/deck-' : 'ppt/media/')
  const words = officeWords(rendered.lang)
  const stage = template
    ? new TemplateStage(template, design, words)
    : new OwnStage(design, words, media, rendered.settings.logo)
  const families = embedFonts
    ? await embeddedFamilies(fonts, rendered.lang, kindsOf(design), rendered.characters.sans)
    : []
  const bytes = new PptxWriter(
    deck.slug,
    families,
    rendered,
    pageSlides(rendered, trees),
    stage,
    media,
    rulers,
    drawings,
  ).write()
  return { bytes, slides: rendered.slides, remarks: [...rendered.remarks, ...stage.remarks()] }
}

/** PowerPoint asks that every family that a file carries is one of its faces. */
const kindsOf = ({ heading, text }: Design): FamilyKind[] =>
  (['serif', 'sans'] as const).filter((kind) =>
    [heading, text].some(({ latin }) => latin === familyNames[kind]),
  )

const slidePath = (number: number): string => `ppt/slides/slide${number}.xml`

class PptxWriter {
  readonly #deck: string
  readonly #families: readonly EmbeddedFamily[]
  readonly #rendered: RenderedDeck
  readonly #slides: readonly (readonly PageSlide[])[]
  readonly #stage: Stage
  readonly #rulers: SlideContext['rulers']
  readonly #drawings: Drawings
  readonly #words: ReturnType<typeof officeWords>
  readonly #media: Media
  readonly #parts: Part[] = []
  /** Of the words of each slide, by its number in the file. */
  readonly #prints = new Map<number, string>()

  /** @param deck its name @param families that the file carries */
  constructor(
    deck: string,
    families: readonly EmbeddedFamily[],
    rendered: RenderedDeck,
    slides: readonly (readonly PageSlide[])[],
    stage: Stage,
    media: Media,
    rulers: SlideContext['rulers'],
    drawings: Drawings,
  ) {
    this.#deck = deck
    this.#families = families
    this.#drawings = drawings
    this.#rendered = rendered
    this.#slides = slides
    this.#stage = stage
    this.#media = media
    this.#rulers = rulers
    this.#words = officeWords(rendered.lang)
  }

  write(): Uint8Array {
    const { title, settings, lang } = this.#rendered
    const stage = this.#stage
    const slides = this.#slides
    let number = 0
    const sections = sectionNames(slides)
    slides.forEach((stack, i) => {
      for (const slide of stack) this.#writeSlide(slide, ++number, sections[i] ?? '')
    })
    const relations = new Relations()
    const ids = {
      masters: stage.masters.map(({ path, id }) => ({ id, relation: relations.add('slideMaster', path) })),
      slides: Array.from({ length: number }, (_, i) => relations.add('slide', slidePath(i + 1))),
      notesMaster: relations.add('notesMaster', stage.notesMaster),
      tags: relations.add('tags', 'ppt/tags/deckTags.xml'),
      fonts: this.#families.map(({ name, regular, bold }, i) => ({
        name,
        regular: relations.add('font', this.#fontPart(2 * i + 1, regular)),
        bold: relations.add('font', this.#fontPart(2 * i + 2, bold)),
      })),
    }
    relations.add('presProps', 'ppt/presProps.xml')
    relations.add('theme', stage.theme)
    relations.add('tableStyles', 'ppt/tableStyles.xml')
    const main: Part = {
      path: 'ppt/presentation.xml',
      type: types.presentation,
      content: presentationXml(stage.design, lang, ids, sectionsOf(slides, title)),
      relations: relations.list,
    }
    return packParts(
      [
        main,
        ...stage.parts(),
        ...this.#parts,
        tagsPart(this.#prints),
        {
          path: 'ppt/presProps.xml',
          type: types.properties,
          content: element('p:presentationPr', namespaces),
        },
        { path: 'ppt/tableStyles.xml', type: types.tableStyles, content: tableStylesXml(stage.design) },
        ...this.#media.parts,
        ...propertyParts({ title, author: authorOf(slides, settings), language: lang }),
      ],
      packageRelations(main.path),
      this.#deck,
    )
  }

  /** @returns the path of a font that the file carries */
  #fontPart(number: number, font: Uint8Array): string {
    const path = `ppt/fonts/font${number}.fntdata`
    this.#parts.push({ path, type: '', content: embeddedOpenType(font) })
    return path
  }

  #writeSlide(slide: PageSlide, number: number, section: string): void {
    const relations = new Relations()
    const drawn = new Map(drawnIn(slide.content).map((element, at) => [element, at]))
    const given: SlideContext = {
      design: this.#stage.design,
      rulers: this.#rulers,
      words: this.#words,
      gaps: wordsFor(this.#rendered.lang).gaps,
      text: this.#textContext(relations, number),
      furniture: {
        ...this.#stage.design.told,
        section: section === headingWords(slide) ? '' : section,
        ordinal: slide.sections?.ordinal ?? '',
        extent: slide.sections?.extent ?? '',
      },
      number,
      layout: (name, room) => this.#stage.layout(name, room),
      picture: (address) => {
        const bytes = bytesOf(address)
        const path = bytes && this.#media.add(bytes)
        return path ? relations.add('image', path) : null
      },
      drawing: (element) => {
        const picture = this.#drawings.get(drawingName(slide.key, drawn.get(element) ?? -1))
        const path = picture && this.#media.add(picture.bytes)
        return picture && path ? { ...picture, embed: relations.add('image', path) } : null
      },
    }
    const layout = layoutOfSlide(slide, given)
    const design = { ...given.design, ...layout.template?.serving }
    const context: SlideContext = { ...given, design, text: { ...given.text, design } }
    relations.add('slideLayout', this.#stage.pathOf(layout))
    const { xml, words } = slideXml(slide, layout, context)
    let said = words
    const path = slidePath(number)
    if (slide.notes.length) {
      const notes = `ppt/notesSlides/notesSlide${number}.xml`
      relations.add('notesSlide', notes)
      const own = new Relations()
      own.add('notesMaster', this.#stage.notesMaster)
      own.add('slide', path)
      const inside = notesXml(slide.notes, this.#textContext(own, number), this.#words)
      this.#parts.push({ path: notes, type: types.notes, content: inside, relations: own.list })
      said += wordsIn(inside.xml, 'a:t')
    }
    this.#prints.set(firstSlideId + number - 1, printOf(said))
    this.#parts.push({ path, type: types.slide, content: xml, relations: relations.list })
  }

  #textContext(relations: Relations, number: number): TextContext {
    return {
      design: this.#stage.design,
      language: this.#rendered.lang,
      link: (href) => {
        const slide = this.#slideAt(href)
        if (slide !== null && slide !== number)
          return { id: relations.add('slide', slidePath(slide)), action: 'ppaction://hlinksldjump' }
        const outside = outsideAddress(href)
        return outside === null ? null : { id: relations.add('hyperlink', outside, true) }
      },
    }
  }

  /** The number of the slide that an address of the page names, `#/2/1`; null for any other address. */
  #slideAt(href: string): number | null {
    const [, column, row = '0'] = /^#\/(\d+)(?:\/(\d+))?/.exec(href) ?? []
    if (column === undefined) return null
    const before = this.#rendered.stacks.slice(0, Number(column))
    return before.reduce((sum, stack) => sum + stack.length, 0) + Number(row) + 1
  }
}

/** A section for each column of the deck, named by the slide that opens it, or its first heading. */
function sectionsOf(stacks: readonly (readonly PageSlide[])[], title: string): ShowSection[] {
  let before = 0
  return stacks.map((stack, i) => {
    const first = stack[0]?.opens || stack.map(headingWords).find(Boolean)
    const slides = stack.map((_, k) => before + k + 1)
    before += stack.length
    return { name: (i === 0 ? title : first) || first || title, slides }
  })
}

/** The logo's size as it is; null for none that Office shows. */
function logoSize(logo: string | undefined): Design['logo'] {
  const bytes = logo === undefined ? null : bytesOf(logo)
  return bytes && pictureSize(bytes)
}
