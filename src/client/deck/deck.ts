import Reveal from 'reveal.js'
import Zoom from 'reveal.js/plugin/zoom'
import 'reveal.js/reveal.css'
import '../styles/deck.css'
import { slideSize } from '../../deck/slide-size.ts'
import { readSettings } from '../settings.ts'
import { speakerView } from '../speaker/speaker.ts'
import { findDialog } from './find.ts'
import { furnishWall } from './furniture.ts'
import { switchThemes } from './theme.ts'

/** The slides on the wall, driven by reveal.js. */
export async function showDeck(): Promise<void> {
  const settings = readSettings()
  const { width, height } = slideSize(settings.ratio)
  const deck = new Reveal({
    width,
    height,
    margin: 0,
    center: false,
    hash: true,
    navigationMode: 'linear',
    // The furniture tells where we are; keys, touch and remotes go on.
    controls: false,
    slideNumber: false,
    transition: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'none' : 'fade',
    transitionSpeed: 'fast',
    // reveal.js's own finds no Chinese; ours takes numbers and words.
    jumpToSlide: false,
    plugins: [Zoom],
  })

  await deck.initialize()
  furnishWall(deck, settings)
  switchThemes(deck)
  const find = findDialog(deck)
  const speaker = speakerView(deck)
  deck.addKeyBinding({ keyCode: 71, key: 'G', description: 'Jump to a slide' }, find.open)
  deck.addKeyBinding({ keyCode: 83, key: 'S', description: 'Speaker view' }, speaker.open)
  document.addEventListener('keydown', (event) => {
    if (!event.ctrlKey || !event.shiftKey || event.key.toLowerCase() !== 'f') return
    event.preventDefault()
    find.open()
  })
  Object.assign(window, { Reveal: deck })
}
