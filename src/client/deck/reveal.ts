import Reveal, { type RevealApi } from 'reveal.js'
import 'reveal.js/reveal.css'
import '../styles/deck.ts'
import { slideSize } from '../../deck/slide-size.ts'
import { readSettings } from '../settings.ts'
import { furnishWall } from './furniture.ts'
import { readGrounds, unpackFilms } from './ground.ts'
import { leadOn } from './lead-on.ts'

/**
 * Starts reveal.js over the deck of the page.
 *
 * @param embedded in a box of the page instead of all of it
 */
export async function startReveal(embedded = false): Promise<RevealApi> {
  const settings = readSettings()
  const still = embedded || matchMedia('(prefers-reduced-motion: reduce)').matches
  const deck = new Reveal({
    ...slideSize(settings.ratio),
    margin: 0,
    minScale: 0.05,
    // However large the wall, the slides fill it.
    maxScale: 100,
    embedded,
    center: false,
    // A Blob's address, as the desk presents a deck, lets nothing be written into it.
    hash: location.protocol !== 'blob:' && location.protocol !== 'about:',
    navigationMode: 'linear',
    // The furniture tells where we are; keys, touch and remotes go on.
    controls: false,
    slideNumber: false,
    progress: !embedded,
    transition: still ? 'none' : 'fade',
    transitionSpeed: 'fast',
    autoAnimate: !still,
    autoAnimateDuration: 0.5,
    // A narrow box is no reason to make a scrolling page of the slides.
    scrollActivationWidth: 0,
    // reveal.js's own finds no Chinese, speaks English, and knows no white: ours do.
    jumpToSlide: false,
    help: false,
    pause: false,
    // No other page drives the deck; our own windows have a link of their own.
    postMessage: false,
  })
  unpackFilms()
  await deck.initialize()
  readGrounds()
  furnishWall(deck, settings)
  if (!still) leadOn(deck)
  Object.assign(window, { Reveal: deck })
  return deck
}
