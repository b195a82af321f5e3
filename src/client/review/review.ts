import 'reveal.js/reveal.css'
import '../styles/deck.ts'
import '../styles/paper.css'
import '../styles/review.css'
import { signs, wordsFor } from '../../words.ts'
import { addressAsking, askedOf, go } from '../asked.ts'
import { make } from '../element.ts'
import { everyPage } from '../paper/every-page.ts'
import { headSlide } from '../paper/headings.ts'
import { readPaperOptions } from '../paper/options.ts'
import { passagesOf } from '../paper/passages.ts'
import { markReady } from '../paper/ready.ts'
import { addRules, cssString, marginStyle, pageCount, preparePaper } from '../paper/sheet.ts'
import { takeSlides } from '../paper/slides-of-page.ts'
import { readSettings } from '../settings.ts'
import { sayAmount, sumOf } from './amounts.ts'
import { type FilterSection, filterRow } from './filter.ts'
import { keepAcrossReloads } from './keep.ts'
import { walkWithKeys } from './keys.ts'
import { parcelPages } from './pages.ts'
import { type ShownPassage, showPassage } from './passage.ts'
import { lightSentences } from './sentences.ts'

/** Every slide beside its full paragraph: to review on the screen, and on A4 paper. */
export async function showNotes(): Promise<void> {
  const options = readPaperOptions(askedOf(location))
  const [first, last] = options.range
  const say = wordsFor(document.documentElement.lang)
  const slides = takeSlides().filter(({ number }) => number >= first && number <= last)
  for (const slide of slides) headSlide(slide, 3)
  const passages = passagesOf(slides)
  const shown: ShownPassage[] = []
  const sections: (FilterSection & { passages: ShownPassage[]; amount: HTMLElement })[] = []
  const main = make('main', {})
  for (const passage of passages) {
    const { number, title } = passage.section
    let section = sections.at(-1)
    if (section?.number !== number) {
      const said = title && title !== document.title ? title : say.paper.opening
      const element = make('section', { class: 'part' })
      section = { number, title: said, element, passages: [], amount: make('small') }
      sections.push(section)
      main.append(section.element)
    }
    const one = showPassage(passage)
    section.element.append(one.element)
    section.passages.push(one)
    shown.push(one)
  }
  const pages: string[] = []
  for (const { element, number, title, passages, amount } of sections) {
    pages.push(...parcelPages(passages, `section-${number}`, title))
    const heading = make('h2', {}, title, ' ', amount)
    // A section begins a page since its pages have a name of their own; asked for besides, Firefox leaves one blank.
    // Another page name than that of the passage below it would part them.
    heading.style.setProperty('page', passages[0]?.element.style.getPropertyValue('page') ?? '')
    element.prepend(heading)
  }
  preparePaper('review', options)
  addRules(
    `@page { size: A4; margin: 22mm 20mm 20mm; ${marginStyle()}; @bottom-left { content: ${cssString(document.title)} } @bottom-right { ${pageCount()} } }`,
    ...pages,
  )

  const filter = filterRow(shown, sections)
  const whole = make('small')
  const head = make(
    'header',
    { class: 'review-head' },
    make('h1', {}, document.title, ' ', whole),
    filter.element,
    filter.partly,
    make('p', { class: 'keys' }, say.paper.keys),
  )
  everyPage(head)('top', readSettings().marking ?? '')
  filter.onShown((passages) => {
    whole.textContent = headAmount(passages)
    for (const { number, amount } of sections)
      amount.textContent = sayAmount(
        sumOf(passages.filter(({ section }) => section === number).map((one) => one.amount)),
      )
    // Both ends of the document have the page of what they stand at, else a page is left blank there.
    const pageOf = (one: ShownPassage | undefined): string =>
      one?.element.style.getPropertyValue('page') ?? ''
    head.style.setProperty('page', pageOf(passages[0]))
    document.body.style.setProperty('page', pageOf(passages.at(-1)))
  })
  document.body.prepend(head, main)
  lightSentences(main)
  walkWithKeys(main, filter.search)
  keepAcrossReloads(main, filter.fields)
  main.addEventListener('click', ({ target }) => {
    const at =
      target instanceof Element && !target.closest('a') ? target.closest<HTMLElement>('[data-address]') : null
    // Words that are being selected are no click.
    if (at && getSelection()?.isCollapsed !== false) go(deckAddress(at.dataset['address'] ?? ''))
  })
  await markReady()
}

/** `12 页 · 4200 字 · 约 20 分钟`, and how many of the slides are signed where somebody began to sign. */
function headAmount(passages: readonly ShownPassage[]): string {
  const say = wordsFor(document.documentElement.lang)
  const slides = passages.reduce((sum, one) => sum + one.slides, 0)
  const states = passages.flatMap(({ element }) =>
    [...element.querySelectorAll<HTMLElement>('[data-review]')].map(({ dataset }) => dataset['review']),
  )
  const signed = states.filter((state) => state === 'signed').length
  return [
    say.slides(slides),
    sayAmount(sumOf(passages.map(({ amount }) => amount))),
    ...(states.length > 0 ? [say.paper.signedOf(signed, slides)] : []),
  ].join(signs.dot)
}

/** The deck itself on the slide with this address. */
function deckAddress(hash: string): string {
  return addressAsking(new URLSearchParams(), hash)
}
