import { type Paragraph, type Section, type Span, textOf } from '../../document/index.ts'
import { numberingAt } from '../../document/numbering.ts'
import { introduces, pointText } from '../../keypoints/index.ts'
import type { Item } from '../../layouts/layout.ts'
import { type DraftSlide, shownWords } from '../draft.ts'
import { headingWords } from './heading-words.ts'
import { linesOf, unitsToCharacter } from './measures.ts'
import { isHeaded, isItem, type Passage, type PassageLimits, passagesOf, sectionRuns } from './passages.ts'
import {
  type FallbackHeading,
  type Heading,
  type SlideContext,
  sectionsSlide,
  slidesOf,
  timelineSlide,
  type UnnotedSlide,
} from './slides.ts'
import { datedRuns } from './timeline.ts'

/** Slides that stand for the same part of the document, and so carry the same notes. */
interface Group {
  slides: readonly UnnotedSlide[]
  readonly notes: string[]
  readonly file: number
}

/** A heading that waits for the slide that it will head, and what is read with it. */
interface Waiting {
  readonly text: string
  readonly level: 2 | 3
  readonly notes: string[]
}

/** In characters of Chinese: a section with less text has no slide for its title alone. */
const shortSection = 240
/** In characters of Chinese: shorter paragraphs share a slide. */
const shortParagraph = 120

/** So many slides of one form are monotonous; of forms that say nothing of how their points hang together, fewer. */
const longestRun = 4
const longestPlain = 2
const saysNothing: ReadonlySet<string> = new Set(['list', 'cards', 'statement'])
/** Slides that say where we are, not what is said. */
const frames: ReadonlySet<string> = new Set(['title', 'divider', 'agenda'])

/** Puts slides one behind another, and every paragraph of the document into the notes of its slides. */
export class Composer {
  readonly #context: SlideContext
  readonly #title: string
  readonly #groups: Group[] = []
  readonly #factor: number
  #waiting: Waiting | null = null
  #titleShown = false
  /** What heads a slide of points already. */
  readonly #heads = new Set<string>()
  #file = 0

  /** @param title heads the slides of paragraphs that stand in no section and have no heading of their own */
  constructor(context: SlideContext, title: string) {
    this.#context = context
    this.#title = title
    this.#factor = unitsToCharacter(context.document.text)
  }

  /** What is added from here on stands in a file of its own. */
  beginFile(): void {
    this.#file++
  }

  /** Slides with the notes of some parts of the document, or with none. */
  add(slides: readonly UnnotedSlide[], spans: readonly Span[] = []): void {
    this.#push(
      slides,
      spans.flatMap((span) => this.#lines(span)),
    )
  }

