import { signs, wordsFor } from '../../words.ts'
import { make } from '../element.ts'
import type { Passage } from '../paper/passages.ts'
import { slideBox } from '../paper/slide-box.ts'
import type { PaperSlide } from '../paper/slides-of-page.ts'
import { type Amount, amountOf, sayAmount } from './amounts.ts'
import { type Findings, findingsOf, type SignOff, type State, signOffOf, stateOf } from './findings.ts'

/** A passage as it stands on the page, and by what it is filtered. */
export interface ShownPassage {
  readonly element: HTMLElement
  /** `幻灯片 12–14` */
  readonly label: string
  /** Its slides only open a section, or the deck. */
  readonly opens: boolean
  readonly section: number
  readonly slides: number
  readonly state: State
  readonly amount: Amount
}

/** `12` or `12–14` */
function numbersOf(slides: readonly PaperSlide[]): string {
  const [first, last] = [slides[0]?.number, slides.at(-1)?.number]
  return first === last ? `${first}` : `${first}${signs.dash}${last}`
}

/** Slides beside (on paper: above) the notes they stand on, with what the check knows of them. */
export function showPassage(passage: Passage): ShownPassage {
  const say = wordsFor(document.documentElement.lang).paper
  const { slides, section } = passage
  const findings = findingsOf(passage)
  const state = stateOf(passage, findings)
  const amount = amountOf(passage.notes)
  const label = say.slide(numbersOf(slides))

  const caption = make(
    'p',
    { class: 'caption' },
    make('button', { type: 'button', 'data-address': slides[0]?.address ?? '#/' }, label),
  )
  if (passage.notes) caption.append(' ', make('span', {}, sayAmount(amount)))
  if (state !== 'none') caption.append(' ', make('span', { class: `state ${state}` }, say.states[state]))
  const signOff = signOffOf(passage)
  if (signOff) caption.append(' ', showSignOff(signOff))
  const pictures = make('div', { class: slides.length > 1 ? 'pictures several' : 'pictures' })
  for (const slide of slides) {
    const box = slideBox(slide)
    box.dataset['address'] = slide.address
    pictures.append(box)
  }
  const notes = make('div', { class: 'notes' })
  if (passage.notes) notes.append(...passage.notes.childNodes)
  else notes.append(make('p', { class: 'no-notes' }, wordsFor(document.documentElement.lang).noNotes))
  linkSentences(slides, notes)
  const element = make('article', { 'aria-label': label, tabindex: '-1' }, caption, pictures, notes)
  element.className = 'passage'
  if (state === 'edited' || state === 'missing' || findings.meant.length || findings.comments.length)
    element.append(showFindings(findings))
  const opens = slides.every((slide) => slide.element.matches('.title, .agenda, .divider'))
  return { element, label, opens, section: section.number, slides: slides.length, state, amount }
}

/**
 * Marks the sentences that points stand in, and in them the points' own words. Points and sentences can be walked
 * through with the Tab key.
 */
function linkSentences(slides: readonly PaperSlide[], notes: Element): void {
  const sentences = [...notes.querySelectorAll<HTMLElement>('[data-sentence]')]
  const quoted = new Map<string, string[]>()
  for (const { element } of slides) {
    // A point in other words still belongs to the sentence that it was taken from.
    for (const point of element.querySelectorAll<HTMLElement>('[data-original]')) {
      const { original = '' } = point.dataset
      const from = original && sentences.find(({ textContent }) => textContent?.includes(original))
      if (from) point.dataset['sentence'] ??= from.dataset['sentence'] ?? ''
    }
    for (const point of element.querySelectorAll<HTMLElement>('[data-sentence]')) {
      point.tabIndex = 0
      if (!/^H\d$/.test(point.tagName))
        for (const number of point.dataset['sentence']?.split(' ') ?? [])
          quoted.set(number, [
            ...(quoted.get(number) ?? []),
            point.dataset['original'] || (point.textContent?.trim() ?? ''),
          ])
    }
  }
  let before = ''
  for (const sentence of sentences) {
    const number = sentence.dataset['sentence'] ?? ''
    const points = quoted.get(number)
    if (!points) continue
    sentence.classList.add('quoted')
    // A sentence with markup in it has several parts; one stop is enough.
    if (number !== before) sentence.tabIndex = 0
    before = number
    for (const words of points) markWords(sentence, words)
  }
}

/** Wraps these words where they stand whole in one text of the sentence. */
function markWords(sentence: Element, words: string): void {
  const texts = document.createTreeWalker(sentence, NodeFilter.SHOW_TEXT)
  for (let node = texts.nextNode(); node instanceof Text; node = texts.nextNode()) {
    const at = words ? node.data.indexOf(words) : -1
    if (at < 0) continue
    const found = node.splitText(at)
    found.splitText(words.length)
    const mark = make('mark')
    found.replaceWith(mark)
    mark.append(found)
    return
  }
}

function showSignOff({ state, by }: SignOff): HTMLElement {
  const say = wordsFor(document.documentElement.lang).paper.signOff
  return make('span', { class: `state sign-off ${state}` }, say[state](by.join(signs.dot)))
}

function showFindings({ edited, missing, altered, hidden, meant, comments }: Findings): HTMLElement {
  const say = wordsFor(document.documentElement.lang).paper
  const box = make('div', { class: 'findings' })
  if (edited.length)
    box.append(
      make(
        'table',
        {},
        make(
          'thead',
          {},
          make('tr', {}, make('th', { scope: 'col' }, say.original), make('th', { scope: 'col' }, say.now)),
        ),
        make(
          'tbody',
          {},
          ...edited.map(({ original, now }) =>
            make(
              'tr',
              {},
              make('td', {}, original ? make('del', {}, original) : say.own),
              make('td', {}, make('ins', {}, now)),
            ),
          ),
        ),
      ),
    )
  for (const words of missing) box.append(make('p', { class: 'lost' }, `${say.lost}${words}`))
  for (const words of altered) box.append(make('p', { class: 'altered' }, `${say.altered}${words}`))
  for (const words of hidden) box.append(make('p', { class: 'altered' }, `${say.hidden}${words}`))
  for (const words of meant) box.append(make('p', { class: 'meant' }, `${say.meant}${words}`))
  for (const { by, text } of comments) box.append(make('p', { class: 'comment' }, say.comment(by), text))
  return box
}
