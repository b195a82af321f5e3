import Reveal from 'reveal.js'
import Zoom from 'reveal.js/plugin/zoom'
import 'reveal.js/reveal.css'
import '../styles/deck.css'
import { speakerView } from '../speaker/speaker.ts'
import { findDialog } from './find.ts'

/** The slides on the wall, driven by reveal.js. */
export async function showDeck(): Promise<void> {
  const deck = new Reveal({
    width: 1280,
    height: 720,
    margin: 0.02,
    center: false,
    hash: true,
    navigationMode: 'linear',
    // The slide number stands where the arrows would; keys, touch and remotes go on.
    controls: false,
    slideNumber: 'c/t',
    transition: 'fade',
    // reveal.js's own finds no Chinese; ours takes numbers and words.
    jumpToSlide: false,
    plugins: [Zoom],
  })

  await deck.initialize()
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