  /** Sections beside each other; `begin` is told before those of a slide of their own. */
  addSections(sections: readonly Section[], above: string | null = null, begin?: () => void): void {
    const alike = sections.every((section) => this.#hasParts(section))
    for (const run of sectionRuns(sections, this.#context.keyPoints, this.#limits)) {
      begin?.()
      const [only, ...more] = run
      if (more.length === 0) {
        if (only) this.addSection(only, above, alike)
        continue
      }
      this.#headAlone()
      this.add(
        [sectionsSlide(run, this.#context)],
        run.flatMap(({ heading, paragraphs }) => [
          ...(heading ? [heading] : []),
          ...paragraphs.map(({ span }) => span),
        ]),
      )
    }
  }

  /**
   * @param above the title of the section that this one stands in
   * @param alike it has a slide for its title as far as those beside it have one
   */
  addSection(section: Section, above: string | null = null, alike = true): void {
    const title = section.heading ? headingWords(this.#context.document, section.heading) : above
    if (section.heading) this.#addHeading(section, section.heading, alike)
    const { document, keyPoints, most } = this.#context
    const end = ownParagraphs(document.text, section)
    const add = (some: readonly Paragraph[], title: string | null): void => {
      for (const { paragraphs, line } of datedRuns(document.text, some, keyPoints, most)) {
        if (line.length > 0) this.#addTimeline(paragraphs, line, title)
        else this.#addPassages(this.passages(paragraphs), title)
      }
    }
    add(section.paragraphs.slice(0, end), title)
    add(section.paragraphs.slice(end), above)
    this.addSections(section.sections, title)
    this.#headAlone()
  }

  /** Which paragraphs share a slide. */
  passages(paragraphs: readonly Paragraph[]): readonly Passage[] {
    return passagesOf(this.#context.document.text, paragraphs, this.#context.keyPoints, this.#limits)
  }

  /** The slides of a passage below a section's title. */
  slides(
    passage: Passage,
    title: string | null = null,
    introduction: string | null = null,
  ): readonly UnnotedSlide[] {
    // The document's title says nothing the second time.
    const text = introduction ?? title ?? (this.#titleShown ? '' : this.#title)
    const worn = introduction === null && this.#heads.has(text)
    const named: FallbackHeading = { text, level: 3, leads: false, worn }
    const context = { ...this.#context, worn: this.#worn() }
    return slidesOf(passage, this.#waiting ? { ...this.#waiting, leads: true, worn: false } : named, context)
  }

  /** The form that the last slides of points have, where they all have the same. */
  #worn(): string | null {
    const forms: string[] = []
    for (const { slides } of this.#groups.slice(-longestRun).reverse())
      for (const slide of slides.toReversed()) {
        const [form = 'list'] = slide.classes.filter((name) => name !== 'continued' && name !== 'opening')
        if (!frames.has(form)) forms.push(form)
      }
    const [last = ''] = forms
    const most = saysNothing.has(last) ? longestPlain : longestRun
    return forms.length >= most && forms.slice(0, most).every((form) => form === last) ? last : null
  }

  /** Items that go on on further slides stand below what introduces them there, too. */
  #addPassages(passages: readonly Passage[], title: string | null): void {
    const { text } = this.#context.document
    let introduction: string | null = null
    for (const passage of passages) {
      const [first] = passage
      if (!first || !isItem(text, first)) introduction = null
      this.#addPassage(passage, title, introduction)
      if (first && introduces(text, first)) introduction = this.#introductionOf(first)
    }
  }

  /** What introduces a list as it is shown. */
  #introductionOf(paragraph: Paragraph): string | null {
    const point = this.#context.keyPoints.get(paragraph)?.points.at(-1)
    return point ? pointText(this.#context.document.text, point) : null
  }

  #addPassage(passage: Passage, title: string | null, introduction: string | null): void {
    const slides = this.slides(passage, title, introduction)
    if (slides.length > 0)
      this.add(
        slides,
        passage.map(({ span }) => span),
      )
    else for (const paragraph of passage) this.#addToNotes(paragraph)
  }

  /** Dates on one line, then what is said of each, but for what the line says whole. */
  #addTimeline(paragraphs: Passage, line: readonly Item[], title: string | null): void {
    const { text, level } = this.#waiting ?? { text: title ?? this.#title, level: 3 }
    const first = timelineSlide(line, { text, level }, this.#context)
    const others = paragraphs
      .map((paragraph) => this.slides([paragraph], title))
      .filter((slides) => !saysNoMore(slides, first))
    this.add(
      [first, ...others.flat()],
      paragraphs.map(({ span }) => span),
    )
  }

  get #limits(): PassageLimits {
    return {
      points: this.#context.most,
      short: shortParagraph * this.#factor,
      lines: (points) => linesOf(this.#context.document.text, points),
    }
  }

  /** The last slide is the document's last call, where it says little enough to be heard as one. */
  close(): void {
    const group = this.#groups.at(-1)
    const last = group?.slides.at(-1)
    if (group && last && this.#groups.length > fewestBefore && isCall(last, this.#factor))
      group.slides = [...group.slides.slice(0, -1), { ...last, classes: ['closing'] }]
    for (let file = 1; file <= this.#file; file++)
      this.#joinSmall(this.#groups.filter((one) => one.file === file))
  }

  /** A section of one slide has its name above that slide's heading: with one for the name, half of its slides would be frames. */
  #joinSmall([title, only, ...rest]: readonly Group[]): void {
    const [heading] = title?.slides.flatMap(dividerHeading) ?? []
    const [slide, ...others] = only?.slides ?? []
    const isOne = others.length === 0 && rest.flatMap(({ slides }) => slides).every(isClosing)
    if (!title || !only || !heading || !slide || !isOne || isClosing(slide)) return
    only.slides = [opening(withSection(slide, heading))]
    only.notes.unshift(...title.notes)
    this.#groups.splice(this.#groups.indexOf(title), 1)
  }

  /** The slides of each file that has any, with their notes. */
  files(): DraftSlide[][] {
    const files: DraftSlide[][] = []
    let last: number | null = null
    for (const { slides, notes, file } of this.#groups) {
      if (file !== last) files.push([])
      last = file
      files.at(-1)?.push(...slides.map((slide) => ({ ...slide, notes })))
    }
    return files
  }

  #lines(span: Span): string[] {
    return textOf(this.#context.document, span)
      .split('\n')
      .filter((line) => line.trim() !== '')
  }

  #push(slides: readonly UnnotedSlide[], notes: readonly string[]): void {
    const before = this.#groups.at(-1)?.slides.at(-1)
    const marked = slides.map((slide, i) => opening(continuing(slide, i > 0 ? slides[i - 1] : before)))
    this.#titleShown ||= marked.some(
      ({ parts: [head] }) => head?.kind === 'heading' && head.level === 3 && head.text === this.#title,
    )
    for (const { classes, parts } of marked)
      for (const part of classes.some((name) => frames.has(name)) ? [] : parts)
        if (part.kind === 'heading') this.#heads.add(part.text)
    const waiting = this.#waiting?.notes ?? []
    this.#waiting = null
    this.#groups.push({ slides: marked, notes: [...waiting, ...notes], file: this.#file })
  }

  #addHeading(section: Section, heading: Span, alike: boolean): void {
    const level = section.level > 1 ? 3 : 2
    const text = headingWords(this.#context.document, heading)
    const notes = [...(this.#waiting?.notes ?? []), ...this.#lines(heading)]
    if (!this.#hasDivider(section, alike)) this.#waiting = { text, level, notes }
    else {
      this.#headAlone()
      this.add([divider(text, level)], [heading])
    }
  }

  /** A slide for its title alone has a section with much to say, or whose parts have heads of their own. */
  #hasDivider(section: Section, alike: boolean): boolean {
    if (section.sections.length > 1 || (this.#hasParts(section) && (section.level === 1 || alike)))
      return true
    return section.level === 1 && lengthOf(section) >= shortSection * this.#factor
  }

  #hasParts({ sections, paragraphs }: Section): boolean {
    return sections.length > 1 || paragraphs.filter(isHeaded).length > 1
  }

  /** A heading with nothing below it has a slide of its own. */
  #headAlone(): void {
    if (this.#waiting) this.#push([divider(this.#waiting.text, this.#waiting.level)], [])
  }

  /** What is no point (a salutation, a signature) is read with what stands before it. */
  #addToNotes({ kind, span }: Paragraph): void {
    const notes = this.#lines(span)
    const group = this.#groups.findLast((one) => one.notes.length > 0) ?? this.#groups[0]
    if (this.#waiting || !group) this.#waiting?.notes.push(...notes)
    else {
      group.notes.push(...notes)
      if (kind === 'footnote') group.slides = withFootnote(group.slides, notes.join(' '))
    }
  }
}

/**
 * How many of a section's paragraphs are its own: behind them stand those that are counted beside it, without a heading,
 * `（六）对未经登记的，劝其停止活动。` behind the section `（五）…`.
 */
function ownParagraphs(text: string, { number, paragraphs }: Section): number {
  const last = number === null ? null : numberingAt(number, 0)
  if (!last) return paragraphs.length
  const values = paragraphs.map(({ span }) => {
    const one = numberingAt(text, span.start)
    return one?.system === last.system ? one.value : null
  })
  const next = values.indexOf(last.value + 1)
  const isList = values.slice(0, next).includes(1)
  return next < 0 || isList ? paragraphs.length : next
}

/** Forms of a slide of few words. */
const plainForms: ReadonlySet<string> = new Set(['statement', 'cards', 'quotation'])
/** In characters of Chinese. */
const longestCall = 80
/** A deck of fewer slides has no end to come to. */
const fewestBefore = 3

function isCall({ classes, parts }: UnnotedSlide, factor: number): boolean {
  const [first, points, ...others] = parts
  const isPlain = classes.every((name) => plainForms.has(name)) && others.length === 0
  const isShort = shownWords({ parts }).join('').length <= longestCall * factor
  const isHeaded =
    first?.kind === 'heading' &&
    (points?.kind !== 'points' ||
      (points.points.length <= 2 && points.points.every(({ below }) => below.length === 0)))
  const isSaid = first?.kind === 'quotation' && points === undefined
  return isPlain && isShort && (isHeaded || isSaid)
}

/** Whether all words of some slides stand on another. */
function saysNoMore(slides: readonly UnnotedSlide[], other: UnnotedSlide): boolean {
  const said = new Set(shownWords(other))
  return slides.flatMap(shownWords).every((words) => said.has(words))
}

function divider(text: string, level: 2 | 3): UnnotedSlide {
  return { classes: ['divider'], parts: [{ kind: 'heading', level, text }] }
}

const isClosing = ({ classes }: UnnotedSlide): boolean => classes.includes('closing')

/** The title of a section that a slide shows alone. */
const dividerHeading = ({ classes, parts: [part] }: UnnotedSlide): Heading[] =>
  classes.includes('divider') && part?.kind === 'heading' && part.level === 2 ? [part] : []

/** A slide that a section begins and ends with: its own heading stands below the section's, if it has another. */
function withSection(slide: UnnotedSlide, section: Heading): UnnotedSlide {
  const [own, ...others] = slide.parts
  if (own?.kind !== 'heading') return { ...slide, parts: [section, ...slide.parts] }
  return { ...slide, parts: own.text === section.text ? [section, ...others] : [section, ...slide.parts] }
}

/** A slide with the title of its section above its own heading opens that section. */
function opening(slide: UnnotedSlide): UnnotedSlide {
  const [section, own] = slide.parts
  const opens = section?.kind === 'heading' && section.level === 2 && own?.kind === 'heading'
  return opens ? { ...slide, classes: [...slide.classes, 'opening'] } : slide
}

function lengthOf({ paragraphs, sections }: Section): number {
  const own = paragraphs.reduce((sum, { span }) => sum + span.end - span.start, 0)
  return sections.reduce((sum, section) => sum + lengthOf(section), own)
}

/** A slide with the heading of the one before it goes on with it. */
function continuing(slide: UnnotedSlide, before: UnnotedSlide | undefined): UnnotedSlide {
  const [heading] = slide.parts
  const [same] = before?.parts ?? []
  const isHead = before?.classes.some((name) => name === 'divider' || name === 'title' || name === 'agenda')
  if (isHead || slide.classes.includes('continued')) return slide
  const goesOn = heading?.kind === 'heading' && same?.kind === 'heading' && heading.text === same.text
  return goesOn ? { ...slide, classes: [...slide.classes, 'continued'] } : slide
}

/** A footnote stands at the foot of the slides that show its mark. */
function withFootnote(slides: readonly UnnotedSlide[], text: string): readonly UnnotedSlide[] {
  const mark = /^[[〔［]\d{1,3}[\]〕］]/u.exec(text)?.[0]
  if (!mark) return slides
  return slides.map((slide) =>
    shownWords(slide).some((words) => words.includes(mark))
      ? { ...slide, parts: [...slide.parts, { kind: 'footnote', text }] }
      : slide,
  )
}
