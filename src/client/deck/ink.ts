import type { RevealApi } from 'reveal.js'
import { slideSize } from '../../deck/slide-size.ts'
import type { SharedState, SlidePoint, Stroke } from '../link/shared.ts'
import { readSettings } from '../settings.ts'
import { slidePointAt } from './slide-area.ts'

const svg = 'http://www.w3.org/2000/svg'
/** A stroke longer than this goes on as another, so that no message grows without bound. */
const longest = 2000

/** What is drawn on slides, kept on each for the session. */
export interface Ink {
  /** Draws with the pointer, or stops. */
  use(pen: Stroke['pen'] | null): void
  /** Takes the last stroke off this slide. */
  undo(): void
  /** Takes all strokes off this slide. */
  clear(): void
}

const { width, height } = slideSize(readSettings().ratio)

function pathOf(points: readonly SlidePoint[]): string {
  const [first, ...others] = points.map(({ x, y }) => `${(x * width).toFixed(1)} ${(y * height).toFixed(1)}`)
  return `M${first ?? ''}L${(others.length ? others : [first]).join(' ')}`
}

/** @param layer laid over the slide, in the slide's own size */
export function ink(deck: RevealApi, shared: SharedState, layer: HTMLElement): Ink {
  const paper = document.createElementNS(svg, 'svg')
  paper.setAttribute('class', 'ink')
  paper.setAttribute('viewBox', `0 0 ${width} ${height}`)
  layer.append(paper)
  let pen: Stroke['pen'] | null = null
  let points: SlidePoint[] = []
  /** Where they are drawn: the deck may go on meanwhile. */
  let drawnOn = ''
  const key = (): string => deck.getCurrentSlide().dataset['key'] ?? ''
  const strokes = (slide = key()): readonly Stroke[] => shared.get('ink')[slide] ?? []
  const put = (now: readonly Stroke[], slide = key()): void =>
    shared.set('ink', { ...shared.get('ink'), [slide]: now })
  const draw = ({ pen, points }: Stroke): SVGPathElement => {
    const path = document.createElementNS(svg, 'path')
    path.setAttribute('class', pen)
    path.setAttribute('d', pathOf(points))
    return path
  }
  /** The stroke under the pointer, which no other window knows yet. */
  let wet: SVGPathElement | null = null
  const show = (): void => paper.replaceChildren(...strokes().map(draw), ...(wet ? [wet] : []))
  const begin = (pen: Stroke['pen'], from: SlidePoint): void => {
    points = [from]
    drawnOn = key()
    wet = draw({ pen, points })
    paper.append(wet)
  }
  const finish = (): void => {
    const stroke = pen && points.length ? { pen, points } : null
    points = []
    wet = null
    if (stroke) put([...strokes(drawnOn), stroke], drawnOn)
  }
  paper.addEventListener('pointerdown', (event) => {
    if (!pen || event.button !== 0) return
    event.preventDefault()
    event.stopPropagation()
    paper.setPointerCapture(event.pointerId)
    begin(pen, slidePointAt(deck, event))
  })
  paper.addEventListener('pointermove', (event) => {
    if (!points.length || !pen) return
    points.push(...(event.getCoalescedEvents?.() ?? [event]).map((part) => slidePointAt(deck, part)))
    wet?.setAttribute('d', pathOf(points))
    if (points.length < longest) return
    const [last] = points.slice(-1)
    finish()
    if (last) begin(pen, last)
  })
  for (const end of ['pointerup', 'pointercancel'] as const) paper.addEventListener(end, finish)
  // A finger that draws is not one that turns the page.
  for (const touch of ['touchstart', 'touchmove'] as const)
    paper.addEventListener(touch, (event) => pen && event.stopPropagation(), { passive: true })
  shared.on('ink', show)
  deck.on('slidechanged', () => {
    finish()
    show()
  })
  document.addEventListener('study-deck:edited', show)
  show()
  return {
    use(wanted) {
      finish()
      pen = wanted
      paper.classList.toggle('drawing', pen !== null)
    },
    undo: () => put(strokes().slice(0, -1)),
    clear: () => put([]),
  }
}
