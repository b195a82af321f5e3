import type { RevealApi } from 'reveal.js'
import type { SharedState } from '../link/shared.ts'
import { agendaMenu } from './agenda.ts'
import { curtain } from './curtain.ts'
import { findDialog } from './find.ts'
import { toggleFullScreen } from './full-screen.ts'
import { ink } from './ink.ts'
import type { Binding } from './keys.ts'
import { laser } from './laser.ts'
import { slideLayer } from './layer.ts'
import { zoom } from './zoom.ts'

type Tool = 'laser' | 'pen' | 'highlighter'

/**
 * What a presenter does with slides, as keys and toolbars offer it.
 *
 * @param screen the element that black and white cover
 */
export function presenterTools(
  deck: RevealApi,
  shared: SharedState,
  screen: HTMLElement,
): readonly Binding[] {
  const layer = slideLayer(deck)
  const drawing = ink(deck, shared, layer)
  const dot = laser(deck, shared, layer)
  const { toggle: cover } = curtain(shared, screen)
  const { toggle: toggleZoom } = zoom(deck, shared)
  const find = findDialog(deck)
  const agenda = agendaMenu(deck)

  let tool: Tool | null = null
  const take = (wanted: Tool | null): void => {
    tool = tool === wanted ? null : wanted
    dot.follow(tool === 'laser')
    drawing.use(tool === 'pen' || tool === 'highlighter' ? tool : null)
    document.documentElement.dataset['tool'] = tool ?? ''
  }
  /** The room sees where it was again before it goes on. */
  const uncovered = (move: () => void) => (): void => {
    if (shared.get('curtain')) shared.set('curtain', null)
    else move()
  }
  const jump = (to: number): void => {
    const slide = deck.getSlides().at(to)
    if (!slide) return
    const { h, v } = deck.getIndices(slide)
    deck.slide(h, v)
  }
  /** As in other programs for slides, whose keys remotes have. On full screen the talk goes on where it is. */
  const begin = (from: () => void) => (): void => {
    if (document.fullscreenElement) return
    from()
    toggleFullScreen()
  }
  const leave = (): void => {
    if (shared.get('curtain')) shared.set('curtain', null)
    else if (shared.get('zoom')) shared.set('zoom', null)
    else if (tool) take(null)
    else deck.toggleOverview(false)
  }
  const inOverview =
    (otherwise: () => void, move: () => void): (() => void) =>
    () =>
      deck.isOverview() ? move() : otherwise()
  const next = uncovered(() => deck.next())
  const back = uncovered(() => deck.prev())
  return [
    { keys: ['PageDown', ' ', 'n', 'Enter'], label: 'next', act: next },
    { keys: ['ArrowRight'], label: 'next', act: inOverview(next, () => deck.right()) },
    { keys: ['ArrowDown'], label: 'next', act: inOverview(next, () => deck.down()) },
    { keys: ['PageUp', 'Backspace'], label: 'back', act: back },
    { keys: ['ArrowLeft'], label: 'back', act: inOverview(back, () => deck.left()) },
    { keys: ['ArrowUp'], label: 'back', act: inOverview(back, () => deck.up()) },
    { keys: ['Home'], label: 'first', act: () => jump(0) },
    { keys: ['End'], label: 'last', act: () => jump(-1) },
    { keys: ['m'], label: 'agenda', act: agenda.open },
    { keys: ['g', '/'], label: 'find', act: find.open },
    { keys: ['o'], label: 'overview', act: () => deck.toggleOverview() },
    { keys: ['b', '.'], label: 'black', act: () => cover('black') },
    { keys: ['w', ','], label: 'white', act: () => cover('white') },
    { keys: ['l'], label: 'laser', act: () => take('laser') },
    { keys: ['p'], label: 'pen', act: () => take('pen') },
    { keys: ['h'], label: 'highlighter', act: () => take('highlighter') },
    { keys: ['u'], label: 'undo', act: drawing.undo },
    { keys: ['e'], label: 'clear', act: drawing.clear },
    { keys: ['z'], label: 'zoom', act: toggleZoom },
    { keys: ['f'], label: 'fullScreen', act: toggleFullScreen },
    { keys: ['F5'], label: 'fromFirst', act: begin(() => jump(0)) },
    { keys: ['Shift+F5'], label: 'fromHere', act: begin(() => {}) },
    { keys: ['Escape'], label: 'leave', act: leave },
  ]
}
